import { lstat, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StartFault } from '../../src/kit/errors.ts';
import { Clusters, killHard, killServer, query, until } from './clusters.ts';

let clusters: Clusters;

beforeAll(async () => {
  clusters = await Clusters.create();
});
afterAll(() => clusters.remove());

describe('the embedded server', () => {
  it('keeps what was written from one start to the next', async () => {
    // given
    const directory = await clusters.made('restart');
    const first = await clusters.start(directory);
    await query(first.connection, `create table place as select '济南' as name`);
    await first.stop();
    // when
    const second = await clusters.start(directory);
    // then
    expect(await query(second.connection, 'select name from place')).toEqual([{ name: '济南' }]);
    expect([first.adopted, second.adopted]).toEqual([false, false]);
    await second.stop();
  });

  it('serves from a place that nobody else may enter, under root by a link to where it can be', async () => {
    // given
    const directory = clusters.path('closed');
    await mkdir(dirname(directory), { mode: 0o700 });
    const first = await clusters.start(directory);
    await query(first.connection, `create table place as select '济南' as name`);
    await first.stop();
    // when
    const second = await clusters.start(directory);
    // then
    expect(await query(second.connection, 'select name from place')).toEqual([{ name: '济南' }]);
    expect((await lstat(directory)).isSymbolicLink()).toBe(process.getuid?.() === 0);
    await second.stop();
  });

  it('makes a database of UTF-8 whose locale knows Chinese letters', async () => {
    // given
    const server = await clusters.start(await clusters.made('locale'));
    // when
    const rows = await query(
      server.connection,
      `select current_setting('server_encoding') as encoding, '市' ~ '[[:alpha:]]' as letters,
              current_setting('listen_addresses') as addresses`,
    );
    // then
    expect(rows).toEqual([{ encoding: 'UTF8', letters: true, addresses: '' }]);
    await server.stop();
  });

  it('leaves nothing of itself behind when it stops, also when it is told twice', async () => {
    // given
    const server = await clusters.start(await clusters.made('stopped'));
    const socketDirectory = server.connection.host as string;
    expect((await stat(socketDirectory)).mode & 0o777).toBe(0o700);
    // when
    await Promise.all([server.stop(), server.stop()]);
    // then
    await expect(stat(socketDirectory)).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(query(server.connection, 'select 1')).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('refuses a directory that another process uses, and does that one no harm', async () => {
    // given
    const directory = await clusters.made('in-use');
    const owner = await clusters.hold(directory);
    // when
    const second = clusters.start(directory);
    // then
    await expect(second).rejects.toThrow(
      new StartFault(
        `${directory} is in use by another Quanmai (pid ${owner.child.pid}). ` +
          'Stop it, or set DATA_DIR to another directory.',
      ),
    );
    expect(await query(owner.connection!, 'select 1 as alive')).toEqual([{ alive: 1 }]);
  });

  it('lets one of two first starts at once have the directory', async () => {
    // given
    const directory = clusters.path('race');
    // when
    const holders = await Promise.all([clusters.hold(directory), clusters.hold(directory)]);
    // then
    const [winner] = holders.filter(({ connection }) => connection);
    const [loser] = holders.filter(({ refused }) => refused);
    expect(loser?.refused).toContain(`in use by another Quanmai (pid ${winner?.child.pid})`);
    expect(await query(winner!.connection!, 'select 1 as alive')).toEqual([{ alive: 1 }]);
    expect(await readdir(dirname(directory))).toEqual(['documents', 'documents.log']);
  });

  it('takes over the server that a killed process left running', async () => {
    // given
    const directory = await clusters.made('orphan');
    const owner = await clusters.hold(directory);
    await query(owner.connection!, `create table place as select '济南' as name`);
    await killHard(owner.child);
    // when
    const server = await clusters.start(directory);
    // then
    expect(server.adopted).toBe(true);
    expect(await query(server.connection, 'select name from place')).toEqual([{ name: '济南' }]);
    await server.stop();
    await expect(query(server.connection, 'select 1')).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('loses nothing that was committed when process and server are killed', async () => {
    // given
    const directory = await clusters.made('crash');
    const owner = await clusters.hold(directory);
    await query(owner.connection!, `create table place as select '济南' as name`);
    await killHard(owner.child);
    await killServer(directory);
    // when
    const server = await clusters.start(directory);
    // then
    expect(server.adopted).toBe(false);
    expect(await query(server.connection, 'select name from place')).toEqual([{ name: '济南' }]);
    await expect(stat(owner.connection!.host!)).rejects.toMatchObject({ code: 'ENOENT' });
    await server.stop();
  });

  it('starts over a pid file whose number another process has by now', async () => {
    // given
    const directory = await clusters.made('stale');
    const pidFile = join(directory, 'postmaster.pid');
    await writeFile(pidFile, `${process.pid}\n${directory}\n1\n5432\n/gone\n\n 1 1\nready   \n`);
    // when
    const server = await clusters.start(directory);
    // then
    expect(await query(server.connection, 'select 1 as alive')).toEqual([{ alive: 1 }]);
    await server.stop();
  });

  it('holds its directory again after the server dropped all connections', async () => {
    // given
    const directory = await clusters.made('crashed-backend');
    const owner = await clusters.hold(directory);
    // when: the lock goes with its session, as when a process of the server crashes
    await query(
      { ...owner.connection, database: 'postgres' },
      `select pg_terminate_backend(pid, 10000) from pg_locks where locktype = 'advisory'`,
    );
    await until(async () => (await query(owner.connection!, HELD)).length === 1);
    // then
    await expect(clusters.start(directory)).rejects.toThrow('is in use by another Quanmai');
  });
});

const HELD = `select from pg_locks where locktype = 'advisory' and granted`;
