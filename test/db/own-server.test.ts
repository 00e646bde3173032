import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Pool, type PoolConfig } from 'pg';
import type { EmbeddedServer } from '../../src/db/embedded/server.ts';
import { checkServer } from '../../src/db/own-server.ts';
import { StartFault } from '../../src/kit/errors.ts';
import { Clusters, query } from './clusters.ts';

const PASSWORD = 'p@ss:w/rd';
let clusters: Clusters;
let server: EmbeddedServer;

/** A server as others keep them: it asks for a password. */
beforeAll(async () => {
  clusters = await Clusters.create();
  const directory = await clusters.made('own');
  server = await clusters.start(directory);
  await query(server.connection, `create role gateway superuser login password '${PASSWORD}'`);
  const rules = join(directory, 'pg_hba.conf');
  await writeFile(rules, `local all gateway scram-sha-256\n${await readFile(rules, 'utf8')}`);
  await query(server.connection, 'select pg_reload_conf()');
});
afterAll(async () => {
  await server.stop();
  await clusters.remove();
});

describe('a server of one’s own', () => {
  it('is accepted when it can hold the graph', async () => {
    await expect(check({ connectionString: url({}) })).resolves.toBeUndefined();
  });

  it('is refused when the password is wrong, which is not repeated', async () => {
    // when
    const message = await faultOf({ connectionString: url({ password: 'guess-work' }) });
    // then
    expect(message).toMatch(/^The server refused the password in DATABASE_URL/);
    expect(message).not.toContain('guess-work');
  });

  it('is refused when it wants a password and gets none', async () => {
    expect(await faultOf({ ...server.connection, user: 'gateway', password: '' })).toMatch(
      /password/,
    );
  });

  it('is refused when it has no such database', async () => {
    expect(await faultOf({ connectionString: url({ database: 'nowhere' }) })).toMatch(
      /^The server has no such database \(database "nowhere" does not exist\): make it with/,
    );
  });

  it('is refused when nobody answers at its address', async () => {
    const port = await freePort();
    expect(await faultOf({ connectionString: `postgres://u:secret@127.0.0.1:${port}/q` })).toBe(
      `No server answers at 127.0.0.1:${port} (ECONNREFUSED): is it running, and is DATABASE_URL right?`,
    );
  });

  it('is refused when it does not answer in time', async () => {
    // given: a listener that accepts and says nothing
    const silent = createServer(() => {});
    const port = await listen(silent);
    // when
    const message = await faultOf({
      connectionString: `postgres://u:secret@127.0.0.1:${port}/q`,
      connectionTimeoutMillis: 100,
    });
    // then
    expect(message).toMatch(/^The server in DATABASE_URL did not answer in time/);
    silent.close();
  });

  it('is refused when its URL is none, and the URL is not repeated', async () => {
    const message = await faultOf({ connectionString: 'postgres://u:secret@ho st:port/q' });
    expect(message).toMatch(/^DATABASE_URL is not a URL/);
    expect(message).not.toContain('secret');
  });

  it.each([
    ['in another encoding', `encoding 'SQL_ASCII' locale 'C'`, /encoding is SQL_ASCII/],
    [
      'of a locale without Chinese letters',
      `encoding 'UTF8' locale 'C'`,
      /knows no Chinese letters/,
    ],
    [
      'of an ICU locale over one without Chinese letters',
      `encoding 'UTF8' locale_provider icu icu_locale 'zh' locale 'C'`,
      /knows no Chinese letters/,
    ],
  ])('is refused when its database is %s', async (_, options, message) => {
    // given
    const database = `odd_${randomUUID().slice(0, 8)}`;
    await query(server.connection, `create database ${database} template template0 ${options}`);
    // when
    const fault = await faultOf({ ...server.connection, database });
    // then
    expect(fault).toMatch(message);
    expect(fault).toContain('create database … template template0');
  });

  it.each([
    ['takes no writes', 'default_transaction_read_only = on', /takes no writes/],
    [
      'reads backslashes in text as escapes',
      'standard_conforming_strings = off',
      /standard_conforming_strings off/,
    ],
  ])('is refused when it %s', async (_, setting, message) => {
    expect(
      await faultOf({ ...server.connection, options: `-c ${setting.replaceAll(' ', '')}` }),
    ).toMatch(message);
  });
});

function url({ password = PASSWORD, database = 'quanmai' }): string {
  const { host, port } = server.connection;
  return `postgres://gateway:${encodeURIComponent(password)}@/${database}?host=${host}&port=${port}`;
}

async function check(connection: PoolConfig): Promise<void> {
  const pool = new Pool({ connectionTimeoutMillis: 5_000, ...connection });
  await checkServer(pool).finally(() => pool.end());
}

async function faultOf(connection: PoolConfig): Promise<string> {
  const error = await check(connection).then(
    () => undefined,
    (fault: unknown) => fault,
  );
  expect(error).toBeInstanceOf(StartFault);
  const { message } = error as StartFault;
  expect(message).not.toMatch(/\n|secret/);
  return message;
}

/** A port that was free a moment ago, and that nobody listens on. */
async function freePort(): Promise<number> {
  const probe = createServer();
  const port = await listen(probe);
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function listen(listener: Server): Promise<number> {
  await once(listener.listen(0, '127.0.0.1'), 'listening');
  return (listener.address() as { port: number }).port;
}
