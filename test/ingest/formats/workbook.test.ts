import { describe, expect, it } from '@jest/globals';
import writeExcelFile from 'write-excel-file/node';
import { openFile } from '../../../src/ingest/formats/open-file.ts';
import {
  faultsOf,
  pathOf,
  problemsOf,
  read,
  readAll,
  table,
  withDirectory,
  written,
} from './reading.ts';
import { row, workbook } from './workbooks.ts';

withDirectory();

const one = (rows: string, after = '') => workbook({ sheets: [{ rows, after }] });

describe('a workbook', () => {
  it('is read sheet by sheet, as a program wrote it', async () => {
    // given
    const path = pathOf('city.xlsx');
    const sheet = (name: string) => ({
      sheet: name,
      data: [
        [{ value: '名称' }, { value: 'invested' }, { value: 'signed' }, { value: 'open' }],
        [
          { value: name },
          { value: 12.5, type: Number },
          { value: new Date('2024-03-05T00:00:00Z'), type: Date, format: 'yyyy"年"m"月"d"日"' },
          { value: true, type: Boolean },
        ],
      ],
    });
    await writeExcelFile([sheet('历下'), sheet('市中')] as any).toFile(path);
    // when
    const { tables, ...file } = await readAll(path);
    // then
    expect(file).toMatchObject({ file: 'city.xlsx', format: 'XLSX', notes: [] });
    expect(file).not.toHaveProperty('encoding');
    expect(tables).toEqual(
      ['历下', '市中'].map((name) => ({
        sheet: name,
        header: ['名称', 'invested', 'signed', 'open'],
        headerRow: 1,
        rows: [{ row: 2, cells: [name, '12.5', '2024-03-05', 'true'], numbers: new Set([1]) }],
      })),
    );
  });

  it('gives texts joined of their runs, without how they are pronounced, and with their spaces', async () => {
    const { cells } = await table(
      'texts.xlsx',
      workbook({
        sheets: [
          {
            rows:
              row(1, 'a', 'b', 'c') +
              '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row>' +
              row(3, 'x &amp; y &#x4e2d;', '_x4e2d__x005F_x', '<![CDATA[<b>]]>'),
          },
        ],
        sharedStrings:
          '<si><r><t xml:space="preserve">济 </t></r><r><rPr><b/></rPr><t>南</t></r><rPh sb="0" eb="1"><t>ji</t></rPh></si><si><t/></si>',
      }),
    );
    expect(cells).toEqual([
      [2, '济 南', '', ''],
      [3, 'x & y 中', '中_x', '<b>'],
    ]);
  });

  it('gives numbers with all of their digits, and tells their places', async () => {
    const values = [
      '9.14E+17',
      '1.1000000000000001',
      '0.30000000000000004',
      '123456789012345678',
      '-1.5E-3',
      '0.125',
    ];
    const { rows } = await table(
      'numbers.xlsx',
      one(
        row(1, ...Array.from('abcdefg')) +
          `<row r="2">${values.map((value) => `<c><v>${value}</v></c>`).join('')}<c t="inlineStr"><is><t>007</t></is></c></row>`,
      ),
    );
    expect(rows).toEqual([
      {
        row: 2,
        cells: [
          '914000000000000000',
          '1.1',
          '0.3',
          '123456789012345678',
          '-0.0015',
          '0.125',
          '007',
        ],
        numbers: new Set([0, 1, 2, 3, 4, 5]),
      },
    ]);
  });

  it('gives dates by the format of their numbers, counted from 1900 or 1904', async () => {
    const dates = (properties: string) =>
      table(
        'dates.xlsx',
        workbook({
          properties,
          styles:
            '<numFmts><numFmt numFmtId="164" formatCode="[$-804]yyyy/m/d;@"/><numFmt numFmtId="165" formatCode="&quot;day&quot; 0"/><numFmt numFmtId="166" formatCode="[h]:mm"/></numFmts>' +
            `<cellXfs>${[0, 14, 164, 165, 166, 20, 22, 31].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`,
          sheets: [
            {
              rows:
                row(1, ...Array.from('abcdefgh')) +
                `<row r="2">${[
                  [0, 45356],
                  [1, 45356],
                  [2, 1],
                  [3, 45356],
                  [4, 1.25],
                  [5, 0.354340277777778],
                  [6, 45356.604166666664],
                  [7, 61],
                ]
                  .map(([style, value]) => `<c s="${style}"><v>${value}</v></c>`)
                  .join('')}</row>`,
            },
          ],
        }),
      );
    const times = ['30:00:00', '08:30:15'];
    expect((await dates('')).rows).toEqual([
      {
        row: 2,
        cells: [
          '45356',
          '2024-03-05',
          '1900-01-01',
          '45356',
          ...times,
          '2024-03-05T14:30:00',
          '1900-03-01',
        ],
        numbers: new Set([0, 3]),
      },
    ]);
    expect((await dates('<workbookPr date1904="1"/>')).cells[0]).toEqual([
      ...[2, '45356', '2028-03-06', '1904-01-02', '45356', ...times],
      ...['2028-03-06T14:30:00', '1904-03-02'],
    ]);
  });

  it('takes what a formula was computed to, and tells its place', async () => {
    const { rows } = await table(
      'formulas.xlsx',
      one(
        row(1, 'a', 'b', 'c') +
          '<row r="2"><c><f>1+1</f><v>2</v></c><c t="str"><f>""</f><v></v></c><c t="str"><f>A1</f><v>x</v></c></row>',
      ),
    );
    expect(rows).toEqual([
      { row: 2, cells: ['2', '', 'x'], numbers: new Set([0]), formulas: new Set([0, 2]) },
    ]);
  });

  it('may leave its first columns and rows free, and rows between others', async () => {
    const { header, rows } = await table(
      'free.xlsx',
      one(
        '<row r="1"/><row r="3"><c r="C3" t="inlineStr"><is><t>a</t></is></c><c r="D3" t="inlineStr"><is><t>b</t></is></c></row>' +
          '<row r="9" hidden="1"><c r="C9" s="0"/><c r="D9"><v>7</v></c><c r="XFD9" s="0"/></row><row r="1048576"/>',
      ),
    );
    expect(header).toEqual(['a', 'b']);
    expect(rows).toEqual([{ row: 9, cells: ['', '7'], numbers: new Set([1]) }]);
  });

  it('is read without sheets that are hidden or empty, unless they are asked for', async () => {
    // given
    const path = await written(
      'sheets.xlsx',
      workbook({
        sheets: [
          { name: '说明', rows: '' },
          { name: '项目', rows: row(1, 'a') + row(2, 'x') },
          { name: '字典', state: 'veryHidden', rows: row(1, 'b') + row(2, 'y') },
        ],
      }),
    );
    // then
    const { tables, notes } = await readAll(path);
    expect([tables.map(({ sheet }) => sheet), notes]).toEqual([
      ['项目'],
      [{ kind: 'HIDDEN_SHEET', sheet: '字典', text: 'The sheet is hidden, and was left out.' }],
    ]);
    const takes = { text: '项目', holds: (sheet: string) => sheet === '项目' };
    expect((await readAll(path, { takes })).notes).toMatchObject([
      { kind: 'OTHER_SHEET', sheet: '说明' },
      { kind: 'HIDDEN_SHEET', sheet: '字典' },
    ]);
    expect((await readAll(path, { sheets: ['字典'] })).tables).toMatchObject([{ sheet: '字典' }]);
    await expect(readAll(path, { sheets: ['说明'] })).rejects.toThrow(
      /sheets\.xlsx, sheet 说明: the sheet is empty/,
    );
    await expect(readAll(path, { sheets: ['无'] })).rejects.toThrow(
      /there is no such sheet; the sheets are 说明, 项目, 字典/,
    );
  });

  it('may be left in the middle of a sheet for the next one', async () => {
    // given
    const long = Array.from({ length: 5_000 }, (_, at) => row(at + 2, `x${at}`)).join('');
    const path = await written(
      'long.xlsx',
      workbook({ sheets: [{ rows: row(1, 'a') + long }, { rows: row(1, 'b') + row(2, 'y') }] }),
    );
    const { tables, close } = await openFile(path);
    // when
    const first: unknown[] = [];
    for await (const { header, rows } of tables) {
      for await (const { cells } of rows) {
        first.push([header[0], cells[0]]);
        break;
      }
    }
    await close();
    // then
    expect(first).toEqual([
      ['a', 'x0'],
      ['b', 'y'],
    ]);
  });

  it('may have merged cells above its header alone', async () => {
    const content = one(
      row(1, '2024年项目表') + row(2, 'a', 'b') + row(3, 'x', 'y'),
      '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>',
    );
    expect(await table('title.xlsx', content, { headerRow: 2 })).toMatchObject({
      cells: [[3, 'x', 'y']],
    });
    expect(await faultsOf('title.xlsx', content)).toMatchObject([
      {
        sheet: 'Sheet1',
        value: 'A1:B1',
        problem: expect.stringContaining('name the row of the columns’ names'),
      },
    ]);
    expect(
      await faultsOf(
        'merged.xlsx',
        one(
          row(1, 'a', 'b') + row(2, 'x', 'y'),
          '<mergeCells><mergeCell ref="A2:A7"/></mergeCells>',
        ),
      ),
    ).toMatchObject([{ row: 2, problem: expect.stringContaining('unmerge them and fill each') }]);
  });
});

