import type { EntityClass } from '@mikro-orm/core';
import { holdRows } from '../../events/append.ts';
import { keyOf, prefixOf } from '../../kit/relay/relay.type.ts';
import { isUuid } from '../../kit/uuid.ts';
import type { CommandContext } from '../../request/command.ts';
import { UnknownId } from './chain.errors.ts';

/** A row that has no code, as the graph's ids name it. */
interface Kind<T> {
  readonly entity: EntityClass<T>;
  readonly table: string;
  /** What its ids begin with. */
  readonly prefix: string;
  /** What messages call it. */
  readonly what: string;
}

/**
 * The row that an id names, locked until the transaction ends, as it is then: who comes second waits
 * here for the first one's commit, and finds what that one left. Not for a row that the unit of work
 * has loaded before.
 *
 * @throws UnknownId
 */
export async function heldRow<T extends { id: string }>(
  { em }: CommandContext,
  { entity, table, prefix, what }: Kind<T>,
  id: string,
): Promise<T> {
  const key = keyOf(id);
  if (prefixOf(id) !== prefix || !isUuid(key)) throw new UnknownId(what, id);
  await holdRows(em.getKysely(), table, [key]);
  const row = await em.findOne(entity, key as never);
  if (!row) throw new UnknownId(what, id);
  return row;
}
