import type { EntityProperty } from '@mikro-orm/core';
import { isToOne, type Meta, propertiesOf } from './fields.ts';

/** An aggregate's root: what the log has events of. Its table is tracked (`track_aggregate`). */
export interface Versioned {
  id: string;
  version: number;
}

export function isAggregate(meta: Meta): boolean {
  return 'version' in meta.properties;
}

/** The to-one by which a row belongs, and what it leads to. */
export interface Belonging {
  readonly property: string;
  readonly to: Meta;
}

/**
 * By what a row without a version belongs to an aggregate: by its first to-one, as declared, that
 * leads to an aggregate, else by the first that leads to a row which belongs. Hence an entity
 * declares its owner first. A row that belongs to nothing is none of the log's concern.
 */
export function belonging(meta: Meta): Belonging | undefined {
  if (!known.has(meta)) {
    // Whoever comes back here in a circle of to-ones finds that it leads nowhere.
    known.set(meta, undefined);
    known.set(meta, findBelonging(meta));
  }
  return known.get(meta);
}

const known = new WeakMap<Meta, Belonging | undefined>();

function findBelonging(meta: Meta): Belonging | undefined {
  const toOnes = propertiesOf(meta).filter(isToOne);
  const property =
    toOnes.find((toOne) => isAggregate(targetOf(toOne))) ??
    toOnes.find((toOne) => belonging(targetOf(toOne)));
  return property && { property: property.name, to: targetOf(property) };
}

/** An entity out of what a to-one holds. */
export function unwrapped(held: object): object {
  return 'unwrap' in held && typeof held.unwrap === 'function'
    ? (held as { unwrap(): object }).unwrap()
    : held;
}

function targetOf({ targetMeta }: EntityProperty): Meta {
  return targetMeta as unknown as Meta;
}
