import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unknownDate } from '../../../src/modules/source/dated.entity.ts';
import {
  type NewObservation,
  reportObservation,
} from '../../../src/modules/source/source.commands.ts';
import { type Gateway, startGateway } from '../../support/gateway.ts';

let gateway: Gateway;
beforeAll(async () => {
  gateway = await startGateway();
  await gateway.given.metric('PROJECT_COUNT', { comparableGroup: 'PROJECTS' });
  await gateway.given.metric('NEW_PROJECTS', { comparableGroup: 'PROJECTS' });
  await gateway.given.metric('CONTINUING_PROJECTS', { comparableGroup: 'PROJECTS' });
  await gateway.given.metric('TOTAL_INVESTMENT', { unit: 'CNY_100M', plannedByNature: true });
  await gateway.given.metric('OUTPUT', { unit: 'CNY_100M' });
  await gateway.given.metric('ATTRACTED', { unit: 'CNY_100M', comparableGroup: 'ATTRACTED' });
  await gateway.given.metric('ATTRACTED_GROWTH', {
    ...{ unit: 'PERCENT', comparableGroup: 'ATTRACTED' },
    ...{ isAdditive: false, isGrowth: true },
  });
});
afterAll(() => gateway.close());

let made = 0;

/** Reports a number, and answers the code of its figure. */
async function tell(input: Partial<NewObservation> & Pick<NewObservation, 'subject' | 'value'>) {
  made += 1;
  const told = {
    ...{ code: `OBS-${made}`, subjectType: 'project_batch', metric: 'PROJECT_COUNT' },
    ...{ unit: 'COUNT', qualifier: 'EXACT', kind: 'ACTUAL', asOf: unknownDate },
    ...input,
    evidence: input.evidence ?? (await gateway.given.evidence()),
  } as NewObservation;
  await gateway.run(reportObservation, told);
  return [told.subjectType, told.subject, told.metric, told.kind, told.periodLabel]
    .filter((part) => part != null)
    .join('/');
}

/** Projects, each with its investment as one source reports it. */
async function manyProjects(count: number): Promise<void> {
  const client = await gateway.database.pool.connect();
  try {
    await client.query('begin');
    await client.query(`set local quanmai.bulk = 'on'`);
    await client.query(
      `insert into project (id, code, name, evidence_id)
       select gen_random_uuid(), 'many-' || n, '项目' || n, evidence.id
         from generate_series(1, $1) n, evidence where evidence.code = $2`,
      [count, await gateway.given.evidence()],
    );
    await client.query(
      `insert into observation (id, code, subject_type, subject_id, metric, value, unit, qualifier, kind,
         as_of_certainty, evidence_id)
       select gen_random_uuid(), 'MANY-' || code, 'project', id, 'TOTAL_INVESTMENT', 7, 'CNY_100M',
              'EXACT', 'ACTUAL', 'UNKNOWN', evidence_id
         from project where code like 'many-%'`,
    );
    await client.query('commit');
  } finally {
    client.release();
  }
}

const yi = { metric: 'TOTAL_INVESTMENT', unit: 'CNY_100M' } as const;
const figureOf = async (code: string, selection: string, asOf?: string) =>
  (
    await gateway.query(
      `query ($code: String!, $asOf: Date) { figure(code: $code, asOf: $asOf) ${selection} }`,
      { code, asOf },
    )
  ).figure;

