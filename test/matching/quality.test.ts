import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { matchEnterprises } from '../../src/modules/enterprise/matching/match-enterprises.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { halvesOf, type Judged, makeRegister, qualityOf, readLabels, WANTED } from './labelled.ts';

/** `npm run bench -- matching --quick` prints the same for each kind of names. */
describe('names as sources write them', () => {
  let gateway: Gateway;
  let judged: Judged[];
  beforeAll(async () => {
    gateway = await startGateway();
    await gateway.run(makeRegister, null);
    const labels = await readLabels();
    const matches = await matchEnterprises(gateway.database.kysely, labels);
    judged = labels.map((label, at) => [label, matches[at]!]);
  });
  afterAll(() => gateway.close());

  it.each(['tuned', 'held'] as const)('are linked rightly, or offered: the %s half', (half) => {
    const names = halvesOf(judged)[half];
    const { precision, recall, offered } = qualityOf(names);
    expect(names.length).toBeGreaterThan(200);
    expect(precision).toBeGreaterThanOrEqual(WANTED.precision);
    expect(recall).toBeGreaterThanOrEqual(WANTED.recall);
    expect(offered).toBeGreaterThanOrEqual(WANTED.offered);
  });

  it('are linked to no homonym, parent or branch, nor against a credit code', () => {
    const wrong = judged.filter(
      ([{ is, category }, { verdict, organisation }]) =>
        ['PARENT', 'BRANCH', 'CREDIT_CODE', 'NEW'].includes(category) &&
        verdict === 'LINKED' &&
        organisation!.code !== is,
    );
    expect(wrong).toEqual([]);
  });
});
