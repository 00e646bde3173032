import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getArgumentValues,
  getNamedType,
  getOperationAST,
  getVariableValues,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  validate,
} from 'graphql';
import { BadInput } from '../../kit/errors.ts';
import { isOfTheLog } from '../../kit/momentary.ts';
import { LARGEST_PAGE } from '../../kit/relay/page-size.ts';
import { type Selected, selectedIn } from '../../kit/selection.ts';
import type { Admission } from '../admission.ts';
import { OverLimit } from '../limits.ts';
import { type Column, columnsOf, isConnection } from './columns.ts';
import { NotExportable } from './errors.ts';
import { AFTER, type PageQuery, pageQuery } from './page-query.ts';
import type { ExportRequest } from './request.ts';

/** An export that was looked at: what is asked again and again, and what it comes to. */
export interface ExportPlan {
  /** Asks for one page, from the cursor in the variable `AFTER` on. */
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The keys on the way from the answer to its page, and from an item there to its row. */
  readonly key: string;
  readonly itemsKey: string;
  readonly nodeKey: string | null;
  /** Whether rows hold lists that may be cut. */
  readonly isWatched: boolean;
  /** Where it begins, if not at the start. */
  readonly after: string | null;
  readonly columns: readonly Column[];
  readonly request: ExportRequest;
}

/** The root of an operation, as far as it is looked at. */
interface Root {
  readonly nodes: readonly FieldNode[];
  readonly field: GraphQLField<unknown, unknown>;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
}

/** From the largest page that any query may ask for down to where a page costs little. */
const PAGE_SIZES = [LARGEST_PAGE, 50, 10] as const;

/**
 * Looks at an export as at any query, with the same limits for each of its pages, and makes the query
 * of a page of it.
 *
 * @throws GraphQLError, DomainError
 */
export function planExport(
  schema: GraphQLSchema,
  admission: Admission,
  request: ExportRequest,
): ExportPlan {
  const { query, operationName = null, variables: given } = request;
  const variables = given ?? {};
  admission.checkRequest({ query, operationName, variables });
  const document = readQuery(schema, admission, query);
  const operation = operationIn(document, operationName);
  const root = rootOf(schema, document, operation);
  const args = argumentsOf(schema, operation, root, variables);
  const page = selectedIn(asked(root.nodes, root.fragments));
  const { items, nodes, nodeKey } = rowsIn(root, page);
  const type = typeOfNodes(root.field);
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  return {
    ...admittedPage(schema, admission, { document, operation, root, page }, variables),
    operationName: operation.name?.value ?? null,
    variables,
    key: keyOf(root.nodes[0] as FieldNode),
    ...{ itemsKey: keyOf(items), nodeKey },
    after: (args.after as string | null | undefined) ?? null,
    columns: columnsOf({ schema, ...root }, type, sets),
    request,
  };
}

const keyOf = ({ alias, name }: FieldNode): string => (alias ?? name).value;

/** Where the rows stand on a page: as its nodes, or at its edges. */
function rowsIn(
  { field, fragments }: Root,
  { nodes = [], edges = [] }: Selected,
): { items: FieldNode; nodes: readonly FieldNode[]; nodeKey: string | null } {
  const { node = [] } = selectedIn(asked(edges, fragments));
  const found = nodes.length > 0 ? nodes : node;
  const keys = new Set([...nodes, ...edges].map(keyOf));
  if (keys.size > 1 || new Set(found.map(keyOf)).size !== 1) {
    throw new NotExportable(
      `The rows of "${field.name}" are its "nodes" or the "node" of its "edges", once: select there what each is to tell.`,
      ['query'],
    );
  }
  const [first] = found as [FieldNode];
  return {
    items: (nodes[0] ?? edges[0]) as FieldNode,
    nodes: found,
    nodeKey: nodes.length > 0 ? null : keyOf(first),
  };
}

function typeOfNodes({ type }: GraphQLField<unknown, unknown>): GraphQLNamedType {
  const { nodes } = (getNamedType(type) as GraphQLObjectType).getFields();
  return getNamedType((nodes as GraphQLField<unknown, unknown>).type);
}

