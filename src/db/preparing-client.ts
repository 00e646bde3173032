import { Client, type ClientConfig, DatabaseError, type QueryResult } from 'pg';
import { timed } from './waited.ts';

/** What pg keeps of a session and does not declare: the texts behind the names, and `I` while idle. */
interface Session {
  readonly connection: { parsedStatements: Record<string, string> };
  getTransactionStatus(): string | null;
}

/** Texts that one connection remembers; some kilobytes each here, and a plan on the server. */
const REMEMBERED = 200;

/** What has no parameters may be several statements, which cannot be prepared; a read is one. */
const READS = /^\s*select\b/i;

/** SQLSTATEs of what took too long. */
const QUERY_CANCELED = '57014';
const LOCK_NOT_AVAILABLE = '55P03';

/** Of a statement whose result has other columns since its plan was made: a migration ran meanwhile. */
const PLAN_IS_STALE = 'RevalidateCachedQuery';

type Query = (text: unknown, values?: unknown, callback?: unknown) => Promise<QueryResult>;

/**
 * A connection that has the server keep the plan of each statement which it is given a second
 * time, reads and what has parameters: planning takes longer than running for most of ours. A text that comes once leaves
 * nothing on the server.
 */
export class PreparingClient extends Client {
  /** By text: the statement's name, or undefined after the first time. */
  private readonly seen = new Map<string, string | undefined>();
  private named = 0;

  constructor(private readonly bounds: ClientConfig = {}) {
    super(bounds);
  }

  // pg declares some dozen ways to call this; those with a callback or a query object pass as they are.
  override query = ((text: unknown, values?: unknown, callback?: unknown) => {
    const isOurs = typeof text === 'string' && Array.isArray(values) && !callback;
    if (!isOurs) return this.send(text, values, callback);
    return timed(
      () => this.ask(text, values),
      ({ code }) => {
        if (code === QUERY_CANCELED) return this.bounds.statement_timeout;
        return code === LOCK_NOT_AVAILABLE ? this.bounds.lock_timeout : undefined;
      },
    );
  }) as Client['query'];

  private ask(text: string, values: unknown[]): Promise<QueryResult> {
    if (values.length === 0 && !READS.test(text)) return this.send(text, values);
    const name = this.nameOf(text);
    if (name === undefined) return this.send(text, values);
    return this.send({ name, text, values }).catch((error: unknown) => {
      if (!isStalePlan(error)) throw error;
      this.forget();
      // Within a transaction nothing goes on after an error; its next try finds no stale plan.
      if (this.session.getTransactionStatus() !== 'I') throw error;
      return this.send(text, values);
    });
  }

  private readonly send: Query = (...args) => (super.query as unknown as Query)(...args);

  private nameOf(text: string): string | undefined {
    if (!this.seen.has(text)) {
      if (this.seen.size === REMEMBERED) this.forget();
      this.seen.set(text, undefined);
      return undefined;
    }
    const name = this.seen.get(text) ?? `kept_${(this.named += 1)}`;
    this.seen.set(text, name);
    return name;
  }

  /** Rather all than one: what is asked often is soon prepared again. */
  private forget(): void {
    this.seen.clear();
    this.session.connection.parsedStatements = {};
    // It waits its turn, before what is asked next; where the transaction has failed, or the session
    // is gone, the plans stay for as long as the session.
    this.send('deallocate all').catch(() => {});
  }

  private get session(): Session {
    return this as unknown as Session;
  }
}

/** Whether a transaction failed for a plan that a migration has overtaken; tried again, it passes. */
export function isStalePlan(error: unknown): boolean {
  return error instanceof DatabaseError && error.routine === PLAN_IS_STALE;
}