describe('a figure', () => {
  it('is confirmed by two documents, and not by two mentions in one', async () => {
    const batch = await gateway.given.batch();
    const [one, other] = [
      await gateway.given.source('2023-02-01'),
      await gateway.given.source('2023-02-02'),
    ];
    await tell({ subject: batch, value: '23', evidence: one });
    const code = await tell({ subject: batch, value: '23', evidence: one });
    const selection = '{ distinctDocuments verdict canonical { value } observations { code } }';
    expect(await figureOf(code, selection)).toMatchObject({
      ...{ distinctDocuments: 1, verdict: null, canonical: { value: '23' } },
      observations: { length: 2 },
    });
    await tell({ subject: batch, value: '23', evidence: other });
    expect(await figureOf(code, selection)).toMatchObject({
      ...{ distinctDocuments: 2, verdict: 'AGREE' },
    });
  });

  it('has no value while documents disagree, and both stay', async () => {
    const batch = await gateway.given.batch();
    const [one, other] = [
      await gateway.given.source('2023-02-01'),
      await gateway.given.source('2023-02-02'),
    ];
    await tell({ subject: batch, value: '23', evidence: one });
    const code = await tell({ subject: batch, value: '24', evidence: other });
    expect(
      await figureOf(code, '{ verdict canonical { value } observations { quantity { value } } }'),
    ).toEqual({
      ...{ verdict: 'DISAGREE', canonical: null },
      observations: [{ quantity: { value: '23' } }, { quantity: { value: '24' } }],
    });
    const { sourceDocuments } = await gateway.query(`{
      sourceDocuments(filter: { code: { eq: "${one.replace(/-1$/, '')}" } }) {
        nodes { failedRules { rule figures { code } } } } }`);
    expect(sourceDocuments.nodes).toEqual([
      { failedRules: [{ rule: 'DOCUMENTS_DISAGREE', figures: [{ code }] }] },
    ]);
  });

  it('tells as of a day what was known then: later documents never leak backwards', async () => {
    const batch = await gateway.given.batch();
    await tell({
      subject: batch,
      value: '20',
      qualifier: 'GT',
      evidence: await gateway.given.source('2023-02-01'),
    });
    const code = await tell({
      subject: batch,
      value: '23',
      evidence: await gateway.given.source('2023-03-01'),
    });
    const selection = '{ distinctDocuments canonical { value qualifier } observations { code } }';
    expect(await figureOf(code, selection, '2023-01-31')).toBeNull();
    expect(await figureOf(code, selection, '2023-02-28')).toMatchObject({
      ...{ distinctDocuments: 1, canonical: { value: '20', qualifier: 'GT' } },
      observations: { length: 1 },
    });
    expect(await figureOf(code, selection, '2023-03-01')).toMatchObject({
      ...{ distinctDocuments: 2, canonical: { value: '23', qualifier: 'EXACT' } },
    });
    const { batches } = await gateway.query(`{
      batches(filter: { code: { eq: "${batch}" } }) { nodes {
        before: figures(asOf: "2023-01-31") { totalCount }
        then: figures(asOf: "2023-02-28") { totalCount nodes { canonical { value } } }
        now: figures { nodes { canonical { value } } } } } }`);
    expect(batches.nodes).toEqual([
      {
        before: { totalCount: 0 },
        then: { totalCount: 1, nodes: [{ canonical: { value: '20' } }] },
        now: { nodes: [{ canonical: { value: '23' } }] },
      },
    ]);
  });

  it('stands beside what its members come to, with how much of it is known', async () => {
    const known = await gateway.given.project({
      totalInvestment: '10',
      totalInvestmentQualifier: 'GT',
    });
    const members = [known, await gateway.given.project(), await gateway.given.project()];
    const batch = await gateway.given.batch({ members });
    await tell({ subject: batch, value: '23' });
    const code = await tell({ subject: batch, value: '250.42', ...yi });
    expect(
      await figureOf(
        code,
        `{ difference { value qualifier } computed { method verdict quantity { value qualifier }
           coverage { statedMembers knownMembers membersWithValue complete } } }`,
      ),
    ).toEqual({
      difference: { value: '240.42', qualifier: 'LT' },
      computed: {
        ...{ method: 'MEMBERS_ADDED', verdict: 'UNRESOLVED' },
        quantity: { value: '10', qualifier: 'GT' },
        coverage: { statedMembers: 23, knownMembers: 3, membersWithValue: 1, complete: false },
      },
    });
  });

  it('counts a project once that is in a batch and in one within it', async () => {
    const [one, other] = [await gateway.given.project(), await gateway.given.project()];
    const outer = await gateway.given.batch({ members: [one, other], membersComplete: true });
    await gateway.given.batch({ parent: outer, members: [one] });
    const code = await tell({ subject: outer, value: '2' });
    expect(
      await figureOf(code, '{ computed { verdict quantity { value } coverage { complete } } }'),
    ).toEqual({
      computed: { verdict: 'AGREE', quantity: { value: '2' }, coverage: { complete: true } },
    });
  });

  it('is added up of the parts that are told', async () => {
    const batch = await gateway.given.batch();
    await tell({ subject: batch, value: '62', metric: 'CONTINUING_PROJECTS' });
    await tell({ subject: batch, value: '71', metric: 'NEW_PROJECTS', kind: 'PLAN' });
    const code = await tell({ subject: batch, value: '133' });
    expect(await figureOf(code, '{ computed { method verdict quantity { value } } }')).toEqual({
      computed: { method: 'PARTS_ADDED', verdict: 'AGREE', quantity: { value: '133' } },
    });
  });

  it('tells how far an actual has come towards a target, and whether it is reached', async () => {
    const subject = await gateway.given.region();
    const target = {
      subject,
      subjectType: 'region',
      metric: 'ATTRACTED',
      unit: 'CNY_100M',
    } as const;
    const year = { periodFrom: '2023-01-01', periodTo: '2023-12-31', periodLabel: '2023' };
    const code = await tell({ ...target, ...year, kind: 'TARGET', value: '381', qualifier: 'GTE' });
    const selection =
      '{ progress { actual { code } ratio { value qualifier } remaining { value } isMet } }';
    expect(await figureOf(code, selection)).toEqual({ progress: null });
    const actual = await tell({ ...target, ...year, value: '190.5' });
    expect(await figureOf(code, selection)).toEqual({
      progress: {
        ...{ actual: { code: actual }, ratio: { value: '50', qualifier: 'LTE' } },
        ...{ remaining: { value: '190.5' }, isMet: false },
      },
    });
  });

  it('goes with its last observation, and another is found under its own code', async () => {
    const batch = await gateway.given.batch();
    const told = { subject: batch, value: '5', code: `OBS-MOVED-${made}` };
    const code = await tell(told);
    const moved = await tell({ ...told, kind: 'PLAN' });
    expect(await figureOf(code, '{ code }')).toBeNull();
    expect(await figureOf(moved, '{ observations { code } }')).toEqual({
      observations: [{ code: told.code }],
    });
  });

  it('costs four statements for 200 projects, with evidence and its document', async () => {
    await manyProjects(200);
    const { projects } = await gateway.query(`{
      projects(first: 200, filter: { code: { startsWith: "many-" } }) { totalCount nodes { name
        figures { totalCount pageInfo { hasNextPage endCursor } nodes { code metric { name }
          canonical { value } distinctDocuments verdict
          computed { quantity { value } coverage { complete } verdict } difference { value }
          observations { quantity { value } evidence { line document { title } } } } } } } }`);
    expect(projects.nodes).toHaveLength(200);
    expect(projects.nodes[199].figures.nodes[0].observations[0].evidence.document.title).toBe(
      '测试文件',
    );
    // The projects; their figures; what is reported, with evidence and documents; what is computed.
    expect(gateway.sql.statements).toHaveLength(4);
  });
});

