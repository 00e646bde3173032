import type {
  EntityClass,
  EntityManager,
  FilterQuery,
  Ref,
  RequiredEntityData,
} from '@mikro-orm/core';
import type { EntityManager as SqlEntityManager } from '@mikro-orm/postgresql';
import { UnitOfWorkChanges } from '../events/changes.ts';
import { UnknownCode } from '../kit/errors.ts';
import { isOutOfSight } from './reach.ts';

/**
 * The one entity with this key: brought up to date if it is there, made if it is not.
 *
 * @param values what it holds then, or how that is found out of what it holds now.
 */
export async function put<T extends object>(
  em: EntityManager,
  entity: EntityClass<T>,
  key: Partial<RequiredEntityData<T>>,
  values:
    Partial<RequiredEntityData<T>> | ((found: T | null) => Promise<Partial<RequiredEntityData<T>>>),
): Promise<T> {
  const found = await findByKey(em, entity, key);
  const given = typeof values === 'function' ? await values(found) : values;
  const one = found ?? em.create(entity, { ...key, ...given } as RequiredEntityData<T>);
  if (found) em.assign(found, given as never);
  if ('code' in key) knownIn(em).set(placeOf(entity, String(key.code)), one);
  return one;
}

async function findByKey<T extends object>(
  em: EntityManager,
  entity: EntityClass<T>,
  key: Partial<RequiredEntityData<T>>,
): Promise<T | null> {
  const { code, ...rest } = key as { code?: unknown };
  const known = knownIn(em);
  const place = placeOf(entity, String(code));
  const isForeseen = Object.keys(rest).length === 0 && known.has(place);
  if (isForeseen) return known.get(place) as T | null;
  return em.findOne(entity, key as FilterQuery<NoInfer<T>>);
}

/**
 * Looks up at once what commands will ask for one by one, by code, and who answers for a code that is
 * no row's any more; what is not there is remembered as well.
 */
export async function foresee<T extends { code: string }>(
  em: EntityManager,
  entity: EntityClass<T>,
  codes: readonly string[],
): Promise<void> {
  const known = knownIn(em);
  const found = await em.find(entity, { code: { $in: [...codes] } } as FilterQuery<NoInfer<T>>);
  for (const code of codes) known.set(placeOf(entity, code), null);
  for (const one of found) known.set(placeOf(entity, one.code), one);
  const missing = codes.filter((code) => !known.get(placeOf(entity, code)));
  await findFormers(em, entity, missing);
}

/** Sets these properties; answers whether any of them, or one set before, is another than is stored. */
export function assignChanged<T extends object>(
  em: SqlEntityManager,
  entity: T,
  values: Partial<RequiredEntityData<T>>,
): boolean {
  em.assign(entity, values as never);
  return new UnitOfWorkChanges(em).isDirty(entity);
}

/**
 * Whom a row belonged to before it is put under another owner: that one's events tell that it left.
 * Undefined where there was no such row, or it stays.
 */
export async function formerOwner<T extends object, Owner extends object>(
  em: EntityManager,
  entity: EntityClass<T>,
  key: Partial<RequiredEntityData<T>>,
  property: keyof T & string,
  owner: Owner,
): Promise<Owner | undefined> {
  const found = await em.findOne(entity, key as FilterQuery<NoInfer<T>>);
  const held = found?.[property] as Ref<Owner> | undefined;
  const former = (await held?.load()) as Owner | null | undefined;
  return former && former !== owner ? former : undefined;
}

/**
 * What each unit of work has looked up or made by code. A load names the same few regions and
 * documents in every row; without this, looking them up is most of its statements.
 */
const lookedUp = new WeakMap<EntityManager, Map<string, object | null>>();

function knownIn(em: EntityManager): Map<string, object | null> {
  const known = lookedUp.get(em) ?? new Map<string, object | null>();
  lookedUp.set(em, known);
  return known;
}

/**
 * The entity that a command's input names by its code. What its caller must not know of is not
 * there: so every look-up of a command by code goes through here.
 */
export async function named<T extends { code: string }>(
  em: EntityManager,
  entity: EntityClass<T>,
  code: string,
  field: string,
): Promise<T> {
  const found = await lookUp(em, entity, code);
  if (!found) throw new UnknownCode(kindOf(entity), code, [field]);
  return found;
}

/** The same; null where it is not there. */
export async function lookUp<T extends { code: string }>(
  em: EntityManager,
  entity: EntityClass<T>,
  code: string,
): Promise<T | null> {
  const known = knownIn(em);
  const key = placeOf(entity, code);
  const found =
    (known.has(key)
      ? known.get(key)
      : await em.findOne(entity, { code } as FilterQuery<NoInfer<T>>)) ??
    (await formerHolder(em, entity, code));
  if (!found || isOutOfSight(em, found)) return null;
  known.set(key, found);
  return found as T;
}

type FindFormers = (
  em: EntityManager,
  codes: readonly string[],
) => Promise<ReadonlyMap<string, object | undefined>>;

const formers = new Map<string, FindFormers>();

/** Says how codes that are no row's any more lead to those that answer for them. */
export function formerCodes(entity: { name: string }, find: FindFormers): void {
  formers.set(entity.name, find);
}

/** Who answers for a code that was another one's; null where nobody does. */
export async function formerHolder<T extends object>(
  em: EntityManager,
  entity: EntityClass<T>,
  code: string,
): Promise<T | null> {
  const place = placeOfFormer(entity, code);
  if (!knownIn(em).has(place)) await findFormers(em, entity, [code]);
  return (knownIn(em).get(place) ?? null) as T | null;
}

async function findFormers(
  em: EntityManager,
  entity: { name: string },
  codes: readonly string[],
): Promise<void> {
  const find = formers.get(entity.name);
  if (!find || codes.length === 0) return;
  const found = await find(em, codes);
  for (const code of codes) knownIn(em).set(placeOfFormer(entity, code), found.get(code) ?? null);
}

const placeOf = ({ name }: { name: string }, code: string) => `${name} ${code}`;
const placeOfFormer = (entity: { name: string }, code: string) => `former ${placeOf(entity, code)}`;

/** The same for what may be left out. */
export async function namedIfAny<T extends { code: string }>(
  em: EntityManager,
  entity: EntityClass<T>,
  code: string | null | undefined,
  field: string,
): Promise<T | null> {
  return code == null ? null : named(em, entity, code, field);
}

/** The same of a correction: undefined where it is left out, null where it is cleared. */
export async function namedIfTold<T extends { code: string }>(
  em: EntityManager,
  entity: EntityClass<T>,
  code: string | null | undefined,
  field: string,
): Promise<T | null | undefined> {
  return code == null ? code : named(em, entity, code, field);
}

/** `ProjectBatch` is spoken of as a project batch. */
export const kindOf = (entity: { name: string }) =>
  entity.name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
