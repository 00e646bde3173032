import {
  type ChangeSet,
  ChangeSetType,
  type EntityMetadata,
  type EventSubscriber,
  type FlushEventArgs,
} from '@mikro-orm/core';
import { type Kysely, sql } from 'kysely';
import { calledIn, nameColumns, type NameRow, rowsOf } from './names.ts';
import { columnsOf, searchables } from './searchable.ts';

/**
 * Keeps the index to what one command writes, in its transaction. It looks at every flush for rows
 * of which a name, code or alias changes, and at the end writes those owners' names anew, as they
 * are then: no statement at all where none changed.
 *
 * Commands that write names of one thing come one after another, since each raises the version of
 * the aggregate that it belongs to: so the last one reads what all have written.
 */
export class SearchUpkeep implements EventSubscriber {
  /** Ids of those whose names change, by table. */
  private readonly owners = new Map<string, Set<string>>();

  onFlush({ uow }: FlushEventArgs): Promise<void> {
    for (const changeSet of uow.getChangeSets()) {
      const { tableName } = changeSet.meta;
      for (const declared of searchables().values()) {
        const { table, aliases } = declared;
        if (tableName === table && touches(changeSet, columnsOf(declared))) {
          this.note(table, [(changeSet.entity as { id: unknown }).id]);
        }
        if (tableName === aliases?.table && touches(changeSet, [aliases.owner, aliases.text])) {
          this.note(table, valuesOf(changeSet, aliases.owner));
        }
      }
    }
    return Promise.resolve();
  }

  /** After the last flush: removes the rows of all that were touched, and writes what they are now. */
  async settle(db: Kysely<unknown>): Promise<void> {
    const touched = [...this.owners].map(([table, ids]) => ({ table, ids: [...ids] }));
    if (touched.length === 0) return;
    const rows: NameRow[] = [];
    for (const { table, ids } of touched) {
      const declared = searchables().get(table);
      if (!declared) continue;
      const called = await calledIn(declared, sql`where owner.id = any (${ids})`).execute(db);
      rows.push(...called.rows.flatMap(rowsOf));
    }
    const gone = touched.flatMap(({ ids }) => ids);
    await sql`delete from search_name where owner_id = any (${gone})`.execute(db);
    if (rows.length === 0) return;
    const columns = sql.join(nameColumns.map((column) => sql.ref(column)));
    await sql`
      insert into search_name (${columns})
      select ${columns}
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as named
             (owner_id uuid, type text, shelf smallint, name text, alias text, key text, pinyin text,
              initials text, english text, code text, credit_code text, grams int[])`.execute(db);
  }

  private note(table: string, ids: readonly unknown[]): void {
    const known = this.owners.get(table) ?? new Set<string>();
    this.owners.set(table, known);
    for (const id of ids) if (typeof id === 'string') known.add(id);
  }
}

/** Whether a row comes, goes, or changes in one of these columns. */
const touches = ({ type, meta, payload }: ChangeSet<object>, columns: readonly string[]): boolean =>
  type !== ChangeSetType.UPDATE ||
  Object.keys(payload).some((property) => columns.includes(columnOf(meta, property)));

/** What a row held in a column, and holds from now on. */
function valuesOf({ meta, payload, originalEntity, entity }: ChangeSet<object>, column: string) {
  const property = Object.keys(meta.properties).find((name) => columnOf(meta, name) === column);
  if (property === undefined) return [];
  const held = (entity as Record<string, unknown>)[property] as { id?: unknown } | null;
  return [payload, originalEntity, { [property]: held?.id }].map(
    (row) => (row as Record<string, unknown> | undefined)?.[property],
  );
}

const columnOf = (meta: EntityMetadata<object>, property: string): string =>
  (meta.properties as Record<string, { fieldNames?: readonly string[] }>)[property]
    ?.fieldNames?.[0] ?? property;
