import { type RawBuilder, sql } from 'kysely';

/** What is read of a row, by the properties that it fills. */
export type Column = Readonly<Record<string, RawBuilder<unknown>>>;

/** The columns of a row: those that every reader needs, and the others by the field that shows them. */
export interface Columns {
  readonly always: Column;
  readonly byField: Readonly<Record<string, Column>>;
}

/** Whose columns these are, where they stand beside those of other rows. */
const NONE = '';

/** All of them, or those of the fields that are asked for; in one order, however they are asked for. */
export function select(
  columns: Columns,
  fields?: readonly string[],
  of: string = NONE,
): RawBuilder<unknown> {
  return sql.join(
    Object.entries(chosen(columns, fields)).map(
      ([property, value]) => sql`${value} as ${sql.id(nameOf(of, property))}`,
    ),
  );
}

/** The properties that `select` fills. */
export const propertiesOf = (columns: Columns, fields?: readonly string[]): readonly string[] =>
  Object.keys(chosen(columns, fields));

/** What a property is called in a row that holds several rows beside each other. */
export const nameOf = (of: string, property: string): string =>
  of === NONE ? property : `${of}.${property}`;

function chosen({ always, byField }: Columns, fields?: readonly string[]): Column {
  const asked = Object.entries(byField).filter(([field]) => fields?.includes(field) ?? true);
  return Object.assign({}, always, ...asked.map(([, column]) => column)) as Column;
}
