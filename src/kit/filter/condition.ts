import { sql } from 'kysely';
import { type Filter, type FilterField, type ManyField, type OneField, Row } from './filter.ts';
import type { Sql, ValueType } from './values.ts';

/** A filter as `readFilter` has read it: no nulls, its keys in order. */
export type Given = Readonly<Record<string, unknown>>;

/** A condition, and when it does not hold: the one or the other, on what is unknown too. */
interface Condition {
  readonly so: Sql;
  readonly not: Sql;
}

/**
 * When a row matches a filter; undefined where nothing is asked.
 *
 * Two-valued: a condition on what is unknown does not hold, and `not` is true wherever what it
 * negates is anything but true. Relations are `exists`, each level with aliases of its own, so that
 * a filter may come back to where it began.
 *
 * A negation is brought down to the values: `not exists` is a join to PostgreSQL, `(exists …) is not
 * true` a question asked for every row, which took 2 s of 100,000 enterprises.
 */
export function conditionOf(whole: Filter, row: Row, given: Given | null): Sql | undefined {
  if (!given) return undefined;
  let aliases = 0;

  const onRow = (of: Filter, on: Row, asked: Given): Condition =>
    every(
      Object.entries(asked).map(([name, value]) => {
        if (name === 'and') return every((value as Given[]).map((each) => onRow(of, on, each)));
        if (name === 'or') return some((value as Given[]).map((each) => onRow(of, on, each)));
        if (name === 'not') return opposite(onRow(of, on, value as Given));
        const field = of.fields[name];
        if (!field) throw new Error(`${of.type}Filter has no ${name}`);
        return onField(field, on, value as Given);
      }),
    );

  const onField = (field: FilterField, on: Row, asked: Given): Condition => {
    switch (field.kind) {
      case 'value':
        return onValue(field.type, field.of(on), asked);
      case 'dated':
        return onValue(field.type, field.of(on), asked);
      case 'part':
        return onRow(field.filter(), on, asked);
      case 'one':
        return exists(rowsOf(field, on, (of, theirs) => onRow(of, theirs, asked).so));
      case 'many':
        return onMany<Filter>(asked, (which) => rowsOf(field, on, which), onRow);
      case 'values':
        return onMany<ValueType>(
          asked,
          (which) => {
            const theirs = fresh('value');
            const { from, tie } = field.join(on, theirs);
            return sql`${from} where ${tie} and ${which(field.type, theirs)}`;
          },
          (type, theirs, value) => onValue(type, theirs.column(field.column), value),
        );
    }
  };

  /** `every` holds where none is otherwise, `none` where none is so. */
  const onMany = <Of>(
    asked: Given,
    rows: (which: (of: Of, theirs: Row) => Sql) => Sql,
    holds: (of: Of, theirs: Row, asked: Given) => Condition,
  ): Condition =>
    every(
      Object.entries(asked).map(([name, value]) => {
        const side = name === 'every' ? 'not' : 'so';
        const found = exists(rows((of, theirs) => holds(of, theirs, value as Given)[side]));
        return name === 'some' ? found : opposite(found);
      }),
    );

  const rowsOf = (
    { filter, join }: OneField | ManyField,
    on: Row,
    which: (of: Filter, theirs: Row) => Sql,
  ): Sql => {
    const of = filter();
    const theirs = fresh(of.table);
    const { from, tie } = join(on, theirs, of.table);
    return sql`${from} where ${tie} and ${which(of, theirs)}`;
  };

  const onValue = <It>(type: ValueType<It>, it: It, asked: Given): Condition =>
    every(
      Object.entries(asked).map(([name, value]) => {
        const operator = type.operators[name];
        if (!operator) throw new Error(`${type.name}Filter has no ${name}`);
        if ('part' in operator) {
          return onValue(operator.takes, operator.part(it), value as Given);
        }
        const so = operator.holds(it, value as never);
        return { so, not: sql`(${so}) is not true` };
      }),
    );

  const fresh = (table: string): Row => new Row(`${table}_${(aliases += 1)}`);

  return onRow(whole, row, given).so;
}

const opposite = ({ so, not }: Condition): Condition => ({ so: not, not: so });

const exists = (rows: Sql): Condition => ({
  so: sql`exists (select from ${rows})`,
  not: sql`not exists (select from ${rows})`,
});

const every = (conditions: readonly Condition[]): Condition => ({
  so: joined(
    conditions.map(({ so }) => so),
    'and',
  ),
  not: joined(
    conditions.map(({ not }) => not),
    'or',
  ),
});

const some = (conditions: readonly Condition[]): Condition =>
  opposite(every(conditions.map(opposite)));

const joined = (conditions: readonly Sql[], by: 'and' | 'or'): Sql =>
  conditions.length === 0
    ? sql.raw(by === 'and' ? 'true' : 'false')
    : sql`(${sql.join(conditions, sql.raw(` ${by} `))})`;
