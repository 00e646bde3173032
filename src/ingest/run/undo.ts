import { isDeepStrictEqual } from 'node:util';
import { type EntityClass, ReferenceKind } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../../db/database.ts';
import { belonging, isAggregate, unwrapped, type Versioned } from '../../events/belonging.ts';
import { tellAppended } from '../../events/appended.ts';
import { metaOf, UnitOfWorkChanges } from '../../events/changes.ts';
import type { Change } from '../../events/event.ts';
import { propertiesOf } from '../../events/fields.ts';
import { DomainError, UnknownCode } from '../../kit/errors.ts';
import { isUuid } from '../../kit/uuid.ts';
import { auditedBy, auditEntry } from '../../request/audit.ts';
import { command, type CommandContext } from '../../request/command.ts';
import { claimKey, keepOutput } from '../../request/idempotency.ts';
import { runSteps, type Steps } from '../../request/steps.ts';
import type { Asked, WrittenBy } from '../../request/written-by.ts';
import { claimedSince, isOfClaims, takeBackClaim } from './claims.ts';
import { isRefusedByDatabase } from './database-fault.ts';
import type { Undoable } from './outcomes.ts';
import { tellRun } from './run-events.ts';
import type { RunState } from './run-store.ts';

/** One thing that a later writer has touched, so that the run cannot be taken back. */
export interface Touched {
  /** As "project byd-1". */
  readonly what: string;
  readonly field: string | null;
  /** What the run had left there, and what is there now. */
  readonly left: unknown;
  readonly now: unknown;
}

/** Later writers have touched what the run wrote. */
class TouchedSince extends DomainError {
  readonly code = 'IMPORT_TOUCHED';

  constructor(run: string, touched: readonly Touched[]) {
    super(
      `What run ${run} wrote was changed since: ${listed(touched)}. Nothing was taken back; undo the later runs first, or correct these by hand.`,
      ['run'],
      { touched: touched.slice(0, TOLD) },
    );
  }
}

class NotUndoable extends DomainError {
  readonly code = 'IMPORT_NOT_UNDOABLE';

  constructor(run: string, state: RunState, isDry: boolean) {
    super(
      isDry
        ? `Run ${run} was a dry run: it wrote nothing.`
        : `Run ${run} is ${state}: ${whyNot(state)}`,
      ['run'],
    );
  }
}

function whyNot(state: RunState): string {
  if (state === 'UNDONE') return 'it was taken back already.';
  if (state === 'REFUSED') return 'it wrote nothing, and there is nothing to take back.';
  return 'cancel it, or wait for its end, and undo it then.';
}

const TOLD = 20;
const CHUNK = 500;

