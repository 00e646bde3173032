import type { SearchType } from './searchable.ts';

/**
 * Names stand on shelves: by their length, and of one length by how many there are of their kind:
 * the few (regions, chains, trips …) before the many. Every index begins with the shelf, so that
 * whatever is sought comes in that order, and however much matches, reading ends with the page.
 */

/** Names that are longer stand together. */
const LONGEST = 40;

/** Kinds of which there may be a million. What is sought among few kinds skips their shelves. */
const MANY: readonly SearchType[] = ['ENTERPRISE', 'PROJECT'];
const PER_LENGTH = MANY.length + 1;

const rankOf = (type: SearchType) => MANY.indexOf(type) + 1;

/** Where a name of so many characters stands. */
export const shelfOf = (type: SearchType, length: number): number =>
  Math.min(length, LONGEST) * PER_LENGTH + rankOf(type);

/** The shelves on which names of these types stand, from this length on, in order. */
export function shelvesOf(types: readonly SearchType[] | null, from: number): number[] {
  const ranks = types
    ? [...new Set(types.map(rankOf))].sort((one, other) => one - other)
    : Array.from({ length: PER_LENGTH }, (_, rank) => rank);
  const shortest = Math.min(from, LONGEST);
  return Array.from({ length: LONGEST - shortest + 1 }, (_, more) => shortest + more).flatMap(
    (length) => ranks.map((rank) => length * PER_LENGTH + rank),
  );
}
