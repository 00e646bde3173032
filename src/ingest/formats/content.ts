import type { FileFormat } from './table.ts';

/** How files begin that are no text, and what to do with each. */
const SIGNATURES: readonly (readonly [bytes: string, what: string])[] = [
  ['%PDF-', 'a PDF'],
  ['\x1f\x8b', 'a gzip archive'],
  ['Rar!', 'a RAR archive'],
  ['7z\xbc\xaf', 'a 7z archive'],
  ['\x89PNG', 'a picture (PNG)'],
  ['\xff\xd8\xff', 'a picture (JPEG)'],
  ['{\\rtf', 'a document (RTF)'],
  ['SQLite format 3\0', 'an SQLite database'],
  ['PAR1', 'a Parquet file'],
  ['\x09\x00\x04\x00', 'a workbook of Excel 2 (.xls)'],
  ['\x09\x02\x06\x00', 'a workbook of Excel 3 (.xls)'],
  ['\x09\x04\x06\x00', 'a workbook of Excel 4 (.xls)'],
  ['\x03', 'a dBase table (.dbf)'],
  ['ID;PWXL', 'a SYLK table (.slk)'],
  ['ID;PSCALC', 'a SYLK table (.slk)'],
  ['TABLE\r\n0,1', 'a DIF table (.dif)'],
  ['TABLE\n0,1', 'a DIF table (.dif)'],
  ['MIME-Version:', 'a web page (MHTML)'],
];

const ZIP = ['PK\x03\x04', 'PK\x05\x06'];
const COMPOUND = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

export type Content = 'EMPTY' | 'TEXT' | 'ZIP' | 'COMPOUND' | { readonly what: string };

/** What a file is by its first bytes, whatever it is called. */
export function contentOf(head: Buffer): Content {
  if (head.length === 0) return 'EMPTY';
  const bytes = head.toString('latin1');
  if (ZIP.some((start) => bytes.startsWith(start))) return 'ZIP';
  if (bytes.startsWith(COMPOUND)) return 'COMPOUND';
  const known = SIGNATURES.find(([start]) => bytes.startsWith(start));
  return known ? { what: known[1] } : 'TEXT';
}

const ENDINGS: Readonly<Record<string, FileFormat>> = {
  csv: 'CSV',
  tsv: 'TSV',
  tab: 'TSV',
  xlsx: 'XLSX',
  xlsm: 'XLSX',
  json: 'JSON',
  jsonl: 'JSONL',
  ndjson: 'JSONL',
};

/** Endings of files that are read in no format, but for those that are something else. */
const OTHER_ENDINGS = ['xls', 'et', 'ods', 'pdf', 'doc', 'docx', 'zip'];

/** What a file is by its name. */
export function formatOfName(name: string): FileFormat | undefined {
  return ENDINGS[endingOf(name)];
}

/** Whether a name says that a file is in this format, or says nothing of formats: 表.txt. */
export function isNamedAs(name: string, format: FileFormat): boolean {
  const ending = endingOf(name);
  return (ENDINGS[ending] ?? format) === format && !OTHER_ENDINGS.includes(ending);
}

function endingOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/**
 * What a text is by how it begins; CSV stands for all that is separated by something. One record alone
 * is a line where the file is called so, and else an object in which a list is sought.
 */
export function formatOfText(
  start: string,
  called: FileFormat | undefined,
): 'CSV' | 'JSON' | 'JSONL' {
  const text = start.trimStart();
  if (/^\[\s*(\{|\]|$)/.test(text)) return 'JSON';
  if (!/^\{\s*("|\}|$)/.test(text)) return 'CSV';
  const [line = '', next] = text.split(/\r?\n/).filter((each) => each.trim() !== '');
  const areLines = next === undefined ? called === 'JSONL' : next.startsWith('{');
  return areLines && isJson(line) ? 'JSONL' : 'JSON';
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

/** A page or an XML document, by how it begins: what many systems call a spreadsheet. */
export function markupOf(start: string): string | undefined {
  const text = start.trimStart().slice(0, 2_000);
  if (/^<(!doctype html|html|head|body|table|meta|div)\b/i.test(text)) return 'a web page (HTML)';
  if (!/^<[?!a-z]/i.test(text)) return undefined;
  if (/<html\b/i.test(text)) return 'a web page (HTML)';
  return text.includes('urn:schemas-microsoft-com:office:spreadsheet')
    ? 'an XML spreadsheet of 2003'
    : 'an XML document';
}
