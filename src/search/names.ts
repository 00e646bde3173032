import { type RawBuilder, sql } from 'kysely';
import { gramsOf } from './grams.ts';
import { codeOf, keyOf, wordsOf } from './plain-text.ts';
import { type Reading, readingsOf } from './readings.ts';
import type { Searchable, SearchType } from './searchable.ts';
import { shelfOf } from './shelf.ts';

/** What something is called, as its module's tables hold it. */
export interface Called {
  readonly id: string;
  readonly type: SearchType;
  readonly name: string;
  readonly english: string | null;
  readonly code: string | null;
  readonly creditCode: string | null;
  readonly writings: readonly string[];
  readonly aliases: readonly string[];
}

/** A row of `search_name`. */
export interface NameRow {
  readonly owner_id: string;
  readonly type: SearchType;
  readonly shelf: number;
  readonly name: string;
  readonly alias: string | null;
  readonly key: string | null;
  readonly pinyin: string | null;
  readonly initials: string | null;
  readonly english: string | null;
  readonly code: string | null;
  readonly credit_code: string | null;
  readonly grams: readonly number[];
}

/** In the order that `rowsOf` gives a row's columns. */
export const nameColumns = [
  'owner_id',
  'type',
  'shelf',
  'name',
  'alias',
  'key',
  'pinyin',
  'initials',
  'english',
  'code',
  'credit_code',
  'grams',
] as const satisfies readonly (keyof NameRow)[];

/** What the rows of a table are called: of all, or of those that `where` names. */
export function calledIn(
  { table, type, name, english, code, creditCode, writings = [], aliases }: Searchable,
  where: RawBuilder<unknown> = sql``,
): RawBuilder<Called> {
  const column = (of: string | undefined) =>
    of === undefined ? sql`null` : sql.ref(`owner.${of}`);
  const others = aliases
    ? sql`array(select alias.${sql.ref(aliases.text)}::text from ${sql.table(aliases.table)} alias
                 where alias.${sql.ref(aliases.owner)} = owner.id
                 order by alias.${sql.ref(aliases.text)}::text collate "C")`
    : sql`'{}'::text[]`;
  return sql<Called>`
    select owner.id, ${typeof type === 'string' ? sql.lit(type) : sql.raw(type.sql)} as type,
           ${column(name)} as name, ${column(english)} as english, ${column(code)} as code,
           ${column(creditCode)} as "creditCode",
           array_remove(array[${sql.join([sql`null::text`, ...writings.map(column)])}], null) as writings,
           ${others} as aliases
      from ${sql.table(table)} owner
     ${where}`;
}

/** How it is found: one row for its name, for each other reading of that, and for each other name. */
export function rowsOf(called: Called): NameRow[] {
  const { english, code, creditCode } = called;
  const key = keyOf(called.name);
  const own = readRows(called, key, null, {
    english: english === null ? null : wordsOf(english) || null,
    code: code === null ? null : codeOf(code),
    credit_code: creditCode === null ? null : codeOf(creditCode),
  });
  const others = new Map(
    [...called.writings, ...called.aliases].map((text) => [keyOf(text), text]),
  );
  others.delete(key);
  others.delete('');
  return [
    ...own,
    ...[...others].flatMap(([other, text]) => readRows(called, other, text, NO_CODES)),
  ];
}

const NO_CODES = { english: null, code: null, credit_code: null };

/** A name of one's own and an alias differ in `alias`; further readings are rows without a key. */
function readRows(
  { id, type, name }: Called,
  key: string,
  alias: string | null,
  further: Pick<NameRow, 'english' | 'code' | 'credit_code'>,
): NameRow[] {
  const shelf = shelfOf(type, Array.from(key).length);
  const [reading, ...readings] = readingsOf(key);
  const row = (read: Reading | undefined, written: typeof further & { key: string | null }) => {
    const { units = null, initials = null } = read ?? {};
    return {
      ...{ owner_id: id, type, shelf, name, alias, ...written, initials },
      pinyin: units?.join(' ') ?? null,
      grams: gramsOf(shelf, { ...written, units, initials }),
    };
  };
  const others = readings.map((read) => row(read, { key: null, ...NO_CODES }));
  return [row(reading, { key, ...further }), ...others];
}