describe('two figures', () => {
  const compare = async (a: string, b: string) =>
    (
      await gateway.query(
        `query ($a: String!, $b: String!) { compareFigures(a: $a, b: $b) {
           verdict reason difference { value qualifier } ratio { value qualifier } } }`,
        { a, b },
      )
    ).compareFigures;
  const refused = (reason: string) => ({
    ...{ verdict: 'NOT_COMPARABLE', reason, difference: null, ratio: null },
  });

  it('of one measure are compared, a bound staying a bound', async () => {
    const [one, other] = [await gateway.given.batch(), await gateway.given.batch()];
    const a = await tell({ subject: one, value: '26600', ...yi });
    const b = await tell({ subject: other, value: '24000', qualifier: 'GT', ...yi });
    expect(await compare(a, b)).toEqual({
      ...{ verdict: 'DERIVED', reason: null },
      ...{
        difference: { value: '2600', qualifier: 'LT' },
        ratio: { value: '110.84', qualifier: 'LT' },
      },
    });
  });

  it('are told to be a part and a whole, where one batch is within the other', async () => {
    const parent = await gateway.given.batch();
    const child = await gateway.given.batch({ parent });
    const [a, b] = [
      await tell({ subject: child, value: '8' }),
      await tell({ subject: parent, value: '77' }),
    ];
    expect(await compare(a, b)).toMatchObject({ verdict: 'SUBSET', ratio: { value: '10.39' } });
  });

  it('are not compared where one is a growth and one an amount', async () => {
    const subject = await gateway.given.region();
    const of = { subject, subjectType: 'region' } as const;
    const a = await tell({ ...of, metric: 'ATTRACTED', unit: 'CNY_100M', value: '381' });
    const b = await tell({ ...of, metric: 'ATTRACTED_GROWTH', unit: 'PERCENT', value: '7' });
    expect(await compare(a, b)).toEqual(refused('GROWTH_AGAINST_ABSOLUTE'));
  });

  it('are not compared where one is of a region and one of a zone within it', async () => {
    const district = await gateway.given.region();
    const zone = await gateway.given.region({ kind: 'SUB_ZONE', parent: district });
    const growth = { subjectType: 'region', metric: 'ATTRACTED_GROWTH', unit: 'PERCENT' } as const;
    const a = await tell({ ...growth, subject: district, value: '7', qualifier: 'GTE' });
    const b = await tell({ ...growth, subject: zone, value: '15', qualifier: 'GTE' });
    expect(await compare(a, b)).toEqual(refused('SCOPE'));
  });

  it('are not compared where they are of other units, measures or kinds of batch', async () => {
    const [signed, started] = [
      await gateway.given.batch({ kind: 'COLLECTIVE_SIGNING' }),
      await gateway.given.batch({ kind: 'COLLECTIVE_START' }),
    ];
    const money = await tell({ subject: signed, value: '250', ...yi });
    const output = await tell({
      subject: signed,
      value: '600',
      metric: 'OUTPUT',
      unit: 'CNY_100M',
    });
    expect(await compare(money, await tell({ subject: signed, value: '23' }))).toEqual(
      refused('UNIT'),
    );
    expect(await compare(output, money)).toEqual(refused('MEASURE'));
    expect(await compare(money, await tell({ subject: started, value: '98', ...yi }))).toEqual(
      refused('MEASURE'),
    );
  });

  it('are refused by the code that names none', async () => {
    const { errors } = await gateway.request(
      '{ compareFigures(a: "project_batch/none/X/ACTUAL", b: "y") { verdict } }',
    );
    expect(errors).toMatchObject([{ extensions: { code: 'UNKNOWN_CODE', field: ['a'] } }]);
  });
});

