import { describe, expect, it } from '@jest/globals';
import { IngestFault } from '../../../src/ingest/ingest-fault.ts';
import { faultsOf, pathOf, problemsOf, readAll, table, withDirectory } from './reading.ts';

withDirectory();

/** 济南 in GB 18030. */
const JINAN = [0xbc, 0xc3, 0xc4, 0xcf];
const utf16 = (text: string) => Buffer.from(text, 'utf16le');

describe('a file of separated values', () => {
  it('is read row by row, its cells in the order of the header', async () => {
    // when
    const read = await table('places.csv', 'code,name\njinan,"济南, 山东"\n,empty\n');
    // then
    expect(read).toMatchObject({ format: 'CSV', encoding: 'UTF-8', file: 'places.csv', notes: [] });
    expect(read.header).toEqual(['code', 'name']);
    expect(read.cells).toEqual([
      [2, 'jinan', '济南, 山东'],
      [3, '', 'empty'],
    ]);
  });

  it('numbers rows as a spreadsheet does, over blank rows, line breaks in cells and mixed line ends', async () => {
    const { cells } = await table('rows.csv', 'code,name\r\na,"two\nlines"\n\n,　\rb,B\r\n');
    expect(cells).toEqual([
      [2, 'a', 'two\nlines'],
      [5, 'b', 'B'],
    ]);
  });

  it('trims cells of spaces, full-width ones too', async () => {
    const { header, cells } = await table('spaces.csv', ' code ,　name　\n　a , b　\n');
    expect([header, cells]).toEqual([['code', 'name'], [[2, 'a', 'b']]]);
  });

  it('may have tabs or semicolons between its cells, and says so', async () => {
    expect(await table('a.tsv', 'a\tb,c\n1\t2\n')).toMatchObject({
      format: 'TSV',
      header: ['a', 'b,c'],
      notes: [],
    });
    expect(await table('a.txt', '"x,y,z";b\n1,5;2\n')).toMatchObject({
      format: 'CSV',
      header: ['x,y,z', 'b'],
      cells: [[2, '1,5', '2']],
      notes: [{ kind: 'DELIMITER', text: 'Its cells are separated by semicolons.' }],
    });
    expect(await table('a.csv', 'a\tb\n1\t2\n')).toMatchObject({
      format: 'TSV',
      notes: [
        { kind: 'MISNAMED', text: 'It is called a.csv, and was read as what it holds: TSV.' },
        { kind: 'DELIMITER', text: 'Its cells are separated by tabs.' },
      ],
    });
    expect(await table('a.csv', 'a,x\tb\tc\n1\t2\t3\n')).toMatchObject({
      header: ['a,x', 'b', 'c'],
    });
    expect(await table('one.txt', 'a\n1\n')).toMatchObject({ notes: [] });
  });

  it('takes the separator that Excel told in its first line', async () => {
    const { header, cells, notes } = await table('sep.csv', '\uFEFFsep=|\r\na,b|c\r\n1|2\r\n');
    expect([header, cells]).toEqual([['a,b', 'c'], [[2, '1', '2']]]);
    expect(notes).toEqual([{ kind: 'DELIMITER', text: expect.stringContaining('sep=|') }]);
  });

  it('has its header where it is told, and titles above it', async () => {
    const content = '2024年项目表,,\n\ncode,name\na,A\n';
    expect(await table('titles.csv', content, { headerRow: 3 })).toMatchObject({
      header: ['code', 'name'],
      cells: [[4, 'a', 'A']],
    });
    expect(await problemsOf('titles.csv', content, { headerRow: 2 })).toEqual([
      expect.stringContaining('row 2 is to be the header, and nothing stands in it'),
    ]);
    expect(await problemsOf('titles.csv', content, { headerRow: 9 })).toEqual([
      expect.stringContaining('the rows end before it'),
    ]);
  });

  it('may have a header alone, and columns at its end without name or value', async () => {
    expect(await table('header.csv', 'a,b,,\n')).toMatchObject({ header: ['a', 'b'], rows: [] });
    expect(await table('blank.csv', 'a,b,,\n1,2,, \n3,4\n')).toMatchObject({
      cells: [
        [2, '1', '2'],
        [3, '3', '4'],
      ],
    });
    expect(await faultsOf('value.csv', 'a,b,,\n1,2,,x\n')).toMatchObject([
      { row: 2, value: 'x', problem: expect.stringContaining('column 4 (D), which has no name') },
    ]);
  });
});

