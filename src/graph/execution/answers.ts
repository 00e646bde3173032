import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLSchema,
} from 'graphql';
import { sightOf } from '../../access/viewer.ts';
import type { LogStamp } from '../../events/stamp.ts';
import type { RequestContext } from '../../request/context.ts';
import { isWorthNoSecondTry } from '../database-trouble.ts';
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

/** Its data is as itself or as JSON; it has errors only where the database had no time or no room. */
export interface Answer {
  readonly data?: object | null | undefined;
  readonly errors?: readonly GraphQLError[] | undefined;
}

/**
 * Answers queries quicker than graphql-js does alone: out of memory, together with others who ask the
 * same, or compiled. What it does not answer whole is left to graphql-js, for the standard errors;
 * but not where the database was at its limits, for that would take as long, and as much, once more.
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

  /**
   * Undefined where graphql-js is to answer.
   *
   * @param mayBeKept whether it may be one that was made before.
   */
  async answerTo(
    operation: Admitted,
    context: RequestContext,
    mayBeKept = true,
  ): Promise<Answer | undefined> {
    const { document, operationName } = operation;
    const key = this.keyOf(operation);
    const query = this.compiled.of(key, document, operationName);
    const isKept = mayBeKept && isLasting(this.options.schema, document, operationName);
    if (!query && !(isKept && this.options.stamp.known())) return undefined;
    const run = async (): Promise<ExecutionResult | undefined> => {
      const answer = query
        ? await query(context, operation.variables)
        : await execute({
            schema: this.options.schema,
            ...{ document, operationName, contextValue: context },
            variableValues: operation.variables,
          });
      if (answer.errors) return answer.errors.some(isWorthNoSecondTry) ? answer : undefined;
      return answer.data ? answer : undefined;
    };
    if (!isKept) return run();
    const make = async () => {
      const answer = await run();
      if (!answer || answer.errors) return answer;
      return new DataText(Buffer.from(JSON.stringify(answer.data)));
    };
    // Of equal keys the answers are equal, while the log stands still.
    const asked = JSON.stringify([key, operation.variables, sightOf(context.viewer)]);
    const made = await this.kept.of(asked, make, context.signal);
    return made instanceof DataText ? { data: made } : made;
  }

  /** Names an operation among all, for as long as Apollo keeps the parsed document. */
  private keyOf({ document, operationName }: Admitted): string {
    const number = this.numbers.get(document) ?? (this.documents += 1);
    this.numbers.set(document, number);
    return `${number} ${operationName ?? ''}`;
  }
}
