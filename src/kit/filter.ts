import { type RawBuilder, sql } from 'kysely';

/** Turns the value that a caller gave for one field of a filter into a condition. */
export type FilterField = (given: never) => RawBuilder<unknown>[];

/** A filter's fields by name. */
export type Filters = Readonly<Record<string, FilterField>>;

interface Choice {
  readonly eq?: string | null;
  readonly in?: readonly string[] | null;
}

interface Range {
  readonly gte?: string | null;
  readonly lte?: string | null;
}

/** A column that equals a value, or one of several. */
export const choice =
  (column: RawBuilder<unknown>) =>
  ({ eq, in: among }: Choice): RawBuilder<unknown>[] => [
    ...(eq == null ? [] : [sql`${column} = ${eq}`]),
    ...(among == null ? [] : [sql`${column} = any (${[...among]})`]),
  ];

/** An array column that holds a value, or one of several. */
export const choiceAmong =
  (column: RawBuilder<unknown>) =>
  ({ eq, in: among }: Choice): RawBuilder<unknown>[] => [
    ...(eq == null ? [] : [sql`${column} @> ${[eq]}::text[]`]),
    ...(among == null ? [] : [sql`${column} && ${[...among]}::text[]`]),
  ];

/** A span of days that lies within the bounds; unknown dates lie within none. */
export const within =
  (earliest: RawBuilder<unknown>, latest: RawBuilder<unknown>) =>
  ({ gte, lte, isSingleDay }: Range & { isSingleDay?: boolean | null }): RawBuilder<unknown>[] => [
    ...(gte == null ? [] : [sql`${earliest} >= ${gte}::date`]),
    ...(lte == null ? [] : [sql`${latest} <= ${lte}::date`]),
    ...(isSingleDay == null
      ? []
      : [sql`(${earliest} = ${latest}) is ${isSingleDay ? sql`true` : sql`not true`}`]),
  ];

/** A number within the bounds; an unknown one lies within none. */
export const between =
  (column: RawBuilder<unknown>) =>
  ({ gte, lte }: Range): RawBuilder<unknown>[] => [
    ...(gte == null ? [] : [sql`${column} >= ${gte}::numeric`]),
    ...(lte == null ? [] : [sql`${column} <= ${lte}::numeric`]),
  ];

/** What a row refers to by `reference`: the conditions on that, as on any of its kind. */
export const whose =
  (
    table: RawBuilder<unknown>,
    key: RawBuilder<unknown>,
    reference: RawBuilder<unknown>,
    filters: Filters,
  ) =>
  (given: object): RawBuilder<unknown>[] => {
    const conditions = conditionOf(filters, given);
    return conditions.length === 0
      ? []
      : [
          sql`${reference} in (select ${key} from ${table} where ${sql.join(conditions, sql` and `)})`,
        ];
  };

/** The conditions of a filter, all of which must hold. */
export function conditionOf(filters: Filters | undefined, given: unknown): RawBuilder<unknown>[] {
  if (!filters || given == null) return [];
  return Object.entries(given).flatMap(([field, value]) =>
    value == null ? [] : (filters[field]?.(value as never) ?? []),
  );
}
