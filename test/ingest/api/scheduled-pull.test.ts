import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from '@jest/globals';
import { startGateway } from '../../support/gateway.ts';
import { until } from '../../support/until.ts';
import { sourcesDirectory } from './bureau.ts';

it('pulls a source by its schedule, though nobody asks', async () => {
  // given
  const row = { 项目代码: 'pulled-1', 项目名称: '拉取的项目', 建设地点: '测试东区' };
  let asked = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    response.setHeader('content-type', 'application/json').end(JSON.stringify([row]));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const sources = await sourcesDirectory(`http://127.0.0.1:${port}/rows`, '* * * * *');
  const plain = await startGateway();
  await plain.given.region({ name: '测试东区' });
  // when
  const gateway = await startGateway({ beside: plain, jobs: true, env: { SOURCES_DIR: sources } });
  try {
    const city = gateway.as(await gateway.keyFor({ role: 'CITY_OFFICER' }));
    const runs = async () => {
      const { importRuns } = await city.query(RUNS);
      return importRuns.nodes as { state: string }[];
    };
    // A minute begins within one; what is due in the last is sent at once.
    await until(async () => (await runs()).some(({ state }) => state === 'DONE'), 90_000);
    // then
    expect((await runs()).at(-1)).toEqual({
      ...{ source: 'test-system', fileName: 'test-system.jsonl', mode: 'ROW_BY_ROW' },
      ...{ state: 'DONE', isDryRun: false, actor: 'feed', error: null },
      counts: { read: 1, new: 1, refused: 0 },
    });
    expect(asked).toBeGreaterThan(0);
    const { project, dataSource } = await city.query(AFTER);
    expect(project).toEqual({ name: '拉取的项目' });
    expect(dataSource.freshness).toMatchObject({ pulledAt: expect.any(String), failures: 0 });
  } finally {
    await gateway.close();
    await plain.close();
    server.close();
    await rm(sources, { recursive: true, force: true });
  }
}, 180_000);

const RUNS = `{ importRuns { nodes {
  source fileName mode state isDryRun actor error counts { read new refused } } } }`;
const AFTER = `{ project(code: "pulled-1") { name }
  dataSource(code: "test-system") { freshness { pulledAt failures } } }`;
