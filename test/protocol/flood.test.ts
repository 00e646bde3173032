import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { heldMemory } from '../support/memory.ts';
import { until } from '../support/until.ts';
import { connect } from './sockets.ts';

/** In MB, of eight hundred and more: fifteen kilobytes kept of each would be more. */
const LITTLE = 12;

describe('a flood', () => {
  let gateway: Gateway;
  const start = async (env: Readonly<Record<string, string>>) => {
    gateway = await startGateway({ live: true, env });
    await until(() => gateway.tail.known() !== undefined);
  };
  afterEach(() => gateway.close());

  describe('of reads that nobody has time or room for', () => {
    let holder: Client;
    beforeEach(async () => {
      const waits = { STATEMENT_TIMEOUT_MS: '50', POOL_WAIT_MS: '400', LOCK_TIMEOUT_MS: '60000' };
      await start({ ...waits, POOL_SIZE: '4', MAX_CONCURRENT: '50' });
      holder = new Client(gateway.connection);
      await holder.connect();
    });
    afterEach(() => holder.end());

    it('leaves nothing behind', async () => {
      const met = new Map<string, number>();
      const ask = async (code: string) => {
        const query = 'query ($code: String!) { region(code: $code) { name } }';
        const { errors } = await gateway.request(query, { code });
        const told = String(errors?.[0]?.extensions?.code);
        met.set(told, (met.get(told) ?? 0) + 1);
      };
      const wave = (number: number) =>
        Promise.all(Array.from({ length: 100 }, (_, index) => ask(`${number}-${index}`)));
      await holder.query('begin; lock table region in access exclusive mode');
      // Whoever opens a connection may find that it takes too long.
      await wave(0);
      met.clear();
      const held = heldMemory();
      for (let number = 1; number <= 8; number += 1) await wave(number);
      expect(heldMemory() - held).toBeLessThan(LITTLE);
      expect([...met.keys()]).toEqual(expect.arrayContaining(['SERVICE_BUSY', 'TIMEOUT']));
      // A busy machine may also be slow to open a connection.
      const refusals = ['SERVICE_BUSY', 'SERVICE_UNAVAILABLE', 'TIMEOUT'];
      expect([...met.keys()].filter((code) => !refusals.includes(code))).toEqual([]);
      const { pool } = gateway.database;
      await until(() => pool.idleCount === pool.totalCount);
      expect(pool.waitingCount).toBe(0);
      await holder.query('rollback');
      expect(await gateway.query('{ regions { totalCount } }')).toMatchObject({ regions: {} });
    });
  });

  it('of subscriptions leaves nothing behind, be they begun or refused', async () => {
    await start({ VIEWER_SUBSCRIPTIONS: '60' });
    const region = await gateway.given.region();
    const wave = async () => {
      const peer = await connect(gateway);
      const query = `subscription ($filter: ProjectUpdateFilter) {
        projectUpdates(filter: $filter) { __typename } }`;
      for (let id = 0; id < 100; id += 1) {
        // Some are refused for what they follow, others because there are too many.
        const districts = [id % 3 === 0 ? `${id}` : region];
        peer.subscribe(`${id}`, query, { filter: { districts } });
      }
      await until(() => new Set(peer.told.map(({ id }) => id)).size === 101);
      const begun = peer.told.filter(({ type }) => type === 'next').length;
      peer.ws.close();
      await peer.closed();
      return begun;
    };
    await wave();
    const held = heldMemory();
    let begun = 0;
    for (let number = 1; number <= 12; number += 1) begun += await wave();
    expect(heldMemory() - held).toBeLessThan(LITTLE);
    expect(begun).toBeGreaterThan(500);
  });
});
