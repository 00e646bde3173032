import { IsolationLevel } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../db/database.ts';
import { tellAppended } from '../events/appended.ts';
import { type RowIds, StaleRows } from '../events/recording.ts';
import {
  ATTEMPTS,
  type Command,
  isPassing,
  jitter,
  type Performed,
  performIn,
  type WrittenBy,
} from './command.ts';

/** Commands one after the other in one transaction. */
export interface Steps {
  readonly db: Kysely<unknown>;
  /**
   * Runs a command with a unit of work of its own, however many went before: its events are appended,
   * and nothing of it is kept in memory. What it throws, the database's own rules included, leaves
   * the transaction as it was before this step.
   */
  readonly run: <Input, Output>(
    command: Command<Input, Output>,
    input: Input,
  ) => Promise<Performed<Output>>;
}

/**
 * Runs steps in one transaction: all of them are kept, or nothing.
 *
 * @param isKept asked at the end; what is not kept is rolled back, as if it had not been run.
 */
export async function runSteps<Result>(
  database: Database,
  by: WrittenBy,
  body: (steps: Steps) => Promise<Result>,
  isKept: (result: Result) => boolean = () => true,
): Promise<Result> {
  const em = database.orm.em.fork() as EntityManager;
  await em.begin({ isolationLevel: IsolationLevel.READ_COMMITTED });
  const db: Kysely<unknown> = em.getKysely();
  let appended = 0;
  const run: Steps['run'] = async (command, input) => {
    const done = await attemptStep(em, db, command, input, by);
    appended += done.appended;
    return done;
  };
  try {
    // An import's own statements are many and small; its transaction may wait for the file.
    await sql`set local idle_in_transaction_session_timeout = 0`.execute(db);
    await sql`set local statement_timeout = 0`.execute(db);
    const result = await body({ db, run });
    if (isKept(result)) await em.commit();
    else await em.rollback();
    if (appended > 0 && isKept(result)) tellAppended(database);
    return result;
  } catch (error) {
    await em.rollback().catch(() => {});
    throw error;
  }
}

async function attemptStep<Input, Output>(
  outer: EntityManager,
  db: Kysely<unknown>,
  command: Command<Input, Output>,
  input: Input,
  by: WrittenBy,
): Promise<Performed<Output>> {
  let held: RowIds = new Map();
  for (let attempt = 1; ; attempt += 1) {
    await sql`savepoint step`.execute(db);
    try {
      const em = outer.fork({ keepTransactionContext: true, freshEventManager: true });
      const performed = await performIn(em, command, input, by, held);
      // What is checked at the commit is checked here, where it is known of which step it is.
      await sql`set constraints all immediate`.execute(db);
      await sql`set constraints all deferred`.execute(db);
      await sql`release savepoint step`.execute(db);
      return performed;
    } catch (error) {
      await sql`rollback to savepoint step`.execute(db);
      if (attempt === ATTEMPTS || !isPassing(error)) throw error;
      // What another transaction made or removed first shows at the second try, or it is a fault.
      if (String((error as { code?: unknown }).code).startsWith('235') && attempt > 1) throw error;
      if (error instanceof StaleRows) held = error.wanted;
      await jitter(attempt);
    }
  }
}
