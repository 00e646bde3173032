import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { openFile } from '../../../src/ingest/formats/open-file.ts';
import { heldMemory } from '../../support/memory.ts';
import { faultsOf, pathOf, problemsOf, readAll, table, withDirectory, written } from './reading.ts';
import { row, workbook } from './workbooks.ts';

withDirectory();

const one = (rows: string) => workbook({ sheets: [{ rows }] });

/** The longest that other work waited while this was done, in milliseconds. */
async function longestWait(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 5);
  await work().finally(() => clearInterval(timer));
  return longest;
}

describe('a file that is large', () => {
  it('is read with little memory, however many rows it has', async () => {
    // given
    const path = pathOf('large.csv');
    const lines = Readable.from(
      (function* () {
        yield 'code,name,district,invested\n';
        for (let at = 0; at < 300_000; at++) yield `P${at},"项目 ${at}, 一期",历下区,${at}.5\n`;
      })(),
    );
    await finished(lines.pipe(createWriteStream(path)));
    const { tables, close } = await openFile(path);
    // when
    const held: number[] = [];
    let count = 0;
    for await (const { rows } of tables) {
      for await (const { row: at, cells } of rows) {
        count += 1;
        if (cells[0] !== `P${at - 2}`) throw new Error(`Row ${at} is ${cells[0]}.`);
        if (count % 100_000 === 1) held.push(heldMemory());
      }
    }
    held.push(heldMemory());
    await close();
    // then
    expect(count).toBe(300_000);
    expect(Math.max(...held) - held[0]!).toBeLessThan(8);
  });

  it('may be left before its end, and ends when its reader goes away', async () => {
    // given
    const path = await written('left.csv', `a,b\n${'x,y\n'.repeat(200_000)}`);
    const gone = new AbortController();
    const opened = await openFile(path, { signal: gone.signal });
    // when
    const reading = async () => {
      for await (const { rows } of opened.tables) {
        for await (const { row: at } of rows) if (at === 10) gone.abort(new Error('gone away'));
      }
    };
    // then
    await expect(reading()).rejects.toThrow('gone away');
    await expect(openFile(path, { signal: gone.signal })).rejects.toThrow('gone away');
    const other = await openFile(path);
    for await (const { rows } of other.tables) {
      for await (const _ of rows) break;
      break;
    }
    await other.close();
  });
});

