import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changeKey, revokeKey } from '../../src/request/credentials/keys.ts';
import { setRole } from '../../src/request/credentials/roles.ts';
import { connect, open, type Peer } from '../protocol/sockets.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { until } from '../support/until.ts';
import { AUDIENCE, inSeconds, ISSUER, newKey, serveKeys, type TestKey } from './issuer.ts';

const SLEEP = '{ sleep(seconds: 30) }';
/** Two seconds are promised; a machine that runs other tests beside may take twice that. */
const SOON = 4_000;

let key: TestKey;
let keys: Awaited<ReturnType<typeof serveKeys>>;
let here: Gateway;
let there: Gateway;
beforeAll(async () => {
  const { trialSchema } = await import('../protocol/trial-schema.ts');
  key = await newKey('first');
  keys = await serveKeys(key.publicKeys);
  const jwt = { JWT_JWKS_URL: keys.url, JWT_ISSUER: ISSUER, JWT_AUDIENCE: AUDIENCE };
  const env = { ANONYMOUS: 'off', JWT_CLOCK_SKEW_S: '0', ...jwt };
  here = await startGateway({ schema: trialSchema, env });
  there = await startGateway({ beside: here, schema: trialSchema, env });
});
afterAll(async () => {
  await there.close();
  await here.close();
  await keys.close();
});

const idOf = (token: string) => token.split('_')[1]!;

async function connectAs(gateway: Gateway, token: string, name = 'authorization'): Promise<Peer> {
  const peer = await open(gateway);
  peer.say({ type: 'connection_init', payload: { [name]: `Bearer ${token}` } });
  await until(() => peer.told.length > 0 || peer.ended !== undefined);
  return peer;
}

/** A socket with something under way. */
async function working(gateway: Gateway, token: string): Promise<Peer> {
  const peer = await connectAs(gateway, token);
  peer.subscribe('1', SLEEP);
  return peer;
}

/** What the operation under way was told in the end, and how the socket was closed. */
async function endOf(peer: Peer) {
  await until(() => peer.ended !== undefined, SOON);
  const [error] = peer.told.filter(({ type }) => type === 'error');
  return { close: peer.ended?.code, code: error?.payload[0].extensions.code as string };
}

describe('a socket', () => {
  it.each(['authorization', 'Authorization'])('is known by %s in connection_init', async (name) => {
    const peer = await connectAs(here, await here.keyFor(), name);
    const answer = await peer.ask('1', '{ echo(number: 7) }');
    expect(answer[0]).toMatchObject({ payload: { data: { echo: 7 } } });
    peer.ws.close();
  });

  it('whose token is not good is closed with 4401, and says why', async () => {
    const peer = await connectAs(here, `qm_abcdefghijkl_${'A'.repeat(43)}`);
    expect(await peer.closed()).toMatchObject({ code: 4401, reason: /no such API key/ });
  });

  it.each([
    ['an object', { toString: 1, valueOf: 1 }],
    ['a list', ['Bearer qm_abcdefghijkl']],
    ['a number', 7],
  ])(
    'whose token is %s is closed with 4401, and harms nobody else',
    async (_what, authorization) => {
      const peer = await open(here);
      peer.say({ type: 'connection_init', payload: { authorization } });
      expect((await peer.closed()).code).toBe(4401);
      const other = await connectAs(here, await here.keyFor());
      expect(other.ended).toBeUndefined();
      other.ws.close();
    },
  );

  it('without a token is closed with 4401 where nobody may read unknown', async () => {
    const peer = await open(here);
    peer.say({ type: 'connection_init' });
    expect((await peer.closed()).code).toBe(4401);
  });

  it('whose role may not even read is closed with 4403', async () => {
    await setRole(here.database.kysely, { code: 'NOBODY', permissions: [] }, 'test');
    const token = await here.keyFor({ role: 'NOBODY' });
    await until(
      async () => (await here.as(token).post({ query: '{ __typename }' })).status === 403,
    );
    expect(await (await connectAs(here, token)).closed()).toMatchObject({ code: 4403 });
  });
});

