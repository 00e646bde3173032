import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { feedSchema } from '../../../src/ingest/feeds/feed.ts';
import { feedOf, read, sendJson, Source } from './source.ts';

const sources: Source[] = [];
afterEach(async () => {
  for (const source of sources.splice(0)) await source.close();
});

async function started(source: Promise<Source>): Promise<Source> {
  sources.push(await source);
  return source;
}

const pathOf = (url = '') => new URL(url, 'http://here');

describe('a REST source', () => {
  it('is read page by page along the links in its answers', async () => {
    const source = await started(
      Source.ofBodies(
        { data: { items: [{ code: 'A' }] }, links: { next: '/projects?page=2' } },
        { data: { items: [{ code: 'B' }] }, links: { next: null } },
      ),
    );
    const feed = feedOf({
      ...{ url: `${source.url}/projects`, items: 'data.items' },
      ...{ paging: { by: 'next', at: 'links.next' } },
    });
    const { pulled, lines } = await read(feed);
    expect(pulled).toMatchObject({ outcome: 'PULLED', rows: 2 });
    expect(lines).toEqual(['{"code":"A"}', '{"code":"B"}']);
    expect(source.asked.map(({ url }) => url)).toEqual(['/projects', '/projects?page=2']);
  });

  it('is read along its Link header', async () => {
    const source = await started(
      Source.start((request, response) => {
        const isFirst = !request.url?.includes('cursor');
        const link = '</p?cursor=x,y>; rel="next", </p>; rel="first"';
        sendJson(response, [{ n: isFirst ? 1 : 2 }], isFirst ? { link } : {});
      }),
    );
    const { lines } = await read(feedOf({ url: `${source.url}/p`, paging: { by: 'next' } }));
    expect(lines).toEqual(['{"n":1}', '{"n":2}']);
  });

  it('is read by numbers of pages until one is empty, each of the size that was asked for', async () => {
    const source = await started(
      Source.start((request, response) => {
        const page = Number(pathOf(request.url).searchParams.get('p'));
        sendJson(response, { rows: page <= 2 ? [{ page }] : [] });
      }),
    );
    const feed = feedOf({
      ...{ url: `${source.url}/list?state=all`, items: 'rows' },
      ...{ paging: { by: 'page', parameter: 'p' }, pageSize: { parameter: 'n', value: 50 } },
    });
    expect((await read(feed)).lines).toEqual(['{"page":1}', '{"page":2}']);
    expect(source.asked.map(({ url }) => url)).toEqual(
      [1, 2, 3].map((page) => `/list?state=all&n=50&p=${page}`),
    );
  });

  it('is read by cursors, be they numbers too long for a double', async () => {
    const source = await started(
      Source.ofBodies(
        '{"rows":[{"a":1}],"meta":{"next":12345678901234567890}}',
        '{"rows":[{"a":2}],"meta":{}}',
      ),
    );
    const feed = feedOf({
      ...{ url: source.url, items: 'rows' },
      ...{ paging: { by: 'cursor', at: 'meta.next', parameter: 'after' } },
    });
    expect((await read(feed)).lines).toHaveLength(2);
    expect(source.asked[1]?.url).toBe('/?after=12345678901234567890');
  });

  it('keeps numbers as they were written', async () => {
    const source = await started(
      Source.ofBodies('[{"a": 1.10, "b": 12345678901234567890.5, "c": [1e400]}]'),
    );
    const { lines } = await read(feedOf({ url: source.url }));
    expect(lines).toEqual(['{"a":1.10,"b":12345678901234567890.5,"c":[1e400]}']);
  });

  it('is asked for changes only, once it has given a tag', async () => {
    const source = await started(
      Source.start((request, response) => {
        if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
        else
          sendJson(response, [{ a: 1 }], {
            etag: '"v1"',
            'last-modified': 'Mon, 02 Nov 2026 08:00:00 GMT',
          });
      }),
    );
    const feed = feedOf({ url: source.url });
    const { pulled } = await read(feed);
    const state = pulled.outcome === 'PULLED' ? pulled.state : undefined;
    expect(state).toEqual({ etag: '"v1"', lastModified: 'Mon, 02 Nov 2026 08:00:00 GMT' });
    expect((await read(feed, state)).pulled).toEqual({ outcome: 'UNCHANGED' });
    expect(source.asked[1]?.headers['if-modified-since']).toBe(state?.lastModified);
    const blunt = feedOf({ url: source.url, etag: false });
    expect((await read(blunt, state)).pulled.outcome).toBe('PULLED');
  });

  it('keeps no tag of a first page, unless the feed says that it stands for all', async () => {
    const answer = () =>
      Source.start((_request, response, nth) =>
        sendJson(
          response,
          { rows: [{ nth }], next: nth % 2 === 1 ? `/?p=${nth}` : null },
          { etag: '"first"' },
        ),
      );
    const source = await started(answer());
    const paged = { url: source.url, items: 'rows', paging: { by: 'next', at: 'next' } };
    expect((await read(feedOf(paged))).pulled).toMatchObject({ state: { etag: null } });
    expect((await read(feedOf({ ...paged, etag: 'whole' }))).pulled).toMatchObject({
      state: { etag: '"first"' },
    });
  });

  it('is told the token that the environment holds, and nobody else is', async () => {
    const elsewhere = await started(Source.ofBodies([{ from: 'elsewhere' }]));
    const source = await started(
      Source.start((_request, response) => {
        response.writeHead(302, { location: elsewhere.url }).end();
      }),
    );
    const feed = feedOf({
      url: source.url,
      tokenFrom: 'BUREAU_TOKEN',
      headers: { 'x-client': 'city' },
    });
    const { lines } = await read(feed, undefined, { env: { BUREAU_TOKEN: 'hush' } });
    expect(lines).toEqual(['{"from":"elsewhere"}']);
    expect(source.asked[0]?.headers).toMatchObject({
      authorization: 'Bearer hush',
      'x-client': 'city',
    });
    expect(elsewhere.asked[0]?.headers.authorization).toBeUndefined();
    expect(elsewhere.asked[0]?.headers['x-client']).toBeUndefined();
    const bare = feedOf({ url: source.url, tokenFrom: 'BUREAU_TOKEN', tokenHeader: 'x-api-key' });
    await read(bare, undefined, { env: { BUREAU_TOKEN: 'hush' } });
    expect(source.asked[1]?.headers['x-api-key']).toBe('hush');
  });
});