describe('a workbook that is hostile', () => {
  it('holds nobody up with a million empty rows', async () => {
    // given
    const rows = Array.from({ length: 1_048_575 }, (_, at) => `<row r="${at + 2}" s="1"/>`).join(
      '',
    );
    const path = await written('rows.xlsx', one(row(1, 'a') + rows));
    // when
    const started = performance.now();
    const waited = await longestWait(async () => {
      expect(await readAll(path)).toMatchObject({ tables: [{ header: ['a'], rows: [] }] });
    });
    // then
    expect(performance.now() - started).toBeLessThan(60_000);
    expect(waited).toBeLessThan(2_000);
  });

  it('is refused by what its parts are once unpacked, before they are', async () => {
    // given: 1.5 GiB in 1.5 MB
    const bomb = zip([
      { name: 'xl/workbook.xml', body: Buffer.alloc(2 ** 20), says: 1.5 * 2 ** 30 },
    ]);
    // then
    expect(await problemsOf('bomb.xlsx', bomb)).toEqual([
      expect.stringContaining(
        'unpacked, xl/workbook.xml has 1536 MiB or more, and 1024 MiB is the most',
      ),
    ]);
    const many = Array.from({ length: 3 }, (_, at) => ({
      ...{ name: `xl/media/${at}.xml`, body: Buffer.alloc(10), says: 900 * 2 ** 20 },
    }));
    expect(await problemsOf('bombs.xlsx', zip(many))).toEqual([
      expect.stringContaining('all of it has 2700 MiB or more'),
    ]);
  });

  it('unpacks to no more than it says', async () => {
    // given: a part that says 100 bytes, and has 200 MB
    const content = zip([{ name: '_rels/.rels', body: Buffer.alloc(200_000_000, ' '), says: 100 }]);
    // when
    const waited = await longestWait(async () => {
      expect(await problemsOf('liar.xlsx', content)).toEqual([
        expect.stringMatching(/the workbook is damaged \(.*too many bytes/),
      ]);
    });
    // then
    expect(waited).toBeLessThan(2_000);
  });

  it('is refused where its texts are too large, or too many', async () => {
    expect(
      await faultsOf('cell.xlsx', one(row(1, 'a') + row(2, 'x'.repeat(40_000)))),
    ).toMatchObject([
      { row: 2, column: 'a', problem: expect.stringContaining('more than 32767 characters') },
    ]);
    expect(await problemsOf('text.xlsx', one(row(1, 'a') + row(2, 'x'.repeat(5_000_000))))).toEqual(
      [expect.stringContaining('a text of more than 1048576 characters')],
    );
    const strings = {
      sheets: [{ rows: '' }],
      sharedStrings: `<si><t>${'x'.repeat(50)}</t></si>`.repeat(3),
    };
    expect(
      await problemsOf('shared.xlsx', workbook(strings), { limits: { sharedCharacters: 100 } }),
    ).toEqual([expect.stringContaining('more than 100 characters of different texts')]);
  });

  it('takes no more memory than it may', async () => {
    const strings = '<si><t>a text like others</t></si>'.repeat(2_000_000);
    const content = workbook({ sheets: [{ rows: '' }], sharedStrings: strings });
    expect(await problemsOf('memory.xlsx', content, { limits: { workerMegabytes: 24 } })).toEqual([
      expect.stringContaining('takes more than 24 MiB of memory'),
    ]);
  });

  it('is refused past the most columns, rows and bytes', async () => {
    const last = '<row r="2"><c r="XFD2"><v>1</v></c></row>';
    expect(await faultsOf('columns.xlsx', one(row(1, 'a') + last))).toMatchObject([
      {
        sheet: 'Sheet1',
        row: 2,
        problem: expect.stringContaining('column 16384, and 1000 columns are the most'),
      },
    ]);
    const three = one(row(1, 'a') + row(2, '1') + row(3, '2'));
    expect(await faultsOf('rows.xlsx', three, { limits: { rows: 1 } })).toMatchObject([
      { row: 3, problem: expect.stringContaining('more than 1 rows') },
    ]);
    expect(await problemsOf('bytes.xlsx', three, { limits: { workbookBytes: 100 } })).toEqual([
      expect.stringContaining('and 100 bytes is the most'),
    ]);
  });

  it('declares no document type, so that no entity grows', async () => {
    const laughs =
      '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><workbook>&b;</workbook>';
    expect(
      await problemsOf(
        'laughs.xlsx',
        workbook({ sheets: [], parts: { 'xl/workbook.xml': laughs } }),
      ),
    ).toEqual(['xl/workbook.xml declares a document type, as no workbook does; it is not read.']);
  });

  it('is refused where it is damaged, and says so', async () => {
    const good = one(row(1, 'a') + row(2, 'x'));
    const parts = (name: string, content: string) =>
      workbook({ sheets: [{ rows: '' }], parts: { [name]: content } });
    const sheet = 'xl/worksheets/sheet1.xml';
    const files: Record<string, Uint8Array> = {
      cut: good.subarray(0, good.length / 2),
      start: Buffer.from('PK\x03\x04 and no more'),
      tags: parts(sheet, '<worksheet><sheetData><row></sheetData></worksheet>'),
      end: parts(sheet, '<worksheet><sheetData><row>'),
      deep: parts(sheet, '<a>'.repeat(100_000)),
      rows: one(row(2, 'a') + row(2, 'x')),
      cells: one('<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>'),
      missing: workbook({ sheets: [{ rows: '' }], parts: { 'xl/_rels/workbook.xml.rels': '<x' } }),
    };
    for (const [name, content] of Object.entries(files)) {
      expect([name, ...(await problemsOf(`${name}.xlsx`, content))]).toEqual([
        name,
        expect.stringMatching(
          /^the workbook is damaged \(.+\); open it in a spreadsheet and save it again/,
        ),
      ]);
    }
  });

  it('ends where its reader goes away', async () => {
    // given
    const path = await written(
      'gone.xlsx',
      one(Array.from({ length: 50_000 }, (_, at) => row(at + 1, `x${at}`)).join('')),
    );
    const gone = new AbortController();
    const { tables } = await openFile(path, { signal: gone.signal });
    // when
    const reading = async () => {
      for await (const { rows } of tables) {
        for await (const { row: at } of rows) if (at === 10) gone.abort(new Error('gone away'));
      }
    };
    // then
    await expect(reading()).rejects.toThrow('gone away');
  });

  it('leaves the next one to be read', async () => {
    expect(await table('next.xlsx', one(row(1, 'a') + row(2, 'x')))).toMatchObject({
      cells: [[2, 'x']],
    });
  });
});

interface Part {
  readonly name: string;
  readonly body: Buffer;
  /** How large it says it is once unpacked. */
  readonly says: number;
}

/** An archive that says of its parts what it likes. */
function zip(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, body, says } of parts) {
    const packed = deflateRawSync(body);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(body), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(says, 18);
    common.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed]);
    bodies.push(local);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, place, Buffer.from(name));
    at += local.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}
