import { describe, expect, it } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { faultsOf, table, withDirectory } from './reading.ts';
import { row, workbook } from './workbooks.ts';

withDirectory();

const one = (rows: string) => workbook({ sheets: [{ rows }] });

describe('a workbook as some programs write it', () => {
  const edited = (edit: (name: string, xml: string) => [name: string, xml: string]) => {
    const parts = Object.entries(unzipSync(one(row(1, 'a', 'b') + row(2, 'x', 'y'))));
    const xml = parts.map(([name, bytes]) => edit(name, strFromU8(bytes)));
    return zipSync(Object.fromEntries(xml.map(([name, text]) => [name, strToU8(text)])));
  };
  const prefixed = (xml: string) =>
    xml.replaceAll(/<(\/?)(?!\?)/g, '<$1x:').replace(' xmlns="', ' xmlns:x="');
  const strict = (xml: string) =>
    xml
      .replaceAll(
        'schemas.openxmlformats.org/spreadsheetml/2006',
        'purl.oclc.org/ooxml/spreadsheetml',
      )
      .replaceAll(
        'schemas.openxmlformats.org/officeDocument/2006',
        'purl.oclc.org/ooxml/officeDocument',
      );
  const targeting = (target: string, part = 'xl/worksheets/sheet1.xml') =>
    edited((name, xml) => [
      name.endsWith('sheet1.xml') ? part : name,
      xml.replace('"worksheets/sheet1.xml"', `"${target}"`),
    ]);

  it.each([
    ['with prefixes', edited((name, xml) => [name, prefixed(xml)])],
    ['as strict Open XML', edited((name, xml) => [name, strict(xml)])],
    ['with byte order marks', edited((name, xml) => [name, `\ufeff${xml}`])],
    ['with parts named by backslashes', edited((name, xml) => [name.replaceAll('/', '\\'), xml])],
    ['with a target from the root', targeting('/xl/worksheets/sheet1.xml')],
    ['with a target by backslashes', targeting('\\xl\\worksheets\\sheet1.xml')],
    ['with a target from here', targeting('./worksheets/sheet1.xml')],
    ['with a target that is encoded', targeting('%E8%A1%A8%201.xml', 'xl/表 1.xml')],
    ['with a target that is not', targeting('表.xml', 'xl/%E8%A1%A8.xml')],
  ])('is read %s', async (_how, content) => {
    expect(await table('parts.xlsx', content)).toMatchObject({
      header: ['a', 'b'],
      cells: [[2, 'x', 'y']],
    });
  });

  it('is read without places, without types, and with blanks around its values', async () => {
    const rows =
      row(1, 'a', 'b', 'c') +
      '<row><c><v> 12 </v></c><c/><c t="s"><v>\n0\n</v></c></row>' +
      '<row><c t="inlineStr"><v>x</v></c><c><is><t>y</t></is></c><c t="str"><is><t>z</t></is></c></row>';
    const content = workbook({ sheets: [{ rows }], sharedStrings: '<si><t>q</t></si>' });
    expect((await table('cells.xlsx', content)).cells).toEqual([
      [2, '12', '', 'q'],
      [3, 'x', 'y', 'z'],
    ]);
  });

  it('has its dates as text, without a midnight', async () => {
    const dates = ['2024-03-05', '2024-03-05T00:00:00.000Z', '2024-03-05T14:30:00.500', '08:30:00'];
    const cells = dates.map((date) => `<c t="d"><v>${date}</v></c>`).join('');
    const content = one(`${row(1, 'a', 'b', 'c', 'd')}<row r="2">${cells}</row>`);
    expect((await table('dates.xlsx', content)).cells).toEqual([
      [2, '2024-03-05', '2024-03-05', '2024-03-05T14:30:00.5', '08:30:00'],
    ]);
  });

  it('is refused where its formulas wait to be computed, whatever stands in them', async () => {
    const content = edited((name, xml) => [
      name,
      xml
        .replace('</sheets>', '</sheets><calcPr fullCalcOnLoad="1"/>')
        .replace('</sheetData>', '<row r="3"><c><f>1+1</f><v>0</v></c></row></sheetData>'),
    ]);
    expect(await faultsOf('waiting.xlsx', content)).toMatchObject([
      { row: 3, column: 'a', problem: expect.stringContaining('the formula was never computed') },
    ]);
  });
});
