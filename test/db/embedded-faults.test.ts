import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { explainOutput } from '../../src/db/embedded/faults.ts';
import { StartFault } from '../../src/kit/errors.ts';
import { canMount, Clusters } from './clusters.ts';

let clusters: Clusters;

beforeAll(async () => {
  clusters = await Clusters.create();
});
afterAll(() => clusters.remove());

describe('the embedded server says in one line', () => {
  it('that the data were made by another major version', async () => {
    // given
    const directory = await clusters.made('old');
    await writeFile(join(directory, 'PG_VERSION'), '17\n');
    // when
    const start = clusters.start(directory);
    // then
    await expectLine(start, `${directory} was made by PostgreSQL 17, and this is PostgreSQL 18`);
  });

  it('that the directory holds something else', async () => {
    // given
    const directory = clusters.path('foreign');
    await mkdir(directory, { recursive: true });
    await writeFile(join(directory, 'letter.txt'), 'not a database');
    // when
    const start = clusters.start(directory);
    // then
    await expectLine(start, `${directory} is not empty and holds no database`);
    expect(await readdir(directory)).toEqual(['letter.txt']);
  });

  it('that the directory is a file', async () => {
    // given
    const directory = clusters.path('file');
    await mkdir(dirname(directory), { recursive: true });
    await writeFile(directory, '');
    // when
    const start = clusters.start(directory);
    // then
    await expectLine(start, `${directory} is a file`);
  });

  it('that the place may not be written to', async () => {
    // given: root may write anywhere but in what the kernel makes up
    const isRoot = process.getuid?.() === 0;
    const directory = isRoot ? '/sys/quanmai/documents' : clusters.path('locked');
    if (!isRoot) await mkdir(dirname(directory), { mode: 0o500 });
    // when
    const start = clusters.start(directory);
    // then
    await expectLine(start, /may not be written to|is read-only/);
  });

  it('that the disk is full, at a first start and at a later one', async () => {
    // given
    const directory = await clusters.made('full');
    const [place, pristine] = [dirname(directory), join(clusters.home, 'pristine', '*')];
    // when
    const messages = (await canMount())
      ? [
          (await clusters.holdOn('mount -t tmpfs -o size=8m,mode=755 tmpfs "$1"', directory))
            .refused,
          (
            await clusters.holdOn(
              `mount -t tmpfs -o size=64m,mode=755 tmpfs "$1" && cp -a ${pristine} "$1" && { cat /dev/zero >"$1/filler" 2>&- || true; }`,
              directory,
            )
          ).refused,
        ]
      : [SAID.initdbOnFullDisk, SAID.postgresOnFullDisk].map((said) =>
          explainOutput(said, directory),
        );
    // then
    const line = `The disk of ${directory} is full: free some space, or set DATA_DIR to another directory.`;
    expect(messages).toEqual([line, line]);
    expect(await readdir(place)).toEqual(['documents']);
  });

  it('that the disk is read-only, at a first start and at a later one', async () => {
    // given
    const directory = await clusters.made('read-only');
    const empty = clusters.path('read-only-empty');
    await mkdir(dirname(empty), { recursive: true });
    const deep = join(dirname(clusters.path('read-only-deep')), 'not-there', 'documents');
    await mkdir(dirname(dirname(deep)), { recursive: true });
    const readOnly = (place: string) =>
      `mount --bind ${place} ${place} && mount -o remount,bind,ro ${place}`;
    // when
    const messages = (await canMount())
      ? [
          (await clusters.holdOn(readOnly('"$(dirname "$1")"'), deep)).refused,
          (await clusters.holdOn(readOnly('"$1"'), empty)).refused,
          (await clusters.holdOn(readOnly('"$1"'), directory)).refused,
        ]
      : [
          explainOutput(SAID.initdbReadOnly, deep),
          explainOutput(SAID.initdbReadOnly, empty),
          explainOutput(SAID.postgresReadOnly, directory),
        ];
    // then
    expect(messages).toEqual(
      [deep, empty, directory].map(
        (place) =>
          `The disk of ${place} is read-only: make it writable, or set DATA_DIR to another directory.`,
      ),
    );
  });

  it('that the data are damaged', async () => {
    // given
    const directory = await clusters.made('damaged');
    await rm(join(directory, 'global', 'pg_control'));
    // when
    const start = clusters.start(directory);
    // then
    await expectLine(start, `The data in ${directory} are damaged`);
  });
});

/** What initdb and postgres said on such disks, for machines where none can be mounted. */
const SAID = {
  initdbOnFullDisk: `FATAL:  could not write to file "pg_wal/xlogtemp.22629": No space left on device
child process exited with exit code 1`,
  postgresOnFullDisk: `FATAL:  could not write lock file "postmaster.pid": No space left on device`,
  initdbReadOnly: `initdb: error: could not create directory "/mnt/d": Read-only file system`,
  postgresReadOnly: `FATAL:  could not create lock file "postmaster.pid": Read-only file system`,
};

async function expectLine(start: Promise<unknown>, message: string | RegExp): Promise<void> {
  const fault = await start.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(fault).toBeInstanceOf(StartFault);
  expect((fault as Error).message).toMatch(message);
  expect((fault as Error).message).not.toContain('\n');
}
