import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { assembleSchema } from '../../src/graph/schema.ts';
import { CITY_TEMPLATE } from '../support/databases.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { type Relation, relationsOf } from './graph-fields.ts';
import { importSome } from './import-some.ts';
import { idsOf, nodeTypes } from './node-types.ts';

/**
 * By what path many of a type are reached, and which rows they stand for. Other types are looked up
 * by their ids, 200 at once.
 */
const paths: Readonly<Record<string, { readonly path: string; readonly rows: string }>> = {
  BatchSector: { path: 'batches(first: 100) nodes sectors', rows: 'project_batch_sector' },
  ChainGap: { path: 'chains(first: 100) nodes gaps', rows: 'chain_gap' },
  Computed: {
    path: 'figures(first: 200, filter: { batch: {} }) nodes computed',
    rows: `(values (1)) one`,
  },
  DistrictSuppliers: {
    path: 'chains(first: 100) nodes suppliersByDistrict',
    rows: `(select distinct chain_id, district_key from chain_supplier
             where partition = 'REPORTING_UNIT') grouped`,
  },
  EnterpriseClass: {
    path: 'enterprises(first: 200, orderBy: CODE) nodes classes',
    rows: 'organisation_class',
  },
  FailedRule: { path: 'sourceDocuments nodes failedRules', rows: '(values (1)) one' },
  FigureProgress: {
    path: 'figures(first: 200, filter: { kind: { eq: CLAIM } }) nodes progress',
    rows: `figure where kind = 'CLAIM'`,
  },
  ImportRow: {
    path: 'importRuns(first: 10) nodes rows(first: 10) nodes',
    rows: 'import_row',
  },
  ImportRun: { path: 'importRuns(first: 100) nodes', rows: 'import_run' },
  IdentityQuestion: { path: 'identityQuestions(first: 100) nodes', rows: 'identity_question' },
  InvestmentReport: {
    path: 'projects(first: 50) nodes investmentReports(first: 20) nodes',
    rows: 'investment_report',
  },
  NamedSubject: { path: 'namedSubjects(first: 100) nodes', rows: 'named_subject' },
  Observation: { path: 'batches(first: 100) nodes observations', rows: 'observation' },
  ProjectBatch: { path: 'batches(first: 200) nodes', rows: 'project_batch' },
  ProjectBatchMember: {
    path: 'batches(first: 50) nodes members(first: 20) nodes',
    rows: 'project_batch_member',
  },
  ProjectParticipant: {
    path: 'projects(first: 50) nodes participants(first: 20) nodes',
    rows: 'project_participant',
  },
  ProjectStageRecord: {
    path: 'projects(first: 50) nodes stageHistory',
    rows: 'project_stage_record',
  },
  ProjectStat: {
    path: 'projectStats(groupBy: [DISTRICT])',
    rows: '(select distinct district_id from project) grouped',
  },
  PromotionEvent: { path: 'promotionEvents(first: 200) nodes', rows: 'promotion_event' },
  PromotionEventParty: {
    path: 'promotionEvents(first: 100) nodes hosts',
    rows: 'promotion_event_party',
  },
  PromotionEventTopic: {
    path: 'promotionEvents(first: 200) nodes topics',
    rows: 'promotion_event_topic',
  },
  Query: { path: '', rows: '(values (1)) one' },
  // One kind of region: what lies in the city or in a sub-zone is another list, with a statement of its own.
  Region: {
    path: 'districts(first: 100) nodes',
    rows: `region where kind in ('DISTRICT', 'COUNTY', 'FUNCTIONAL_ZONE')`,
  },
  RegionAlias: { path: 'regions(first: 100) nodes aliases', rows: 'region_alias' },
  RegionOverlap: { path: 'regions(first: 100) nodes overlaps', rows: 'region_overlap' },
  SearchResult: {
    path: 'search(text: "济南", types: [ENTERPRISE], first: 100) nodes',
    rows: `search_name where type = 'ENTERPRISE'`,
  },
  Viewer: { path: 'viewer', rows: '(values (1)) one' },
  ValueSource: {
    path: 'projects(first: 20, orderBy: CODE) nodes provenance(fields: ["stage"])',
    rows: 'project_stage_record',
  },
  Supplier: { path: 'chains(first: 5) nodes suppliers(first: 20) nodes', rows: 'chain_supplier' },
};

