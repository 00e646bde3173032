import DataLoader from 'dataloader';
import { type RawBuilder, sql } from 'kysely';
import type { Paged } from '../../kit/relay/connection.ts';
import type { RequestContext } from '../../request/context.ts';
import type { Asked } from '../../search/asked.ts';
import type { SearchType } from '../../search/searchable.ts';
import { shelvesOf } from '../../search/shelf.ts';
import { askedRow, rankAt, rankOf, type Tier, tierAt, tiers, type Way, waysOf } from './ways.ts';

/** What was found: a name, and the thing that bears it. */
export interface FoundRow extends Paged {
  readonly rank: number;
  readonly type: SearchType;
  readonly ownerId: string;
  readonly name: string;
  /** The other name that matched, where it was not its own. */
  readonly alias: string | null;
}

/** Where a page begins: after this name. */
export interface Place {
  readonly rank: number;
  readonly shelf: number;
  readonly x: string;
  readonly ownerId: string;
}

export interface Sought {
  readonly asked: Asked;
  readonly types: readonly SearchType[] | null;
  readonly take: number;
  readonly after: Place | null;
  readonly isCounted: boolean;
}

/** Of one shelf as many names that may hold the text midway are looked at. */
const MOST_ON_A_SHELF = 2_000;
/** A total is counted up to here. */
const MOST_COUNTED = 1_000;

/**
 * One page of what bears a name like the text: the whole name first, then names that begin with it,
 * then names that hold it; of these the shorter first. One statement.
 *
 * Each tier goes shelf by shelf, from the shortest names on, and is left when the page is full; a
 * tier is not begun when those before it have filled the page. On a shelf, whole names and
 * beginnings are one index range for each way to be found (name, pinyin, initials …), in order.
 * What holds the text midway comes from the inverted index in no order: it is sorted, and of one
 * shelf at most 2,000 are looked at, so that a text which is in half of all names costs no more
 * than others.
 */
export function found(sought: Sought): RawBuilder<Found> {
  const { take, after, isCounted } = sought;
  const begun = tiers.slice(after ? tierAt(after.rank) : 0);
  const pages = begun.map((tier, place) => {
    const former = begun
      .slice(0, place)
      .map((each) => sql`(select count(*) from ${sql.ref(each)})`);
    const isWanted =
      former.length > 0 ? sql`where ${sql.join(former, sql` + `)} < ${take}::int` : sql``;
    return sql`${sql.ref(tier)} as materialized (
      select item.* from (${tierOf(sought, tier, after)}) item ${isWanted} limit ${take}::int)`;
  });
  const all = sql.join(
    begun.map((tier) => sql`select * from ${sql.ref(tier)}`),
    sql` union all `,
  );
  const total = isCounted ? totalOf(sought) : sql`null::int`;
  return sql`
      with ${sql.join(pages)}
    select counted.total, item.rank, item.type, item.owner_id as "ownerId", item.name, item.alias,
           item.rank || ' ' || item.shelf || ' ' || item.x as "cursorValue",
           item.owner_id as "cursorKey"
      from (select ${total} as total) counted
      left join (select * from (${all}) tiers
                  order by rank / 10, shelf, rank, x, owner_id limit ${take}::int) item on true
     order by item.rank / 10, item.shelf, item.rank, item.x, item.owner_id`;
}

/** Counted over the same names as pages show, tier by tier up to a bound. */
function totalOf(sought: Sought): RawBuilder<unknown> {
  return tiers.reduce(
    (counted, tier) => {
      const names = tierOf(sought, tier, 'count');
      // A `case` works out only what it comes to.
      return sql`(select case when former.total = ${sql.lit(MOST_COUNTED)} then former.total else least(
        ${sql.lit(MOST_COUNTED)}, former.total + (select count(*) from (
          select from (${names}) item limit ${sql.lit(MOST_COUNTED)}) counted))::int end
      from (select ${counted} as total offset 0) former)`;
    },
    sql`0`,
  );
}

/** The names of one tier: behind a place and in order, or all in any order for who counts them. */
function tierOf(sought: Sought, tier: Tier, after: Place | null | 'count'): RawBuilder<unknown> {
  const { asked, types, take } = sought;
  const isPage = after !== 'count';
  const begun = isPage && after && tierAt(after.rank) === tiers.indexOf(tier) ? after : null;
  const shelves = shelvesOf(types, asked.length).filter((shelf) => !begun || shelf >= begun.shelf);
  const ways = waysOf(asked);
  const isMidway = tier === 'within';
  const names = isMidway
    ? namesWithin(sought, begun)
    : sql.join(
        ways.map((way) => sql`(${namesAlong(sought, way, tier, begun, isPage)})`),
        sql` union all `,
      );
  const onShelf = isPage
    ? sql`order by item.rank, item.x, item.owner_id limit ${take}::int`
    : sql``;
  // Names come from each shelf in order: to sort them again would read the next shelf, too.
  const inAll = isPage ? sql`order by place.shelf limit ${take}::int` : sql``;
  return sql`
    select place.shelf, item.*
      from ${askedRow(asked)}
     cross join (
           select ${isMidway ? sql.join([sql`shelf`, ...gramsOnShelf(ways)]) : sql`shelf`}
             from unnest(${shelves}::int[]) as shelf
            order by shelf
           offset 0) place
     cross join lateral (select * from (${names}) item ${onShelf}) item
     ${inAll}`;
}