describe('a workbook that is wrong', () => {
  it('is refused with every cell that cannot be read', async () => {
    const styles = '<cellXfs><xf numFmtId="14"/></cellXfs>';
    const rows =
      row(1, 'a', 'b') +
      '<row r="2"><c t="e"><v>#N/A</v></c></row><row r="3"><c/><c r="B3"><f>SUM(A1)</f></c></row>' +
      '<row r="4"><c s="0"><v>60</v></c></row><row r="5"><c r="B5" t="s"><v>9</v></c></row>' +
      '<row r="6"><c><v>NaN</v></c></row><row r="7"><c r="D7" t="inlineStr"><is><t>lost</t></is></c></row>';
    expect(await faultsOf('cells.xlsx', workbook({ styles, sheets: [{ rows }] }))).toEqual(
      [
        { row: 2, column: 'a', value: '#N/A', problem: expect.stringContaining('the error #N/A') },
        { row: 3, column: 'b', problem: expect.stringContaining('the formula was never computed') },
        { row: 4, column: 'a', value: '60', problem: expect.stringContaining('no day number 60') },
        { row: 5, column: 'b', value: '9', problem: expect.stringContaining('refers to text 9') },
        {
          row: 6,
          column: 'a',
          value: 'NaN',
          problem: expect.stringContaining('is to be a number'),
        },
        {
          row: 7,
          value: 'lost',
          problem: expect.stringContaining('column 4 (D), which has no name'),
        },
      ].map((fault) => ({ file: 'cells.xlsx', sheet: 'Sheet1', ...fault })),
    );
  });

  it('is refused by the name of its header where that is wrong', async () => {
    expect(await faultsOf('header.xlsx', one(row(1, 'a', '', 'a')))).toMatchObject([
      { sheet: 'Sheet1', row: 1, problem: expect.stringContaining('column 2 (B) has no name') },
      { row: 1, column: 'a', problem: 'the column stands here twice.' },
    ]);
    expect(await problemsOf('none.xlsx', one(''))).toEqual([
      expect.stringContaining('the workbook is empty'),
    ]);
    expect(await read('only.xlsx', one(row(1, 'a')))).toMatchObject({ tables: [{ rows: [] }] });
  });
});
