import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { assembleSchema } from '../../src/graph/schema.ts';
import type { Gateway } from '../support/gateway.ts';
import { HOME, startWorlds, type Worlds } from './worlds.ts';

/** A mutation of something hidden, or that names it; `hidden` stands for a code or id of it. */
type Attempt = (hidden: Hidden) => string;

interface Hidden {
  readonly project: string;
  readonly withdrawn: string;
  readonly lead: string;
  readonly placeId: string;
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
};

/** What names no project, nor anything that is hidden with one. */
const ofTheRegister = [
  ...['createEnterprise', 'correctEnterprise', 'recordSupply', 'correctSupply', 'endSupply'],
  ...['recordTrip', 'correctTrip'],
];

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
    hidden = {
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
