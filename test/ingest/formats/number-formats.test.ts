import { expect, it } from '@jest/globals';
import { faultsOf, table, withDirectory } from './reading.ts';
import { row, workbook } from './workbooks.ts';

withDirectory();

const escaped = (code: string) =>
  code.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** A row of numbers, each in a format: its code, or its number. */
function formatted(cells: readonly (readonly [format: string | number, value: number])[]) {
  const codes = cells.map(([format], at) =>
    typeof format === 'string'
      ? `<numFmt numFmtId="${200 + at}" formatCode="${escaped(format)}"/>`
      : '',
  );
  const styles = cells.map(
    ([format], at) => `<xf numFmtId="${typeof format === 'string' ? 200 + at : format}"/>`,
  );
  const values = cells.map(([, value], at) => `<c s="${at}"><v>${value}</v></c>`);
  return workbook({
    styles: `<numFmts>${codes.join('')}</numFmts><cellXfs>${styles.join('')}</cellXfs>`,
    sheets: [
      {
        rows:
          row(1, ...cells.map(([format], at) => `${at}: ${escaped(String(format))}`)) +
          `<row r="2">${values.join('')}</row>`,
      },
    ],
  });
}

const DAY = 45356;

it.each<[string, (readonly [string | number, number, string])[]]>([
  [
    'a day',
    [
      ['yyyy"年"m"月"d"日"', DAY, '2024-03-05'],
      ['[$-804]yyyy"年"m"月"d"日";@', DAY, '2024-03-05'],
      ['[DBNum1][$-804]yyyy"年"m"月"d"日";@', DAY, '2024-03-05'],
      ['[$-F800]dddd\\,\\ mmmm\\ dd', DAY, '2024-03-05'],
      ['yyyy年mm月dd日', DAY, '2024-03-05'],
      ['m"月"d"日"', DAY, '2024-03-05'],
      ['yyyy-mm-dd hh:mm', DAY + 0.5, '2024-03-05T12:00:00'],
      [14, DAY, '2024-03-05'],
      [31, DAY, '2024-03-05'],
      [58, DAY, '2024-03-05'],
    ],
  ],
  [
    'a month or a year, and no day that nobody sees',
    [
      ['yyyy"年"m"月"', DAY, '2024-03'],
      ['[DBNum1][$-804]yyyy"年"m"月";@', DAY, '2024-03'],
      ['[$-409]mmm\\-yy;@', DAY, '2024-03'],
      ['e-m', DAY, '2024-03'],
      ['yyyy"年"', DAY, '2024'],
      [17, DAY, '2024-03'],
      [57, DAY, '2024-03'],
    ],
  ],
  [
    'a time',
    [
      ['上午/下午h"时"mm"分";@', 0.75, '18:00:00'],
      ['[h]:mm', 1.25, '30:00:00'],
      [33, 0.75, '18:00:00'],
      [46, 1.25, '30:00:00'],
    ],
  ],
  [
    'a number, as it is',
    [
      ['G/通用格式', DAY, '45356'],
      ['General;[Red]-General', DAY, '45356'],
      ['_ * #,##0.00_ ;"d"@', DAY, '45356'],
      ['_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_)', 12.5, '12.5'],
      ['0.00E+00', DAY, '45356'],
      ['[DBNum1]0', DAY, '45356'],
      ['# ?/?', 0.5, '0.5'],
      ['0"人"', 120, '120'],
      ['0_);[Red]\\(0\\)', -5, '-5'],
      [4, 12500, '12500'],
      [44, 12500, '12500'],
    ],
  ],
  [
    'a number with the percent, the unit, the money and the zeros that it is shown with',
    [
      ['0.0%', 0.125, '12.5%'],
      [9, -1, '-100%'],
      ['0.0"%"', 12.5, '12.5%'],
      ['0.00"亿元"', 12.5, '12.5亿元'],
      ['#,##0万元', 12500, '12500万元'],
      ['G/通用格式"元"', 12.5, '12.5元'],
      ['[$$-409]#,##0.00', 12.5, '$12.5'],
      ['[$€-2] #,##0', 12, '€12'],
      ['0000', 531, '0531'],
      ['000000', 12.5, '12.5'],
    ],
  ],
])('shows %s', async (_what, expected) => {
  const content = formatted(expected.map(([format, value]) => [format, value]));
  const { header, rows } = await table('formats.xlsx', content);
  expect(header.map((name, at) => [name, rows[0]?.cells[at]])).toEqual(
    expected.map(([format, , shown], at) => [`${at}: ${format}`, shown]),
  );
});

it('is refused where it moves the point', async () => {
  const codes = ['0!.0000', '0\\.0,"万"', '#,##0,', '0.00,,"M"', '[<1000]0;0.0,"K"'];
  const content = formatted(codes.map((code) => [code, 12345]));
  expect(await faultsOf('moved.xlsx', content)).toMatchObject(
    codes.map((code, at) => ({
      ...{ row: 2, column: `${at}: ${code}`, value: '12345' },
      problem: `its format “${code}” shows 12345 with its point at another place; enter the number that is meant, and format it without that.`,
    })),
  );
});