function listed(touched: readonly Touched[]): string {
  const told = touched
    .slice(0, 3)
    .map(({ what, field }) => (field === null ? what : `${what} (${field})`));
  const more = touched.length - told.length;
  return `${told.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/**
 * Takes back all that a run wrote, in one transaction: what it made goes, and what it changed is as
 * it was. Events, history and the run itself stay. What a caller of the graph asked for is audited as
 * a whole, and done once for each of his keys.
 *
 * @throws UnknownCode, NotUndoable; TouchedSince, with what has changed since the run
 */
export async function undoImport(database: Database, id: string, by: WrittenBy): Promise<void> {
  const { asked, ...rest } = by;
  const within = asked?.viewer ?? by.within;
  await runSteps(database, { ...rest, ...(within && { within }) }, async (steps) => {
    const { db } = steps;
    if (await claimKey(db, by, { run: id })) return;
    await takeBackRun(steps, id);
    await sql`
      update import_run set state = 'UNDONE', undone_at = now(), undone_by = ${by.actor}
       where id = ${id}`.execute(db);
    await tellRun(db, { id, actor: by.actor }, 'IMPORT_UNDONE');
    await keepOutput(db, by, { run: id });
    if (asked) await auditUndo(db, id, asked);
  });
  tellAppended(database);
}

async function takeBackRun(steps: Steps, id: string): Promise<void> {
  const { db } = steps;
  const { state, isDry } = await heldRun(db, id);
  if (isDry || !UNDOABLE.has(state)) throw new NotUndoable(id, state, isDry);
  const touched: Touched[] = [];
  for await (const changes of backwards(db, id)) {
    const { output } = await steps.run(takeBack, { changes }).catch((error: unknown) => {
      if (!isRefusedByDatabase(error)) throw error;
      throw new TouchedSince(id, [heldBy(error, changes)]);
    });
    touched.push(...output, ...(await toldAbout(db, changes)));
    if (touched.length >= TOLD) break;
  }
  if (touched.length > 0) throw new TouchedSince(id, touched);
}

const UNDOABLE = new Set<RunState>(['DONE', 'INTERRUPTED', 'FAILED', 'CANCELLED']);

/** What the run made, and a later writer's row names, so that the database does not let it go. */
function heldBy(error: Error, changes: readonly Undoable[]): Touched {
  const { detail = '' } = error as Error & { readonly detail?: string };
  const [, made = 'row'] = /on table "([^"]*)"/.exec(error.message) ?? [];
  const [, key = '', holder = 'row'] = /\(id\)=\((.*)\) .* table "(.*)"/.exec(detail) ?? [];
  const born = changes.find(({ entityId }) => entityId === key);
  const code = born?.changes.find(({ field }) => field === 'code')?.after;
  const name = typeof code === 'string' ? code : key;
  const what = `${worded(made)} ${name}, which a later ${worded(holder)} names`;
  return { what, field: null, left: null, now: null };
}

const worded = (table: string) => table.replaceAll('_', ' ');

async function heldRun(
  db: Kysely<unknown>,
  id: string,
): Promise<{ readonly state: RunState; readonly isDry: boolean }> {
  if (!isUuid(id)) throw new UnknownCode('import run', id, ['run']);
  const { rows } = await sql<{ state: RunState; isDry: boolean }>`
    select state, is_dry as "isDry" from import_run where id = ${id} for update`.execute(db);
  const [run] = rows;
  if (!run) throw new UnknownCode('import run', id, ['run']);
  return run;
}

function auditUndo(db: Kysely<unknown>, id: string, asked: Asked): Promise<void> {
  const { viewer, operation, requestId } = asked;
  const what = { entityType: 'import_run', entityCode: id };
  return auditEntry(db, {
    ...auditedBy(viewer, requestId),
    ...{ operation, outcome: 'DONE', ...what },
  });
}

async function* backwards(db: Kysely<unknown>, id: string): AsyncGenerator<readonly Undoable[]> {
  for (let below = 2 ** 31 - 1; ;) {
    const { rows } = await sql<Undoable & { ordinal: number }>`
      select ordinal, entity_type as "entityType", entity_id as "entityId", kind, changes
        from import_change where run_id = ${id} and ordinal < ${below}
       order by ordinal desc limit ${CHUNK}`.execute(db);
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    below = last.ordinal;
  }
}

/** Takes back some changes, the last first; answers what somebody has touched since. */
const takeBack = command(
  async (
    context,
    { changes }: { readonly changes: readonly Undoable[] },
  ): Promise<readonly Touched[]> => {
    const { em } = context;
    const held = await loaded(em, changes);
    const touched: Touched[] = [];
    for (const change of changes) {
      const entity = held.get(`${change.entityType} ${change.entityId}`);
      if (!entity) touched.push(goneSince(change));
      else touched.push(...(await takeBackOne(context, change, entity)));
    }
    return touched;
  },
);

/** All entities of these changes, by type and id: one statement for each type. */
async function loaded(
  em: EntityManager,
  changes: readonly Undoable[],
): Promise<ReadonlyMap<string, object>> {
  const found = new Map<string, object>();
  for (const [type, some] of Map.groupBy(changes, ({ entityType }) => entityType)) {
    const ids = some.map(({ entityId }) => entityId);
    const entities = await em.find(classOf(em, type), { id: { $in: ids } });
    for (const entity of entities) found.set(`${type} ${(entity as { id: string }).id}`, entity);
  }
  return found;
}

async function takeBackOne(
  context: CommandContext,
  { kind, changes }: Undoable,
  entity: object,
): Promise<readonly Touched[]> {
  const { em } = context;
  if (isOfClaims(metaOf(entity))) {
    const owner = await recordOfOwner(context, entity);
    const later = await claimedSince(em, entity);
    if (later) return [{ what: nameOf(owner ?? entity), ...later }];
    await takeBackClaim(em, entity);
    return [];
  }
  const now = new UnitOfWorkChanges(em).readableOf(entity);
  const touched = changes
    .filter(({ field, after }) => !isDeepStrictEqual(now[field] ?? null, after))
    .map(({ field, after }) => ({
      what: nameOf(entity),
      field,
      left: after,
      now: now[field] ?? null,
    }));
  if (touched.length > 0) return touched;
  await recordOfOwner(context, entity);
  if (kind === 'BORN') em.remove(entity);
  else em.assign(entity, before(entity, changes) as never);
  return [];
}

/** The aggregate that an entity is or belongs to tells of it. */
async function recordOfOwner(
  { em, record }: CommandContext,
  entity: object,
): Promise<object | null> {
  let at: object | null = entity;
  while (at && !isAggregate(metaOf(at))) {
    const owner = belonging(metaOf(at));
    const held: unknown = owner && (at as Record<string, unknown>)[owner.property];
    if (!owner || typeof held !== 'object' || held === null) return null;
    const { id } = unwrapped(held) as { id: string };
    at = await em.findOne(owner.to.class as EntityClass<object>, { id });
  }
  if (at) record('IMPORT_UNDONE', at as Versioned);
  return at;
}

/**
 * Numbers and statements that others have told of what these changes made: no reference of the
 * database holds them. Those of the run itself are gone by now, for they came later in it.
 */
async function toldAbout(db: Kysely<unknown>, changes: readonly Undoable[]): Promise<Touched[]> {
  const made = changes.filter(({ kind }) => kind === 'BORN').map(({ entityId }) => entityId);
  if (made.length === 0) return [];
  const { rows } = await sql<{ what: string }>`
    select 'observation ' || code as what from observation where subject_id = any (${made}::uuid[])
     union all
    select 'statement ' || code from statement where subject_id = any (${made}::uuid[])
     order by what limit ${TOLD}`.execute(db);
  return rows.map(({ what }) => ({ what, field: null, left: 'not there', now: 'there' }));
}

/** What the changed properties held, as the unit of work takes them. */
function before(entity: object, changes: readonly Change[]): Record<string, unknown> {
  const properties = new Map(propertiesOf(metaOf(entity)).map((one) => [one.name, one]));
  return Object.fromEntries(
    changes.map(({ field, before: value }) => {
      const property = properties.get(field);
      if (property?.kind !== ReferenceKind.EMBEDDED) return [field, value];
      const nothing = Object.fromEntries(
        Object.keys(property.embeddedProps).map((part) => [part, null]),
      );
      return [field, { ...nothing, ...(value as object | null) }];
    }),
  );
}

const goneSince = ({ entityType, entityId }: Undoable): Touched => ({
  what: `${entityType} ${entityId}`,
  field: null,
  left: 'there',
  now: 'gone',
});

function nameOf(entity: object): string {
  const { id, code } = entity as { id: string; code?: string };
  return `${metaOf(entity).tableName.replaceAll('_', ' ')} ${code ?? id}`;
}

function classOf(em: EntityManager, name: string): EntityClass<object> {
  return em.getMetadata().getByClassName(name).class as EntityClass<object>;
}
