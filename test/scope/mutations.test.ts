import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { assembleSchema } from '../../src/graph/schema.ts';
import { noteRun } from '../../src/ingest/run/run-store.ts';
import { takeUpload } from '../../src/ingest/uploads/uploads.ts';
import { offerImports } from '../../src/ingest/work/imports.ts';
import { mappingsIn } from '../../src/ingest/work/start-imports.ts';
import { sourcesDirectory } from '../ingest/api/bureau.ts';
import type { Gateway } from '../support/gateway.ts';
import { HOME, startWorlds, type Worlds } from './worlds.ts';

/** A mutation of something hidden, or that names it; `hidden` stands for a code or id of it. */
type Attempt = (hidden: Hidden) => string;

interface Hidden {
  readonly project: string;
  readonly withdrawn: string;
  readonly lead: string;
  readonly placeId: string;
  /** A run of an import, and a file that was sent in, of somebody else. */
  readonly run: string;
  readonly waitingRun: string;
  readonly upload: string;
}

const attempts: Readonly<Record<string, readonly Attempt[]>> = {
  correctProject: [
    ({ project }) => `code: "${project}", version: 1, name: "新名"`,
    ({ project }) => `code: "${project}", version: 99, totalInvestment: "1"`,
    ({ project }) => `code: "home-3", version: 1, predecessor: "${project}"`,
  ],
  moveProjectToStage: [({ project }) => `code: "${project}", version: 1, stage: CONSTRUCTION`],
  moveProjectToDistrict: [({ project }) => `code: "${project}", version: 1, site: "${HOME}"`],
  attachProjectToBatch: [
    ({ project }) => `code: "${project}", batch: "start", role: STARTED, version: 1`,
  ],
  detachProjectFromBatch: [({ project }) => `code: "${project}", batch: "start", version: 1`],
  reportInvestment: [
    ({ project }) => `code: "${project}", period: "2023", amount: "1", version: 1`,
  ],
  addProjectParticipant: [
    ({ project }) => `code: "${project}", organisation: "owner", role: PARTNER, version: 1`,
  ],
  removeProjectParticipant: [
    ({ project }) => `code: "${project}", organisation: "owner", role: OWNER, version: 1`,
  ],
  withdrawProject: [({ project }) => `code: "${project}", reason: "重复", version: 1`],
  restoreProject: [({ withdrawn }) => `code: "${withdrawn}", version: 3`],
  createProject: [
    ({ project }) => `name: "新项目", site: "${HOME}", predecessor: "${project}"`,
    ({ project }) => `code: "${project}", name: "新项目", site: "${HOME}"`,
    ({ withdrawn }) => `code: "${withdrawn}", name: "新项目", site: "${HOME}"`,
  ],
  takeChainPlace: [({ project }) => `chain: "auto", node: "原料", project: "${project}"`],
  correctChainPlace: [({ placeId }) => `id: "${placeId}", version: 1, node: "原料"`],
  leaveChainPlace: [({ placeId }) => `id: "${placeId}", version: 1`],
  recordLead: [({ project }) => `trip: "journey", name: "新线索", project: "${project}"`],
  correctLead: [({ lead }) => `code: "${lead}", version: 1, name: "新名"`],
  turnLeadIntoProject: [
    ({ lead }) => `lead: "${lead}", version: 1, name: "新项目", site: "${HOME}"`,
  ],
  startImport: [({ upload }) => `source: "test-bureau", upload: "${upload}"`],
  undoImport: [({ run }) => `run: "${run}"`],
  cancelImport: [({ waitingRun }) => `run: "${waitingRun}"`],
};

/** What names no project, nor anything that is hidden with one. */
const ofTheRegister = [
  ...['createEnterprise', 'correctEnterprise', 'recordSupply', 'correctSupply', 'endSupply'],
  ...['recordTrip', 'correctTrip', 'mergeEnterprises', 'splitEnterprises', 'decideIdentity'],
];

/** What somebody else has sent in, and has had taken in. */
async function importOfAnother({ database: { kysely, pool } }: Gateway) {
  const file = { name: 'covert.csv', actor: 'test', maxBytes: 1_000 };
  const { id: upload } = await takeUpload(kysely, file, Readable.from([Buffer.from('covert')]));
  const [run, waitingRun] = [v7(), v7()];
  for (const id of [run, waitingRun]) {
    const asked = { id, source: 'test-bureau', mode: 'ALL_OR_NOTHING', isDry: false } as const;
    const about = { fileName: file.name, asOf: '2024-01-31', actor: 'test', uploadId: upload };
    await noteRun(kysely, { ...asked, ...about }, 'WAITING');
  }
  await pool.query(`update import_run set state = 'DONE', ended_at = now() where id = $1`, [run]);
  return { run: `imp_${run}`, waitingRun: `imp_${waitingRun}`, upload };
}

describe('who changes a project of another district', () => {
  let worlds: Worlds;
  let hidden: Hidden;
  const holders: Record<string, Gateway> = {};
  beforeAll(async () => {
    worlds = await startWorlds({ ANONYMOUS: 'off' });
    for (const world of ['full', 'bare'] as const) {
      const token = await worlds[world].keyFor({ role: 'ADMINISTRATOR', districts: [HOME] });
      holders[world] = worlds[world].as(token) as Gateway;
    }
    const { rows } = await worlds.full.database.pool.query<{ id: string }>(
      `select chain_place.id from chain_place join project on project.id = project_id
        where project.code = 'covert-0' limit 1`,
    );
    const mappings = await mappingsIn(await sourcesDirectory());
    const bySource = new Map(mappings.map((mapping) => [mapping.source.code, mapping]));
    for (const { database } of [worlds.full, worlds.bare]) {
      offerImports(database, { mappings: bySource, send: () => Promise.resolve() });
    }
    hidden = {
      ...(await importOfAnother(worlds.full)),
      ...{ project: 'covert-0', withdrawn: 'covert-gone', lead: 'covert-lead-0' },
      placeId: `cpl_${rows[0]!.id}`,
    };
  }, 300_000);
  afterAll(() => worlds.close());

  const answerOf = async (world: 'full' | 'bare', name: string, input: string) => {
    const response = await holders[world]!.post(
      { query: `mutation { ${name}(input: { ${input} }) { userErrors { code message field } } }` },
      { 'x-request-id': 'the-same' },
    );
    return response.text();
  };
  const everything = async () => {
    const tables = ['project', 'promotion_lead', 'chain_place', 'project_batch_member', 'event'];
    tables.push('import_run', 'upload');
    const counts = tables.map((name) => `(select count(*) from ${name}) as ${name}`);
    const { rows } = await worlds.full.database.pool.query(
      `select ${counts.join(', ')}, (select md5(string_agg(p::text, '' order by id)) from project p)`,
    );
    return rows;
  };

  it('has each mutation tried, or looked at', () => {
    const fields = Object.keys(assembleSchema().getMutationType()!.getFields());
    expect([...Object.keys(attempts), ...ofTheRegister].sort()).toEqual(fields.sort());
  });

  it.each(
    Object.entries(attempts).flatMap(([name, inputs]) =>
      inputs.map((input) => [name, input] as const),
    ),
  )('is told what he would be told if it did not exist: %s', async (name, input) => {
    const before = await everything();
    const full = await answerOf('full', name, input(hidden));
    expect(full).toBe(await answerOf('bare', name, input(hidden)));
    expect(full).toMatch(/"userErrors":\[\{"code":"[A-Z_]+"/);
    expect(await everything()).toEqual(before);
  });
});
