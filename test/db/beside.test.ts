import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { besideOwner } from '../../src/db/embedded/beside.ts';
import { Clusters, query } from './clusters.ts';

let clusters: Clusters;

beforeAll(async () => {
  clusters = await Clusters.create();
});
afterAll(() => clusters.remove());

it('leads to the embedded server of a gateway that serves, and nowhere when none does', async () => {
  const directory = await clusters.made('visited');
  expect(await besideOwner(directory)).toBeUndefined();
  expect(await besideOwner(clusters.path('never-made'))).toBeUndefined();
  const server = await clusters.start(directory);
  const way = await besideOwner(directory);
  expect(await query(way!, 'select current_database() as name')).toEqual([{ name: 'quanmai' }]);
  await server.stop();
  expect(await besideOwner(directory)).toBeUndefined();
});
