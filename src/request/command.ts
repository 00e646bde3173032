import { IsolationLevel } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '../db/database.ts';
import { isStalePlan } from '../db/preparing-client.ts';
import { holdRows } from '../events/append.ts';
import { tellAppended } from '../events/appended.ts';
import type { Versioned } from '../events/belonging.ts';
import {
  type Author,
  Recording,
  type RowIds,
  StaleRows,
  type Written,
} from '../events/recording.ts';
import { SearchUpkeep } from '../search/upkeep.ts';
import { auditDone } from './audited-write.ts';
import { claimKey, keepOutput } from './idempotency.ts';
import { checkReach, limitSight } from './reach.ts';
import type { Asked, WrittenBy } from './written-by.ts';

export type { Asked, WrittenBy };

/** What a command's body works with. */
export interface CommandContext {
  readonly em: EntityManager;
  readonly actor: string;
  readonly source?: string;
  /** Who asked for it from outside; nobody for an import or the command line, which may all. */
  readonly asked?: Asked;
  /**
   * Notes what happened to an aggregate, after it was done. What changed is worked out from the
   * unit of work: the root's own fields, and rows that belong to it; if nothing did, there is no
   * event. `parts` names rows by the field under which the event shows them: those that belong to
   * another aggregate and concern this one too, or what wants a better name than its table's.
   */
  readonly record: Telling;
  /**
   * The same of an aggregate that changes only because another did: the phase after a project that
   * is withdrawn, say. Whoever may do the one need not be in reach of the other.
   */
  readonly recordConsequence: Telling;
  /** Names the document that the events tell as their source, where the author has named none. */
  readonly cite: (source: string) => void;
}

type Telling = (kind: string, root: Versioned, parts?: Readonly<Record<string, object>>) => void;

export type Command<Input, Output> = (context: CommandContext, input: Input) => Promise<Output>;

/**
 * Deadlocks, and rows that another command changed in between, are rare and short; who fails this
 * often has met something else.
 */
export const ATTEMPTS = 6;

/** serialization_failure, deadlock_detected, unique_violation, foreign_key_violation. */
const PASSING = new Set<unknown>(['40001', '40P01', '23505', '23503']);

/**
 * Marks a body as a command: to be run by `runCommand`, or called by another command with that
 * one's context, whose transaction it joins, without a savepoint.
 */
export function command<Input, Output>(body: Command<Input, Output>): Command<Input, Output> {
  return (context, input) => body(context, input);
}

/**
 * Runs a command in one transaction: its key, its body, the flush, the versions, its events, whether
 * they are within the caller's reach, what it changes of names in the search index, the audit, the
 * commit. No caller who leaves and no clock cuts it: it is done whole, or not at all.
 *
 * A body is a function of its input and the database: it is run again, with a fresh unit of work,
 * after a deadlock, a serialization fault, a key that another command took first, or when another
 * command changed a row that it had read without a lock; so the events' `before` is what the
 * database held, and no update is lost. All rows that it was about to raise are locked first the
 * next time, and so it gets through.
 *
 * With a key that was used before, the output is the first one's, as JSON.
 */
export async function runCommand<Input, Output>(
  database: Database,
  command: Command<Input, Output>,
  input: Input,
  by: WrittenBy,
): Promise<Output> {
  let held: RowIds = new Map();
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { output, appended } = await attemptCommand(database, command, input, by, held);
      if (appended > 0) tellAppended(database);
      return output;
    } catch (error) {
      if (attempt === ATTEMPTS || !isPassing(error)) throw error;
      if (error instanceof StaleRows) held = error.wanted;
      await jitter(attempt);
    }
  }
}

async function attemptCommand<Input, Output>(
  database: Database,
  command: Command<Input, Output>,
  input: Input,
  by: WrittenBy,
  held: RowIds,
): Promise<{ output: Output; appended: number }> {
  const em = database.orm.em.fork({ freshEventManager: true }) as EntityManager;
  await em.begin({ isolationLevel: IsolationLevel.READ_COMMITTED });
  try {
    const known = await claimKey(em.getKysely(), by, input);
    if (known) {
      await em.rollback();
      return { output: known.output as Output, appended: 0 };
    }
    const { output, recording, appended } = await performIn(em, command, input, by, held);
    await keepOutput(em.getKysely(), by, output);
    await em.commit();
    recording.committed();
    return { output, appended };
  } catch (error) {
    // The first fault is the one to tell; a broken connection also refuses the rollback.
    await em.rollback().catch(() => {});
    throw error;
  }
}

/** What a command did, before its transaction is committed. */
export interface Performed<Output> {
  readonly output: Output;
  readonly recording: Recording;
  readonly appended: number;
}

/**
 * One command as the unit of work of an entity manager that is new, and whose transaction is open:
 * its body, the flush, the versions, its events, the reach, the audit, the search index.
 */
export async function performIn<Input, Output>(
  em: EntityManager,
  command: Command<Input, Output>,
  input: Input,
  by: WrittenBy,
  held: RowIds = new Map(),
): Promise<Performed<Output>> {
  const author: { -readonly [Key in keyof Author]: Author[Key] } = {
    actor: by.actor,
    ...(by.source !== undefined && { source: by.source }),
    ...(by.idempotencyKey !== undefined && { idempotencyKey: by.idempotencyKey }),
  };
  const recording = new Recording(em, author);
  em.getEventManager().registerSubscriber(recording);
  const searchUpkeep = new SearchUpkeep();
  em.getEventManager().registerSubscriber(searchUpkeep);
  const viewer = by.asked?.viewer ?? by.within;
  if (viewer) limitSight(em, viewer.sees);
  for (const [table, ids] of held) await holdRows(em.getKysely(), table, ids);
  const chosen = new Set<Versioned>();
  const output = await command(
    {
      em,
      actor: by.actor,
      ...(by.source !== undefined && { source: by.source }),
      ...(by.asked && { asked: by.asked }),
      record: (kind, root, parts) => {
        chosen.add(root);
        recording.record(kind, root, parts);
      },
      recordConsequence: (kind, root, parts) => recording.record(kind, root, parts),
      cite: (source) => {
        author.source ??= source;
      },
    },
    input,
  );
  const appended = await recording.settle();
  if (viewer) {
    const [own = [], others = []] = partitioned(recording.written(), chosen);
    checkReach(own, viewer);
    if (by.asked) await auditDone(em.getKysely(), by.asked, [...own, ...others]);
  }
  await searchUpkeep.settle(em.getKysely());
  return { output, recording, appended };
}

/** What the caller asked for, and what followed from it. */
function partitioned(written: readonly Written[], chosen: ReadonlySet<Versioned>) {
  const { own, others } = Object.groupBy(written, ({ root }) =>
    chosen.has(root) ? 'own' : 'others',
  );
  return [own, others];
}

/**
 * Gone when tried again: serialization fault, deadlock, rows changed in between, a plan from before a
 * migration, the row that another command made first under the same key, which the next attempt
 * finds, and the row that another one merged into its like, which the next attempt points at.
 */
export function isPassing(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return error instanceof StaleRows || PASSING.has(code) || isStalePlan(error);
}

/** Two that met once should not meet again. */
export function jitter(attempt: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * 5 * 2 ** attempt));
}
