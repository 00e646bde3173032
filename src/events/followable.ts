/** What the log says of a table's rows beside their changes. All text here is the module's own SQL. */
export interface Followable {
  readonly table: string;
  /** The column of a row's readable code. */
  readonly code?: string;
  /** The column of a project's stage. */
  readonly stage?: string;
  /** What else a row concerns: SQL over the row as `followed`, each a `uuid[]`, null or not. */
  readonly about?: readonly string[];
}

const register = new Map<string, Followable>();

/**
 * Says by what a table's events can be found. Said beside the entity; a later module says of an
 * earlier one's table what it adds. Asked within the insert of an event, when the row is as the
 * command leaves it; of a removed one, as it was.
 */
export function followable(declared: Followable): void {
  const before = register.get(declared.table);
  const about = [...(before?.about ?? []), ...(declared.about ?? [])];
  register.set(declared.table, { ...before, ...declared, about });
}

/** What was said of a table. */
export const followableOf = (table: string): Followable | undefined => register.get(table);