/** Values: they are columns of the row that has them, and cost nothing wherever they stand. */
const values = [
  ...['Attribute', 'Coverage', 'Dated', 'Quantity', 'SourceCoverage', 'SourceFreshness', 'Viewer'],
  ...['Export', 'IdentityCandidate', 'IdentityReason'],
  ...['ImportChange', 'ImportCounts', 'ImportFault', 'ImportNote', 'ImportTable'],
];

/** What a field cannot be asked without. */
const required: Readonly<Record<string, (ids: readonly string[]) => string>> = {
  'Query.chain': () => '(code: "byd")',
  'Query.dataSource': () => '(code: "source-1")',
  'Query.importRun': () => '(id: "imp_00000000-0000-7000-8000-000000000001")',
  'Query.enterprise': () => '(code: "byd")',
  'Query.discrepancy': () => '(code: "X01")',
  'Query.figure': () => '(code: "region/370113/JOBS/CLAIM")',
  'Query.metric': () => '(code: "PROJECT_COUNT")',
  'Query.namedSubject': () => '(code: "subject-1")',
  'Query.sourceDocument': () => '(code: "SYNTHETIC-CITY")',
  'Query.node': ([id]) => `(id: "${id}")`,
  'Query.nodes': (ids) => `(ids: ${JSON.stringify(ids.slice(0, 20))})`,
  'Query.projectStats': () => '(groupBy: [STAGE])',
  'Region.projectStats': () => '(groupBy: [STAGE])',
  'Query.project': () => '(code: "syn-p-0000000")',
  'Query.region': () => '(code: "370113")',
  'Query.search': () => '(text: "济南")',
  'Query.withdrawnProject': () => '(code: "none")',
  'Query.trip': () => '(code: "syn-trip-0")',
  'Region.suppliers': () => '(chain: "byd")',
};

/** The fields that cost anything but one statement for all parents, and why. */
const exceptions: Readonly<Record<string, readonly [statements: number, why: string]>> = {
  'Region.suppliers': [2, 'the chain is looked up by the code that the field is given'],
  'DataSource.freshness': [2, 'what was delivered, and what was pulled'],
  'DistrictSuppliers.district': [0, 'it rides along: a group is its district'],
  'FailedRule.figures': [0, 'they are what the rule was found to fail by'],
  'Figure.computed': [2, 'it stands beside what is reported, which is read too'],
  'Figure.metric': [0, 'it rides along: a number is little without it'],
  'Figure.progress': [3, 'the actual is found, and what is reported of both'],
  'Discrepancy.sideA': [0, 'the city has none that could be asked'],
  'Discrepancy.sideB': [0, 'the city has none that could be asked'],
  'Figure.subject': [3, 'one for each kind of subject: regions, batches, named subjects'],
  'FigureProgress.actual': [0, 'it is what the progress was worked out of'],
  'Observation.metric': [0, 'it rides along: a number is little without it'],
  'SourceDocument.failedRules': [3, 'its figures, what is reported of them, and what they come to'],
  'Evidence.document': [0, 'it rides along: a place in a document is little without it'],
  'IndustryChain.anchor': [0, 'it rides along: a chain is built around it'],
  'ProjectParticipant.organisation': [0, 'it rides along: the list is ordered by its name'],
  'ProjectParticipant.project': [0, 'it rides along: the list is ordered by its name'],
  'ProjectStat.district': [0, 'it rides along: a group is its district'],
  'PromotionEventParty.participant': [0, 'it rides along: one of three tables, joined already'],
  'Supplier.district': [0, 'it rides along, so that the question costs a statement a level'],
  'Supplier.enterprise': [0, 'it rides along, so that the question costs a statement a level'],
  'Supplier.supplies': [0, 'they ride along, so that the question costs a statement a level'],
  'Supply.customer': [0, 'it rides along, so that the question costs a statement a level'],
  'Viewer.districts': [0, 'who answers for all districts is told no list of them'],
  'Supply.node': [0, 'it rides along, so that the question costs a statement a level'],
  'ValueSource.evidence': [0, 'it rides along: the choice goes by it'],
};

