import { ChangeSetType, type UnitOfWork, wrap } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Change } from './event.ts';
import {
  type Field,
  fieldsOf,
  isToOne,
  type Meta,
  propertiesOf,
  type StoredRow,
} from './fields.ts';

/** An entity that a command makes, changes or removes, over all of its flushes. */
export interface Touched {
  readonly entity: object;
  readonly meta: Meta;
  /** What the database held before the command. */
  readonly original: StoredRow;
  isBorn: boolean;
  isGone: boolean;
}

/** The to-ones that say in which region an aggregate lies. */
const PLACES = ['district', 'region'];

/**
 * What a command changes, out of its unit of work. It is gathered before each flush, for a command
 * that reads what it has just changed makes the ORM flush in between.
 */
export class UnitOfWorkChanges {
  private readonly touched = new Map<object, Touched>();
  private readonly fields = new Map<Meta, readonly Field[]>();

  constructor(private readonly em: EntityManager) {}

  /** Takes over what a flush is about to write; answers the entities that were not known yet. */
  gather(unitOfWork: UnitOfWork): object[] {
    const fresh: object[] = [];
    for (const { entity, type, originalEntity, meta } of unitOfWork.getChangeSets()) {
      let touched = this.touched.get(entity);
      if (!touched) {
        const original = originalEntity ?? unitOfWork.getOriginalEntityData(entity) ?? {};
        touched = { entity, meta, original: { ...original }, isBorn: false, isGone: false };
        this.touched.set(entity, touched);
        fresh.push(entity);
      }
      touched.isBorn ||= type === ChangeSetType.CREATE;
      touched.isGone ||= type === ChangeSetType.DELETE || type === ChangeSetType.DELETE_EARLY;
    }
    return fresh;
  }

  /** Everything that will be different after the command. */
  all(): Touched[] {
    return [...this.touched.values()].filter((touched) => {
      if (touched.isBorn || touched.isGone) return touched.isBorn !== touched.isGone;
      return this.fieldChanges(touched).length > 0;
    });
  }

  of(entity: object): Touched | undefined {
    return this.touched.get(entity);
  }

  /** Whether an entity holds what no flush has written yet. */
  isDirty(entity: object): boolean {
    const stored = this.em.getUnitOfWork().getOriginalEntityData(entity);
    if (!stored) return true;
    const now = this.rowOf(entity);
    return this.fieldsOf(metaOf(entity)).some(
      (field) => !isSame(field.readable(stored), field.readable(now)),
    );
  }

  /** An entity's fields that change; of a new or a removed one, those that hold something. */
  fieldChanges(touched: Touched): Change[] {
    const { original, meta } = touched;
    const now = touched.isGone ? {} : this.rowOf(touched.entity);
    return this.fieldsOf(meta)
      .map((field) => ({
        field: field.name,
        before: touched.isBorn ? null : field.readable(original),
        after: field.readable(now),
      }))
      .filter(({ before, after }) => !isSame(before, after));
  }

  /** What an entity holds now, field by field, as the log shows it. */
  readableOf(entity: object): Readonly<Record<string, unknown>> {
    const row = this.rowOf(entity);
    const fields = this.fieldsOf(metaOf(entity));
    return Object.fromEntries(fields.map((field) => [field.name, field.readable(row)]));
  }

  /** A row of an aggregate, as one change; without the to-ones that say to which. */
  rowChange(field: string, touched: Touched, side: Side, rootId: string): Change {
    const has = { before: side !== 'after', after: side !== 'before' };
    return {
      field,
      before: has.before ? this.readableRow(touched.meta, touched.original, rootId) : null,
      after: has.after ? this.readableRow(touched.meta, this.rowOf(touched.entity), rootId) : null,
    };
  }

  /** The regions that an aggregate lay in before the command, and lies in after it. */
  scopes(entity: object): { scopeBefore: string[]; scopeAfter: string[] } {
    const touched = this.touched.get(entity);
    const now = this.rowOf(entity);
    const meta = metaOf(entity);
    const places = propertiesOf(meta).filter(
      (property) => isToOne(property) && PLACES.includes(property.name),
    );
    const within = (row: StoredRow) =>
      places.flatMap(({ name }) => {
        const place = row[name];
        if (place === undefined && !touched?.isBorn) {
          throw new Error(`${meta.className} was loaded without its ${name}, which the log needs.`);
        }
        return typeof place === 'string' ? [place] : [];
      });
    return {
      scopeBefore: touched?.isBorn ? [] : within(touched?.original ?? now),
      scopeAfter: touched?.isGone ? [] : within(now),
    };
  }

  private readableRow(meta: Meta, row: StoredRow, rootId: string): Record<string, unknown> {
    const values = this.fieldsOf(meta)
      .map((field) => [field.name, field.readable(row)] as const)
      .filter(([, value]) => value !== null && value !== rootId);
    return { id: row.id, ...Object.fromEntries(values) };
  }

  private rowOf(entity: object): StoredRow {
    return this.em.getComparator().prepareEntity(entity);
  }

  private fieldsOf(meta: Meta): readonly Field[] {
    const known = this.fields.get(meta) ?? fieldsOf(meta, this.em.getPlatform());
    this.fields.set(meta, known);
    return known;
  }
}

/** On which side of a change a row belongs to the aggregate in question. */
export type Side = 'before' | 'after' | 'both';

export function sideOf({ isBorn, isGone }: Touched): Side {
  if (isBorn) return 'after';
  return isGone ? 'before' : 'both';
}

export function metaOf(entity: object): Meta {
  return wrap(entity, true).__meta;
}

export function nameOf(entity: object): string {
  const { id } = entity as { id?: string };
  return `${metaOf(entity).className} ${id ?? '(new)'}`;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
