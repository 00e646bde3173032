import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { dropOldUploads } from '../../../src/ingest/uploads/housekeeping.ts';
import { takeUpload, writeUpload } from '../../../src/ingest/uploads/uploads.ts';
import { type Gateway, startGateway } from '../../support/gateway.ts';
import { heldBuffers } from '../../support/memory.ts';
import { until } from '../../support/until.ts';

let gateway: Gateway;
let token: string;
beforeAll(async () => {
  gateway = await startGateway({ env: { UPLOAD_MAX_MB: '60', REQUEST_TIMEOUT_MS: '400' } });
  token = await gateway.keyFor({ role: 'CITY_OFFICER' });
});
afterAll(() => gateway.close());

const MB = 2 ** 20;
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const at = (query: string) => new URL(`/uploads${query}`, gateway.url);

async function send(to: string | URL, body: RequestInit['body'], headers: object = {}) {
  const response = await fetch(typeof to === 'string' ? at(to) : to, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, ...headers },
    ...(body !== undefined && { body }),
    ...(body instanceof ReadableStream && { duplex: 'half' }),
  });
  return { status: response.status, body: (await response.json()) as any };
}

async function uploads(): Promise<number> {
  const { rows } = await gateway.database.pool.query<{ n: number }>(
    `select count(*)::int as n from upload full join upload_part on upload_id = id`,
  );
  return rows[0]!.n;
}

/** What an upload comes out as. */
async function written(id: string): Promise<Buffer> {
  const directory = await mkdtemp(join(tmpdir(), 'quanmai-test-upload-'));
  const path = join(directory, 'file');
  try {
    await writeUpload(gateway.database.kysely, id, path);
    return await readFile(path);
  } finally {
    await rm(directory, { recursive: true });
  }
}

