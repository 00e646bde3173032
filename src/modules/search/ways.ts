import { type RawBuilder, sql } from 'kysely';
import type { Asked, GramsWanted, Meaning } from '../../search/asked.ts';

/** By what something was found. */
export type Match = 'NAME' | 'ALIAS' | 'PINYIN' | 'INITIALS' | 'ENGLISH' | 'CODE' | 'CREDIT_CODE';

/** How much of a name the text is: all of it, its beginning, or any part. */
export const tiers = ['exact', 'prefix', 'within'] as const;
export type Tier = (typeof tiers)[number];

/** One column of the index that a text is looked for in. */
export interface Way {
  /** Its place among the ways, which ranks what matches equally well on one shelf. */
  readonly place: number;
  readonly text: RawBuilder<unknown>;
  readonly grams: readonly GramsWanted[];
  readonly column: (row: string) => RawBuilder<unknown>;
  /** Whether a row matches, at each tier. */
  readonly isAt: Readonly<Record<Tier, (row: string) => RawBuilder<unknown>>>;
}

const plainColumn = (name: string) => (row: string) => sql.ref(`${row}.${name}`);
/** As the index on it says. */
const lettersOfPinyin = (row: string) => sql`replace(${sql.ref(`${row}.pinyin`)}, ' ', '')`;

const COLUMNS = [
  { meaning: 'name', by: 'NAME', column: plainColumn('key') },
  { meaning: 'pinyin', by: 'PINYIN', column: lettersOfPinyin },
  { meaning: 'initials', by: 'INITIALS', column: plainColumn('initials') },
  { meaning: 'english', by: 'ENGLISH', column: plainColumn('english') },
  { meaning: 'code', by: 'CODE', column: plainColumn('code') },
  { meaning: 'code', by: 'CREDIT_CODE', column: plainColumn('credit_code') },
] as const;

/** Where a text may be found: of two ways to find one name the first counts. */
export const waysOf = (asked: Asked): Way[] =>
  COLUMNS.flatMap(({ meaning, column }, place) => {
    const sought: Meaning | undefined = asked[meaning];
    if (!sought) return [];
    const text = sql.ref(`asked.${meaning}`);
    const isIn = (row: string) => sql`strpos(${column(row)}, ${text}) > 0`;
    const within = {
      ...{ name: isIn, initials: isIn, code: isIn },
      english: (row: string) => beginsAWord(column(row), text),
      pinyin: (row: string) =>
        sql`(${isIn(row)} and (${isCutSo(asked, sql.ref(`${row}.pinyin`))}))`,
    };
    const isAt = {
      exact: (row: string) => sql`${column(row)} = ${text}`,
      prefix: (row: string) => sql`starts_with(${column(row)}, ${text})`,
      within: sought.grams.length > 0 ? within[meaning] : () => sql`false`,
    };
    return [{ place, text, grams: sought.grams, column, isAt }];
  });

const beginsAWord = (words: RawBuilder<unknown>, text: RawBuilder<unknown>) =>
  sql`strpos(' ' || ${words}, ' ' || ${text}) > 0`;

/** Letters match from where a syllable begins: "yadi" is in 比亚迪, and "iyadi" is not. */
const isCutSo = ({ pinyin }: Asked, syllables: RawBuilder<unknown>) =>
  sql.join(
    (pinyin?.cuts ?? []).map((_, place) => beginsAWord(syllables, sql.ref(`asked.cut${place}`))),
    sql` or `,
  );

/** The text as all that it may be, as the one row `asked`: each is bound once. */
export function askedRow(asked: Asked): RawBuilder<unknown> {
  const meanings = new Set(COLUMNS.map(({ meaning }) => meaning));
  const texts = [...meanings].flatMap((meaning) => {
    const sought: Meaning | undefined = asked[meaning];
    return sought ? [sql`${sought.text}::text as ${sql.ref(meaning)}`] : [];
  });
  const cuts = (asked.pinyin?.cuts ?? []).map(
    (cut, place) => sql`${cut}::text as ${sql.ref(`cut${place}`)}`,
  );
  return sql`(select ${sql.join([...texts, ...cuts])}) asked`;
}

/** What a way is worth in a tier: ten ranks for each tier. */
export const rankAt = (tier: Tier, { place }: Way): number => 10 * tiers.indexOf(tier) + place;

/** The other way round: the tier of a rank, and by what a row with it was found. */
export const tierAt = (rank: number): number => Math.floor(rank / 10);
export const matchAt = (rank: number): Match => COLUMNS[rank % 10]?.by ?? 'NAME';

/** How well a row matches, by the best way; null if by none. */
export function rankOf(asked: Asked, row: string): RawBuilder<unknown> {
  const cases = tiers.flatMap((tier) =>
    waysOf(asked).map((way) => sql`when ${way.isAt[tier](row)} then ${sql.lit(rankAt(tier, way))}`),
  );
  return sql`case ${sql.join(cases, sql` `)} end`;
}