describe('figures added up', () => {
  it('leave out a batch that another one of them holds', async () => {
    const parent = await gateway.given.batch();
    const child = await gateway.given.batch({ parent });
    const figures = [
      await tell({ subject: parent, value: '77' }),
      await tell({ subject: child, value: '8' }),
    ];
    const { sumFigures } = await gateway.query(
      `query ($figures: [String!]!) { sumFigures(figures: $figures) {
         quantity { value } figures { code } leftOut { figure { code } reason within { code } } } }`,
      { figures },
    );
    expect(sumFigures).toEqual({
      ...{ quantity: { value: '77' }, figures: [{ code: figures[0] }] },
      leftOut: [{ figure: { code: figures[1] }, reason: 'NESTED', within: { code: figures[0] } }],
    });
  });

  it.each([
    ['NATURE', { metric: 'OUTPUT', unit: 'CNY_100M', kind: 'FORECAST' }],
    ['UNIT', {}],
    ['NOT_ADDITIVE', { metric: 'ATTRACTED_GROWTH', unit: 'PERCENT' }],
  ] as const)('are refused where they do not add up: %s', async (reason, other) => {
    const batch = await gateway.given.batch();
    const figures = [
      await tell({ subject: batch, value: '250', metric: 'OUTPUT', unit: 'CNY_100M' }),
      await tell({ subject: batch, value: '3', ...other }),
    ];
    const { errors } = await gateway.request(
      'query ($figures: [String!]!) { sumFigures(figures: $figures) { quantity { value } } }',
      { figures },
    );
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_COMPARABLE', reason } }]);
  });

  it('take a planned total investment for what it is: 总投资 is a plan by nature', async () => {
    const batch = await gateway.given.batch({
      kind: 'COLLECTIVE_SIGNING',
      code: `planned-${made}`,
    });
    await tell({ subject: batch, value: '98.8', ...yi, kind: 'PLAN' });
    const { batchTotals } = await gateway.query(`{
      batchTotals(filter: { code: { eq: "${batch}" } }) { totalInvestment { value } } }`);
    expect(batchTotals).toEqual({ totalInvestment: { value: '98.8' } });
  });
});

