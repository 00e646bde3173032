import { sql } from 'kysely';
import {
  BOOLEAN,
  CODE,
  DATE,
  DATE_TIME,
  DATED,
  type DatedColumns,
  DECIMAL,
  enumValues,
  INT,
  type Sql,
  TEXT,
  type ValueType,
} from './values.ts';

/** A row of a statement, by the name that it goes by there. */
export class Row {
  constructor(readonly alias: string) {}

  column(name: string): Sql {
    return sql.ref(`${this.alias}.${name}`);
  }
}

/** How the rows of a relation are reached: what they are read from, under their alias, and the tie. */
export type Join = (mine: Row, theirs: Row, table: string) => { from: Sql; tie: Sql };

export interface ValueField {
  readonly kind: 'value';
  readonly type: ValueType;
  readonly of: (row: Row) => Sql;
}

export interface DatedField {
  readonly kind: 'dated';
  readonly type: ValueType<DatedColumns>;
  readonly of: (row: Row) => DatedColumns;
}

/** Conditions on the same row, under a name of their own. */
export interface PartField {
  readonly kind: 'part';
  readonly filter: () => Filter;
}

export interface OneField {
  readonly kind: 'one';
  readonly filter: () => Filter;
  readonly join: Join;
}

export interface ManyField {
  readonly kind: 'many';
  readonly filter: () => Filter;
  readonly join: Join;
}

/** Values that a row has several of: `from` gives one a row, in the column `value`. */
export interface ValuesField {
  readonly kind: 'values';
  readonly type: ValueType;
  /** Of the rows that `join` reaches, each of which holds one. */
  readonly column: string;
  readonly join: (mine: Row, theirs: Row) => ReturnType<Join>;
}

export type FilterField = (
  ValueField | DatedField | PartField | OneField | ManyField | ValuesField
) & {
  /** Where the type has no field of this name whose description serves. */
  readonly description?: string;
};

export type FilterFields = Readonly<Record<string, FilterField>>;

/** Every filter that a module has made, by the type that it is of. */
const register = new Map<string, Filter>();

/**
 * What can be asked of the rows of a type: a field for each of the type's own. One definition gives
 * the GraphQL input, by `makeFilterInputs`, and the SQL, by `conditionOf`.
 */
export class Filter {
  private known: FilterFields;

  constructor(
    /** The GraphQL type that it is of; the input is named after it. */
    readonly type: string,
    /** The table that the rows are of. */
    readonly table: string,
    fields: FilterFields,
    /** The filter whose input this one shares, of rows that stand in another relation. */
    private readonly base?: Filter,
  ) {
    this.known = fields;
  }

  get fields(): FilterFields {
    return this.base ? { ...this.base.fields, ...this.known } : this.known;
  }

  /** Adds what a later module knows of the type. */
  add(fields: FilterFields): void {
    const repeated = Object.keys(fields).find((name) => name in this.known);
    if (repeated) throw new Error(`${this.type}Filter has ${repeated} already`);
    this.known = { ...this.known, ...fields };
  }

  /** The same input, of which some fields mean something else where the rows come from. */
  meaning(fields: FilterFields): Filter {
    return new Filter(this.type, this.table, fields, this);
  }
}

/** Makes the filter of a type, and registers it. */
export function filterOn(type: string, table: string, fields: FilterFields): Filter {
  if (register.has(type)) throw new Error(`${type} has a filter already`);
  const filter = new Filter(type, table, fields);
  register.set(type, filter);
  return filter;
}

export const registeredFilters = (): readonly Filter[] => [...register.values()];

/** A column of the row; an expression where it is more than one. */
const valueOf =
  (type: ValueType) =>
  (column: string | ((row: Row) => Sql)): ValueField => ({
    kind: 'value',
    type,
    of: typeof column === 'string' ? (row) => row.column(column) : column,
  });

export const code = valueOf(CODE);
export const text = valueOf(TEXT);
export const decimal = valueOf(DECIMAL);
export const int = valueOf(INT);
export const date = valueOf(DATE);
export const dateTime = valueOf(DATE_TIME);
export const boolean = valueOf(BOOLEAN);
export const enumeration = (name: string, column: string): ValueField =>
  valueOf(enumValues(name))(column);

/** A date in the columns `<prefix>_earliest` and so on. */
export const dated = (prefix: string): DatedField => ({
  kind: 'dated',
  type: DATED,
  of: (row) => ({
    earliest: row.column(`${prefix}_earliest`),
    latest: row.column(`${prefix}_latest`),
    certainty: row.column(`${prefix}_certainty`),
  }),
});

export const part = (filter: () => Filter): PartField => ({ kind: 'part', filter });

/** What a column of the row refers to. */
export const one = (filter: () => Filter, column: string): OneField => ({
  kind: 'one',
  filter,
  join: tied((mine, theirs) => sql`${theirs.column('id')} = ${mine.column(column)}`),
});

/** The rows that refer to this one by a column of theirs. */
export const many = (filter: () => Filter, column: string): ManyField => ({
  kind: 'many',
  filter,
  join: tied((mine, theirs) => sql`${theirs.column(column)} = ${mine.column('id')}`),
});

/** The rows that a table of links leads to. */
export const through = (
  filter: () => Filter,
  link: { readonly table: string; readonly mine: string; readonly theirs: string },
): ManyField => ({ kind: 'many', filter, join: linked(link) });

/** One row at most, found in another way than by a column. */
export const oneBy = (filter: () => Filter, join: Join): OneField => ({
  kind: 'one',
  filter,
  join,
});

/** Rows found in another way than by a column. */
export const manyBy = (filter: () => Filter, join: Join): ManyField => ({
  kind: 'many',
  filter,
  join,
});

/** The values in an array column. */
export const arrayOf = (type: ValueType, column: string): ValuesField => ({
  kind: 'values',
  type,
  column: 'value',
  join: (mine, theirs) => ({
    from: sql`unnest(${mine.column(column)}) as ${sql.ref(theirs.alias)} (value)`,
    tie: sql`true`,
  }),
});

/** The values in a column of rows that refer to this one. */
export const valuesIn = (
  type: ValueType,
  { table, mine, value }: { table: string; mine: string; value: string },
): ValuesField => ({
  kind: 'values',
  type,
  column: value,
  join: (row, theirs) =>
    tied(() => sql`${theirs.column(mine)} = ${row.column('id')}`)(row, theirs, table),
});

/** Under a description of its own, since the type has no such field. */
export const described = <Field extends FilterField>(
  description: string,
  field: Field,
): Field & { description: string } => ({ ...field, description });

export const tied =
  (tie: (mine: Row, theirs: Row) => Sql): Join =>
  (mine, theirs, table) => ({
    from: sql`${sql.table(table)} as ${sql.ref(theirs.alias)}`,
    tie: tie(mine, theirs),
  });

export const linked =
  (link: { readonly table: string; readonly mine: string; readonly theirs: string }): Join =>
  (mine, theirs, table) => {
    const row = new Row(`${theirs.alias}_link`);
    return {
      from: sql`${sql.table(link.table)} as ${sql.ref(row.alias)}
        join ${sql.table(table)} as ${sql.ref(theirs.alias)}
          on ${theirs.column('id')} = ${row.column(link.theirs)}`,
      tie: sql`${row.column(link.mine)} = ${mine.column('id')}`,
    };
  };
