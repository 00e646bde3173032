import { type Kysely, type RawBuilder, sql } from 'kysely';
import { isUuid } from '../kit/uuid.ts';
import type { NewEvent } from './event.ts';
import { followableOf } from './followable.ts';

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
             join unnest(${raises.map(({ id }) => id)}::uuid[], ${raises.map(({ by }) => by)}::int[])
               as raise (id, by) using (id)
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
 * versions before: the log's guard looks. One statement, which also reads what the modules say that
 * a row concerns (`followable`); nobody is notified here, for a NOTIFY makes writers queue at commit.
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
    about: concernedBy(event),
    stages: stagesIn(event),
    actor: event.actor,
    source: event.source,
    idempotency_key: event.idempotencyKey,
  }));
  await sql`
    insert into event (kind, entity_type, entity_id, entity_code, version, changes,
                       scope_before, scope_after, about, stages, actor, source, idempotency_key)
    select kind, entity_type, entity_id, current.code, version, changes, scope_before, scope_after,
           array(select distinct unnest(appended.about || current.about)),
           array(select distinct unnest(array_append(appended.stages, current.stage))
                except select null),
           actor, source, idempotency_key
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as appended
           (slot int, kind text, entity_type text, entity_id uuid, version int, changes jsonb,
            scope_before uuid[], scope_after uuid[], about uuid[], stages text[],
            actor text, source text, idempotency_key text)
      left join lateral (${followedRows(events)}) current on true
     order by slot`.execute(db);
}

/** The rows ids in what changed, before and after; where it lay and lies; and the entity's own. */
function concernedBy({ entityId, changes, scopeBefore, scopeAfter }: NewEvent): string[] {
  return [...new Set([entityId, ...scopeBefore, ...scopeAfter, ...idsWithin(changes)])];
}

function idsWithin(value: unknown): string[] {
  if (typeof value === 'string') return isUuid(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(idsWithin);
}

/** The stages between which a change moves it. */
function stagesIn({ entityType, changes }: NewEvent): string[] {
  const field = followableOf(entityType)?.stage;
  return changes
    .filter((change) => change.field === field)
    .flatMap(({ before, after }) => [before, after])
    .filter((stage) => typeof stage === 'string');
}

/** What the modules say of an appended event's row, of whichever table it is. */
function followedRows(events: readonly NewEvent[]): RawBuilder<unknown> {
  const tables = [...new Set(events.map(({ entityType }) => entityType))].sort();
  const nothing = sql`
    select null::text as code, null::text as stage, null::uuid[] as about where false`;
  const selects = tables
    .map(followableOf)
    .filter((declared) => declared !== undefined)
    .map(
      ({ table, code, stage, about = [] }) => sql`
    select ${column(code)}, ${column(stage)}, ${sql.raw(['null::uuid[]', ...about].join(' || '))}
      from ${sql.table(table)} as followed
     where appended.entity_type = ${sql.lit(table)}
       and followed.id = appended.entity_id`,
    );
  return sql.join([nothing, ...selects], sql` union all `);
}

function column(name: string | undefined): RawBuilder<unknown> {
  return name === undefined ? sql`null` : sql.ref(`followed.${name}`);
}