describe('a ranking', () => {
  it('puts figures of one measure in order, equal ones on one rank, bounds as uncertain', async () => {
    const codes: string[] = [];
    for (const [value, qualifier] of [
      ['102', 'EXACT'],
      ['250.42', 'EXACT'],
      ['102', 'EXACT'],
      ['90', 'GT'],
    ] as const) {
      const subject = await gateway.given.batch({ kind: 'RESERVE' });
      codes.push(await tell({ subject, value, qualifier, ...yi }));
    }
    const { rankFigures } = await gateway.query(`{
      rankFigures(filter: { batch: { kind: { eq: RESERVE } } }) { rank isCertain figure { code } } }`);
    expect(rankFigures.map(({ rank, figure }: any) => [rank, figure.code])).toEqual([
      [1, codes[1]],
      [2, codes[0]],
      [2, codes[2]],
      [4, codes[3]],
    ]);
    expect(rankFigures.every(({ isCertain }: any) => isCertain === false)).toBe(true);
  });

  it('refuses what does not rank together, with the reason', async () => {
    const batch = await gateway.given.batch({ kind: 'PROMOTED' });
    await tell({ subject: batch, value: '9' });
    await tell({ subject: batch, value: '12', ...yi });
    const { errors } = await gateway.request(
      '{ rankFigures(filter: { batch: { kind: { eq: PROMOTED } } }) { rank } }',
    );
    expect(errors).toMatchObject([
      { extensions: { code: 'NOT_COMPARABLE', reason: 'UNIT', field: ['filter'] } },
    ]);
  });
});

describe('a mean', () => {
  it('is of one subject, by what counts', async () => {
    const batch = await gateway.given.batch();
    const total = await tell({ subject: batch, value: '1283.6', ...yi });
    const count = await tell({ subject: batch, value: '133' });
    const mean =
      'query ($t: String!, $c: String!) { meanFigure(total: $t, count: $c) { value unit } }';
    expect(await gateway.query(mean, { t: total, c: count })).toEqual({
      meanFigure: { value: '9.65', unit: 'CNY_100M' },
    });
    const { errors } = await gateway.request(mean, { t: total, c: total });
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_COMPARABLE', field: ['count'] } }]);
  });
});

describe('the oldest source', () => {
  it('of all that an answer rests on is told to whoever asks, and not out of memory', async () => {
    const batch = await gateway.given.batch();
    const [later, earlier] = [
      await gateway.given.source('2023-05-05'),
      await gateway.given.source('2022-04-04'),
    ];
    await tell({ subject: batch, value: '1', evidence: later });
    const code = await tell({ subject: batch, value: '1', evidence: earlier });
    const query = `{ figure(code: "${code}") { canonical { value } } }`;
    for (let time = 0; time < 3; time += 1) {
      const answer: any = await (
        await gateway.post({ query, extensions: { oldestSource: true } })
      ).json();
      expect(answer.extensions.sources).toEqual({
        oldest: {
          code: earlier.replace(/-1$/, ''),
          title: expect.any(String),
          publishedOn: '2022-04-04',
        },
        undated: 0,
      });
    }
    const plain: any = await (await gateway.post({ query })).json();
    expect(plain.extensions).not.toHaveProperty('sources');
  });
});
