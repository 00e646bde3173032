import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OperationTypeNode } from 'graphql';
import { assembleSchema } from '../../src/graph/schema.ts';
import { offerImports } from '../../src/ingest/work/imports.ts';
import { mappingsIn } from '../../src/ingest/work/start-imports.ts';
import { openQuestion } from '../../src/modules/enterprise/identity-question.commands.ts';
import { projectsFile, sourcesDirectory, upload } from '../ingest/api/bureau.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { until } from '../support/until.ts';
import { write } from '../writes/writing.ts';
import { open } from './sockets.ts';
import { type Slot, slotsOfRoot } from './string-arguments.ts';

/** What PostgreSQL, LIKE or a careless hand would read as more than a text; and what nobody takes. */
const HOSTILE = ['%', `"'$1$$'; drop table project; --`, '\\', '１\u200b\u202e', ' '];
const TAKEN_NOWHERE: readonly (readonly [code: string, text: string])[] = [
  ['BAD_USER_INPUT', 'a\0b'],
  ['BAD_USER_INPUT', '\ud800'],
  ['TEXT_TOO_LONG', '泉'.repeat(4_001)],
];

interface Answer {
  readonly data?: { readonly found: { readonly userErrors: readonly object[] } } | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

type Input = Readonly<Record<string, unknown>>;

const schema = assembleSchema();
const written = Map.groupBy(slotsOfRoot(schema, OperationTypeNode.MUTATION), ({ name }) =>
  name.slice('Mutation.'.length, name.indexOf(' ')),
);
const followed = slotsOfRoot(schema, OperationTypeNode.SUBSCRIPTION);

describe('a hostile text', () => {
  let gateway: Gateway;
  /** Whoever may do everything. */
  let administrator: ReturnType<Gateway['as']>;
  let token: string;
  let site: string;
  beforeAll(async () => {
    gateway = await startGateway({ schema, live: true });
    token = await gateway.keyFor({ role: 'ADMINISTRATOR' });
    administrator = gateway.as(token);
    site = await gateway.given.region();
    // Runs are noted and wait: one at work would write rows of its own meanwhile.
    const mappings = await mappingsIn(await sourcesDirectory());
    const bySource = new Map(mappings.map((mapping) => [mapping.source.code, mapping]));
    offerImports(gateway.database, { mappings: bySource, send: () => Promise.resolve() });
    await until(() => gateway.tail.known() !== undefined);
  });
  afterAll(() => gateway.close());

  const made = async (mutation: string, input: Input, shows: string) => {
    const payload = await write<any>(administrator, mutation, input, shows);
    expect(payload.userErrors).toEqual([]);
    return payload;
  };
  const project = async (more: Input = {}) => {
    const code = await gateway.given.project({ site, ...more });
    const read = await administrator.query(`{ project(code: "${code}") { version } }`);
    return { code, version: read.project.version as number };
  };
  const onChain = async () => {
    const chain = await gateway.given.chain();
    return { chain, node: await gateway.given.node({ chain }) };
  };
  const place = async () => {
    const taken = { ...(await onChain()), organisation: await gateway.given.enterprise() };
    return (await made('takeChainPlace', taken, 'place { id version }')).place as Input;
  };
  const supply = async () => {
    const recorded = { ...(await onChain()), supplier: await gateway.given.enterprise() };
    const shows = 'supply { id version }';
    return (await made('recordSupply', { ...recorded, product: '电芯' }, shows)).supply as Input;
  };
  const lead = async () => {
    const noted = { trip: await gateway.given.trip(), name: '测试线索' };
    return (await made('recordLead', noted, 'lead { code version }')).lead as Input;
  };
  const delivery = async () => {
    const file = projectsFile([['TEST-1', '测试项目', '']]);
    return { source: 'test-bureau', upload: await upload(gateway, token, file) };
  };
  const run = async (): Promise<string> =>
    (await made('startImport', await delivery(), 'run { id }')).run.id;
  const homonyms = async () => ({
    keep: await gateway.given.enterprise(),
    merge: await gateway.given.enterprise(),
    reason: '同一企业',
  });
  let questions = 0;

  /** An input that is taken, about rows of its own. */
  const taken: Readonly<Record<string, () => Promise<Input> | Input>> = {
    createEnterprise: () => ({ name: '新企业' }),
    correctEnterprise: async () => ({
      code: await gateway.given.enterprise(),
      version: 1,
      name: '新名',
    }),
    createProject: () => ({ name: '新项目', site }),
    correctProject: async () => ({ ...(await project()), name: '新名' }),
    moveProjectToStage: async () => ({ ...(await project()), stage: 'CONSTRUCTION' }),
    moveProjectToDistrict: async () => ({
      ...(await project()),
      site: await gateway.given.region(),
    }),
    addProjectParticipant: async () => ({
      ...(await project()),
      ...{ organisation: await gateway.given.enterprise(), role: 'PARTNER' },
    }),
    removeProjectParticipant: async () => {
      const owner = await gateway.given.enterprise();
      return { ...(await project({ owner })), organisation: owner, role: 'OWNER' };
    },
    attachProjectToBatch: async () => ({
      ...(await project()),
      batch: await gateway.given.batch(),
    }),
    detachProjectFromBatch: async () => {
      const { code, version } = await project();
      const batch = await gateway.given.batch({ members: [code] });
      return { code, version: version + 1, batch };
    },
    reportInvestment: async () => ({ ...(await project()), period: '2024', amount: '1' }),
    withdrawProject: async () => ({ ...(await project()), reason: '重复' }),
    restoreProject: async () => {
      const input = { ...(await project()), reason: '重复' };
      const { withdrawal } = await made('withdrawProject', input, 'withdrawal { code version }');
      return withdrawal as Input;
    },
    takeChainPlace: async () => ({
      ...(await onChain()),
      organisation: await gateway.given.enterprise(),
    }),
    correctChainPlace: async () => ({ ...(await place()), node: null }),
    leaveChainPlace: place,
    recordSupply: async () => ({
      ...(await onChain()),
      ...{ supplier: await gateway.given.enterprise(), product: '电芯' },
    }),
    correctSupply: async () => ({ ...(await supply()), product: '电池' }),
    endSupply: supply,
    recordTrip: () => ({ kind: 'OVERSEAS', name: '赴日招商' }),
    correctTrip: async () => ({ code: await gateway.given.trip(), version: 1, name: '新名' }),
    recordLead: async () => ({ trip: await gateway.given.trip(), name: '新线索' }),
    correctLead: async () => ({ ...(await lead()), name: '新名' }),
    turnLeadIntoProject: async () => {
      const { code, version } = await lead();
      return { lead: code, version, name: '新项目', site };
    },
    mergeEnterprises: homonyms,
    splitEnterprises: async () => {
      const input = await homonyms();
      await made('mergeEnterprises', input, '__typename');
      return { code: input.merge };
    },
    decideIdentity: async () => {
      const name = `待判企业${(questions += 1)}`;
      const asked = { name, source: 'test', candidates: [] };
      const { id } = await gateway.run(openQuestion, asked);
      return { id, organisation: await gateway.given.enterprise() };
    },
    startImport: delivery,
    undoImport: async () => {
      const id = await run();
      const key = id.replace(/^imp_/, '');
      await gateway.database.pool.query(
        `update import_run set state = 'DONE', ended_at = now() where id = $1`,
        [key],
      );
      return { run: id };
    },
    cancelImport: async () => ({ run: await run() }),
  };

  /** How many rows each table has, but for the one that holds what was refused. */
  const rowsOfAll = async () => {
    const { rows } = await gateway.database.pool.query<{ name: string; rows: string }>(`
      select table_name as name, (xpath('/row/n/text()', query_to_xml(
             format('select count(*) as n from %I', table_name), true, true, '')))[1]::text as rows
        from information_schema.tables
       where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'audit_entry'`);
    return Object.fromEntries(rows.map(({ name, rows: count }) => [name, count]));
  };
  const codesOf = ({ errors = [] }: Answer) => errors.map(({ extensions }) => extensions.code);
  const send = async ({ holding }: Slot, text: string, base: Input) => {
    const { query, variables } = holding(text);
    const { it: held } = variables as { it: Input };
    const response = await administrator.post({ query, variables: { it: { ...base, ...held } } });
    const answer = (await response.json()) as Answer;
    const isRefused = !answer.data || answer.data.found.userErrors.length > 0;
    return { codes: codesOf(answer), isRefused };
  };

  it('is tried in every mutation, in every place that takes one', () => {
    const mutations = Object.keys(schema.getMutationType()!.getFields());
    expect(Object.keys(taken).sort()).toEqual(mutations.sort());
    expect([...written.keys()].sort()).toEqual(mutations.sort());
    const names = [...written.values()].flat().map(({ name }) => name);
    expect(names).toContain('Mutation.createProject input startedOn earliest');
    expect(names).toContain('Mutation.recordTrip input units');
    expect(names.length).toBeGreaterThan(150);
  });

  it.each([...written])('is stored whole or not at all by %s', async (mutation, slots) => {
    // What each place is tried with would be taken, but for the text.
    const { userErrors } = await write(administrator, mutation, await taken[mutation]!(), '');
    expect(userErrors).toEqual([]);
    let base = await taken[mutation]!();
    let before = await rowsOfAll();
    for (const slot of slots) {
      for (const text of HOSTILE) {
        const { codes, isRefused } = await send(slot, text, base);
        const told = { place: slot.name, text, codes };
        expect({ ...told, strange: codes.filter((code) => code !== 'BAD_USER_INPUT') }).toEqual({
          ...told,
          strange: [],
        });
        if (isRefused) {
          expect({ ...told, rows: await rowsOfAll() }).toEqual({ ...told, rows: before });
        } else {
          base = await taken[mutation]!();
          before = await rowsOfAll();
        }
      }
      for (const [code, text] of TAKEN_NOWHERE) {
        const { codes } = await send(slot, text, base);
        expect({ place: slot.name, codes }).toEqual({ place: slot.name, codes: [code] });
      }
      expect({ place: slot.name, rows: await rowsOfAll() }).toEqual({
        place: slot.name,
        rows: before,
      });
    }
  });

  it('is stored as it came, where it is taken', async () => {
    for (const name of HOSTILE.filter((text) => text.trim() !== '' && !text.includes('\u202e'))) {
      const { enterprise } = await made('createEnterprise', { name }, 'enterprise { name }');
      expect(enterprise).toEqual({ name });
    }
  });

  it.each(followed.map((slot) => [slot.name, slot] as const))(
    'is followed by nobody: %s',
    async (_name, { holding }) => {
      const peer = await open(gateway);
      const authorization = `Bearer ${token}`;
      peer.say({ type: 'connection_init', payload: { authorization } });
      await until(() => peer.told.length > 0);
      for (const [index, text] of [...HOSTILE, ...TAKEN_NOWHERE.map(([, one]) => one)].entries()) {
        const { query, variables } = holding(text);
        const [first] = await peer.ask(`${index}`, query, variables);
        expect(first).toMatchObject({ type: 'error' });
        expect(first!.payload).toHaveLength(1);
        expect(first!.payload[0].extensions.code).toMatch(REFUSED);
      }
      expect(peer.ended).toBeUndefined();
      peer.ws.close();
    },
  );

  it('leaves the server alive', async () => {
    expect(await administrator.query('{ projects { totalCount } }')).toMatchObject({
      projects: { totalCount: expect.any(Number) },
    });
  });
});

/** What a follower can put right. */
const REFUSED = /^(BAD_USER_INPUT|CURSOR_MISMATCH|UNKNOWN_CODE|TEXT_TOO_LONG)$/;