/** The fields that have nothing to show of the parents that are asked here: the city has no such rows. */
const isEmptyInTheCity = (name: string) =>
  [
    'Enterprise.anchoredChains',
    'Enterprise.merged',
    'Institution.participations',
    'Project.leads',
    'Query.withdrawnProject',
    'Region.chains',
    'Viewer.districts',
    ...['Discrepancy.sideA', 'Discrepancy.sideB', 'Query.discrepancies', 'Query.discrepancy'],
    'ProjectBatch.statements',
  ].includes(name) ||
  (/\.(observations|statements|figures)$/.test(name) &&
    !/^(Query|Figure|FailedRule|Region|NamedSubject|ProjectBatch)\./.test(name));

const PARENTS = 200;
const ENOUGH = 20;
const schema = assembleSchema();
/** Not read in lists: what is written, and followed, has tests of its own. */
const isWritten = (type: string) =>
  /^(Mutation|Subscription|ProjectUpdate|ImportProgress|UpdatesHead|VersionConflict)$|(Payload|UpdateConnection)$/.test(
    type,
  );
/** Worked out for one question: test/modules/figures and test/questions count their statements. */
const isWorkedOut = (type: string) =>
  /^(FigureComparison|RankedFigure|FigureSum|LeftOutFigure|SumWarning|StepTransition)$|^Batch(Totals|Share|Overlap)/.test(
    type,
  );
const relations = relationsOf(schema).filter(
  ({ type, to }) =>
    !values.includes(to) && ![type, to].some((one) => isWritten(one) || isWorkedOut(one)),
);
const nameOf = ({ type, field }: Relation) => `${type}.${field}`;

const selections: Readonly<Record<Relation['kind'], string>> = {
  connection: `{ totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { cursor } nodes { __typename } }`,
  list: '{ __typename }',
  one: '{ __typename }',
};

/** How often something is found anywhere inside an answer. */
function countIn(answer: unknown, isIt: (value: object) => boolean): number {
  if (typeof answer !== 'object' || answer === null) return 0;
  const inside = Object.values(answer).reduce<number>(
    (sum, value) => sum + countIn(value, isIt),
    0,
  );
  return inside + (!Array.isArray(answer) && isIt(answer) ? 1 : 0);
}

/** Named subjects, and what is claimed and told of them and of regions: the city has none of its own. */
async function tellFigures({ database }: Gateway): Promise<void> {
  const client = await database.pool.connect();
  try {
    await client.query('begin');
    await client.query(`set local quanmai.bulk = 'on'`);
    await client.query(`
      insert into metric (id, code, name, unit, is_additive, comparable_group, definition)
      values (gen_random_uuid(), 'JOBS', '岗位', 'COUNT', true, 'JOBS', '测试口径');
      insert into attribute (id, code, name) values (gen_random_uuid(), 'ASKED', '事项');
      insert into named_subject (id, code, kind, name, region_id, evidence_id)
      select gen_random_uuid(), 'subject-' || n, 'MECHANISM', '机制' || n, region.id, region.evidence_id
        from generate_series(1, 30) n, region where region.code = '370113';
      update named_subject set parent_id = (select id from named_subject where code = 'subject-1')
       where code <> 'subject-1'`);
    for (const table of ['region', 'named_subject']) {
      await client.query(`
        insert into observation (id, code, subject_type, subject_id, metric, value, unit, qualifier, kind,
          as_of_certainty, evidence_id)
        select gen_random_uuid(), '${table}-' || code || nature, '${table}', id, 'JOBS', 7, 'COUNT', 'EXACT',
               nature, 'UNKNOWN', evidence_id
          from ${table}, unnest('{CLAIM,ACTUAL}'::text[]) nature;
        insert into statement (id, code, subject_type, subject_id, attribute, value_type, value, kind,
          as_of_certainty, evidence_id)
        select gen_random_uuid(), '${table}-' || code, '${table}', id, 'ASKED', 'TEXT', '有', 'ACTUAL',
               'UNKNOWN', evidence_id
          from ${table}`);
    }
    await client.query('commit');
  } finally {
    client.release();
  }
}

