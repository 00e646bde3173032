import { openDatabase } from '../../src/db/database.ts';
import { entities } from '../../src/modules/entities.ts';
import { addToBatch } from '../../src/modules/project/batch.commands.ts';
import {
  aliasProject,
  recordStatus,
  registerProject,
} from '../../src/modules/project/project.commands.ts';
import { claimProjectValue } from '../../src/modules/project/value-claim.commands.ts';
import { recordLead } from '../../src/modules/promotion/trip.commands.ts';
import { unknownDate } from '../../src/modules/source/dated.entity.ts';
import { noteEvidence, reportObservation } from '../../src/modules/source/source.commands.ts';
import { type Command, runCommand } from '../../src/request/command.ts';
import { createDatabase } from '../support/databases.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { Given } from '../support/given.ts';

/** In every text that tells of a hidden project, in Chinese and in English. */
export const MARK = '隐秘';
export const MARK_EN = 'Covert';
/** How the mark is read, and what it begins with. */
export const MARK_READ = ['yinmi', 'ym'];
export const HOME = '990101';
export const AWAY = '990102';
const ZONE = 'TEST-ZONE';
const PARK = 'TEST-PARK';

/** The same city twice: once with projects of other districts, and once as if they had never been. */
export interface Worlds {
  readonly full: Gateway;
  readonly bare: Gateway;
  /** What must be in no answer: row ids and codes of what is hidden. */
  readonly secrets: readonly string[];
  close(): Promise<void>;
}

type Run = <Input, Output>(command: Command<Input, Output>, input: Input) => Promise<Output>;

/** Who writes into the one world or the other. */
interface Teller {
  readonly run: Run;
  readonly given: Given;
}

/**
 * The bare world is made first and copied, so that every row of both has the same id, and the two
 * have to answer the same bytes.
 */
export async function startWorlds(env: Readonly<Record<string, string>>): Promise<Worlds> {
  const base = await createDatabase();
  const waits = { pool: 10_000, statement: 60_000, lock: 10_000, idleInTransaction: 60_000 };
  const database = await openDatabase({
    connection: base.connection,
    entities,
    waits,
    poolSize: 2,
  });
  let into: Run = (command, input) => runCommand(database, command, input, { actor: 'test' });
  const run: Run = (command, input) => into(command, input);
  const teller = { run, given: new Given(run) };
  await tellTheOpen(teller);
  await database.pool.query(reportsOf('home-%', 17));
  const { rows } = await database.pool.query<{ name: string }>('select current_database() as name');
  await database.close();
  const template = rows[0]!.name;
  const full = await startGateway({ template, env });
  const bare = await startGateway({ template, env });
  await base.drop();
  into = (command, input) => full.run(command, input);
  await tellTheHidden(full, teller);
  const secrets = await secretsOf(full);
  return {
    ...{ full, bare, secrets },
    close: async () => {
      await Promise.all([full.close(), bare.close()]);
    },
  };
}

const day = (earliest: string) => ({ certainty: 'STATED', earliest }) as const;

