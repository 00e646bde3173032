import { once } from 'node:events';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, it } from '@jest/globals';
import { withLimits } from '../../../src/ingest/formats/limits.ts';
import { build } from '../../support/process.ts';
import { withDirectory, written } from './reading.ts';
import { row, workbook } from './workbooks.ts';

withDirectory();

it('the build makes the thread that reads workbooks, beside the programs that start it', async () => {
  // given
  await build();
  const path = await written('built.xlsx', workbook({ sheets: [{ rows: row(1, 'a') }] }));
  const workerData = { path, limits: withLimits() };
  const worker = new Worker(resolve('dist/workbook-worker.js'), { workerData });
  // when
  worker.postMessage('sheets');
  const [reply] = await once(worker, 'message');
  await worker.terminate();
  // then
  expect(reply).toMatchObject({ sheets: [{ name: 'Sheet1', isHidden: false }] });
});