function readQuery(schema: GraphQLSchema, admission: Admission, query: string): DocumentNode {
  let document: DocumentNode;
  try {
    document = parse(query);
  } catch (error) {
    throw coded(error, 'GRAPHQL_PARSE_FAILED');
  }
  const [fault] = validate(schema, document, undefined, admission.validation);
  if (fault) throw coded(fault, 'GRAPHQL_VALIDATION_FAILED');
  return document;
}

function operationIn(document: DocumentNode, name: string | null): OperationDefinitionNode {
  const operation = getOperationAST(document, name);
  if (!operation) {
    throw new BadInput(
      name === null
        ? 'The document has not one operation: name the one to export in "operationName".'
        : `The document has no operation "${name}".`,
      ['operationName'],
    );
  }
  if (operation.operation !== OperationTypeNode.QUERY) {
    throw new NotExportable(
      `A ${operation.operation} is not exported: write a query whose one field is a list, as in { projects { nodes { code name } } }.`,
      ['query'],
    );
  }
  return operation;
}

/** The one field of the root, wherever its parts stand. */
function rootOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  { selectionSet }: OperationDefinitionNode,
): Root {
  const fragments = Object.fromEntries(
    document.definitions.flatMap((made) =>
      made.kind === Kind.FRAGMENT_DEFINITION ? [[made.name.value, made]] : [],
    ),
  );
  const top = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '' }, selectionSet } as const;
  const nodes = Object.values<readonly FieldNode[]>(selectedIn(asked([top], fragments))).flat();
  const keys = new Set(nodes.map(keyOf));
  if (keys.size !== 1) {
    throw new NotExportable(
      `An export is of one list, and this asks the root for ${keys.size} fields (${[...keys].join(', ')}): export each by a query of its own.`,
      ['query'],
    );
  }
  const name = nodes[0]?.name.value ?? '';
  const field = (schema.getQueryType() as GraphQLObjectType).getFields()[name];
  if (!field || !isConnection(getNamedType(field.type))) {
    throw new NotExportable(
      `"${name}" is no list that can be paged: export one of the root's connections, as projects or enterprises, and choose its rows by "filter".`,
      ['query'],
    );
  }
  if (isOfTheLog(field)) {
    throw new NotExportable(
      `"${name}" is read from the log of changes, which is not a part of any snapshot: page it, or subscribe to it.`,
      ['query'],
    );
  }
  return { nodes, field, fragments };
}

function argumentsOf(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  { nodes, field }: Root,
  variables: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const { coerced, errors } = getVariableValues(schema, variableDefinitions, variables);
  const [fault] = errors ?? [];
  if (fault) throw coded(fault, 'BAD_USER_INPUT');
  const args = getArgumentValues(field, nodes[0] as FieldNode, coerced);
  const backward = ['last', 'before'].find((name) => args[name] != null);
  if (backward !== undefined) {
    throw new BadInput(
      `"${backward}" reads a list from its end; an export reads it from the front: leave it out, and choose another "orderBy".`,
      ['query'],
    );
  }
  return args;
}

interface Asking {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly root: Root;
  readonly page: Selected;
}

/** A page of the size that may be asked for: of rows that hold much, shorter ones. */
function admittedPage(
  schema: GraphQLSchema,
  admission: Admission,
  asking: Asking,
  variables: Readonly<Record<string, unknown>>,
): PageQuery {
  let refusal: unknown;
  for (const first of PAGE_SIZES) {
    const { document, operation, root, page } = asking;
    const made = pageQuery(schema, document, { operation, roots: root.nodes, page, first });
    try {
      admission.checkOperation(made.document, operation.name?.value, {
        ...variables,
        [AFTER]: null,
      });
      return made;
    } catch (error) {
      if (!(error instanceof OverLimit)) throw error;
      refusal = error;
    }
  }
  throw refusal;
}

function asked(
  fieldNodes: readonly FieldNode[],
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
) {
  // Neither the type nor the values are looked at where only the fields are gathered.
  return { fieldNodes, fragments, returnType: undefined as never, variableValues: {} };
}

function coded(error: unknown, code: string): unknown {
  if (!(error instanceof GraphQLError)) return error;
  const { nodes, source, positions, originalError } = error;
  return new GraphQLError(error.message, {
    ...{ nodes, source, positions, originalError },
    extensions: { ...error.extensions, code },
  });
}
