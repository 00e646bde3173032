import { type Kysely, sql } from 'kysely';
import { pairs } from '../../../search/grams.ts';
import { readingsOf } from '../../../search/readings.ts';
import { shelfOf, shelvesOf } from '../../../search/shelf.ts';
import type { NamedRegion, ReadName } from './read-name.ts';

/** One asked name, as candidates are looked for. */
export interface Sought {
  readonly read: ReadName;
  /** One that no organisation has: it can only be one of those of which none is known. */
  readonly creditCode: string | null;
}

/** An organisation as a match tells it. */
interface Named {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** An organisation that may be the one that is asked for, by one of the names that it is found by. */
export interface CalledRow extends Named {
  readonly slot: number;
  readonly called: string;
  /** The code of the district where it is registered. */
  readonly district: string | null;
}

/** Where names of enterprises of up to 32 characters stand; longer ones are found as a whole. */
const SHELVES = shelvesOf(['ENTERPRISE'], 2).filter((shelf) => shelf <= shelfOf('ENTERPRISE', 32));

/** So many names are looked at for each that is asked, the nearest in length first. */
const MOST_LOOKED_AT = 300;

/**
 * Whoever may be meant by some names: one statement for all of them. It reads the shelves of the
 * search, which hold every name and alias in one script with its pinyin. A whole name is one index
 * look-up; what is like it shares a pair of characters or syllables about the enterprise's own word,
 * so that a slip anywhere leaves one. Institutions are found by a whole name only. Who has a credit
 * code is compared with nobody who has another.
 */
export async function calledLike(
  db: Kysely<unknown>,
  sought: readonly Sought[],
): Promise<(readonly CalledRow[])[]> {
  const wanted = sought.map(({ read, creditCode }, slot) => ({
    ...{ slot, key: read.key, has_code: creditCode !== null },
    exact: (['ENTERPRISE', 'INSTITUTION'] as const).map((type) =>
      shelfOf(type, Array.from(read.key).length),
    ),
    grams: gramsAbout(read),
    near: shelfOf('ENTERPRISE', Array.from(read.key).length),
  }));
  const { rows } = await sql<CalledRow>`
    with wanted as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
        as wanted (slot int, key text, has_code boolean, exact int[], grams int[], near int)),
    called as (
      select wanted.slot, wanted.has_code, named.owner_id, named.called
        from wanted
       cross join lateral (
             select owner_id, coalesce(alias, name) as called
               from search_name
              where shelf = any (wanted.exact) and key = wanted.key
                and type in ('ENTERPRISE', 'INSTITUTION')
              union
             select owner_id, called
               from enterprise_names_like(wanted.grams, ${SHELVES}::int[],
                      wanted.near, ${MOST_LOOKED_AT}::int)
              where not wanted.has_code
              union
             select owner_id, called
               from codeless_names_like(wanted.grams, wanted.near, ${MOST_LOOKED_AT}::int)
              where wanted.has_code) named)
    select called.slot, called.called, owner.id, owner.code, owner.name, region.code as district
      from called
     -- One by one, however many the planner expects: it would read the whole register instead.
     cross join lateral (
           select id, code, name::text as name, district_id from organisation
            where id = called.owner_id and (not called.has_code or credit_code is null)
            limit 1) owner
      left join region on region.id = owner.district_id
     order by called.slot, owner.code`.execute(db);
  const bySlot = Map.groupBy(rows, ({ slot }) => slot);
  return sought.map((_, slot) => bySlot.get(slot) ?? []);
}

/** Whose these credit codes are. One statement, or none. */
export async function holdersOf(
  db: Kysely<unknown>,
  creditCodes: readonly string[],
): Promise<ReadonlyMap<string, Named>> {
  if (creditCodes.length === 0) return new Map();
  const { rows } = await sql<Named & { creditCode: string }>`
    select id, code, name::text as name, credit_code as "creditCode" from organisation
     where credit_code = any (${[...creditCodes]})`.execute(db);
  return new Map(rows.map(({ creditCode, ...holder }) => [creditCode, holder]));
}

/** The regions whose names those of enterprises begin with. One statement. */
export async function regionsInNames(db: Kysely<unknown>): Promise<readonly NamedRegion[]> {
  const { rows } = await sql<NamedRegion>`
    select code, name::text as name, kind from region
     where kind in ('CITY', 'DISTRICT', 'COUNTY', 'FUNCTIONAL_ZONE')`.execute(db);
  return rows;
}

/** So much of a long brand is looked for: what tells enterprises apart stands at its beginning. */
const LOOKED_FOR = 4;

/**
 * The pairs of the enterprise's own word, by character and by syllable, with one character before it
 * and one behind. No more: pairs that many names have cost more than all others.
 */
function gramsAbout({ key, brand }: ReadName): number[] {
  const own = brand.slice(0, LOOKED_FOR);
  return [...new Set([...pairs('characters', own), ...soundsAbout(key, own)])];
}

function soundsAbout(key: string, own: string): number[] {
  const at = key.indexOf(own);
  const [from, to] = [Math.max(0, at - 1), at + own.length + 1];
  const about = at < 0 ? own : key.slice(from, to);
  // As the index has it: read in the whole name, where each unit is a character.
  const [whole] = at < 0 ? [] : readingsOf(key);
  if (whole?.units.length === key.length) return pairs('syllables', whole.units.slice(from, to));
  const [reading] = readingsOf(about);
  return reading ? pairs('syllables', reading.units) : pairs('characters', about);
}
