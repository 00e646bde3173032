import { writeCursor } from './cursor.ts';
import type { Slice } from './slice.ts';

/** A row of a page, with what its cursor is made of where one was asked for. */
export interface Paged {
  readonly cursorValue?: string;
  readonly cursorKey?: string;
}

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/** One page of a list, as GraphQL reads it: what is not selected is not worked out. */
export class Connection<Row extends Paged> {
  constructor(
    /** In the list's order, whichever way they were read. */
    readonly nodes: readonly Row[],
    /** Whether the list goes on past the end that was read towards. */
    private readonly goesOn: boolean,
    /** Null where it was not asked for. */
    readonly totalCount: number | null,
    private readonly slice: Slice,
  ) {}

  get edges(): { node: Row; cursor: string | null }[] {
    return this.nodes.map((node) => ({ node, cursor: this.cursorOf(node) }));
  }

  get pageInfo(): PageInfo {
    const { isBackward, after, before } = this.slice;
    return {
      hasNextPage: isBackward ? before !== null : this.goesOn,
      hasPreviousPage: isBackward ? this.goesOn : after !== null,
      startCursor: this.cursorOf(this.nodes.at(0)),
      endCursor: this.cursorOf(this.nodes.at(-1)),
    };
  }

  /** Null where no cursor was asked for. */
  private cursorOf(row: Row | undefined): string | null {
    if (row?.cursorValue === undefined || row.cursorKey === undefined) return null;
    return writeCursor(this.slice.scope, [row.cursorValue, row.cursorKey]);
  }
}
