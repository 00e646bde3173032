import type { EntityClass, EntityManager } from '@mikro-orm/core';
import { isToOne, propertiesOf } from '../events/fields.ts';
import { metaOf } from '../events/changes.ts';
import { unwrapped } from '../events/belonging.ts';

/** A row as it is put away, to be made again: its properties, the rows that it names by their ids. */
export type KeptRow = Readonly<Record<string, unknown>> & { readonly id: string };

/** What a row holds, as JSON can keep it. */
export function keepRow(entity: object): KeptRow {
  const row = propertiesOf(metaOf(entity))
    .filter(({ embedded, persist }) => !embedded && persist !== false)
    .map((property) => {
      const held = (entity as Record<string, unknown>)[property.name];
      const isReference = isToOne(property) && typeof held === 'object' && held !== null;
      return [property.name, isReference ? (unwrapped(held) as { id: string }).id : held] as const;
    });
  return JSON.parse(JSON.stringify(Object.fromEntries(row))) as KeptRow;
}

/** Makes the row again, under its own id. */
export function makeAgain<T extends object>(
  em: EntityManager,
  entity: EntityClass<T>,
  row: KeptRow,
  changes: Readonly<Record<string, unknown>> = {},
): T {
  return em.create(entity, { ...row, ...changes } as never);
}