describe('a REST source that fails', () => {
  it('twice with 500 is asked a third time', async () => {
    const source = await started(
      Source.start((_request, response, nth) => {
        if (nth <= 2) response.writeHead(500).end('<h1>Oops</h1>');
        else sendJson(response, [{ a: 1 }]);
      }),
    );
    expect((await read(feedOf({ url: source.url }))).lines).toEqual(['{"a":1}']);
    expect(source.asked).toHaveLength(3);
  });

  it('always is given up after some tries, and leaves no file', async () => {
    const source = await started(
      Source.start((_request, response) => void response.writeHead(502).end()),
    );
    const directory = await mkdtemp(join(tmpdir(), 'quanmai-test-pull-'));
    await expect(read(feedOf({ url: source.url }), undefined, { directory })).rejects.toMatchObject(
      {
        code: 'SOURCE_ANSWERED_BADLY',
        message: expect.stringContaining('answered 502'),
      },
    );
    expect(source.asked).toHaveLength(4);
    expect(await readdir(directory)).toEqual([]);
    await rm(directory, { recursive: true });
  });

  it('with 429 is not asked again before it allows', async () => {
    const source = await started(
      Source.start((_request, response, nth) => {
        if (nth === 1) response.writeHead(429, { 'retry-after': '1' }).end();
        else sendJson(response, []);
      }),
    );
    const since = performance.now();
    const pace = { tries: 2, firstWaitMs: 1, longestWaitMs: 5_000 };
    await read(feedOf({ url: source.url }), undefined, { pace });
    expect(performance.now() - since).toBeGreaterThan(990);
    // Longer than a pull may wait, it is left to the next.
    await expect(read(feedOf({ url: (await started(tooOften())).url }))).rejects.toMatchObject({
      code: 'SOURCE_BUSY',
      retryAfterMs: 600_000,
    });
  });

  const tooOften = () =>
    Source.start(
      (_request, response) => void response.writeHead(429, { 'retry-after': '600' }).end(),
    );

  it.each([401, 403])('with %i is not asked again', async (status) => {
    const source = await started(
      Source.start((_request, response) => void response.writeHead(status).end()),
    );
    await expect(
      read(feedOf({ url: source.url, tokenFrom: 'BUREAU_TOKEN' }), undefined, {
        env: { BUREAU_TOKEN: 'old' },
      }),
    ).rejects.toMatchObject({
      code: 'SOURCE_REFUSED',
      message: expect.stringContaining('BUREAU_TOKEN'),
    });
    expect(source.asked).toHaveLength(1);
  });

  it('by hanging, before its answer or within, is not waited for', async () => {
    const silent = await started(Source.start(() => {}));
    const slow = await started(
      Source.start((_request, response) => {
        response.writeHead(200, { 'content-type': 'application/json' }).write('[{"a":');
      }),
    );
    for (const { url } of [silent, slow]) {
      await expect(read(feedOf({ url, timeoutMs: 100 }))).rejects.toMatchObject({
        code: 'SOURCE_TIMED_OUT',
        details: { allowed: 100 },
      });
    }
  });

  it('by taking for ever, page after page, ends when its time is up', async () => {
    const source = await started(
      Source.start((_request, response, nth) => {
        setTimeout(() => sendJson(response, { rows: [{ nth }], next: `/?p=${nth}` }), 50);
      }),
    );
    const feed = feedOf({
      ...{
        url: source.url,
        items: 'rows',
        paging: { by: 'next', at: 'next' },
        pullTimeoutMs: 1_000,
      },
    });
    await expect(read(feed)).rejects.toMatchObject({
      code: 'SOURCE_TIMED_OUT',
      message: expect.stringContaining('pullTimeoutMs'),
    });
  });

  it('is given up with the reason of whoever gives it up', async () => {
    const source = await started(Source.start(() => {}));
    const reason = new Error('the gateway stops');
    const giving = new AbortController();
    setTimeout(() => giving.abort(reason), 50);
    await expect(
      read(feedOf({ url: source.url }), undefined, { signal: giving.signal }),
    ).rejects.toBe(reason);
  });

  it('by breaking off in the middle is asked again, then told to be out of reach', async () => {
    const source = await started(
      Source.start((_request, response) => {
        response.writeHead(200, { 'content-length': '100' }).write('[{"a":1}');
        setTimeout(() => response.destroy(), 20);
      }),
    );
    await expect(read(feedOf({ url: source.url }))).rejects.toMatchObject({
      code: 'SOURCE_UNREACHABLE',
      message: expect.stringContaining('broke off'),
    });
    expect(source.asked).toHaveLength(4);
  });

  it('by being down is told to be out of reach', async () => {
    const source = await Source.ofBodies([]);
    await source.close();
    await expect(read(feedOf({ url: source.url }))).rejects.toMatchObject({
      code: 'SOURCE_UNREACHABLE',
      message: expect.stringContaining('ECONNREFUSED'),
    });
  });

  it.each([
    ['half a JSON', '[{"a":1},{"a"', 'is not JSON'],
    ['nothing', '', 'is empty'],
    ['a page of HTML', '<html>', 'is not JSON'],
    [
      'an object for a list',
      '{"rows":{}}',
      'has an object where the list of rows should be: "rows"',
    ],
    ['another shape', '{"data":[]}', 'has nothing where'],
    ['rows that are none', '{"rows":[{},7]}', 'has a number at rows[1]'],
  ])('by answering %s is told so', async (_what, body, problem) => {
    const source = await started(Source.ofBodies(body));
    await expect(read(feedOf({ url: source.url, items: 'rows' }))).rejects.toMatchObject({
      code: 'SOURCE_ANSWERED_BADLY',
      message: expect.stringContaining(problem),
    });
    expect(source.asked).toHaveLength(1);
  });

  it('by letters that are not UTF-8 is told so', async () => {
    const source = await started(
      Source.start((_request, response) => {
        response.end(Buffer.from([0x5b, 0xd6, 0xd0, 0x5d]));
      }),
    );
    await expect(read(feedOf({ url: source.url }))).rejects.toMatchObject({
      code: 'SOURCE_ANSWERED_BADLY',
      message: expect.stringContaining('not UTF-8'),
    });
  });

  it('by leading in a circle, or not heeding the page, is told so', async () => {
    const circle = await started(Source.ofBodies({ rows: [{ a: 1 }], next: '/?p=2' }));
    const by = { items: 'rows', paging: { by: 'next', at: 'next' } };
    await expect(read(feedOf({ url: circle.url, ...by }))).rejects.toMatchObject({
      message: expect.stringContaining('circle'),
    });
    const deaf = await started(Source.ofBodies([{ a: 1 }]));
    await expect(
      read(feedOf({ url: deaf.url, paging: { by: 'page', parameter: 'seite' } })),
    ).rejects.toMatchObject({ message: expect.stringContaining('does not heed "seite"') });
  });

  it('by sending too much is cut off', async () => {
    const rows = Array.from({ length: 100 }, (_, at) => ({ at }));
    const source = await started(Source.ofBodies(rows));
    await expect(read(feedOf({ url: source.url, maxRows: 99 }))).rejects.toMatchObject({
      code: 'SOURCE_TOO_LARGE',
      message: expect.stringContaining('"maxRows"'),
    });
    const endless = await started(
      Source.start((_request, response) => {
        const more = () => {
          while (response.write('x'.repeat(65_536)));
        };
        response.on('drain', more);
        more();
      }),
    );
    await expect(read(feedOf({ url: endless.url, maxBytes: 500_000 }))).rejects.toMatchObject({
      code: 'SOURCE_TOO_LARGE',
      details: { allowed: 500_000 },
    });
  });

  it('for want of a token is told which variable to set', async () => {
    await expect(
      read(feedOf({ url: 'http://localhost', tokenFrom: 'NO_SUCH_TOKEN' })),
    ).rejects.toMatchObject({
      code: 'SOURCE_NOT_SET_UP',
      message: expect.stringContaining('NO_SUCH_TOKEN'),
    });
  });
});