describe('one level of an answer', () => {
  let gateway: Gateway;
  /** Whoever may ask for everything. */
  let administrator: ReturnType<Gateway['as']>;
  const ids = new Map<string, string[]>();
  const costs = new Map<string, number>();
  beforeAll(async () => {
    gateway = await startGateway({ template: CITY_TEMPLATE, schema });
    administrator = gateway.as(await gateway.keyFor({ role: 'ADMINISTRATOR' }));
    // Nobody reports to a city that is generated.
    await gateway.database.pool.query(
      `insert into investment_report (id, project_id, period_from, period_to, amount, qualifier, evidence_id)
       select gen_random_uuid(), id, '2024-01-01', '2024-01-31', 1, 'EXACT', evidence_id from project`,
    );
    await gateway.database.pool.query(`
      begin;
      set local quanmai.bulk = 'on';
      insert into identity_question (id, name, source, candidates, state, district_id, organisation_id, decided_at)
      select gen_random_uuid(), '待判' || code, 'test', '[]', 'LINKED', district_id, id, now()
        from organisation where kind = 'ENTERPRISE' order by code limit 30;
      commit`);
    await tellFigures(gateway);
    await importSome(gateway);
    for (const type of Object.keys(nodeTypes)) {
      ids.set(type, await idsOf(gateway, type, PARENTS));
    }
  });
  afterAll(() => gateway.close());

  /** Asks something of many objects of a type at once; each of them is marked in the answer. */
  const askOf = async (type: string, selection: string) => {
    const marked = `{ parent: __typename ${selection} }`;
    const steps = paths[type] ? paths[type].path.split(/ (?![^(]*\))/).filter(Boolean) : undefined;
    const document = steps
      ? steps.reduceRight((inner, step) => `{ ${step} ${inner} }`, marked)
      : `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${type} ${marked} } }`;
    const answer = await administrator.query(document, steps ? {} : { ids: ids.get(type) });
    return { answer, statements: gateway.sql.statements.length };
  };

  /** What it costs to reach those objects. */
  const costOf = async (type: string) => {
    if (!costs.has(type)) costs.set(type, (await askOf(type, '')).statements);
    return costs.get(type)!;
  };

  it.each(relations.map((relation) => [nameOf(relation), relation] as const))(
    'costs as many statements for all parents as for one: %s',
    async (name, { type, field, kind }) => {
      const argument = required[name]?.(ids.get('Project')!) ?? '';
      const { answer, statements } = await askOf(
        type,
        `child: ${field}${argument} ${selections[kind]}`,
      );
      const { rows } = await gateway.database.pool.query<{ count: number }>(
        `select count(*)::int from (select from ${(paths[type] ?? nodeTypes[type])!.rows}) as rows`,
      );
      const parents = countIn(answer, (value) => 'parent' in value && value.parent === type);
      expect(parents).toBeGreaterThanOrEqual(Math.min(ENOUGH, rows[0]!.count));
      const children = countIn(answer, (value) => '__typename' in value);
      expect({ name, isEmpty: children === 0 }).toEqual({ name, isEmpty: isEmptyInTheCity(name) });
      const [expected] = exceptions[name] ?? [1];
      expect(statements - (await costOf(type))).toBe(expected);
    },
  );

  it('can be asked of every type that has relations', () => {
    const reached = Object.keys({ ...nodeTypes, ...paths });
    const types = new Set(relations.map(({ type }) => type));
    expect([...types].filter((type) => !reached.includes(type))).toEqual([]);
  });

  it('knows no field that is not there any more', () => {
    const names = relations.map(nameOf);
    const told = [...Object.keys(exceptions), ...Object.keys(required)];
    expect(told.filter((name) => !names.includes(name))).toEqual([]);
  });
});
