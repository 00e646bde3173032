import { type DocumentNode, execute, type GraphQLSchema } from 'graphql';
import { sightOf } from '../../access/viewer.ts';
import type { LogStamp } from '../../events/stamp.ts';
import type { RequestContext } from '../../request/context.ts';
import { CompiledQueries, type Compiling } from './compiled.ts';
import { DataText, KeptAnswers } from './kept-answers.ts';
import { isLasting } from './lasting.ts';

export interface AnswersOptions {
  readonly schema: GraphQLSchema;
  readonly compiling: Compiling;
  /** How much may be kept. */
  readonly keptBytes: number;
  readonly stamp: LogStamp;
}

/** An operation that was admitted. */
export interface Admitted {
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Answers queries quicker than graphql-js does alone: out of memory, together with others who ask the
 * same, or compiled. Whatever it does not answer whole, with no error, is left to graphql-js.
 */
export class Answers {
  private readonly compiled: CompiledQueries;
  private readonly kept: KeptAnswers;
  private readonly numbers = new WeakMap<DocumentNode, number>();
  private documents = 0;

  constructor(private readonly options: AnswersOptions) {
    this.compiled = new CompiledQueries(options.schema, options.compiling);
    this.kept = new KeptAnswers(options.keptBytes, options.stamp);
  }

  /** The answer's data, as itself or as JSON; undefined where graphql-js is to answer. */
  async dataOf(operation: Admitted, context: RequestContext): Promise<object | undefined> {
    const { document, operationName } = operation;
    const key = this.keyOf(operation);
    const query = this.compiled.of(key, document, operationName);
    const isKept = isLasting(this.options.schema, document, operationName);
    if (!query && !(isKept && this.options.stamp.known())) return undefined;
    const run = async () => {
      const { data, errors } = query
        ? await query(context, operation.variables)
        : await execute({
            schema: this.options.schema,
            ...{ document, operationName, contextValue: context },
            variableValues: operation.variables,
          });
      return errors ? undefined : data;
    };
    if (!isKept) return (await run()) ?? undefined;
    const make = async () => {
      const data = await run();
      return data ? new DataText(Buffer.from(JSON.stringify(data))) : undefined;
    };
    // Of equal keys the answers are equal, while the log stands still.
    const asked = JSON.stringify([key, operation.variables, sightOf(context.viewer)]);
    return this.kept.of(asked, make, context.signal);
  }

  /** Names an operation among all, for as long as Apollo keeps the parsed document. */
  private keyOf({ document, operationName }: Admitted): string {
    const number = this.numbers.get(document) ?? (this.documents += 1);
    this.numbers.set(document, number);
    return `${number} ${operationName ?? ''}`;
  }
}
