import type { RawBuilder } from 'kysely';
import type { Columns } from '../columns.ts';
import type { Filter } from '../filter/filter.ts';

/** How rows may be ordered: by a column that is never null, its type for the bound's cast. */
export interface Order {
  readonly by: RawBuilder<unknown>;
  readonly type: 'text' | 'date' | 'numeric' | 'int' | 'bigint' | 'timestamptz';
  readonly isDescending?: boolean;
}

/**
 * Another row that a row carries with it. Its columns, where the list joins it: they stand beside the
 * row's own, and it is there where its `key` is. Else an object, given what is selected of it.
 */
export type Rider = Columns | ((fields: readonly string[]) => RawBuilder<unknown>);

/** A list that belongs to a parent (a district's projects), or to the graph itself. */
export interface List {
  /** Its cursors are good for this list alone. */
  readonly name: string;
  /** What names the parent in `wanted`: column to PostgreSQL type. Empty for a list at the root. */
  readonly parent: Readonly<Record<string, 'uuid' | 'text'>>;
  readonly from: RawBuilder<unknown>;
  /** Ties a row to `wanted`. */
  readonly tie?: RawBuilder<unknown>;
  /** Of these, those are read that are selected. */
  readonly columns: Columns;
  /** By the node's field; each is read where that is selected. */
  readonly riders?: Readonly<Record<string, Rider>>;
  /** By the node's field: lists of a row, of which a short page is read together with it. */
  readonly beneath?: Readonly<Record<string, Beneath>>;
  /** The row's own uuid, which breaks ties. */
  readonly key: RawBuilder<unknown>;
  readonly orders: Readonly<Record<string, Order>>;
  /** The order unless told; the first of them unless it is named. */
  readonly byDefault?: string;
  readonly filter: Filter;
  /** What the rows that the filter is of are called in `from`. */
  readonly row: string;
}

/** A list of each row of another: what names its parent, by the row's properties. */
export interface Beneath {
  readonly list: List;
  readonly by: Readonly<Record<string, string>>;
}

/** Names a parent: a value for each column of `List.parent`. */
export type ParentKey = Readonly<Record<string, string | null>>;
