import {
  type DocumentNode,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { type Cost, costOf } from '../kit/cost.ts';
import { checkDocument } from './document-limits.ts';
import { type Limits, OverLimit } from './limits.ts';
import { checkVariables } from './variable-limits.ts';

/** An operation as it was sent: nothing of it has been looked at by anybody. */
export interface RequestParts {
  readonly query?: unknown;
  readonly operationName?: unknown;
  readonly variables?: unknown;
}

/** What an operation costs, as `extensions.cost` tells it. */
export interface AdmittedCost {
  readonly asked: number;
  readonly allowed: number;
}

/** Adds up what the operations of one request cost together: those of a batch share one allowance. */
export interface Spending {
  spent: number;
}

const CHARACTERS_REMEMBERED = 2 ** 20;
/** For each document: clients page by few sizes. */
const SIZES_REMEMBERED = 20;

export const newSpending = (): Spending => ({ spent: 0 });

/**
 * The one gate that every operation passes, whatever it came by: HTTP, WebSocket or event stream.
 * What can be counted is counted before parsing; what needs the schema after validation.
 */
export class Admission {
  /** Documents that have passed, which the same clients send again and again. */
  private readonly passed = new LRUCache<string, true>({
    maxSize: CHARACTERS_REMEMBERED,
    sizeCalculation: (_passed, document) => document.length,
  });
  /** By the sizes of the variables. */
  private readonly costs = new WeakMap<DocumentNode, LRUCache<string, Cost>>();
  /** How far Apollo's validation goes, and what it may tell. */
  readonly validation: { readonly maxErrors: number; readonly hideSuggestions: boolean };

  constructor(
    private readonly schema: GraphQLSchema,
    readonly limits: Limits,
  ) {
    // "Did you mean" would give away names that introspection hides.
    this.validation = { maxErrors: 20, hideSuggestions: limits.introspection === 'off' };
  }

  /**
   * First: refuses what would be dear to parse, or cannot be used.
   *
   * @throws GraphQLError
   */
  checkRequest({ query, variables, operationName }: RequestParts): void {
    if (typeof query === 'string' && !this.passed.get(query)) {
      checkDocument(query, this.limits);
      if (query.length > 0) this.passed.set(query, true);
    }
    checkVariables({ variables, operationName }, this.limits);
  }

  /**
   * Refuses an array of more operations than are allowed.
   *
   * @throws GraphQLError
   */
  checkBatch(operations: number): void {
    const { batchLimit } = this.limits;
    if (operations <= batchLimit) return;
    throw new OverLimit(
      'BATCH_TOO_LARGE',
      operations,
      batchLimit,
      `${operations} operations came in one request; ${batchLimit} are allowed. Send them in several requests.`,
    );
  }

  /**
   * Last, of a document that is valid: refuses what would cost too much to answer.
   *
   * @returns undefined when the document has no such operation, which execution tells.
   * @throws GraphQLError
   */
  checkOperation(
    document: DocumentNode,
    operationName: string | null | undefined,
    variables: Readonly<Record<string, unknown>> | null | undefined,
    spending = newSpending(),
  ): AdmittedCost | undefined {
    if (this.limits.introspection === 'off') refuseIntrospection(document);
    this.checkRoot(getOperationAST(document, operationName));
    const cost = this.costOf(document, operationName, variables);
    if (!cost) return undefined;
    const allowed = this.limits.maxCost;
    const { total, dearest } = cost;
    spending.spent += total;
    if (spending.spent <= allowed) return { asked: total, allowed };
    const before = spending.spent - total;
    const where = dearest.length > 0 ? ` Its dearest part is ${dearest.join(' > ')}.` : '';
    throw new OverLimit(
      'COST_TOO_HIGH',
      spending.spent,
      allowed,
      `This would cost ${total}${before > 0 ? `, after ${before} for what came with it` : ''}; ` +
        `${allowed} is allowed.${where} Ask for smaller pages or fewer levels, and read on by the cursors in pageInfo.`,
      { dearest },
    );
  }

  /** Of one document and variables of the same sizes the cost is the same, whatever their texts. */
  private costOf(
    document: DocumentNode,
    operationName: string | null | undefined,
    variables: Readonly<Record<string, unknown>> | null | undefined,
  ): Cost | undefined {
    const known = this.costs.get(document) ?? new LRUCache({ max: SIZES_REMEMBERED });
    this.costs.set(document, known);
    const sizes = JSON.stringify(variables ?? {}, (_name, value: unknown) =>
      typeof value === 'string' ? '' : value,
    );
    const asked = `${operationName ?? ''} ${sizes}`;
    const cost = known.get(asked) ?? costOf(this.schema, document, operationName, variables);
    if (cost) known.set(asked, cost);
    return cost;
  }

  /** graphql-js notices it only when it executes, and names no code. */
  private checkRoot(operation: OperationDefinitionNode | null | undefined): void {
    if (!operation || this.schema.getRootType(operation.operation)) return;
    throw new GraphQLError(`The graph has no ${operation.operation}s.`, {
      nodes: [operation],
      extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } },
    });
  }
}

function refuseIntrospection(document: DocumentNode): void {
  visit(document, {
    Field(node) {
      if (node.name.value !== '__schema' && node.name.value !== '__type') return;
      throw new GraphQLError(
        `Introspection is off here, so "${node.name.value}" is not answered. The schema is in the repository, as schema/schema.graphql.`,
        { nodes: [node], extensions: { code: 'INTROSPECTION_OFF', http: { status: 400 } } },
      );
    },
  });
}
