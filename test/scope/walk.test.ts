import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { open } from '../protocol/sockets.ts';
import { streamed } from '../protocol/streams.ts';
import { until } from '../support/until.ts';
import { type Ask, Asking, PATIENCE, type World } from './asking.ts';

describe('a viewer of one district, in a city that has other districts’ projects and in one that has none', () => {
  let asking: Asking;
  beforeAll(async () => {
    asking = await Asking.start();
  }, PATIENCE);
  afterAll(() => asking.worlds.close());

  const questions = () => asking.walk.questions().values();
  const peerOf = async (world: World) => {
    const peer = await open(asking.worlds[world]);
    peer.say({ type: 'connection_init', payload: asking.authorization('partner', world) });
    await until(() => peer.told.length > 0);
    return peer;
  };

  it(
    'is told the same in every field, and no secret',
    async () => {
      expect(asking.walk.questions().size).toBeGreaterThan(80);
      expect(await asking.leaksOf(asking.as('officer'), questions())).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'is told the same in every order of every list',
    async () => {
      expect(await asking.leaksOf(asking.as('officer'), asking.walk.orders().values())).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'is told the same over a WebSocket',
    async () => {
      const peers = { full: await peerOf('full'), bare: await peerOf('bare') };
      let number = 0;
      const ask: Ask = async (world, query) => {
        const id = String((number += 1));
        const told = await peers[world].ask(id, query);
        peers[world].told.length = 0;
        const said = JSON.stringify(told.map(({ type, payload }) => [type, payload]));
        return said.replaceAll(/"requestId":"[^"]*"/g, '');
      };
      expect(await asking.leaksOf(ask, questions())).toEqual([]);
      for (const { ws } of Object.values(peers)) ws.terminate();
    },
    PATIENCE,
  );

  it(
    'is told the same over an event stream',
    async () => {
      const ask: Ask = async (world, query) => {
        const headers = { 'x-request-id': 'the-same', ...asking.authorization('partner', world) };
        return (await streamed(asking.worlds[world], { query }, { headers })).text;
      };
      expect(await asking.leaksOf(ask, questions())).toEqual([]);
    },
    PATIENCE,
  );
});
