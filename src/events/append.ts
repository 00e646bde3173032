import { type Kysely, sql } from 'kysely';
import type { NewEvent } from './event.ts';

/** By how much one entity's version rises: the number of its events in this transaction. */
export interface Raise {
  readonly id: string;
  readonly by: number;
}

/** Holds the rows until the transaction ends, in id order, so that two holders cannot deadlock. */
export async function holdRows(
  db: Kysely<unknown>,
  table: string,
  ids: readonly string[],
): Promise<void> {
  await sql`
    select id
      from ${sql.table(table)}
     where id = any(${ids}::uuid[])
     order by id
       for no key update`.execute(db);
}

/**
 * Raises the versions of an aggregate's rows, locked in id order; answers each row's new version.
 * A row that is gone is not in the answer. One statement.
 */
export async function raiseVersions(
  db: Kysely<unknown>,
  table: string,
  raises: readonly Raise[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; version: number }>`
      with held as materialized (
           select aggregate.id, raise.by
             from ${sql.table(table)} as aggregate
             join jsonb_to_recordset(${JSON.stringify(raises)}::jsonb) as raise (id uuid, by int) using (id)
            order by aggregate.id
              for no key update of aggregate)
    update ${sql.table(table)} as aggregate
       set version = aggregate.version + held.by
      from held
     where aggregate.id = held.id
 returning aggregate.id, aggregate.version`.execute(db);
  return new Map(rows.map(({ id, version }) => [id, version]));
}

/**
 * Appends events to the log, in the order given, in the caller's transaction, which has raised the
 * versions before: the log's guard looks. One statement; nobody is notified here, for a NOTIFY
 * makes writers queue at commit.
 */
export async function appendEvents(
  db: Kysely<unknown>,
  events: readonly NewEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((event, slot) => ({
    slot,
    kind: event.kind,
    entity_type: event.entityType,
    entity_id: event.entityId,
    version: event.version,
    changes: event.changes,
    scope_before: event.scopeBefore,
    scope_after: event.scopeAfter,
    actor: event.actor,
    source: event.source,
    idempotency_key: event.idempotencyKey,
  }));
  await sql`
    insert into event (kind, entity_type, entity_id, version, changes,
                       scope_before, scope_after, actor, source, idempotency_key)
    select kind, entity_type, entity_id, version, changes,
           scope_before, scope_after, actor, source, idempotency_key
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as appended
           (slot int, kind text, entity_type text, entity_id uuid, version int, changes jsonb,
            scope_before uuid[], scope_after uuid[], actor text, source text, idempotency_key text)
     order by slot`.execute(db);
}
