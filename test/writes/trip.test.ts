import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { overtake } from './held.ts';
import { type Asker, eventsOf, startWithOfficer, write } from './writing.ts';

const TRIP = `trip { code version kind name organiser { code } event { code } units { code } unitsComplete
  destinations { code } destinationsComplete departedOn { earliest latest certainty } }`;
const LEAD = `lead { code version name nameEn organisation { code } project { code } trip { code }
  notedOn { earliest certainty } }`;

let gateway: Gateway;
let officer: Asker;
beforeAll(async () => {
  ({ gateway, officer } = await startWithOfficer({ env: { LOG_LEVEL: 'error' } }));
});
afterAll(() => gateway.close());

const send = (mutation: string, input: object, shows: string, asker = officer) =>
  write<any>(asker, mutation, input, shows);
const last = async (code: string, table = 'promotion_trip') =>
  (await eventsOf(gateway, code, table)).slice(-1)[0]!;

describe('a trip', () => {
  const record = (input: object = {}) =>
    send('recordTrip', { kind: 'OVERSEAS', name: '赴日招商', ...input }, TRIP);
  const correct = (input: object) => send('correctTrip', input, TRIP);

  it('is recorded with who went and where to, as two sets', async () => {
    // given
    const units = [await gateway.given.region(), await gateway.given.region()];
    const place = await gateway.given.destination();
    const organiser = await gateway.given.enterprise();
    const event = await gateway.given.event({ kinds: ['DEPARTURE'] });
    // when
    const { trip, userErrors } = await record({
      code: 'to-japan',
      organiser,
      event,
      units: [...units, units[0]],
      unitsComplete: true,
      destinations: [place],
      departedOn: { earliest: '2024-02-06' },
    });
    // then
    expect(userErrors).toEqual([]);
    expect(trip).toEqual({
      code: 'to-japan',
      version: 1,
      kind: 'OVERSEAS',
      name: '赴日招商',
      organiser: { code: organiser },
      event: { code: event },
      units: units.map((code) => ({ code })),
      unitsComplete: true,
      destinations: [{ code: place }],
      destinationsComplete: false,
      departedOn: { earliest: '2024-02-06', latest: '2024-02-06', certainty: 'STATED' },
    });
    const { kind, changes } = await last('to-japan');
    expect(kind).toBe('TRIP_RECORDED');
    expect(changes.filter(({ field }) => field === 'promotionTripUnit')).toHaveLength(2);
    const { search } = await gateway.query(
      '{ search(text: "furi", types: [PROMOTION_TRIP]) { nodes { name } } }',
    );
    expect(search.nodes).toEqual([{ name: '赴日招商' }]);
  });

  it('is put right: what is left out stays, null clears, a list takes the place of the last', async () => {
    // given
    const [first, second, third] = [
      await gateway.given.region(),
      await gateway.given.region(),
      await gateway.given.region(),
    ];
    const place = await gateway.given.destination();
    await record({
      code: 'to-correct',
      units: [first, second],
      destinations: [place],
      departedOn: { earliest: '2024-02-06' },
    });
    // when
    const { trip, userErrors } = await correct({
      code: 'to-correct',
      version: 1,
      kind: 'DOMESTIC',
      units: [second, third],
      destinations: null,
      departedOn: null,
    });
    // then
    expect(userErrors).toEqual([]);
    expect(trip).toMatchObject({
      version: 2,
      kind: 'DOMESTIC',
      name: '赴日招商',
      units: [{ code: second }, { code: third }],
      destinations: [],
      departedOn: { earliest: null, certainty: 'UNKNOWN' },
    });
    const { kind, changes } = await last('to-correct');
    expect(kind).toBe('TRIP_CORRECTED');
    const rows = changes.filter(({ field }) => field === 'promotionTripUnit');
    expect(rows.map(({ before, after }) => [before !== null, after !== null])).toEqual(
      expect.arrayContaining([
        [true, false],
        [false, true],
      ]),
    );
    expect(rows).toHaveLength(2);
    // when
    const same = await correct({ code: 'to-correct', version: 2, units: [third, second] });
    // then
    expect(same).toMatchObject({ trip: { version: 2 }, userErrors: [] });
  });

  it('is recorded once for one key', async () => {
    const input = { code: 'once', idempotencyKey: 'trip-once' };
    const answers = await Promise.all([record(input), record(input)]);
    expect(answers.map(({ trip }) => trip?.version)).toEqual([1, 1]);
    const other = await record({ ...input, name: '别的' });
    expect(other.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED' }]);
  });

  it('conflicts with whoever was faster, and tells both sides', async () => {
    // given
    const [one, other] = [await gateway.given.region(), await gateway.given.region()];
    await record({ code: 'contested', units: [one] });
    await correct({ code: 'contested', version: 1, units: [other], unitsComplete: true });
    // when
    const { trip, userErrors } = await correct({ code: 'contested', version: 1, units: [one] });
    // then
    expect(trip).toBeNull();
    expect(userErrors).toMatchObject([
      {
        code: 'VERSION_CONFLICT',
        currentVersion: 2,
        conflicts: [{ field: 'units', yours: `["${one}"]`, current: `["${other}"]` }],
      },
    ]);
  });

  it.each([
    ['a unit that is not there', { units: ['999997'] }, 'UNKNOWN_CODE', ['units']],
    ['a place that is not there', { destinations: ['none'] }, 'UNKNOWN_CODE', ['destinations']],
    ['an event that is no departure', { event: 'visit' }, 'NOT_A_DEPARTURE', ['event']],
    ['an organiser that is not there', { organiser: 'none' }, 'UNKNOWN_CODE', ['organiser']],
    [
      'a day that ends before it begins',
      { departedOn: { earliest: '2024-02-06', latest: '2024-02-05' } },
      'BAD_USER_INPUT',
      ['departedOn', 'latest'],
    ],
    ['a blank name', { name: ' ' }, 'BAD_USER_INPUT', ['name']],
    ['a code with blanks', { code: 'a b' }, 'BAD_USER_INPUT', ['code']],
  ])('is refused with %s', async (_what, input, code, field) => {
    const event = await gateway.given.event({ kinds: ['VISIT'] });
    expect(await record({ ...input, ...('event' in input && { event }) })).toMatchObject({
      trip: null,
      userErrors: [{ code, field: ['input', ...field] }],
    });
  });

  it('is written by whoever has trip:write alone', async () => {
    const district = await gateway.given.region();
    const key = { role: 'DISTRICT_OFFICER', districts: [district] };
    const { errors } = await gateway
      .as(await gateway.keyFor(key))
      .request('mutation { recordTrip(input: { kind: DOMESTIC, name: "x" }) { trip { code } } }');
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', permission: 'trip:write' } }]);
  });
});

describe('a lead', () => {
  const record = async (input: object = {}) =>
    send('recordLead', { trip: await gateway.given.trip(), name: '电池厂意向', ...input }, LEAD);
  const correct = (input: object) => send('correctLead', input, LEAD);
  const turn = (input: object, asker = officer) =>
    send(
      'turnLeadIntoProject',
      { name: '电池厂', ...input },
      `${LEAD} project { code version }`,
      asker,
    );

  it('is recorded, told by its trip, and found by pinyin', async () => {
    // given
    const [trip, organisation] = [await gateway.given.trip(), await gateway.given.enterprise()];
    // when
    const { lead, userErrors } = await record({
      trip,
      code: 'battery',
      organisation,
      notedOn: { earliest: '2024-03-01' },
    });
    // then
    expect(userErrors).toEqual([]);
    expect(lead).toEqual({
      code: 'battery',
      version: 1,
      name: '电池厂意向',
      nameEn: null,
      organisation: { code: organisation },
      project: null,
      trip: { code: trip },
      notedOn: { earliest: '2024-03-01', certainty: 'STATED' },
    });
    expect(await last(trip)).toMatchObject({
      kind: 'LEAD_RECORDED',
      changes: [{ field: 'promotionLead', before: null, after: { code: 'battery' } }],
    });
    const { search } = await gateway.query(
      '{ search(text: "dianchichang", types: [LEAD]) { nodes { name } } }',
    );
    expect(search.nodes).toEqual([{ name: '电池厂意向' }]);
  });

  it('is put right, and taken from one project to another, which both are told', async () => {
    // given
    const [from, to] = [await gateway.given.project(), await gateway.given.project()];
    const { lead } = await record({ project: from });
    expect(await last(from, 'project')).toMatchObject({ kind: 'LEAD_RECORDED' });
    // when
    const { lead: moved } = await correct({ code: lead.code, version: 1, project: to });
    // then
    expect(moved).toMatchObject({ version: 2, project: { code: to } });
    for (const project of [from, to]) {
      expect(await last(project, 'project')).toMatchObject({
        kind: 'LEAD_CORRECTED',
        changes: [{ field: 'lead' }],
      });
    }
    // when
    const { lead: renamed } = await correct({ code: lead.code, version: 2, name: '新意向' });
    // then
    expect(renamed).toMatchObject({ version: 3, name: '新意向', project: { code: to } });
    expect(await eventsOf(gateway, to, 'project')).toHaveLength(3);
    expect(await eventsOf(gateway, from, 'project')).toHaveLength(3);
    // when
    const same = await correct({ code: lead.code, version: 3, name: '新意向' });
    // then
    expect(same).toMatchObject({ lead: { version: 3 }, userErrors: [] });
  });

  it('becomes a project, told by the trip and by the project in one transaction', async () => {
    // given
    const [trip, site] = [await gateway.given.trip(), await gateway.given.region()];
    const { lead } = await record({ trip });
    // when
    const answer = await turn({
      lead: lead.code,
      version: 1,
      code: 'battery-plant',
      site,
      stage: 'LANDING',
    });
    // then
    expect(answer).toMatchObject({
      lead: { version: 2, project: { code: 'battery-plant' } },
      project: { code: 'battery-plant' },
      userErrors: [],
    });
    expect(await last(trip)).toMatchObject({
      kind: 'LEAD_BECAME_PROJECT',
      changes: [{ field: 'promotionLead', after: { revision: 2 } }],
    });
    const told = await eventsOf(gateway, 'battery-plant');
    expect(told.map(({ kind, version }) => [kind, version])).toEqual([
      ['PROJECT_CREATED', 1],
      ['LEAD_BECAME_PROJECT', 2],
    ]);
    expect(told[1]!.changes).toMatchObject([{ field: 'lead', after: { code: lead.code } }]);
    expect(answer.project.version).toBe(2);
  });

  it('becomes one project, also when two turn it at once, and for one key', async () => {
    // given
    const { lead } = await record();
    const input = { lead: lead.code, version: 1 };
    // when
    const raced = await Promise.all([
      turn({ ...input, code: 'raced-one', idempotencyKey: 'turn-one' }),
      turn({ ...input, code: 'raced-two', idempotencyKey: 'turn-two' }),
    ]);
    // then
    const [lost] = raced.filter(({ project }) => !project);
    const [won] = raced.filter(({ project }) => project);
    expect(lost.userErrors).toMatchObject([{ code: 'VERSION_CONFLICT', currentVersion: 2 }]);
    const made = ['raced-one', 'raced-two'].map((code) =>
      gateway.query('query ($code: String!) { project(code: $code) { code } }', { code }),
    );
    expect((await Promise.all(made)).filter(({ project }) => project)).toHaveLength(1);
    // when
    const again = await turn({
      ...input,
      code: won.project.code,
      idempotencyKey: won.project.code === 'raced-one' ? 'turn-one' : 'turn-two',
    });
    const second = await turn({ ...input, version: 2 });
    // then
    expect(again).toMatchObject({ project: { code: won.project.code }, userErrors: [] });
    expect(second).toMatchObject({
      lead: null,
      project: null,
      userErrors: [{ code: 'LEAD_HAS_PROJECT', field: ['input', 'lead'] }],
    });
    expect(second.userErrors[0].message).toContain(`"${won.project.code}"`);
  });

  it('is not turned on what it was before its writer had to wait', async () => {
    const { lead } = await record();
    const answer = await overtake(
      gateway,
      `update promotion_lead set revision = 2 where code = '${lead.code}'`,
      () => turn({ lead: lead.code, version: 1 }),
    );
    expect(answer.userErrors).toMatchObject([{ code: 'VERSION_CONFLICT', currentVersion: 2 }]);
  });

  it('stays what it was where its project is refused', async () => {
    // given
    const taken = await gateway.given.project();
    const { lead } = await record();
    // when
    const { userErrors } = await turn({ lead: lead.code, version: 1, code: taken });
    // then
    expect(userErrors).toMatchObject([{ code: 'CODE_TAKEN', field: ['input', 'code'] }]);
    const { search } = await gateway.query(
      'query ($code: String!) { search(text: $code) { nodes { node { ... on Lead { version project { code } } } } } }',
      { code: lead.code },
    );
    expect(search.nodes).toEqual([{ node: { version: 1, project: null } }]);
  });

  it('conflicts with whoever was faster, and tells both sides', async () => {
    const { lead } = await record();
    await correct({ code: lead.code, version: 1, nameEn: 'Plant' });
    const late = await correct({
      code: lead.code,
      version: 1,
      nameEn: 'Works',
      name: '电池厂意向',
    });
    expect(late.userErrors).toMatchObject([
      {
        code: 'VERSION_CONFLICT',
        conflicts: [{ field: 'nameEn', yours: 'Works', current: 'Plant' }],
      },
    ]);
  });

  it.each([
    ['of an unknown trip', { trip: 'none' }, 'UNKNOWN_CODE', 'trip'],
    ['about somebody unknown', { organisation: 'none' }, 'UNKNOWN_CODE', 'organisation'],
    ['of an unknown project', { project: 'none' }, 'UNKNOWN_CODE', 'project'],
    ['without a name', { name: '　' }, 'BAD_USER_INPUT', 'name'],
  ])('is refused: one %s', async (_what, input, code, field) => {
    expect(await record(input)).toMatchObject({
      lead: null,
      userErrors: [{ code, field: ['input', field] }],
    });
  });

  it('is unknown by a code that is none', async () => {
    for (const answer of [
      await correct({ code: 'none', version: 1 }),
      await turn({ lead: 'none', version: 1 }),
    ]) {
      expect(answer.userErrors).toMatchObject([{ code: 'UNKNOWN_CODE' }]);
    }
  });
});

describe('what a scope hides, where nobody is anonymous', () => {
  let closed: Gateway;
  let local: Asker;
  let mine: string;
  let hidden: string;
  let trip: string;
  beforeAll(async () => {
    closed = await startGateway({ env: { LOG_LEVEL: 'error', ANONYMOUS: 'off' } });
    mine = await closed.given.region();
    hidden = await closed.given.project({ site: await closed.given.region() });
    trip = await closed.given.trip({ leads: [{ project: hidden }] });
    await closed.database.pool.query(
      `insert into role (code, name, permissions)
       values ('LOCAL_PROMOTER', '区招商员', '{graph:read,trip:write,chain:write,project:write}')`,
    );
    const key = { role: 'LOCAL_PROMOTER', districts: [mine] };
    local = closed.as(await closed.keyFor(key));
  });
  afterAll(() => closed.close());

  const fault = async (mutation: string, input: object, shows: string) => {
    const { userErrors } = await send(mutation, input, shows, local);
    expect(userErrors).toHaveLength(1);
    return userErrors[0] as { code: string; message: string };
  };
  const row = async (table: string, column = 'id') => {
    const { rows } = await closed.database.pool.query(`select ${column} as value from ${table}`);
    return String(rows[0].value);
  };

  it('is unknown to leads, in the same words as what is not there', async () => {
    const code = await row('promotion_lead', 'code');
    for (const [mutation, field] of [
      ['correctLead', 'code'],
      ['turnLeadIntoProject', 'lead'],
    ] as const) {
      const rest = mutation === 'correctLead' ? {} : { name: 'x', site: mine };
      const [seen, none] = [
        await fault(mutation, { [field]: code, version: 9, ...rest }, 'lead { code }'),
        await fault(mutation, { [field]: 'none', version: 9, ...rest }, 'lead { code }'),
      ];
      expect(seen).toEqual({ ...none, message: none.message.replace('none', code) });
      expect(seen.code).toBe('UNKNOWN_CODE');
    }
    const named = await fault('recordLead', { trip, name: 'x', project: hidden }, 'lead { code }');
    expect(named.code).toBe('UNKNOWN_CODE');
    const probed = await fault('recordLead', { trip, name: 'x', code }, 'lead { code }');
    const free = await fault('recordLead', { trip, name: 'x', code: 'free' }, 'lead { code }');
    expect(probed).toEqual(free);
  });

  it('is unknown to places in chains, in the same words as what is not there', async () => {
    // given
    const chain = await closed.given.chain();
    await closed.given.place({ chain, project: hidden });
    const id = `cpl_${await row('chain_place')}`;
    const none = 'cpl_00000000-0000-4000-8000-000000000000';
    // then
    for (const mutation of ['correctChainPlace', 'leaveChainPlace']) {
      const shows = mutation === 'correctChainPlace' ? 'place { id }' : 'chain { code }';
      const [seen, unseen] = [
        await fault(mutation, { id, version: 9 }, shows),
        await fault(mutation, { id: none, version: 9 }, shows),
      ];
      expect(seen).toEqual({ ...unseen, message: unseen.message.replace(none, id) });
      expect(seen.code).toBe('UNKNOWN_ID');
    }
    const taken = await fault('takeChainPlace', { chain, project: hidden }, 'place { id }');
    expect(taken.message).toBe(`There is no project with the code "${hidden}".`);
  });

  it('lets a lead become a project in one’s own district', async () => {
    // given
    const { lead } = await send('recordLead', { trip, name: '本区意向' }, 'lead { code }', local);
    const input = { lead: lead.code, version: 1, name: '本区项目', site: mine };
    // when
    const { project, userErrors } = await send(
      'turnLeadIntoProject',
      input,
      'project { district { code } }',
      local,
    );
    // then
    expect(userErrors).toEqual([]);
    expect(project).toEqual({ district: { code: mine } });
  });
});
