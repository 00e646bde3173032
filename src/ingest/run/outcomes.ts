import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { belonging, isAggregate, unwrapped } from '../../events/belonging.ts';
import { sideOf, type Touched, type UnitOfWorkChanges } from '../../events/changes.ts';
import type { Change } from '../../events/event.ts';
import type { Recording } from '../../events/recording.ts';
import { isUuid } from '../../kit/uuid.ts';
import { type Outdone, outdoneAmong } from './outdone.ts';

/** What a row did, or would do. */
export interface RowOutcome {
  readonly outcome: 'NEW' | 'CHANGED' | 'UNCHANGED';
  readonly entityType: string | null;
  readonly entityId: string | null;
  /** Field by field, before and after; of a new one nothing, for it is as its row says. */
  readonly changes: readonly Change[];
  readonly outdone: readonly Outdone[];
}

/** What a run has done to one entity, so that it can be taken back. */
export interface Undoable {
  readonly entityType: string;
  readonly entityId: string;
  readonly kind: 'BORN' | 'CHANGED';
  readonly changes: readonly Change[];
}

/** What the rows of a chunk did, each by the entity that it made or found. */
export function outcomesOf(recording: Recording, entities: readonly unknown[]): RowOutcome[] {
  const { all, changes } = recording.touched();
  const byEntity = new Map(all.map((touched) => [touched.entity, touched]));
  const parts = Map.groupBy(all, (touched) => ownerOf(touched));
  return entities.map((entity) => {
    const touched = byEntity.get(entity as object);
    const { id = null } = entity as { id?: string };
    const told = {
      entityType: touched?.meta.tableName ?? null,
      entityId: id,
    };
    if (touched?.isBorn) return { ...told, outcome: 'NEW', changes: [], outdone: [] };
    const own = parts.get(entity as object) ?? [];
    const made = own.map((part) =>
      changes.rowChange(part.meta.tableName, part, sideOf(part), id ?? ''),
    );
    const changed = [...(touched ? changes.fieldChanges(touched) : []), ...made];
    const outcome = changed.length > 0 ? 'CHANGED' : 'UNCHANGED';
    return { ...told, outcome, changes: changed, outdone: outdoneAmong(own, entity) };
  });
}

/** The entity that a row without a version belongs to, where it is loaded. */
function ownerOf({ entity, meta }: Touched): object | undefined {
  if (isAggregate(meta)) return undefined;
  const owner = belonging(meta);
  const held = owner && (entity as Record<string, unknown>)[owner.property];
  return typeof held === 'object' && held !== null ? unwrapped(held) : undefined;
}

/** All that a unit of work has written, in an order in which it can be taken back from the end. */
export function undoableOf(recording: Recording): Undoable[] {
  const { all, changes } = recording.touched();
  // What others belong to comes first, so that it goes last.
  const inOrder = [...all].sort((one, other) => depthOf(one) - depthOf(other));
  return inOrder.map((touched) => undoable(touched, changes));
}

const depthOf = ({ meta }: Touched) => (isAggregate(meta) ? 0 : 1);

function undoable(touched: Touched, changes: UnitOfWorkChanges): Undoable {
  const { entity, meta, isBorn, isGone } = touched;
  if (isGone) throw new Error(`An import removed a ${meta.className}: that cannot be taken back.`);
  return {
    entityType: meta.className,
    entityId: (entity as { id: string }).id,
    kind: isBorn ? 'BORN' : 'CHANGED',
    changes: changes.fieldChanges(touched),
  };
}

/** The codes of what changes name by id: those that the unit of work knows, and one statement for others. */
export async function codesIn(
  changes: readonly Change[],
  em: EntityManager,
): Promise<ReadonlyMap<string, string>> {
  const codes = new Map<string, string>();
  for (const entity of em.getUnitOfWork().getIdentityMap()) {
    const { id, code } = entity as { id?: string; code?: string };
    if (id !== undefined && code !== undefined) codes.set(id, code);
  }
  const ids = changes
    .flatMap(({ before, after }) => [before, after])
    .filter((value) => typeof value === 'string' && isUuid(value) && !codes.has(value));
  if (ids.length === 0) return codes;
  const { rows } = await sql<{ id: string; code: string }>`
    select id, code from evidence where id = any (${ids}::uuid[])
     union all select id, code from region where id = any (${ids}::uuid[])
     union all select id, code from organisation where id = any (${ids}::uuid[])
     union all select id, code from project where id = any (${ids}::uuid[])`.execute(
    em.getKysely(),
  );
  for (const { id, code } of rows) codes.set(id, code);
  return codes;
}

/** Changes with codes in the place of ids. */
export function readable(changes: readonly Change[], codes: ReadonlyMap<string, string>): Change[] {
  const told = (value: unknown): unknown => {
    if (typeof value === 'string') return codes.get(value) ?? value;
    if (typeof value !== 'object' || value === null) return value;
    // The id of a part is another at every try, and tells a reader nothing.
    const { id: _id, ...parts } = value as { id?: unknown };
    return Object.fromEntries(Object.entries(parts).map(([key, part]) => [key, told(part)]));
  };
  return changes.map(({ field, before, after }) => ({
    field,
    before: told(before),
    after: told(after),
  }));
}
