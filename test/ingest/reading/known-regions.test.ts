import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { knownRegions } from '../../../src/ingest/reading/known-regions.ts';
import { regionReader } from '../../../src/ingest/reading/region.ts';
import type { Reader } from '../../../src/ingest/reading/reading.ts';
import { DOCUMENTS_TEMPLATE } from '../../support/databases.ts';
import { type Gateway, startGateway } from '../../support/gateway.ts';
import { refusalOf, valueOf } from './read.ts';

let gateway: Gateway;
let reader: Reader;

beforeAll(async () => {
  gateway = await startGateway({ template: DOCUMENTS_TEMPLATE });
  reader = regionReader(await knownRegions(gateway.database.kysely));
});
afterAll(() => gateway.close());

describe('the regions that the graph knows', () => {
  it('are found by their codes, names and other names', () => {
    expect(['370113', '长清区', 'JNZ-SU', '起步区'].map((text) => valueOf(reader, text))).toEqual([
      ...['370113', '370113', 'JNZ-SU', 'JNZ-SU'],
    ]);
  });

  it('tell what replaced a code that has lapsed', () => {
    expect(refusalOf(reader, '371202')).toMatchObject({
      rule: 'REGION_LAPSED',
      suggestion: '370116',
    });
  });
});
