import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IngestFault } from '../../src/ingest/ingest-fault.ts';
import { readCsv } from '../../src/ingest/read-csv.ts';

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'quanmai-csv-'));
});
afterAll(() => rm(directory, { recursive: true }));

async function read(content: string | Buffer) {
  const path = join(directory, 'places.csv');
  await writeFile(path, content);
  return readCsv(path, ['code', 'name']);
}

async function faultsOf(content: string | Buffer) {
  const fault: unknown = await read(content).catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(IngestFault);
  return (fault as IngestFault).faults;
}

describe('a file of comma-separated values', () => {
  it('is read by the names of its columns, in any order, with empty cells absent', async () => {
    // when
    const rows = await read('name,code\n"济南, 山东",jinan\n,empty\n');
    // then
    expect(rows.map(({ row, cells }) => [row, Object.fromEntries(cells)])).toEqual([
      [2, { name: '济南, 山东', code: 'jinan' }],
      [3, { code: 'empty' }],
    ]);
  });

  it('may begin with a byte order mark and end its lines as Windows does', async () => {
    expect(await read('\uFEFFcode,name\r\njinan,济南\r\n')).toHaveLength(1);
  });

  it('numbers rows as a spreadsheet does, over blank rows and line breaks in cells', async () => {
    // when
    const rows = await read('code,name\na,"two\nlines"\n\n,\nb,B\n');
    // then
    expect(rows.map(({ row }) => row)).toEqual([2, 5]);
  });

  it('refuses columns that are missing, unknown, doubled or nameless', async () => {
    expect(await faultsOf('code,nmae,code,\n')).toMatchObject([
      { row: 1, column: 'name', problem: 'the column is missing.' },
      { row: 1, column: 'nmae', problem: 'no such column is known; the columns are code, name.' },
      { row: 1, column: 'code', problem: 'the column stands here twice.' },
      { row: 1, problem: 'column 4 has no name; the columns are code, name.' },
    ]);
  });

  it('refuses rows with too few or too many cells', async () => {
    expect(await faultsOf('code,name\na\nb,B,C\n')).toMatchObject([
      { row: 2, problem: expect.stringContaining('1 cells and the header 2') },
      { row: 3, problem: expect.stringContaining('3 cells and the header 2') },
    ]);
  });

  it('refuses another encoding at the byte where it shows, and says what to do', async () => {
    // given: 济南 in GB 18030
    const content = Buffer.concat([
      Buffer.from('code,name\n长,c\njinan,'),
      Buffer.from([0xbc, 0xc3, 0xc4, 0xcf]),
    ]);
    // then
    expect(await faultsOf(content)).toEqual([
      {
        file: 'places.csv',
        problem: 'this is not UTF-8 (line 3, byte 22); save the file as “CSV UTF-8”.',
      },
    ]);
  });

  it('refuses a character that was cut off at the end', async () => {
    const content = Buffer.from('code,name\na,济').subarray(0, -1);
    expect(await faultsOf(content)).toMatchObject([{ problem: expect.stringContaining('line 2') }]);
  });

  it('refuses a NUL character, an open quote, an empty file and a missing one', async () => {
    expect(await faultsOf('code,name\na,b\0c\n')).toMatchObject([
      { problem: expect.stringContaining('NUL character (line 2, byte 13)') },
    ]);
    expect(await faultsOf('code,name\na,"b\n')).toMatchObject([
      { row: 2, problem: expect.stringMatching(/^Quote Not Closed/) },
    ]);
    expect(await faultsOf('')).toMatchObject([{ problem: 'the file is empty, without a header.' }]);
    await expect(readCsv(join(directory, 'none.csv'), [])).rejects.toThrow(/the file is missing/);
  });
});
