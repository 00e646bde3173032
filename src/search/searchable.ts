/** What can be found by its names. */
export const searchTypes = [
  'REGION',
  'PLACE',
  'ENTERPRISE',
  'INSTITUTION',
  'OFFICE',
  'PROJECT',
  'PROJECT_BATCH',
  'INDUSTRY_CHAIN',
  'CHAIN_NODE',
  'PROMOTION_EVENT',
  'PROMOTION_TRIP',
  'LEAD',
  'NAMED_SUBJECT',
] as const;
export type SearchType = (typeof searchTypes)[number];

/** Which columns of a table name its rows. All text here is the module's own SQL, never a caller's. */
export interface Searchable {
  readonly table: string;
  /** One type, or the SQL that tells it from a row of the table. */
  readonly type: SearchType | { readonly sql: string; readonly columns: readonly string[] };
  readonly name: string;
  readonly english: string;
  readonly code?: string;
  readonly creditCode?: string;
  /** The same name in another writing: of the row's own columns. */
  readonly writings?: readonly string[];
  /** Other names, each a row of another table. */
  readonly aliases?: { readonly table: string; readonly owner: string; readonly text: string };
}

const register = new Map<string, Searchable>();

/**
 * Makes a table's rows searchable. Said beside the entity: whoever can write it has imported that,
 * and so no write goes past the index.
 */
export function searchable(declared: Searchable): Searchable {
  register.set(declared.table, declared);
  return declared;
}

/** All that is searchable, by table: complete where `modules/entities.ts` was imported. */
export const searchables = (): ReadonlyMap<string, Searchable> => register;

/** The columns of the table itself that say how a row is found. */
export const columnsOf = ({ type, name, english, code, creditCode, writings }: Searchable) => [
  ...(typeof type === 'string' ? [] : type.columns),
  ...[name, english, code, creditCode, ...(writings ?? [])].filter(
    (column) => column !== undefined,
  ),
];
