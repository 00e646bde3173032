import { type RawBuilder, sql } from 'kysely';

/** What is read of a row for a field of the graph, with the names of the properties that it fills. */
export type Column = RawBuilder<unknown>;

/** The columns of a row: those that every reader needs, and the others by the field that shows them. */
export interface Columns {
  readonly always: Column;
  readonly byField: Readonly<Record<string, Column>>;
}

/** All of them, or those of the fields that are asked for; in one order, however they are asked for. */
export function select({ always, byField }: Columns, fields?: readonly string[]): Column {
  const chosen = Object.entries(byField).filter(([field]) => fields?.includes(field) ?? true);
  return sql.join([always, ...chosen.map(([, column]) => column)]);
}