describe('the encoding of a text', () => {
  it('is found out, and told', async () => {
    const text = 'name,code\n济南,a\n';
    const read = async (content: Uint8Array) => {
      const { encoding, cells } = await table('text.csv', content);
      expect(cells).toEqual([[2, '济南', 'a']]);
      return encoding;
    };
    expect(await read(Buffer.from(`\uFEFF${text}`))).toBe('UTF-8');
    expect(await read(utf16(`\uFEFF${text}`))).toBe('UTF-16LE');
    expect(await read(utf16(text))).toBe('UTF-16LE');
    expect(await read(utf16(`\uFEFF${text}`).swap16())).toBe('UTF-16BE');
    expect(await read(utf16(text).swap16())).toBe('UTF-16BE');
    expect(
      await read(Buffer.from([...Buffer.from('name,code\n'), ...JINAN, ...Buffer.from(',a\n')])),
    ).toBe('GB18030');
  });

  it('is found out by the last character too', async () => {
    // given: far behind what is read at once
    const ascii = Buffer.from(`name,code\n${'a,b\n'.repeat(50_000)}`);
    // when
    const { encoding, cells } = await table(
      'late.csv',
      Buffer.concat([ascii, Buffer.from([...JINAN, 0x2c, 0x63])]),
    );
    // then
    expect(encoding).toBe('GB18030');
    expect(cells.at(-1)).toEqual([50_002, '济南', 'c']);
  });

  it('is refused where it is none, at the line and byte where that shows', async () => {
    // given: UTF-8 and GB 18030 in one file
    const mixed = Buffer.concat([Buffer.from('code,name\n长,c\njinan,'), Buffer.from(JINAN)]);
    // then
    expect(await problemsOf('mixed.csv', mixed)).toEqual([
      'this is not UTF-8 (line 3, byte 22), nor GB18030; save the file as “CSV UTF-8”.',
    ]);
    expect(await problemsOf('cut.csv', Buffer.from('code,name\na,济').subarray(0, -1))).toEqual([
      expect.stringContaining('not UTF-8 (line 2, byte 14)'),
    ]);
    expect(await problemsOf('half.csv', utf16('\uFEFFa,b\n济,c\n').subarray(0, -1))).toEqual([
      expect.stringMatching(/^this is not UTF-16LE \(line 2, byte 17\); save/),
    ]);
  });

  it('is not taken for GB 18030 where the text is damaged UTF-8 or Big5', async () => {
    const damaged = Buffer.from('名称,地区\n济南市历下区山东省工业园,高新区发展总公司\n');
    damaged[20] = 0x41;
    expect(await problemsOf('damaged.csv', damaged)).toEqual([
      expect.stringContaining('not UTF-8'),
    ]);
    // 公司名稱,地址 in Big5
    const big5 = Buffer.from('a4bda571a657ba592ca661a77d0a', 'hex');
    expect(await problemsOf('big5.csv', big5)).toEqual([expect.stringContaining('not UTF-8')]);
  });

  it('holds no NUL', async () => {
    expect(await problemsOf('nul.csv', 'code,name\na,b\0c\n')).toEqual([
      'there is a NUL character (line 2, byte 13), which no text can hold.',
    ]);
  });
});

describe('a file of separated values that is wrong', () => {
  it('is refused where columns have no name, or one of another', async () => {
    expect(await faultsOf('names.csv', 'code,,code,end\n')).toEqual([
      { file: 'names.csv', row: 1, problem: 'column 2 (B) has no name; name it, or take it out.' },
      { file: 'names.csv', row: 1, column: 'code', problem: 'the column stands here twice.' },
    ]);
    expect(
      await problemsOf('wide.csv', `${'a'.repeat(3)},b,c\n`, { limits: { columns: 2 } }),
    ).toEqual([expect.stringContaining('there are 3 columns, and 2 are the most')]);
  });

  it('is refused with all rows that have too few or too many cells', async () => {
    expect(await faultsOf('ragged.csv', 'code,name\na\nx,y\nb,B,C\n')).toMatchObject([
      {
        row: 2,
        problem: expect.stringContaining('1 cells and the header 2; a comma inside a cell'),
      },
      { row: 4, problem: expect.stringContaining('3 cells and the header 2') },
    ]);
  });

  it('is refused with the row where a quote was opened', async () => {
    expect(await faultsOf('open.csv', 'code,name\na,A\nb,B\nc,"C\nd,D\n')).toMatchObject([
      { row: 4, problem: expect.stringMatching(/^Quote Not Closed.*opened in this row/) },
    ]);
    expect(await faultsOf('inner.csv', 'code,name\na,A "x"\n')).toMatchObject([
      { row: 2, problem: expect.stringMatching(/^Invalid Opening Quote/) },
    ]);
  });

  it('is refused without keeping a cell that is too large', async () => {
    // given: a quote that is never closed, before 100 MB
    const content = `code,name\na,"${'x'.repeat(2 ** 20)}\n`.padEnd(100_000_000, 'y,z\n');
    // then
    expect(await faultsOf('huge.csv', content)).toMatchObject([
      {
        row: 2,
        problem: expect.stringContaining('more than 1000000 characters; is a quote opened'),
      },
    ]);
    expect(await faultsOf('large.csv', `a,b\n1,${'x'.repeat(32_768)}\n2,y\n`)).toMatchObject([
      { row: 2, column: 'b', problem: expect.stringContaining('more than 32767 characters') },
    ]);
  });

  it('is refused past the most rows and bytes', async () => {
    expect(await faultsOf('many.csv', 'a\n1\n2\n3\n', { limits: { rows: 2 } })).toMatchObject([
      { row: 4, problem: expect.stringContaining('more than 2 rows') },
    ]);
    expect(await problemsOf('big.csv', 'a\n1\n2\n3\n', { limits: { fileBytes: 4 } })).toEqual([
      'the file has 8 bytes, and 4 bytes is the most that one may have; split it.',
    ]);
  });

  it('is refused where there is nothing, or no file', async () => {
    const empty = ['the file is empty, without a header.'];
    expect(await problemsOf('empty.csv', '')).toEqual(empty);
    expect(await problemsOf('blank.csv', '\uFEFF\r\n \n')).toEqual(empty);
    expect(await problemsOf('commas.csv', ',,\n,,\n')).toEqual(empty);
    await expect(readAll(pathOf('none.csv'))).rejects.toThrow(/none\.csv: the file is missing/);
    await expect(readAll(pathOf('.'))).rejects.toThrow(IngestFault);
  });
});
