import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { undoImport } from '../../../src/ingest/run/undo.ts';
import { type Gateway, startGateway } from '../../support/gateway.ts';
import { type Delivery, deliver, rowsOfRun } from './deliveries.ts';

let gateway: Gateway;
let district: string;

beforeAll(async () => {
  gateway = await startGateway();
  district = await gateway.given.region();
});
afterAll(() => gateway.close());

const project = (code: string, more: Readonly<Record<string, string>> = {}) => ({
  code,
  name: `项目${code}`,
  site: district,
  total_investment: '10',
  total_investment_qualifier: 'EXACT',
  ...more,
});

const deliveryOf = (...lines: readonly Readonly<Record<string, string>>[]): Delivery => ({
  tables: [{ target: 'projects', lines }],
});

/** What the graph answers of all projects, versions aside. */
async function projects(): Promise<unknown> {
  const { projects: found } = await gateway.query(`{
    projects(first: 200, orderBy: CODE) { totalCount nodes {
      code name stage totalInvestment totalInvestmentQualifier annualPlan domain
      district { code } startedOn { earliest certainty }
      participants { nodes { role organisation { code } } } } } }`);
  return found;
}

/** Events of the graph; those that tell how far a run is aside. */
async function events(): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from event where entity_type <> 'import_run'`.execute(
    gateway.database.kysely,
  );
  return rows[0]!.n;
}

describe('a delivery', () => {
  it('makes what is new, changes what is other, and leaves what is the same', async () => {
    // given
    const first = await deliver(gateway.database, deliveryOf(project('a-1'), project('a-2')));
    expect(first.faults).toEqual([]);
    expect(first.counts).toMatchObject({ read: 2, new: 2, refused: 0 });
    // when
    const { run, counts, state } = await deliver(
      gateway.database,
      deliveryOf(project('a-1'), project('a-2', { total_investment: '12.5' }), project('a-3')),
    );
    // then
    expect(state).toBe('DONE');
    expect(counts).toEqual({ read: 3, new: 1, changed: 1, unchanged: 1, refused: 0, gone: 0 });
    const told = await rowsOfRun(gateway.database, run);
    expect(told.map(({ key, outcome }) => `${key} ${outcome}`)).toEqual([
      'a-1 UNCHANGED',
      'a-2 CHANGED',
      'a-3 NEW',
    ]);
    expect(told[1]?.changes).toContainEqual({
      field: 'totalInvestment',
      before: '10',
      after: '12.5',
    });
  });

  it('moves neither version nor log where it says again what is known', async () => {
    // given
    const delivery = deliveryOf(project('b-1'), project('b-2'));
    await deliver(gateway.database, delivery);
    const before = await events();
    // when
    const { counts } = await deliver(gateway.database, delivery);
    // then
    expect(counts).toMatchObject({ unchanged: 2, new: 0, changed: 0 });
    expect(await events()).toBe(before);
  });

  it('is silent of the columns that it has not, and takes back what it leaves empty', async () => {
    // given
    const first = deliveryOf(project('c-1', { domain: 'HYDROGEN', annual_plan: '3' }));
    await deliver(gateway.database, first);
    // when
    await deliver(gateway.database, {
      tables: [{ target: 'projects', lines: [{ code: 'c-1', name: '改名', annual_plan: '' }] }],
    });
    // then
    const { project: now } = await gateway.query(
      '{ project(code: "c-1") { name domain annualPlan totalInvestment } }',
    );
    expect(now).toEqual({
      name: '改名',
      domain: 'HYDROGEN',
      annualPlan: null,
      totalInvestment: '10',
    });
  });

  it('tells of what an earlier one held, and it does not', async () => {
    // given
    const complete = (...codes: string[]): Delivery => ({
      source: 'complete-bureau',
      tables: [{ target: 'projects', lines: codes.map((code) => project(code)), isComplete: true }],
    });
    await deliver(gateway.database, complete('d-1', 'd-2', 'd-3'));
    // when
    const { run, counts } = await deliver(gateway.database, complete('d-2'));
    // then
    expect(counts).toMatchObject({ unchanged: 1, gone: 2 });
    const gone = (await rowsOfRun(gateway.database, run)).filter((row) => row.outcome === 'GONE');
    expect(gone.map(({ key }) => key).sort()).toEqual(['d-1', 'd-3']);
    expect(await gateway.query('{ project(code: "d-1") { code } }')).toMatchObject({
      project: { code: 'd-1' },
    });
  });

  it('tells of what an earlier one held, though it was refused in between', async () => {
    // given
    const complete = (...lines: Delivery['tables'][number]['lines']): Delivery => ({
      ...{ source: 'strict-bureau', mode: 'ROW_BY_ROW' },
      tables: [{ target: 'projects', lines, isComplete: true }],
    });
    await deliver(gateway.database, complete(project('r-1'), project('r-2')));
    const wrong = { total_investment: '-1' };
    await deliver(
      gateway.database,
      complete(project('r-1'), project('r-2', wrong), project('r-3', wrong)),
    );
    // when
    const { run, counts } = await deliver(gateway.database, complete(project('r-1')));
    // then
    expect(counts).toMatchObject({ unchanged: 1, gone: 1 });
    const rows = await rowsOfRun(gateway.database, run);
    expect(rows).toContainEqual(expect.objectContaining({ key: 'r-2', outcome: 'GONE' }));
  });

  it('takes several tables of one target for one list', async () => {
    // given
    const complete = (...lists: (readonly string[])[]): Delivery => ({
      source: 'sheets-bureau',
      tables: lists.map((codes) => ({
        target: 'projects',
        lines: codes.map((code) => project(code)),
        isComplete: true,
      })),
    });
    const first = await deliver(gateway.database, complete(['s-1', 's-2'], ['s-3', 's-4']));
    expect(first.counts).toMatchObject({ new: 4, gone: 0 });
    // when
    const moved = await deliver(gateway.database, complete(['s-1', 's-3'], ['s-2']));
    const repeated = await deliver(gateway.database, complete(['s-1'], ['s-1']));
    // then
    expect(moved.counts).toMatchObject({ unchanged: 3, gone: 1 });
    expect(repeated.faults).toMatchObject([{ row: 2, column: 'code', rule: 'UNIQUE' }]);
  });

  it('keeps what two sources say of one value, and tells of both', async () => {
    // given
    await deliver(gateway.database, { ...deliveryOf(project('e-1')), source: 'bureau-one' });
    // when
    await deliver(gateway.database, {
      ...deliveryOf(project('e-1', { total_investment: '11' })),
      source: 'bureau-two',
    });
    // then
    const { project: now } = await gateway.query(`{
      project(code: "e-1") { totalInvestment provenance(fields: ["totalInvestment"]) {
        value isChosen evidence { document { code kind } } } } }`);
    expect(now.provenance).toEqual([
      {
        value: '10',
        isChosen: expect.any(Boolean),
        evidence: { document: { code: 'LEDGER-BUREAU-ONE', kind: 'LEDGER' } },
      },
      {
        value: '11',
        isChosen: expect.any(Boolean),
        evidence: { document: { code: 'LEDGER-BUREAU-TWO', kind: 'LEDGER' } },
      },
    ]);
  });
});

describe('rows that are at fault', () => {
  const bad = () =>
    deliveryOf(
      project('f-1'),
      project('f-2', { site: '999999' }),
      project('f-3', { total_investment: 'viel' }),
      project('f-4'),
      project('f-1'),
      project('f-5', { predecessor: 'f-2' }),
    );

  it('leave nothing of a run that is all or nothing', async () => {
    // given
    const before = await projects();
    // when
    const { state, counts, faults } = await deliver(gateway.database, bad());
    // then
    expect(state).toBe('REFUSED');
    expect(counts).toMatchObject({ read: 6, new: 2, refused: 4 });
    expect(faults.map(({ row, column, rule }) => ({ row, column, rule }))).toEqual([
      { row: 4, column: 'total_investment', rule: 'FORM' },
      { row: 6, column: 'code', rule: 'UNIQUE' },
      { row: 3, column: 'site', rule: 'UNKNOWN_CODE' },
    ]);
    expect(await projects()).toEqual(before);
  });

  it('are left out of a run that goes row by row, and told', async () => {
    // when
    const { state, counts, run } = await deliver(gateway.database, {
      ...bad(),
      mode: 'ROW_BY_ROW',
    });
    // then
    expect(state).toBe('DONE');
    expect(counts).toMatchObject({ read: 6, new: 2, refused: 4 });
    const told = await rowsOfRun(gateway.database, run);
    expect(told.map(({ row, outcome }) => `${row} ${outcome}`)).toEqual([
      '2 NEW',
      '3 REFUSED',
      '4 REFUSED',
      '5 NEW',
      '6 REFUSED',
      '7 REFUSED',
    ]);
    expect(told[1]?.faults).toEqual([
      {
        row: 3,
        column: 'site',
        value: '999999',
        rule: 'UNKNOWN_CODE',
        problem: 'There is no region with the code "999999".',
      },
    ]);
  });
});

describe('a dry run', () => {
  it.each(['ALL_OR_NOTHING', 'ROW_BY_ROW'] as const)(
    'tells what a run %s would do',
    async (mode) => {
      // given
      const name = mode.slice(0, 3).toLowerCase();
      await deliver(gateway.database, deliveryOf(project(`${name}-1`)));
      const delivery = {
        ...deliveryOf(
          project(`${name}-1`, { total_investment: '7' }),
          project(`${name}-2`),
          ...(mode === 'ROW_BY_ROW' ? [project(`${name}-3`, { site: '1' })] : []),
        ),
        mode,
      };
      const before = [await projects(), await events()];
      // when
      const dry = await deliver(gateway.database, { ...delivery, isDry: true });
      // then
      expect([await projects(), await events()]).toEqual(before);
      const real = await deliver(gateway.database, delivery);
      expect({ ...dry, run: '' }).toEqual({ ...real, run: '' });
      expect(await rowsOfRun(gateway.database, dry.run)).toEqual(
        await rowsOfRun(gateway.database, real.run),
      );
    },
  );
});

describe('a row that tells a value of which another source holds', () => {
  it('is taken, and warns of what holds', async () => {
    // given
    const told = { totalInvestment: '5', totalInvestmentQualifier: 'EXACT' } as const;
    await gateway.given.project({ code: 'held-1', ...told });
    const deliverySaying = (amount: string) => ({
      source: 'fourth-bureau',
      ...deliveryOf(
        project('held-1', { total_investment: amount, total_investment_qualifier: 'EXACT' }),
      ),
    });
    // when
    const same = await deliver(gateway.database, deliverySaying('5.00'));
    const other = await deliver(gateway.database, deliverySaying('14'));
    // then
    expect(same.warnings).toEqual([]);
    expect(other.counts).toMatchObject({ changed: 1 });
    expect(other.warnings).toEqual([
      {
        ...{
          file: 'test.csv',
          row: 2,
          column: 'total_investment',
          value: '14',
          rule: 'OTHER_HOLDS',
        },
        problem: '"14" is kept as what this source says, and 5 holds, which another one says.',
      },
    ]);
  });
});

describe('a run that is taken back', () => {
  const undo = (run: string) => undoImport(gateway.database, run, { actor: 'test' });

  it('leaves what was before it: what it made, changed and claimed', async () => {
    // given
    const organisation = await gateway.given.enterprise();
    await deliver(gateway.database, deliveryOf(project('u-1', { domain: 'HYDROGEN' })));
    const before = await projects();
    const { run } = await deliver(gateway.database, {
      source: 'other-bureau',
      tables: [
        {
          target: 'projects',
          lines: [
            project('u-1', {
              ...{ total_investment: '99', name: '另名', domain: 'BATTERY' },
              started_certainty: 'UNKNOWN',
            }),
            project('u-2', { started_earliest: '2023-02-09', started_certainty: 'STATED' }),
          ],
        },
        {
          target: 'project-participants',
          lines: [{ project: 'u-1', organisation, role: 'OWNER' }],
        },
        {
          target: 'project-statuses',
          lines: [
            {
              ...{ project: 'u-2', status: 'STARTED' },
              ...{ as_of_earliest: '2023-02-09', as_of_certainty: 'STATED' },
            },
          ],
        },
      ],
    });
    expect(await projects()).not.toEqual(before);
    // when
    await undo(run);
    // then
    expect(await projects()).toEqual(before);
    const { search } = await gateway.query('{ search(text: "另名") { totalCount } }');
    expect(search.totalCount).toBe(0);
    await expect(undo(run)).rejects.toMatchObject({ code: 'IMPORT_NOT_UNDOABLE' });
  });

  it('can be done once more', async () => {
    // given
    const delivery = deliveryOf(project('v-1'));
    const { run } = await deliver(gateway.database, delivery);
    const before = await projects();
    await undo(run);
    // when
    const again = await deliver(gateway.database, delivery);
    // then
    expect(again.counts).toMatchObject({ new: 1 });
    expect(await projects()).toEqual(before);
  });

  it('stays, where a later one has touched what it wrote, and says what', async () => {
    // given
    const { run } = await deliver(gateway.database, deliveryOf(project('w-1'), project('w-2')));
    await deliver(gateway.database, deliveryOf(project('w-2', { name: '后来' })));
    const before = await projects();
    // when
    const undoing = undo(run);
    // then
    await expect(undoing).rejects.toMatchObject({
      code: 'IMPORT_TOUCHED',
      details: {
        touched: [{ what: 'project w-2', field: 'name', left: '项目w-2', now: '后来' }],
      },
    });
    expect(await projects()).toEqual(before);
  });

  it('stays, where others have told a number of what it made', async () => {
    // given
    const { run } = await deliver(gateway.database, deliveryOf(project('x-1')));
    const told = await gateway.given.observation('x-1', { subjectType: 'project' });
    const before = await projects();
    // when
    const undoing = undo(run);
    // then
    await expect(undoing).rejects.toMatchObject({
      code: 'IMPORT_TOUCHED',
      details: { touched: [{ what: `observation ${told}` }] },
    });
    expect(await projects()).toEqual(before);
  });

  it('stays, where its source has said something else since, though neither holds', async () => {
    // given
    const exactly = { totalInvestment: '5', totalInvestmentQualifier: 'EXACT' } as const;
    await gateway.given.project({ code: 'y-1', ...exactly });
    const said = (amount: string) => ({
      source: 'third-bureau',
      ...deliveryOf(project('y-1', { total_investment: amount })),
    });
    const first = await deliver(gateway.database, said('7'));
    const second = await deliver(gateway.database, said('8'));
    // when
    const undoing = undo(first.run);
    // then
    await expect(undoing).rejects.toMatchObject({
      details: {
        touched: [{ what: 'project y-1', field: 'totalInvestment', left: '7', now: '8' }],
      },
    });
    // and
    await undo(second.run);
    await undo(first.run);
    const { project: now } = await gateway.query(`{ project(code: "y-1") { totalInvestment } }`);
    expect(now.totalInvestment).toBe('5');
  });

  it('stays, where a later one names what it made, and says by whom', async () => {
    // given
    const organisation = await gateway.given.enterprise();
    const { run } = await deliver(gateway.database, deliveryOf(project('z-1')));
    await deliver(gateway.database, {
      tables: [
        {
          target: 'project-participants',
          lines: [{ project: 'z-1', organisation, role: 'OWNER' }],
        },
      ],
    });
    // when
    const undoing = undo(run);
    // then
    await expect(undoing).rejects.toThrow(
      `What run ${run} wrote was changed since: project z-1, which a later project participant names.`,
    );
  });

  it.each(['123', 'imp_01a22c7c-7c27-743a-98e7-c6af84b1793a'])(
    'is none under the id %s',
    async (id) => {
      await expect(undo(id)).rejects.toMatchObject({ code: 'UNKNOWN_CODE' });
    },
  );
});
