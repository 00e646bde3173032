import { type Cell, type CellKind, fitting, isDay, isExact, widthOf } from './cell-rules.ts';

/** A part of a workbook in SpreadsheetML (ECMA-376, part 1, 18): what a sheet's file holds. */

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Styles by their places in styles.xml. */
const STYLE = { plain: 0, day: 1, head: 2 } as const;

const CUT = '……〔超过 Excel 单元格的上限，全文见 CSV · the CSV has all of it〕';
/** Widest that a column is made by its head alone; rows come later. */
const WIDTHS = { least: 10, most: 40 };

/**
 * How a sheet begins: its columns as wide as their titles, and the rows down to its head in sight,
 * where it has one.
 */
export function sheetStart(titles: readonly string[], headRow = 1): string {
  const columns = titles.map((title, at) => {
    const width = Math.min(Math.max(widthOf(title) + 2, WIDTHS.least), WIDTHS.most);
    return `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`;
  });
  const pane = `<pane ySplit="${headRow}" topLeftCell="A${headRow + 1}" activePane="bottomLeft" state="frozen"/>`;
  return (
    `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
    `${headRow > 0 ? pane : ''}</sheetView></sheetViews>` +
    `${columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''}<sheetData>`
  );
}

export const SHEET_END = '</sheetData></worksheet>';

/** The row of the columns' names. */
export function headRow(number: number, titles: readonly string[]): string {
  const cells = titles.map((title, at) => textXml(`${letters(at)}${number}`, title, STYLE.head));
  return rowXml(number, cells);
}

/** A row; its number counts from 1. A column without a kind holds texts. */
export function sheetRow(
  number: number,
  cells: readonly Cell[],
  kinds: readonly CellKind[] = [],
): string {
  return rowXml(
    number,
    cells.map((cell, at) => cellXml(`${letters(at)}${number}`, cell, kinds[at] ?? 'text')),
  );
}

const rowXml = (number: number, cells: readonly string[]) =>
  `<row r="${number}">${cells.join('')}</row>`;

function cellXml(place: string, cell: Cell, kind: CellKind): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  const text = String(cell);
  if (kind === 'number' && isExact(text)) return `<c r="${place}"><v>${text}</v></c>`;
  if (kind === 'date' && isDay(text)) {
    return `<c r="${place}" s="${STYLE.day}"><v>${dayNumber(text)}</v></c>`;
  }
  return textXml(place, text, STYLE.plain);
}

/** A text is a text whatever it begins with. */
function textXml(place: string, text: string, style: number): string {
  const styled = style === STYLE.plain ? '' : ` s="${style}"`;
  return `<c r="${place}"${styled} t="inlineStr"><is><t xml:space="preserve">${escaped(
    fitting(text, CUT),
  )}</t></is></c>`;
}

const FIRST = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

const dayNumber = (day: string) => (Date.parse(`${day}T00:00:00Z`) - FIRST) / DAY_MS;

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' },
};

/** What XML cannot hold is written as Excel writes it, and what looks like that, too. */
export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] as string)
    .replace(
      // eslint-disable-next-line no-control-regex -- they are what XML 1.0 has no place for
      /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g,
      (character) => `_x${character.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`,
    );
}

const known: string[] = [];

/** A, B, … Z, AA, … */
function letters(column: number): string {
  return (known[column] ??=
    (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') +
    String.fromCharCode(65 + (column % 26)));
}