describe('a feed in a mapping file', () => {
  const url = 'https://data.example.org/projects';
  it.each([
    [{ url: 'https://user:hush@data.example.org/' }, 'url', 'holds a user or a password'],
    [{ url: `${url}?access_token=hush` }, 'url', 'holds a secret in "access_token"'],
    [{ url: 'ftp://data.example.org/' }, 'url', 'has to begin with http'],
    [{ url: 'data.example.org' }, 'url', 'has to be a whole URL'],
    [
      { url, headers: { Authorization: 'Bearer hush' } },
      'headers.Authorization',
      'may be a secret',
    ],
    [{ url, headers: { 'x-api-key': 'hush' } }, 'headers.x-api-key', 'may be a secret'],
    [{ url, tokenFrom: 'hush hush' }, 'tokenFrom', 'the name of an environment variable'],
    [{ url, every: 'PT1H' }, 'every', 'has to be a cron expression of five fields'],
    [{ url, every: '61 * * * *' }, 'every', 'has to be a cron expression of five fields'],
    [
      { kind: 'postgres', urlFrom: 'DB', query: 'delete from project' },
      'query',
      'has to begin with "select"',
    ],
    [{ kind: 'graphql', url, query: '{ projects }', connection: 'projects' }, 'query', '$after'],
  ])('that is %j is refused at %s', (given, place, problem) => {
    const { error } = feedSchema.safeParse({ kind: 'rest', ...given });
    const issue = error?.issues.find(({ path }) => path.join('.') === place);
    expect(issue?.message).toContain(problem);
  });

  it('is refused with a setting that there is not', () => {
    expect(feedSchema.safeParse({ kind: 'rest', url, pagesize: 3 }).success).toBe(false);
  });
});
