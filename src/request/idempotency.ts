import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { BadInput, DomainError } from '../kit/errors.ts';
import type { WrittenBy } from './written-by.ts';

/** For so long a key is kept; after it, the same key is a new one. docs/writing.md promises it. */
export const KEY_DAYS = 7;
const LONGEST_KEY = 200;
/** Keys past their days that one write takes away: more than it adds, so they never pile up. */
const SWEPT = 10;

/** The key of one thing, sent along with another. */
class KeyReused extends DomainError {
  readonly code = 'IDEMPOTENCY_KEY_REUSED';

  constructor(key: string, operation: string, isSame: boolean) {
    super(
      isSame
        ? `The key "${key}" was already used for ${operation} with another input: take a new key for what is new, and send the same input to ask again.`
        : `The key "${key}" was already used for ${operation}: take a new key for every mutation.`,
      ['idempotencyKey'],
    );
  }
}

/**
 * Takes the caller's key for this write, in the write's own transaction, so that there is a key only
 * where there is what it stands for: not after a refusal, and also after a crash between commit and
 * answer. Whoever comes with the same key while the first is at it waits here, on the unique key, on
 * whatever gateway; then he gets the first one's output, or the key, if the first has failed.
 *
 * Keys are each actor's own. Old ones go by the way, a few with every new one: no clock, no leader.
 *
 * @returns the output of the first, or undefined where this is the first.
 * @throws KeyReused where the first was something else.
 */
export async function claimKey(
  db: Kysely<unknown>,
  { actor, idempotencyKey: key, asked }: WrittenBy,
  input: unknown,
): Promise<{ readonly output: unknown } | undefined> {
  if (!asked || key === undefined) return undefined;
  if (key.trim() === '' || key.length > LONGEST_KEY) {
    throw new BadInput(`A key has 1 to ${LONGEST_KEY} characters that are not all blank.`, [
      'idempotencyKey',
    ]);
  }
  const { operation } = asked;
  const hash = hashOf(input);
  const claimed = await sql`
      with old as (
           select actor, key from idempotent_write
            where written_at < now() - make_interval(days => ${KEY_DAYS}) and (actor, key) <> (${actor}, ${key})
            order by written_at limit ${SWEPT} for update skip locked),
           swept as (
           delete from idempotent_write using old
            where idempotent_write.actor = old.actor and idempotent_write.key = old.key)
    insert into idempotent_write as known (actor, key, operation, input_hash)
    values (${actor}, ${key}, ${operation}, ${hash})
        on conflict (actor, key) do update
           set operation = excluded.operation, input_hash = excluded.input_hash, output = null,
               written_at = excluded.written_at
         where known.written_at < now() - make_interval(days => ${KEY_DAYS})
 returning key`.execute(db);
  if (claimed.rows.length > 0) return undefined;
  const { rows } = await sql<{ operation: string; hash: string; output: unknown }>`
    select operation, input_hash as hash, output from idempotent_write
     where actor = ${actor} and key = ${key}`.execute(db);
  const [first] = rows;
  if (!first) throw new Error(`The key ${key} was there, and is gone.`);
  if (first.operation !== operation || first.hash !== hash) {
    throw new KeyReused(key, first.operation, first.operation === operation);
  }
  return { output: first.output };
}

/** Keeps what the write answers, for whoever comes with its key again. */
export async function keepOutput(
  db: Kysely<unknown>,
  { actor, idempotencyKey: key, asked }: WrittenBy,
  output: unknown,
): Promise<void> {
  if (!asked || key === undefined) return;
  await sql`
    update idempotent_write set output = ${JSON.stringify(output ?? null)}::jsonb
     where actor = ${actor} and key = ${key}`.execute(db);
}

/** Of the input alone, in whatever order its fields were written; the key is none of it. */
function hashOf(input: unknown): string {
  const { idempotencyKey: _key, ...rest } = input as { idempotencyKey?: unknown };
  return createHash('sha256').update(JSON.stringify(rest, inOrder)).digest('hex');
}

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
