type Path = readonly string[];

/** What something is called by, the best first. */
export const NAMES = ['name', 'title', 'code', 'fileName'];

/**
 * Columns in the order of reading: what the rows around are called, then the rows' own, then the rest from
 * the inside out. Whatever stands around repeats from row to row: before the rows' own columns it would
 * make all rows in sight look the same. `heading` is the column that a row is called by.
 */
export function inOrder(
  columns: readonly Path[],
  towards: Path,
): { columns: Path[]; heading: number } {
  const ofLevel = (level: number) => columns.filter((column) => levelOf(column, towards) === level);
  const own = ofLevel(towards.length);
  const around = towards.map((_, level) => ofLevel(level));
  const outer = around.map(nameAmong).filter((name) => name !== undefined);
  const ordered = [...new Set([...outer, ...own, ...around.toReversed().flat()])];
  const name = nameAmong(own) ?? own[0];
  return { columns: ordered, heading: ordered.findIndex((column) => column === name) };
}

/** How far a column goes the way to the rows: their own go all of it. A list's count is of what stands around it. */
function levelOf(column: Path, towards: Path): number {
  const place = column.at(-1) === 'totalCount' ? column.slice(0, -2) : column;
  const parted = towards.findIndex((key, depth) => place[depth] !== key);
  return parted === -1 ? towards.length : parted;
}

/** The nearest that is a name, and of those the best. */
function nameAmong(columns: readonly Path[]): Path | undefined {
  const rank = (column: Path) => NAMES.indexOf(column.at(-1) ?? '');
  return columns
    .filter((column) => rank(column) >= 0)
    .toSorted((one, other) => one.length - other.length || rank(one) - rank(other))[0];
}