/** What everybody may know, and the home district's own projects. */
async function tellTheOpen({ run, given }: Teller): Promise<void> {
  await given.metric('JOBS');
  await given.region({ code: HOME, name: '家园区', nameEn: 'Home' });
  await given.region({ code: AWAY, name: '远方区', nameEn: 'Away' });
  await given.region({ code: ZONE, kind: 'FUNCTIONAL_ZONE', name: '新城功能区' });
  await given.region({ code: PARK, kind: 'SUB_ZONE', name: '家园产业园', parent: HOME });
  for (const [code, district] of [
    ...[
      ['maker', HOME],
      ['owner', HOME],
      ['roamer', AWAY],
      ['zoned', ZONE],
    ],
    ...[
      ['drifter', null],
      ['parent', AWAY],
      ['lone', AWAY],
    ],
  ] as const) {
    await given.enterprise({ code, name: `${code}测试公司`, nameEn: `${code} Ltd`, district });
  }
  await given.enterprise({ code: 'school', kind: 'UNIVERSITY', name: '测试大学', district: AWAY });
  await given.enterpriseAlias('owner', '业主');
  await given.office({ code: 'office', organisation: 'owner' });
  await given.chain('auto', { name: '汽车链', anchor: 'maker', region: HOME });
  await given.chain('light', { name: '照明链', region: AWAY });
  for (const chain of ['auto', 'light']) {
    await given.node({ chain, name: '零件', position: 'SUPPORTING' });
    await given.node({ chain, name: '原料', position: 'UPSTREAM' });
  }
  const supply = { chain: 'auto', node: '零件', customer: 'maker' };
  await given.supply({ ...supply, supplier: 'owner', site: HOME });
  await given.supply({ ...supply, supplier: 'roamer' });
  await given.supply({ ...supply, supplier: 'drifter' });
  await given.place({ chain: 'auto', node: '零件', organisation: 'owner' });
  const home = ['home-1', 'home-2', 'home-3'];
  for (const [index, code] of home.entries()) {
    await given.project({
      ...{ code, name: `家园项目${index}`, nameEn: `Home ${index}`, owner: 'owner' },
      ...{ site: index === 0 ? PARK : HOME, class: 'INDUSTRIAL', level: 'DISTRICT' },
      ...{ totalInvestment: String(10 + index), totalInvestmentQualifier: 'EXACT' },
      ...(index === 2 && { predecessor: 'home-2' }),
      started: day(`2024-0${index + 1}-01`),
    });
    await hangOn({ run, given }, code, '家园', 'home');
  }
  await given.batch({ code: 'start', members: home });
  await given.batch({ code: 'signing', members: ['home-1'], region: AWAY });
  await given.event({ code: 'fair', hosts: ['owner', 'school'], batches: ['start'] });
  await given.trip({
    ...{ code: 'journey', organiser: 'parent', units: [HOME, AWAY], destinations: 2 },
    leads: [{ project: 'home-1' }, { organisation: 'owner' }],
  });
  // Somewhere for what is hidden to be told, and known to all.
  await run(noteEvidence, { code: 'TEST-2', document: 'TEST-DOCUMENT', role: 'BODY', line: 2 });
}

/** All that can be told of a project. */
async function hangOn(
  { run, given }: Teller,
  project: string,
  name: string,
  code: string,
): Promise<void> {
  const evidence = await given.evidence();
  await run(aliasProject, { project, name: `${name}别名${project}`, evidence });
  await run(recordStatus, { project, status: 'SIGNED', asOf: day('2024-01-05'), evidence });
  for (const organisation of ['roamer', 'school']) {
    await given.participant(project, organisation, 'PARTNER');
  }
  await given.place({ chain: 'auto', node: '零件', project });
  await given.place({ chain: 'light', project });
  for (const [field, value] of [
    ['annualPlan', code === 'home' ? '5' : '4444'],
    ['domain', code.toUpperCase()],
  ] as const) {
    await run(claimProjectValue, { project, field, value, evidence });
  }
  await run(reportObservation, {
    ...{ code: `${code}-figure-${project}`, subjectType: 'project', subject: project },
    ...{ metric: 'JOBS', value: '77', unit: 'COUNT', qualifier: 'EXACT', kind: 'PLAN' },
    ...{ periodLabel: `${name}期`, asOf: unknownDate, evidence },
  });
}

