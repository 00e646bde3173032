import type { EntityClass } from '@mikro-orm/core';
import { sql } from 'kysely';
import { holdRows } from '../events/append.ts';
import type { Versioned } from '../events/belonging.ts';
import { metaOf } from '../events/changes.ts';
import { BadInput, DomainError, UnknownCode } from '../kit/errors.ts';
import type { CommandContext } from './command.ts';
import { kindOf, named } from './put.ts';
import { isOutOfSight } from './reach.ts';

/** One field on which the caller and the graph differ: as text, null where there is nothing. */
export interface FieldConflict {
  readonly field: string;
  readonly yours: string | null;
  readonly current: string | null;
}

/** Made on a state that has passed. Both sides, so that the caller can decide. */
export class VersionConflict extends DomainError {
  readonly code = 'VERSION_CONFLICT';

  constructor(
    what: string,
    readonly sides: {
      readonly version: number;
      readonly currentVersion: number;
      readonly conflicts: readonly FieldConflict[];
      readonly changedBy: string | null;
      readonly changedAt: string | null;
    },
  ) {
    super(
      `${what} is at version ${sides.currentVersion}, and you had seen version ${sides.version}: look at what it is now, and send what you still want with version ${sides.currentVersion}.`,
      ['version'],
    );
  }
}

/** What a mutation of something that is there says of it. */
interface OfVersion {
  readonly version: number;
}

/** What there is now, by the names of the input's fields. */
export type Current = Readonly<Record<string, unknown>>;

/**
 * The aggregate that an input names, locked until the transaction ends, at the version that its
 * caller had seen. Of several who come with one version, one gets through: the others wait for his
 * commit here, and then conflict with it.
 *
 * @param current what the input's fields are now; those in which the two differ are told
 * @throws UnknownCode, VersionConflict
 */
export async function held<T extends Versioned & { code: string }>(
  context: CommandContext,
  entity: EntityClass<T>,
  code: string,
  input: OfVersion,
  current: (found: T) => Current | Promise<Current> = () => ({}),
  field = 'code',
): Promise<T> {
  const { em } = context;
  const found = await named(em, entity, code, field);
  await holdRows(em.getKysely(), metaOf(found).tableName, [found.id]);
  // As it is now that nobody else can change it; while we waited it may have gone, or gone elsewhere.
  const fresh = (await em.refresh(found)) as T | null;
  if (!fresh || isOutOfSight(em, fresh)) throw new UnknownCode(kindOf(entity), code, [field]);
  await checkVersion(context, {
    what: `The ${kindOf(entity)} "${code}"`,
    id: found.id,
    version: found.version,
    input,
    current: () => current(found),
  });
  return found;
}

/**
 * The same comparison for a row that is no aggregate and has a `revision`: lock it first, as `held`
 * does, and read it again.
 *
 * @throws VersionConflict, BadInput for a version that there never was
 */
export async function checkVersion(
  { em, asked }: CommandContext,
  {
    what,
    id,
    version,
    input,
    current,
  }: {
    /** As messages call it: `The project "x"`. */
    readonly what: string;
    /** The aggregate's, where the log knows who changed it last. */
    readonly id?: string;
    readonly version: number;
    readonly input: OfVersion;
    readonly current: () => Current | Promise<Current>;
  },
): Promise<void> {
  if (input.version === version) return;
  if (input.version > version) {
    throw new BadInput(
      `${what} is at version ${version}; there is no version ${input.version} yet. Send the version that the graph has told.`,
      ['version'],
    );
  }
  const isTold = id !== undefined && asked?.viewer.permissions.has('actor:read') === true;
  const { rows } = isTold
    ? await sql<{ actor: string; at: Date | string }>`
        select actor, occurred_at as at from event
         where entity_id = ${id} and version = ${version}`.execute(em.getKysely())
    : { rows: [] };
  const [last] = rows;
  throw new VersionConflict(what, {
    version: input.version,
    currentVersion: version,
    conflicts: differences(input, await current()),
    changedBy: last?.actor ?? null,
    changedAt: last ? new Date(last.at).toISOString() : null,
  });
}

function differences(input: object, current: Current): FieldConflict[] {
  return Object.entries(current)
    .filter(([field]) => (input as Record<string, unknown>)[field] !== undefined)
    .map(([field, now]) => ({
      field,
      yours: shown((input as Record<string, unknown>)[field]),
      current: shown(now),
    }))
    .filter(({ yours, current: now }) => yours !== now);
}

/** A text as it is; of several values JSON, without those that are nothing. */
function shown(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (typeof value !== 'object') return JSON.stringify(value);
  const known = Array.isArray(value)
    ? value
    : Object.fromEntries(
        Object.entries(value)
          .filter(([, part]) => part !== null && part !== undefined)
          .sort(([one], [other]) => (one < other ? -1 : 1)),
      );
  return JSON.stringify(known);
}
