import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { open } from '../protocol/sockets.ts';
import { streamed } from '../protocol/streams.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { until } from '../support/until.ts';

const CREATE = `mutation ($name: String!) {
  createProject(input: { name: $name }) { project { name version } userErrors { code } } }`;
const made = (name: string) => ({
  data: { createProject: { project: { name, version: 1 }, userErrors: [] } },
});

describe('a mutation', () => {
  let gateway: Gateway;
  let officer: Pick<Gateway, 'post' | 'query' | 'request'>;
  let authorization: string;
  beforeAll(async () => {
    gateway = await startGateway();
    const token = await gateway.keyFor({ role: 'CITY_OFFICER' });
    authorization = `Bearer ${token}`;
    officer = gateway.as(token);
  });
  afterAll(() => gateway.close());

  it('comes by POST, and is not for caches', async () => {
    const response = await officer.post({ query: CREATE, variables: { name: '以 POST' } });
    expect(response.headers.get('etag')).toBeNull();
    expect(await response.json()).toMatchObject(made('以 POST'));
  });

  it('comes by an event stream that is asked for by POST', async () => {
    const body = { query: CREATE, variables: { name: '以事件流' } };
    const { events } = await streamed(gateway, body, { headers: { authorization } });
    expect(events[0]).toMatchObject({ event: 'next', data: made('以事件流') });
  });

  it('comes over a WebSocket, by whom its first message named', async () => {
    const peer = await open(gateway);
    peer.say({ type: 'connection_init', payload: { authorization } });
    await until(() => peer.told.length > 0);
    const [next] = await peer.ask('1', CREATE, { name: '以套接字' });
    expect(next).toMatchObject({ type: 'next', payload: made('以套接字') });
    peer.ws.close();
    await peer.closed();
  });

  it.each(['', '/stream'])('does not come by GET%s', async (path) => {
    const url = new URL(`${gateway.url}${path}`);
    url.search = new URLSearchParams({ query: CREATE, variables: '{"name":"以 GET"}' }).toString();
    const response = await fetch(url, {
      headers: { authorization, accept: 'text/event-stream, application/json' },
    });
    expect(await response.text()).not.toContain('version');
    const { projects } = await gateway.query(
      '{ projects(filter: { name: { eq: "以 GET" } }) { totalCount } }',
    );
    expect(projects.totalCount).toBe(0);
  });

  it('is one of several that are done in the order in which they stand', async () => {
    const { one, two, three } = await officer.query(`mutation {
      one: createProject(input: { code: "in-order", name: "先" }) { project { name version } }
      two: correctProject(input: { code: "in-order", version: 1, name: "后" }) { project { name version } }
      three: correctProject(input: { code: "in-order", version: 1, name: "迟" }) { project { name } userErrors { code } }
    }`);
    expect(one.project).toEqual({ name: '先', version: 1 });
    expect(two.project).toEqual({ name: '后', version: 2 });
    expect(three).toEqual({ project: null, userErrors: [{ code: 'VERSION_CONFLICT' }] });
  });

  it('costs more than what it shows', async () => {
    const { extensions } = await officer.request(CREATE, { name: '有价' });
    // createProject 1 + 1,000, its input's field 1, project 1, name and version 2, and about 5 errors of 1 field
    expect(extensions).toMatchObject({ cost: { asked: 1 + 1000 + 1 + 1 + 2 + 1 + 5 } });
  });

  it('is told of as busy when what it needs stays locked, and changes nothing', async () => {
    // given
    const blocked = await startGateway({ beside: gateway, env: { LOCK_TIMEOUT_MS: '100' } });
    const client = await gateway.database.pool.connect();
    await client.query('begin');
    await client.query('lock table project in share mode');
    // when
    const response = await blocked
      .as(authorization.slice('Bearer '.length))
      .post({ query: CREATE, variables: { name: '等不到' } });
    await client.query('rollback');
    client.release();
    await blocked.close();
    // then
    expect(response.headers.get('retry-after')).toBe('1');
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'SERVICE_BUSY', asked: expect.any(Number), allowed: 100 } }],
    });
    const { projects } = await gateway.query(
      '{ projects(filter: { name: { eq: "等不到" } }) { totalCount } }',
    );
    expect(projects.totalCount).toBe(0);
  });
});
