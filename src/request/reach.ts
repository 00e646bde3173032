import type { EntityManager } from '@mikro-orm/core';
import { Forbidden } from '../access/refusals.ts';
import { isWithin, type Scope } from '../access/scope.ts';
import type { Viewer } from '../access/viewer.ts';
import { metaOf } from '../events/changes.ts';
import type { Written } from '../events/recording.ts';
import { UnknownCode } from '../kit/errors.ts';

/** A table whose rows lie in a reporting unit, and are changed only by whom that is within reach of. */
export interface RowScoped {
  readonly table: string;
  /** What a row is called in messages. */
  readonly kind: string;
  /** Whether who is out of its scope must not even know of a row. */
  readonly isHidden: boolean;
  /** The field of inputs that says where a row lies. */
  readonly placedBy: string;
}

const register = new Map<string, RowScoped>();

/** Makes a table's rows row-scoped. Said beside the entity, so that no write goes past it. */
export function rowScoped(declared: RowScoped): void {
  register.set(declared.table, declared);
}

/** What each unit of work may see: all where nothing is said. */
const sights = new WeakMap<EntityManager, Scope>();

/** Hides from a command's look-ups what its caller must not know of. */
export function limitSight(em: EntityManager, sees: Scope): void {
  sights.set(em, sees);
}

/** Whether what a command has found is to be treated as if it were not there. */
export function isOutOfSight(em: EntityManager, entity: object): boolean {
  if (!register.get(metaOf(entity).tableName)?.isHidden) return false;
  const { district } = entity as { district?: { id: string } | null };
  return isPlaceOutOfSight(em, district?.id ?? null);
}

/** The same of something hidden that lies in this reporting unit, or in none that is known. */
export function isPlaceOutOfSight(em: EntityManager, district: string | null): boolean {
  return !isWithin(sights.get(em) ?? 'ALL', [district]);
}

/** Whether the caller of a command sees everything there is. */
export function seesAll(em: EntityManager): boolean {
  return (sights.get(em) ?? 'ALL') === 'ALL';
}

/**
 * The last door before a commit, whatever the command looked at: all that it changed lay within the
 * caller's reach before, and lies there after. A row that he may not know of is unknown here, too.
 *
 * @throws UnknownCode, Forbidden
 */
export function checkReach(written: readonly Written[], { sees, mayChange }: Viewer): void {
  for (const { root, table, isBorn, isGone, scopeBefore, scopeAfter } of written) {
    const declared = register.get(table);
    if (!declared) continue;
    const { kind, isHidden, placedBy } = declared;
    const { code } = root as unknown as { code: string };
    if (!isBorn && isHidden && !isWithin(sees, scopeBefore)) throw new UnknownCode(kind, code);
    if (!isBorn && !isWithin(mayChange, scopeBefore)) {
      throw new Forbidden(
        `The ${kind} "${code}" lies in no district that is yours to change. Ask an office whose district it is.`,
        ['code'],
      );
    }
    if (!isGone && !isWithin(mayChange, scopeAfter)) {
      throw new Forbidden(
        `The ${kind} "${code}" would lie in no district that is yours to change: name one of yours as its ${placedBy}.`,
        [placedBy],
      );
    }
  }
}
