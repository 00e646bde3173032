import { Buffer } from 'node:buffer';
import { strToU8, zipSync } from 'fflate';

const SHEETS = 'http://schemas.openxmlformats.org/spreadsheetml/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** The day that every part of an archive is from, so that its bytes do not change. */
const mtime = new Date(2024, 0, 1);

/** A cell that is a day: the spreadsheet holds its number, and shows 2024/3/5. */
export const day = (text) => ({ day: text });
/** A cell that a formula computes, with the value of when it was saved. */
export const formula = (text, value) => ({ formula: text, value });

/** A workbook of sheets: their names, rows from the first on, and the ranges that are merged. */
export function workbook(sheets) {
  const parts = {
    '[Content_Types].xml': contentTypes(sheets),
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${SHEETS}/main" xmlns:r="${OFFICE}"><sheets>${sheets
      .map(({ name }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`]),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': styles(),
    ...Object.fromEntries(
      sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, worksheet(sheet)]),
    ),
  };
  const files = Object.entries(parts).map(([name, text]) => [name, strToU8(HEAD + text)]);
  return Buffer.from(zipSync(Object.fromEntries(files), { mtime }));
}

function contentTypes(sheets) {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const override = (part, kind) =>
    `<Override PartName="/xl/${part}" ContentType="${type}.${kind}+xml"/>`;
  return [
    `<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    override('workbook.xml', 'sheet.main'),
    ...sheets.map((_, at) => override(`worksheets/sheet${at + 1}.xml`, 'worksheet')),
    override('styles.xml', 'styles'),
    '</Types>',
  ].join('');
}

function relationships(all) {
  const each = all.map(
    ([type, target], at) =>
      `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

/** Style 0 is plain, and style 1 shows a number as a day (format 14). */
function styles() {
  return [
    `<styleSheet xmlns="${SHEETS}/main">`,
    '<fonts count="1"><font/></fonts><fills count="1"><fill/></fills>',
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>',
    '<cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
  ].join('');
}

function worksheet({ rows, merged = [] }) {
  const filled = rows.map((cells, at) => row(cells, at + 1)).join('');
  const ranges = merged.map((range) => `<mergeCell ref="${range}"/>`).join('');
  const merges = ranges && `<mergeCells count="${merged.length}">${ranges}</mergeCells>`;
  return `<worksheet xmlns="${SHEETS}/main"><sheetData>${filled}</sheetData>${merges}</worksheet>`;
}

function row(cells, number) {
  const each = cells.map((value, place) => cell(value, `${columnName(place)}${number}`));
  return `<row r="${number}">${each.join('')}</row>`;
}

const columnName = (place) => String.fromCharCode(65 + place);

function cell(value, at) {
  if (value === '' || value === undefined) return '';
  if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
  if (typeof value === 'string') {
    return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
  }
  if (value.day) return `<c r="${at}" s="1"><v>${serialOf(value.day)}</v></c>`;
  return `<c r="${at}"><f>${escaped(value.formula)}</f><v>${value.value}</v></c>`;
}

/** Days since 1899-12-30, as spreadsheets count them. */
const serialOf = (text) => Date.parse(`${text}T00:00:00Z`) / 86_400_000 + 25_569;

const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text) => text.replaceAll(/[&<>]/g, (character) => ESCAPES[character]);