describe('a file that is sent in', () => {
  it.each([
    ['text/csv', '?name=%E9%A1%B9%E7%9B%AE.csv', {}, '项目.csv'],
    ['application/octet-stream', '?name=a%20b.bin', {}, 'a b.bin'],
    ['application/json', '?name=rows.json', {}, 'rows.json'],
    [
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      '',
      { 'content-disposition': "attachment; filename*=UTF-8''%E9%A1%B9%E7%9B%AE.xlsx" },
      '项目.xlsx',
    ],
  ])('as %s is kept as it came', async (type, query, headers, name) => {
    const bytes = randomBytes(2.5 * MB);
    const { status, body } = await send(query, bytes, { 'content-type': type, ...headers });
    expect(body).toEqual({
      ...{ upload: expect.any(String), name, bytes: bytes.length, sha256: sha256(bytes) },
    });
    expect(status).toBe(201);
    expect(sha256(await written(body.upload as string))).toBe(sha256(bytes));
  });

  it('is kept in the name of who sent it, and stands in the audit', async () => {
    const { body } = await send('?name=a.csv', 'code\n1\n');
    const { rows } = await gateway.database.pool.query<object>(
      `select upload.actor = audit_entry.actor as same, operation, outcome, details->>'name' as name
         from upload join audit_entry on entity_code = upload.id::text where upload.id = $1`,
      [body.upload],
    );
    expect(rows).toEqual([{ same: true, operation: 'upload', outcome: 'DONE', name: 'a.csv' }]);
  });

  it('of 50 MB takes no more memory than a small one', async () => {
    const chunk = randomBytes(64 * 1024);
    const parts = 800;
    const before = heldBuffers();
    let most = 0;
    async function* chunks() {
      for (let sent = 0; sent < parts; sent += 1) {
        // The test's own record of statements holds every part.
        gateway.sql.reset();
        if (sent % 200 === 199) most = Math.max(most, heldBuffers());
        yield chunk;
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
    const stream = Readable.toWeb(Readable.from(chunks())) as ReadableStream;
    const { body } = await send('?name=large.bin', stream as never);
    expect(body).toMatchObject({ bytes: 50 * MB });
    expect(most - before).toBeLessThan(25);
    const whole = await written(body.upload as string);
    expect(sha256(whole)).toBe(body.sha256);
  });

  it('may take longer to arrive than a query may', async () => {
    async function* slowly() {
      for (const text of ['code', '\n', '1']) {
        yield Buffer.from(text);
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
    }
    const stream = Readable.toWeb(Readable.from(slowly())) as ReadableStream;
    expect(await send('?name=slow.csv', stream as never)).toMatchObject({
      ...{ status: 201, body: { bytes: 6 } },
    });
  });

  it('that breaks off leaves nothing behind', async () => {
    const before = await uploads();
    const { port } = new URL(gateway.url);
    const socket = connect(Number(port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write(
      `POST /uploads?name=half.bin HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${token}\r\ncontent-length: ${10 * MB}\r\n\r\n`,
    );
    socket.write(randomBytes(3 * MB));
    await until(async () => (await uploads()) > before);
    socket.destroy();
    await until(async () => (await uploads()) === before);
  });
});

describe('a file that is refused', () => {
  const told = (status: number, code: string, more: object = {}) => ({
    status,
    body: { errors: [{ extensions: { code, ...more, requestId: expect.any(String) } }] },
  });

  it('is one that is too large, be its length told or not, and nothing of it is left', async () => {
    const small = await startGateway({ beside: gateway, env: { UPLOAD_MAX_MB: '1' } });
    const before = await uploads();
    const large = randomBytes(3 * MB);
    const to = new URL('/uploads?name=large.bin', small.url);
    const refused = await send(to, large);
    const untold = await send(to, Readable.toWeb(Readable.from([large])) as never);
    await small.close();
    expect(refused).toMatchObject(
      told(413, 'UPLOAD_TOO_LARGE', { asked: 3 * MB, allowed: 1 * MB }),
    );
    expect(untold).toMatchObject(told(413, 'UPLOAD_TOO_LARGE', { allowed: 1 * MB }));
    expect(untold.body.errors[0].extensions.asked).toBeUndefined();
    expect(await uploads()).toBe(before);
  });

  it.each([
    ['without a name', '', 'UPLOAD_UNNAMED'],
    ['with an empty name', '?name=', 'UPLOAD_UNNAMED'],
    ['with a path for a name', '?name=..%2Fetc%2Fpasswd', 'UPLOAD_UNNAMED'],
    ['with a NUL in its name', '?name=a%00b', 'UPLOAD_UNNAMED'],
    ['with two names', '?name=a&name=b', 'BAD_REQUEST'],
    ['with a name that is not UTF-8', '?name=%D6%D0.csv', 'BAD_REQUEST'],
  ])('is one %s', async (_what, query, code) => {
    expect(await send(query, 'x')).toMatchObject(told(400, code));
  });

  it('is one that is empty', async () => {
    expect(await send('?name=a.csv', '')).toMatchObject(told(400, 'UPLOAD_EMPTY'));
  });

  it('is one that is compressed on the way', async () => {
    const { status } = await send('?name=a.csv', 'x', { 'content-encoding': 'gzip' });
    expect(status).toBe(415);
  });

  it('is one of who may not import', async () => {
    const partner = await gateway.keyFor({ role: 'PARTNER' });
    expect(await send('?name=a.csv', 'x', { authorization: `Bearer ${partner}` })).toMatchObject(
      told(403, 'FORBIDDEN', { permission: 'import:run' }),
    );
    const anonymous = await fetch(at('?name=a.csv'), { method: 'POST', body: 'x' });
    expect(anonymous.status).toBe(403);
    expect((await send('?name=a.csv', 'x', { authorization: 'Bearer qm_no' })).status).toBe(401);
  });

  it('is one that a foreign page sends', async () => {
    expect(await send('?name=a.csv', 'x', { origin: 'https://evil.example.org' })).toMatchObject(
      told(403, 'FORBIDDEN_ORIGIN'),
    );
    expect(await send('?name=a.csv', 'x', { origin: at('').origin })).toMatchObject({
      status: 201,
    });
  });

  it('is one whose disk is full', async () => {
    await gateway.database.pool.query(`
      create function disk_is_full() returns trigger language plpgsql as
      $$ begin raise exception 'no space' using errcode = 'disk_full'; end $$;
      create trigger full_disk before insert on upload_part execute function disk_is_full()`);
    const refused = await send('?name=a.csv', 'x');
    await gateway.database.pool.query('drop function disk_is_full cascade');
    expect(refused).toMatchObject(told(507, 'STORAGE_FULL'));
  });
});

describe('an upload', () => {
  it('that there is not, or that has not come whole, is told by its code', async () => {
    const { pool } = gateway.database;
    const id = '018f0000-0000-7000-8000-000000000000';
    await pool.query(`insert into upload (id, name, actor) values ($1, 'half.csv', 'test')`, [id]);
    for (const unknown of [id, 'nonsense', '018f0000-0000-7000-8000-000000000001']) {
      await expect(written(unknown)).rejects.toMatchObject({
        code: 'UNKNOWN_CODE',
        value: unknown,
      });
    }
    await pool.query('delete from upload where id = $1', [id]);
  });

  it('is dropped after a week, and after an hour if it never came whole', async () => {
    const { kysely, pool } = gateway.database;
    const make = async (complete: boolean, age: string) => {
      const input = { name: 'old.csv', actor: 'test', maxBytes: 10 };
      const { id } = await takeUpload(kysely, input, Readable.from([Buffer.from('x')]));
      const set = `update upload set complete = $2, created_at = now() - $3::interval where id = $1`;
      await pool.query(set, [id, complete, age]);
      return id;
    };
    const kept = [await make(true, '6 days'), await make(false, '50 minutes')];
    const gone = [await make(true, '8 days'), await make(false, '2 hours')];
    const session = new Client(gateway.connection);
    await session.connect();
    while (await dropOldUploads.run(session));
    await session.end();
    const { rows } = await pool.query<{ id: string }>('select id from upload where id = any ($1)', [
      [...kept, ...gone],
    ]);
    expect(rows.map(({ id }) => id).sort()).toEqual(kept.sort());
  });
});
