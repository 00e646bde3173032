import {
  type DocumentNode,
  type ExecutionResult,
  type FragmentDefinitionNode,
  getOperationAST,
  getVariableValues,
  GraphQLScalarType,
  GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionNode,
  type VariableDefinitionNode,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import type { RequestContext } from '../../request/context.ts';
import { fragmentNamed } from './fragment-named.ts';

/** When a query is compiled: when it comes again, from its first time on, or never. */
export type Compiling = 'again' | 'always' | 'never';

/** Answers a query; what went wrong is told differently than graphql-js would. */
export type CompiledQuery = (
  context: RequestContext,
  variables: Readonly<Record<string, unknown>>,
) => Promise<ExecutionResult>;

/** A field takes about a kilobyte, once it has run some times. */
const FIELDS_KEPT = 50_000;
/** One of more fields than this is left to graphql-js: fragments in fragments grow without end. */
const LARGEST = 2_000;

/** What is known of one operation of a document. */
type Known = CompiledQuery | 'SEEN' | 'INTERPRETED';

/**
 * Queries compiled to functions by graphql-jit, of which graphql-js is the judge: whatever does not
 * come out whole is left to it, with the same loaders, so that every error is the standard one.
 *
 * Compiling takes some milliseconds, so a query is compiled when it comes a second time. What is kept
 * is bounded in fields; what has not come for the longest time goes first.
 */
export class CompiledQueries {
  private readonly known = new LRUCache<string, Known>({ maxSize: FIELDS_KEPT });
  /** The graph with one more type, of variables that are coerced already. */
  private readonly taking: GraphQLSchema;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly compiling: Compiling,
  ) {
    const config = schema.toConfig();
    this.taking = new GraphQLSchema({ ...config, types: [...config.types, COERCED] });
  }

  /**
   * The operation as a function, if it is a query whose time to be compiled has come.
   *
   * @param key names the operation among all.
   */
  of(key: string, document: DocumentNode, name: string | null): CompiledQuery | undefined {
    if (this.compiling === 'never') return undefined;
    const known = this.known.get(key);
    if (typeof known === 'function') return known;
    if (known === 'INTERPRETED') return undefined;
    if (known === undefined && this.compiling === 'again') {
      this.known.set(key, 'SEEN', { size: 1 });
      return undefined;
    }
    const operation = getOperationAST(document, name);
    const size = fieldsIn(document, operation, LARGEST);
    const compiled = operation && size < LARGEST ? this.compile(document, operation) : undefined;
    this.known.set(key, compiled ?? 'INTERPRETED', { size: compiled ? size : 1 });
    return compiled;
  }

  private compile(
    document: DocumentNode,
    operation: OperationDefinitionNode,
  ): CompiledQuery | undefined {
    if (operation.operation !== OperationTypeNode.QUERY) return undefined;
    const taking = withVariablesAsTheyAre(document, operation);
    const compiled = compileQuery(this.taking, taking, operation.name?.value);
    if (!isCompiledQuery(compiled)) return undefined;
    const { variableDefinitions = [] } = operation;
    return async (context, variables) => {
      const { coerced, errors } = getVariableValues(this.schema, variableDefinitions, variables);
      return errors ? { errors } : compiled.query(undefined, context, coerced);
    };
  }
}

/** The fields of an operation with its fragments written out wherever they stand; at most so many. */
function fieldsIn(
  document: DocumentNode,
  of: OperationDefinitionNode | FragmentDefinitionNode | SelectionNode | undefined | null,
  most: number,
): number {
  if (!of || most <= 0) return 0;
  if (of.kind === Kind.FRAGMENT_SPREAD) {
    return fieldsIn(document, fragmentNamed(document, of.name.value), most);
  }
  let count = of.kind === Kind.FIELD ? 1 : 0;
  for (const selection of of.selectionSet?.selections ?? []) {
    if (count >= most) break;
    count += fieldsIn(document, selection, most - count);
  }
  return count;
}

const COERCED = new GraphQLScalarType({ name: 'Coerced' });

/**
 * A document whose operation takes its variables without a look at them. graphql-jit would write out
 * every input type that a variable's type leads to, and ours lead to each other: one filter ended in
 * gigabytes of code.
 */
function withVariablesAsTheyAre(
  document: DocumentNode,
  operation: OperationDefinitionNode,
): DocumentNode {
  const variableDefinitions = operation.variableDefinitions?.map(
    ({ variable }): VariableDefinitionNode => ({
      kind: Kind.VARIABLE_DEFINITION,
      variable,
      type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: COERCED.name } },
    }),
  );
  const taking = { ...operation, ...(variableDefinitions && { variableDefinitions }) };
  const definitions = document.definitions.map((made) => (made === operation ? taking : made));
  return { ...document, definitions };
}
