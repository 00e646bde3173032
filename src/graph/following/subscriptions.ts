import {
  type DocumentNode,
  type FieldNode,
  getArgumentValues,
  getOperationAST,
  getVariableValues,
  isRequiredArgument,
  type GraphQLField,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  print,
  separateOperations,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { type Followed, followedField } from '../../request/followed.ts';
import type { Admission, RequestParts } from '../admission.ts';

/** A subscription that may be followed, taken apart. */
export interface Asked {
  readonly followed: Followed;
  /** Of its one field, as given. */
  readonly args: Readonly<Record<string, unknown>>;
  readonly selection: Selection;
  /** What the selection uses of the operation's variables. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Values in one message. */
  readonly cost: number;
}

/**
 * What is asked of each message: the document without the arguments of its one field, which say
 * which messages there are. Followers of different districts ask the same, and it is made once.
 */
export interface Selection {
  readonly text: string;
  readonly document: DocumentNode;
}

interface Known {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Worked out when it is first followed. */
  parts?: Parts;
}

interface Parts {
  readonly errors: readonly GraphQLError[];
  readonly selection: Selection;
  readonly usedVariables: readonly string[];
  readonly node: FieldNode | undefined;
}

/** Refused before it began: all that is wrong with it. */
export class Refused extends Error {
  constructor(readonly errors: readonly GraphQLError[]) {
    super(errors.map(({ message }) => message).join(' '));
    this.name = 'Refused';
  }
}

/** Characters of all documents that are kept parsed; those of a partner's thousand sockets are one. */
const KEPT = 2_000_000;

/** Reads subscriptions, each text once. */
export class Subscriptions {
  private readonly known = new Map<string, Known | undefined>();
  private characters = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly admission: Admission,
  ) {}

  /** Whether this is one. What cannot be read is none: whoever answers queries says what is wrong. */
  has(asked: RequestParts): boolean {
    return this.find(asked) !== undefined;
  }

  /**
   * Takes a subscription apart.
   *
   * @throws Refused, or a GraphQLError of the admission
   */
  read(asked: RequestParts & { readonly variables?: unknown }): Asked {
    const known = this.find(asked);
    if (!known) throw new Error('Only a subscription is read here.');
    this.admission.checkRequest(asked);
    const { schema } = this;
    const { operation, document } = known;
    known.parts ??= this.takeApart(known);
    const { errors, selection, usedVariables, node } = known.parts;
    if (errors.length > 0) throw new Refused(errors);
    const given = (asked.variables ?? {}) as Readonly<Record<string, unknown>>;
    const name = operation.name?.value;
    const cost = this.admission.checkOperation(document, name, given);
    const read = getVariableValues(schema, operation.variableDefinitions ?? [], given, {
      maxErrors: this.admission.validation.maxErrors,
    });
    if (read.errors) throw new Refused(read.errors.map(unfit));
    const field = node && schema.getSubscriptionType()?.getFields()[node.name.value];
    const followed = field && followedField(field.name);
    if (!followed) throw new Error('A field of Subscription is not followed by anything.');
    return {
      followed,
      args: argumentsOf(field, node, read.coerced),
      selection,
      variables: Object.fromEntries(usedVariables.map((variable) => [variable, given[variable]])),
      cost: cost?.asked ?? 1,
    };
  }

  private find({ query, operationName }: RequestParts): Known | undefined {
    if (typeof query !== 'string' || !query.includes('subscription')) return undefined;
    const key = `${typeof operationName === 'string' ? operationName : ''}\n${query}`;
    if (!this.known.has(key)) this.keep(key, this.parse(query, operationName));
    return this.known.get(key);
  }

  private parse(query: string, operationName: unknown): Known | undefined {
    try {
      this.admission.checkRequest({ query });
      const document = parse(query);
      const name = typeof operationName === 'string' ? operationName : undefined;
      const operation = getOperationAST(document, name);
      if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return undefined;
      return { document, operation };
    } catch {
      return undefined;
    }
  }

  private keep(key: string, known: Known | undefined): void {
    this.known.set(key, known);
    this.characters += key.length;
    for (const oldest of this.known.keys()) {
      if (this.characters <= KEPT || oldest === key) break;
      this.known.delete(oldest);
      this.characters -= oldest.length;
    }
  }

  private takeApart({ document, operation }: Known): Parts {
    const alone = separateOperations(document)[operation.name?.value ?? ''] ?? document;
    const { node, stripped } = withoutArguments(this.schema, alone);
    const used = variablesIn(stripped);
    const pruned = visit(stripped, {
      VariableDefinition: ({ variable }) => (used.has(variable.name.value) ? undefined : null),
    });
    return {
      errors: [...this.validated(document), ...leavable(node)],
      selection: { text: print(pruned), document: pruned },
      usedVariables: [...used],
      node,
    };
  }

  private validated(document: DocumentNode): GraphQLError[] {
    const { maxErrors, hideSuggestions } = this.admission.validation;
    const faults = validate(this.schema, document, undefined, { maxErrors, hideSuggestions });
    return faults.map((fault) => coded(fault, 'GRAPHQL_VALIDATION_FAILED'));
  }
}

const nameIn = ({ name }: { readonly name: string }) => name;

/**
 * The one field of the subscription, and the document without its arguments, but for those without
 * which it could not be executed.
 */
function withoutArguments(
  schema: GraphQLSchema,
  document: DocumentNode,
): { node: FieldNode | undefined; stripped: DocumentNode } {
  const types = new TypeInfo(schema);
  const root = schema.getSubscriptionType();
  let node: FieldNode | undefined;
  const stripped = visit(
    document,
    visitWithTypeInfo(types, {
      Field(field) {
        if (types.getParentType() !== root) return undefined;
        node ??= field;
        const required = new Set(types.getFieldDef()?.args.filter(isRequiredArgument).map(nameIn));
        const kept = field.arguments?.filter(({ name }) => required.has(name.value));
        return { ...field, arguments: kept ?? [] };
      },
    }),
  );
  return { node, stripped };
}

function variablesIn(document: DocumentNode): Set<string> {
  const used = new Set<string>();
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void used.add(name.value),
  });
  return used;
}

/** A subscription whose one field may be left out would tell of nothing. */
function leavable(node: FieldNode | undefined): GraphQLError[] {
  const directive = node?.directives?.[0];
  if (!directive) return [];
  return [
    new GraphQLError('The one field of a subscription takes no @skip or @include.', {
      nodes: [directive],
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    }),
  ];
}

function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  try {
    return getArgumentValues(field, node, variables);
  } catch (error) {
    throw error instanceof GraphQLError ? new Refused([unfit(error)]) : error;
  }
}

const unfit = (error: GraphQLError) => coded(error, 'BAD_USER_INPUT');

/** As Apollo does it, so that errors are told alike by whatever way an operation came. */
function coded(error: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(error.message, {
    ...(error.nodes && { nodes: error.nodes }),
    ...(error.path && { path: error.path }),
    originalError: error.originalError ?? error,
    extensions: { ...error.extensions, code },
  });
}
