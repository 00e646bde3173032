import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { feedFreshness } from '../../../src/ingest/feeds/feed-state.ts';
import { pullSource, type SourcePullOptions } from '../../../src/ingest/feeds/pull-source.ts';
import { type Gateway, startGateway } from '../../support/gateway.ts';
import { until } from '../../support/until.ts';
import { feedOf, sendJson, Source } from './source.ts';

let gateway: Gateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

/** What the source does: `down`, or the tag of what it holds. */
let state: string;
let source: Source;
let code: string;
let made = 0;
beforeEach(async () => {
  state = 'v1';
  code = `BUREAU-${(made += 1)}`;
  source = await Source.start((request, response) => {
    if (state === 'down') response.writeHead(503).end();
    else if (request.headers['if-none-match'] === `"${state}"`) response.writeHead(304).end();
    else sendJson(response, [{ state }], { etag: `"${state}"` });
  });
});
afterEach(() => source.close());

const imported: string[] = [];
const importFile = async (path: string) => {
  imported.push(await readFile(path, 'utf8'));
};
const BREAKER = { failures: 2, firstPauseMs: 150, longestPauseMs: 400 };
const pulled = (take = importFile, more: Partial<SourcePullOptions> = {}, url = source.url) =>
  pullSource(gateway.database, code, feedOf({ url }), take, {
    signal: new AbortController().signal,
    env: {},
    pace: { tries: 1, firstWaitMs: 1, longestWaitMs: 1 },
    breaker: BREAKER,
    ...more,
  });
const fresh = () => feedFreshness(gateway.database.kysely, code);
const pauseOver = () =>
  until(async () => {
    const { pausedUntil } = (await fresh())!;
    return pausedUntil === null || Date.parse(pausedUntil) < Date.now() - 20;
  });

describe('a source that is pulled', () => {
  it('is imported when it has changed, and only then', async () => {
    imported.length = 0;
    expect(await fresh()).toBeUndefined();
    expect(await pulled()).toEqual({ outcome: 'IMPORTED', rows: 1 });
    const first = await fresh();
    expect(await pulled()).toEqual({ outcome: 'UNCHANGED' });
    const second = await fresh();
    state = 'v2';
    expect(await pulled()).toEqual({ outcome: 'IMPORTED', rows: 1 });
    expect(imported).toEqual(['{"state":"v1"}\n', '{"state":"v2"}\n']);
    expect(second?.changedAt).toBe(first?.changedAt);
    expect(Date.parse(second!.pulledAt!)).toBeGreaterThan(Date.parse(first!.pulledAt!));
    expect(await fresh()).toMatchObject({ failures: 0, pausedUntil: null, lastErrorCode: null });
  });

  it('is asked for the same again when the import failed', async () => {
    const fault = new Error('row 1: the code is missing');
    await expect(pulled(() => Promise.reject(fault))).rejects.toBe(fault);
    expect(await fresh()).toMatchObject({
      ...{ changedAt: null, pulledAt: null, failures: 0 },
      ...{ lastErrorCode: 'IMPORT_FAILED', lastError: fault.message },
    });
    expect(await pulled()).toEqual({ outcome: 'IMPORTED', rows: 1 });
    expect(await fresh()).toMatchObject({ lastErrorCode: null });
  });

  it('is read whole under other settings, or when that is asked for', async () => {
    await pulled();
    expect(await pulled(importFile, { fresh: true })).toMatchObject({ outcome: 'IMPORTED' });
    expect(await pulled(importFile, {}, `${source.url}/other`)).toMatchObject({
      outcome: 'IMPORTED',
    });
    expect(await pulled(importFile, {}, `${source.url}/other`)).toEqual({ outcome: 'UNCHANGED' });
  });

  it('that is down is left alone after some failures, then tried once, and comes back', async () => {
    await pulled();
    const before = await fresh();
    state = 'down';
    // Two failures open the breaker,
    expect(await pulled()).toMatchObject({
      outcome: 'FAILED',
      fault: { code: 'SOURCE_ANSWERED_BADLY' },
    });
    expect(await fresh()).toMatchObject({ failures: 1, pausedUntil: null });
    await pulled();
    expect(await fresh()).toMatchObject({
      ...{ failures: 2, pulledAt: before?.pulledAt, changedAt: before?.changedAt },
      ...{ lastErrorCode: 'SOURCE_ANSWERED_BADLY', lastError: expect.stringContaining('503') },
    });
    const asked = source.asked.length;
    expect(await pulled()).toEqual({ outcome: 'LEFT_ALONE' });
    expect(source.asked).toHaveLength(asked);
    // when the pause is over one try is made, whoever comes, and it fails: a longer pause,
    await pauseOver();
    const outcomes = await Promise.all([pulled(), pulled(), pulled()]);
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual([
      'FAILED',
      'LEFT_ALONE',
      'LEFT_ALONE',
    ]);
    expect(source.asked).toHaveLength(asked + 1);
    const { failures, triedAt, pausedUntil } = (await fresh())!;
    expect(failures).toBe(3);
    expect(Date.parse(pausedUntil!) - Date.parse(triedAt!)).toBeGreaterThan(290);
    // and the next one that succeeds closes it.
    await pauseOver();
    state = 'v2';
    expect(await pulled()).toMatchObject({ outcome: 'IMPORTED' });
    expect(await fresh()).toMatchObject({ failures: 0, pausedUntil: null, lastErrorCode: null });
  });

  it('is not tried sooner than it asks for', async () => {
    const busy = await Source.start((_request, response) => {
      response.writeHead(429, { 'retry-after': '3600' }).end();
    });
    const breaker = { ...BREAKER, longestPauseMs: 7_200_000 };
    await pulled(importFile, { breaker }, busy.url);
    await busy.close();
    const { pausedUntil } = (await fresh())!;
    expect(Date.parse(pausedUntil!) - Date.now()).toBeGreaterThan(3_500_000);
  });

  it('is free for the next when a pull was given up', async () => {
    const giving = new AbortController();
    const reason = new Error('the gateway stops');
    const silent = await Source.start(() => giving.abort(reason));
    await expect(pulled(importFile, { signal: giving.signal }, silent.url)).rejects.toBe(reason);
    await silent.close();
    expect(await fresh()).toMatchObject({ failures: 0, pausedUntil: null, lastErrorCode: null });
    expect(await pulled()).toMatchObject({ outcome: 'IMPORTED' });
  });
});
