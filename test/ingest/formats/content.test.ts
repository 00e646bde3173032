import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from '@jest/globals';
import { problemsOf, table, withDirectory } from './reading.ts';
import { row, workbook } from './workbooks.ts';

withDirectory();

const small = workbook({ sheets: [{ rows: row(1, 'a') + row(2, 'x') }] });

/** The beginning of a compound file, and the names of what is in it. */
function compound(...names: readonly string[]): Buffer {
  return Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(70_000),
    ...names.map((name) => Buffer.concat([Buffer.from(name, 'utf16le'), Buffer.alloc(64)])),
  ]);
}

const archive = (...names: readonly string[]) =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<x/>')])));

const office = (part: string) =>
  zipSync({
    [part]: strToU8('<x/>'),
    '_rels/.rels': strToU8(
      `<Relationships><Relationship Id="r" Type="a/officeDocument" Target="${part}"/></Relationships>`,
    ),
  });

describe('what a file is', () => {
  it('is found out by its content, and told where its name says otherwise', async () => {
    expect(await table('book.csv', small)).toMatchObject({
      format: 'XLSX',
      cells: [[2, 'x']],
      notes: [
        { kind: 'MISNAMED', text: 'It is called book.csv, and was read as what it holds: XLSX.' },
      ],
    });
    expect(await table('table.xlsx', 'a\nx\n')).toMatchObject({
      format: 'CSV',
      cells: [[2, 'x']],
      notes: [
        { kind: 'MISNAMED', text: 'It is called table.xlsx, and was read as what it holds: CSV.' },
      ],
    });
    expect(await table('upload', '[{"a": "x"}]', { name: 'records.csv' })).toMatchObject({
      file: 'records.csv',
      format: 'JSON',
      notes: [
        {
          kind: 'MISNAMED',
          text: 'It is called records.csv, and was read as what it holds: JSON.',
        },
      ],
    });
    expect(await table('old.XLS', small)).toMatchObject({ notes: [{ kind: 'MISNAMED' }] });
    expect(await table('book.xlsm', small)).toMatchObject({ notes: [] });
    expect(await table('table', 'a\nx\n')).toMatchObject({ notes: [] });
  });

  it('is refused where another format was asked for', async () => {
    expect(await problemsOf('book.xlsx', small, { format: 'CSV' })).toEqual([
      'it is to be read as CSV, and is a workbook (XLSX); leave the format out, or correct it.',
    ]);
    expect(await problemsOf('table.csv', 'a\nx\n', { format: 'XLSX' })).toEqual([
      'it is to be read as XLSX, and is a text; leave the format out, or correct it.',
    ]);
    expect(await table('table.csv', 'a,b\tc\n1,2\t3\n', { format: 'TSV' })).toMatchObject({
      header: ['a,b', 'c'],
    });
  });

  it.each([
    ['old.xls', compound('Root Entry', 'Workbook'), 'a workbook of Excel 97–2003 (.xls)'],
    ['secret.xlsx', compound('EncryptionInfo', 'EncryptedPackage'), 'remove the password'],
    ['word.doc', compound('WordDocument'), 'a document of Word (.doc)'],
    ['mail.msg', compound('__properties'), 'an old Office file of an unknown kind'],
    ['page.xls', '<html xmlns:x="urn:x"><table><tr><td>a</td></tr></table>', 'a web page (HTML)'],
    [
      '2003.xls',
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
      'an XML spreadsheet of 2003',
    ],
    ['feed.xml', '<?xml version="1.0"?><feed/>', 'an XML document'],
    ['binary.xlsb', office('xl/workbook.bin'), 'a binary workbook (.xlsb)'],
    ['text.docx', office('word/document.xml'), 'a document of Word (.docx)'],
    ['open.ods', archive('mimetype', 'content.xml'), 'an OpenDocument file (.ods)'],
    ['files.zip', archive('a.csv', 'b.csv'), 'a ZIP archive and no workbook'],
    ['page.pdf', '%PDF-1.7\n', 'a PDF'],
    ['page.xls', 'MIME-Version: 1.0\n', 'a web page (MHTML)'],
    ['table.dbf', Buffer.from([3, 124, 3, 5, 0]), 'a dBase table (.dbf)'],
    ['table.csv.gz', gzipSync('a,b\n'), 'a gzip archive'],
  ])('is told of %s with the way out', async (name, content, what) => {
    expect(await problemsOf(name, content)).toEqual([
      expect.stringMatching(new RegExp(`${what.replaceAll(/[().]/g, '\\$&')}.*(save|unpack)`)),
    ]);
  });
});