const shownColumns = sql`named.owner_id, named.type::text, named.name, named.alias`;

/** The names of one shelf that a way leads to, in the order of its index. */
function namesAlong(
  sought: Sought,
  way: Way,
  tier: 'exact' | 'prefix',
  begun: Place | null,
  isPage: boolean,
): RawBuilder<unknown> {
  const rank = rankAt(tier, way);
  const x = way.column('named');
  const isReached =
    tier === 'exact'
      ? way.isAt.exact('named')
      : sql`${x} >= ${way.text} and ${x} < ${way.text} || ${LAST}`;
  return sql`
    select ${sql.lit(rank)}::int as rank, ${x} as x, ${shownColumns}
      from search_name named
     where named.shelf = place.shelf and ${isReached} ${isOfType(sought)}
       ${begun ? sql`and ${isBehind(begun, rank, x, way.text)}` : sql``}
       and (named.id, ${sql.lit(rank)}) = ${bestOf(sought.asked)}
     ${isPage ? sql`order by ${x}, named.owner_id limit ${sought.take}::int` : sql``}`;
}

/** In the order of bytes nothing that begins with a text comes after it with this behind it. */
const LAST = sql.lit('\u{10ffff}');

/** On the shelf where the page before ended, its last name is passed: by one row comparison. */
function isBehind(begun: Place, rank: number, x: RawBuilder<unknown>, least: RawBuilder<unknown>) {
  const isLater = sql`place.shelf > ${begun.shelf}::int`;
  if (rank > begun.rank) return sql`true`;
  if (rank < begun.rank) return isLater;
  const first = sql`uuid '00000000-0000-0000-0000-000000000000'`;
  return sql`(${x}, named.owner_id) > (case when ${isLater} then ${least} else ${begun.x} end,
    case when ${isLater} then ${first} else ${begun.ownerId}::uuid end)`;
}

/**
 * The names of one shelf that hold the text midway, without those up to where the page before ended.
 * Grams are of one shelf already: that it is that shelf speeds the reading of a table too small for an
 * index, and `is true` keeps it from the other indexes, which would read all of the shelf.
 */
function namesWithin(sought: Sought, begun: Place | null): RawBuilder<unknown> {
  const { asked } = sought;
  const hasGrams = gramsOf(waysOf(asked)).map(({ all, any }, place) => {
    const conditions = [
      ...(all.length > 0 ? [sql`named.grams @> place.${sql.ref(`all${place}`)}`] : []),
      ...(any.length > 0 ? [sql`named.grams && place.${sql.ref(`any${place}`)}`] : []),
    ];
    return sql`(${sql.join(conditions, sql` and `)})`;
  });
  const isLater = begun
    ? sql`and (place.shelf > ${begun.shelf}::int
            or (rank, x, owner_id) > (${begun.rank}::int, ${begun.x}, ${begun.ownerId}::uuid))`
    : sql``;
  // Put in order first: then only as many as the page wants are asked whether they are their owner's best.
  return sql`
    select rank, x, owner_id, type, name, alias
      from (select ranked.rank, coalesce(named.key, named.pinyin) as x, ${shownColumns}, named.id
              from (select *
                      from search_name named
                     where (named.shelf = place.shelf) is true ${isOfType(sought)}
                       and ${hasGrams.length > 0 ? sql`(${sql.join(hasGrams, sql` or `)})` : sql`false`}
                     limit ${sql.lit(MOST_ON_A_SHELF)}) named
             cross join lateral (select ${rankOf(asked, 'named')} as rank offset 0) ranked
             where ranked.rank >= 20
             order by rank, x, owner_id
            offset 0) named
     where (named.id, named.rank) = ${bestOf(asked)} ${isLater}`;
}

const gramsOf = (ways: readonly Way[]) => ways.flatMap(({ grams }) => grams);

/** The grams that are wanted, as they are on each shelf: see `grams.ts`. */
const gramsOnShelf = (ways: readonly Way[]) =>
  gramsOf(ways).flatMap(({ all, any }, place) =>
    [[all, `all${place}`] as const, [any, `any${place}`] as const].map(
      ([bare, name]) => sql`
        array(select shelf * 16777216 + bare from unnest(${bare}::int[]) as bare) as ${sql.ref(name)}`,
    ),
  );

const isOfType = ({ types }: Sought) =>
  types ? sql`and named.type = any (${[...types]}::text[])` : sql``;

/** Who bears several names that match stands where the best of them does, and only there. */
const bestOf = (asked: Asked) => sql`(
  select id, rank
    from (select other.id, other.shelf, ${rankOf(asked, 'other')} as rank
            from search_name other
           where other.owner_id = named.owner_id
          offset 0) names
   where rank is not null
   order by rank / 10, shelf, rank, id
   limit 1)`;

type Found = FoundRow & { readonly total: number | null };

/** The searches of one request: what is asked twice of it is read once. */
export const searches = ({ db }: RequestContext) =>
  new DataLoader<Sought, readonly Found[], string>(
    async (asked) => {
      const answers = asked.map((sought) => found(sought).execute(db));
      return (await Promise.all(answers)).map(({ rows }) => rows);
    },
    { batch: false, cacheKeyFn: (sought) => JSON.stringify(sought) },
  );