describe('whoever is connected', () => {
  it('is told on every gateway, within two seconds, that his key was revoked', async () => {
    const token = await here.keyFor();
    const peers = await Promise.all([working(here, token), working(there, token)]);
    await revokeKey(here.database.kysely, idOf(token), 'test');
    for (const peer of peers)
      expect(await endOf(peer)).toEqual({ close: 4403, code: 'ACCESS_ENDED' });
    expect((await (await connectAs(there, token)).closed()).code).toBe(4401);
  });

  it('is told that his districts are others, and may come again at once', async () => {
    const district = await here.given.region();
    const token = await here.keyFor();
    const peer = await working(there, token);
    await changeKey(here.database.kysely, idOf(token), { districts: [district] }, 'test');
    expect(await endOf(peer)).toEqual({ close: 4403, code: 'ACCESS_CHANGED' });
    const again = await connectAs(there, token);
    expect(again.told).toEqual([{ type: 'connection_ack' }]);
    again.ws.close();
  });

  it('is told that his role may other things', async () => {
    const role = { code: 'WATCHED', permissions: ['graph:read', 'project:follow'] };
    await setRole(here.database.kysely, role, 'test');
    const peer = await working(there, await here.keyFor({ role: 'WATCHED' }));
    await setRole(here.database.kysely, { ...role, permissions: ['graph:read'] }, 'test');
    expect(await endOf(peer)).toEqual({ close: 4403, code: 'ACCESS_CHANGED' });
  });

  it('is told when his key expires', async () => {
    const expiresAt = new Date(Date.now() + 1_500);
    const peer = await working(here, await here.keyFor({ expiresAt }));
    await until(() => Date.now() > expiresAt.getTime());
    expect(await endOf(peer)).toEqual({ close: 4403, code: 'ACCESS_ENDED' });
  });

  it('is told when his token expires, or names a role that is no more', async () => {
    const exp = inSeconds(2);
    const peer = await working(here, await key.sign({ exp }));
    await until(() => Date.now() > exp * 1_000);
    expect(await endOf(peer)).toEqual({ close: 4403, code: 'ACCESS_ENDED' });
    await setRole(here.database.kysely, { code: 'GUEST', permissions: ['graph:read'] }, 'test');
    const token = await key.sign({ role: 'guest' });
    await until(
      async () => (await here.as(token).post({ query: '{ __typename }' })).status === 200,
    );
    const guest = await working(here, token);
    await setRole(here.database.kysely, { code: 'GUEST', permissions: [] }, 'test');
    expect(await endOf(guest)).toEqual({ close: 4403, code: 'ACCESS_CHANGED' });
  });

  it('hears nothing of changes that are not his', async () => {
    const peer = await connectAs(here, await here.keyFor());
    const other = await here.keyFor();
    const witness = await working(here, other);
    await revokeKey(here.database.kysely, idOf(other), 'test');
    await endOf(witness);
    expect(await peer.ask('1', '{ echo(number: 7) }')).toMatchObject([{ type: 'next' }, {}]);
    peer.ws.close();
  });
});

describe('whoever is not known', () => {
  it('is told what becomes of what everybody may', async () => {
    const env = { ANONYMOUS: 'read' };
    const { trialSchema } = await import('../protocol/trial-schema.ts');
    const open = await startGateway({ schema: trialSchema, env });
    const peer = await connect(open);
    peer.subscribe('1', SLEEP);
    await setRole(open.database.kysely, { code: 'PUBLIC', permissions: [] }, 'test');
    expect(await endOf(peer)).toEqual({ close: 4403, code: 'ACCESS_CHANGED' });
    expect((await open.post({ query: '{ __typename }' })).status).toBe(401);
    await open.close();
  });
});