/** Projects of other districts, of a zone, and of nobody knows where. */
async function tellTheHidden(full: Gateway, { run, given }: Teller): Promise<void> {
  const { pool } = full.database;
  const before = await pool.query<{ id: string; version: number; name: string }>(VERSIONS);
  const evidence = await given.evidence();
  const places = [
    { site: AWAY },
    { site: AWAY },
    { site: ZONE, administrativeDistrict: HOME },
    { site: ZONE },
    {},
  ];
  for (const [index, place] of places.entries()) {
    const code = `covert-${index}`;
    await given.project({
      ...place,
      ...{ code, name: `${MARK}项目${index}`, nameEn: `${MARK_EN} ${index}` },
      ...{ nameHant: `${MARK}項目${index}`, class: 'INFRASTRUCTURE', level: 'PROVINCIAL' },
      ...{ domain: MARK, procurement: 'PPP', phase: 7 },
      ...{ totalInvestment: `98765${index}`, totalInvestmentQualifier: 'GTE', annualPlan: '4321' },
      ...{ predecessor: index === 0 ? 'home-1' : index === 1 ? 'covert-0' : null },
      started: { ...day(`2019-0${index + 1}-01`), derivation: MARK },
      owner: ['owner', 'lone', 'zoned', 'drifter', 'roamer'][index]!,
    });
    await hangOn({ run, given }, code, MARK, 'covert');
    await run(addToBatch, { batch: 'start', project: code, role: 'SIGNED', evidence });
    await run(addToBatch, { batch: 'signing', project: code, role: 'LISTED', evidence });
    await run(recordLead, {
      ...{ trip: 'journey', code: `covert-lead-${index}`, name: `${MARK}线索${index}` },
      ...{ nameEn: `${MARK_EN} lead`, organisation: 'lone', project: code },
      ...{ noted: unknownDate, evidence },
    });
  }
  await run(registerProject, {
    ...{ code: 'home-2', name: '家园项目1', nameEn: 'Home 1', site: HOME, class: 'INDUSTRIAL' },
    ...{ level: 'DISTRICT', totalInvestment: '11', totalInvestmentQualifier: 'EXACT' },
    ...{ predecessor: 'covert-1', started: day('2024-02-01'), evidence },
  });
  await run(recordStatus, {
    ...{ project: 'covert-0', status: 'STARTED', asOf: day('2024-06-05'), evidence: 'TEST-2' },
  });
  await pool.query(reportsOf('covert-%', 4242));
  await pool.query(
    `insert into withdrawn_project (id, code, name, version, district_id, reason, actor, state)
     select gen_random_uuid(), 'covert-gone', $1::text, 3, district_id, $1::text, 'test', jsonb_build_object('name', $1::text)
       from project where code = 'covert-0'`,
    [`${MARK}旧项目`],
  );
  // A version counts every change of a chain, batch or trip that is everybody's to see, and so tells
  // that there were more; that aside, the worlds are to be the same.
  const client = await pool.connect();
  await client.query(`begin; set local quanmai.bulk = 'on'`);
  for (const { name, id, version } of before.rows) {
    await client.query(`update ${name} set version = $2 where id = $1 and version <> $2`, [
      id,
      version,
    ]);
  }
  await client.query('commit');
  client.release();
}

const reportsOf = (codes: string, amount: number) => `
  insert into investment_report (id, project_id, period_from, period_to, amount, qualifier, evidence_id)
  select gen_random_uuid(), id, '2024-01-01', '2024-12-31', ${amount}, 'EXACT', evidence_id
    from project where code like '${codes}'`;

async function secretsOf({ database }: Gateway): Promise<string[]> {
  const { rows } = await database.pool.query<{ secret: string }>(SECRETS);
  return [...rows.map(({ secret }) => secret), MARK, MARK_EN, MARK_EN.toLowerCase()];
}

const AGGREGATES = ['project', 'project_batch', 'industry_chain', 'promotion_trip', 'organisation'];
const VERSIONS = AGGREGATES.map(
  (name) => `select '${name}' as name, id, version from ${name}`,
).join(' union all ');

const OF_HIDDEN = `project_id in (select id from project where code like 'covert-%')`;
const SECRETS = [
  ...[
    ...['project_alias', 'project_participant', 'project_stage_record', 'project_batch_member'],
    ...['chain_place', 'promotion_lead', 'investment_report'],
  ].map((table) => `select id::text as secret from ${table} where ${OF_HIDDEN}`),
  `select id::text from project where code like 'covert-%'`,
  `select id::text from observation where code like 'covert-%'`,
  `select id::text from withdrawn_project`,
].join(' union all ');
