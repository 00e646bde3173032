/** What a cell of COPY may hold; none is null. */
export type CopyCell = string | number | boolean | readonly number[] | null | undefined;

/** A row in the text format of COPY. */
export function copyLine<Column extends string>(
  row: Readonly<Partial<Record<Column, CopyCell>>>,
  columns: readonly Column[],
): string {
  let line = '';
  let separator = '';
  for (const column of columns) {
    line += separator + cellText(row[column]);
    separator = '\t';
  }
  return `${line}\n`;
}

function cellText(cell: CopyCell): string {
  if (cell === null || cell === undefined) return '\\N';
  if (typeof cell === 'boolean') return cell ? 't' : 'f';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'object') return `{${cell.join(',')}}`;
  return SPECIAL.test(cell) ? cell.replaceAll(SPECIALS, (sign) => ESCAPES[sign] ?? sign) : cell;
}

const SPECIAL = /[\\\t\n\r]/;
const SPECIALS = new RegExp(SPECIAL, 'g');
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};
