import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { undoImport } from '../../../src/ingest/run/undo.ts';
import { DOCUMENTS_TEMPLATE } from '../../support/databases.ts';
import { type Gateway, startGateway } from '../../support/gateway.ts';
import { deliverSample, samples, SAMPLES } from './deliver-sample.ts';
import { reportOf } from './reports.ts';

let gateway: Gateway;

beforeAll(async () => {
  gateway = await startGateway({ template: DOCUMENTS_TEMPLATE });
});
afterAll(() => gateway.close());

/** Writes the reports anew, to be read with a critical eye before they are committed. */
const isWriting = process.env.WRITE_REPORTS === 'yes';

describe('the samples, one after the other', () => {
  it.each(samples)('report of $file what stands beside it', async (sample) => {
    // when
    const dry = await deliverSample(gateway.database, sample, { isDry: true });
    const dryReport = await reportOf(gateway.database, dry);
    const real = await deliverSample(gateway.database, sample);
    const report = await reportOf(gateway.database, real);
    const path = join(SAMPLES, `${sample.file}.report.txt`);
    if (isWriting) await writeFile(path, `${report}\n`);
    // then
    expect(`${report}\n`).toBe(await readFile(path, 'utf8'));
    const asReal = dryReport.replace('dry run, ', '');
    expect(asReal).toBe(report.replaceAll(/\n\? who is .*/g, ''));
  });
});

describe('what a source reports from time to time', () => {
  it('is a history: what it says once more is nothing new, and of the same day the later word holds', async () => {
    const { projects } = await gateway.query(`{ projects(filter: { code: { in: [
      "2401-370112-04-01-100001", "2401-370113-04-01-100002", "2402-370114-04-02-100003",
      "2401-370100-04-01-100006"] } }, orderBy: CODE) {
      nodes { stage stageHistory { status asOf { latest } } } } }`);
    const said = projects.nodes.map(({ stage, stageHistory }: any) => [
      stage,
      ...stageHistory.map(({ status, asOf }: any) => `${asOf.latest} ${status}`),
    ]);
    expect(said).toEqual([
      ['CONSTRUCTION', '2024-03-11 STARTED', '2024-03-15 UNDER_CONSTRUCTION'],
      ['CONSTRUCTION', '2024-03-08 STARTED'],
      ['CONSTRUCTION', '2024-03-08 STARTED', '2024-03-15 UNDER_CONSTRUCTION'],
      [null, 'null SIGNED', '2024-03-15 SIGNED'],
    ]);
  });
});

describe('a sample', () => {
  it('is as the script makes it', async () => {
    await promisify(execFile)(process.execPath, ['scripts/make-samples.js', '--check']);
  });

  it('changes nothing where it comes twice', async () => {
    // given
    const of = (file: string) => samples.find((sample) => sample.file === file)!;
    for (const file of ['iit-2024-q1.xlsx', 'approval-platform-2024-03.jsonl']) {
      // when
      const { counts } = await deliverSample(gateway.database, of(file));
      // then
      expect({ file, ...counts }).toMatchObject({ file, new: 0, changed: 0, gone: 0 });
    }
  });

  it('leaves nothing of itself where it is refused whole', async () => {
    // given
    const before = await answers();
    // when
    const { state, counts } = await deliverSample(gateway.database, samples[2]!, {
      mode: 'ALL_OR_NOTHING',
    });
    // then
    expect(state).toBe('REFUSED');
    expect(counts.refused).toBe(10);
    expect(await answers()).toEqual(before);
  });
});

describe('all samples', () => {
  it('are taken back, the last first, and the graph answers as before', async () => {
    // given
    const fresh = await startGateway({ template: DOCUMENTS_TEMPLATE });
    const asked = [await answers(fresh)];
    const runs: string[] = [];
    for (const sample of samples) {
      runs.push((await deliverSample(fresh.database, sample)).run);
      asked.push(await answers(fresh));
    }
    // when
    for (const run of runs.toReversed()) {
      asked.pop();
      await undoImport(fresh.database, run, { actor: 'test' });
      // then
      expect(await answers(fresh)).toEqual(asked.at(-1));
    }
    await fresh.close();
  });
});

/** What the graph tells of all that the samples speak of. */
async function answers(of: Gateway = gateway): Promise<unknown> {
  return of.query(`{
    projects(first: 200, orderBy: CODE) { totalCount nodes {
      code name stage level class domain totalInvestment totalInvestmentQualifier annualPlan
      district { code } startedOn { earliest latest certainty derivation }
      participants { nodes { role organisation { code name } } }
      stageHistory { status } } }
    enterprises(first: 200, orderBy: CODE) { totalCount nodes {
      code name creditCode district { code } classes { class validFrom validTo } } }
    chain(code: "byd") { suppliers(first: 50) { totalCount nodes {
      enterprise { code } district { code } supplies { product tier } } } }
    districts(first: 50) { nodes { code figures(first: 50) { totalCount nodes {
      code } } } }
    search(text: "示例", first: 20) { totalCount }
  }`);
}
