import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { overtake } from './held.ts';
import { type Asker, eventsOf, forbidden, write } from './writing.ts';

const audited = async (gateway: Gateway) => {
  const { rows } = await gateway.database.pool.query(
    `select operation, outcome, code, entity_type, entity_code, permission
       from audit_entry where operation <> 'token create' order by at`,
  );
  return rows as Record<string, unknown>[];
};

describe('what an officer of one district may write, where everybody may read', () => {
  let gateway: Gateway;
  let mine: string;
  let others: string;
  let officer: Asker;
  beforeAll(async () => {
    gateway = await startGateway();
    mine = await gateway.given.region();
    others = await gateway.given.region();
    officer = gateway.as(await gateway.keyFor({ role: 'DISTRICT_OFFICER', districts: [mine] }));
  });
  afterAll(() => gateway.close());

  it('is projects of the district, and none to another or from it', async () => {
    // given
    const { project } = await write(officer, 'createProject', { name: '本区', site: mine });
    const foreign = await gateway.given.project({ site: others });
    const homeless = await gateway.given.project();
    // then
    expect(project.code).toMatch(new RegExp(`^${mine}-`));
    for (const site of [others, null]) {
      expect(await forbidden(officer, 'createProject', { name: '外区', site })).toMatchObject({
        extensions: { code: 'FORBIDDEN', field: ['site'] },
      });
    }
    for (const code of [foreign, homeless]) {
      const error = await forbidden(officer, 'correctProject', { code, version: 1, name: '改' });
      expect(error).toMatchObject({ extensions: { code: 'FORBIDDEN', field: ['code'] } });
      expect(error.message).toContain(code);
    }
    for (const [code, site] of [
      [project.code, others],
      [foreign, mine],
    ]) {
      expect(
        await forbidden(officer, 'moveProjectToDistrict', { code, version: 1, site }),
      ).toMatchObject({ extensions: { code: 'FORBIDDEN' } });
    }
    expect(await eventsOf(gateway, foreign)).toHaveLength(1);
  });

  it('is nothing that the role has no permission for', async () => {
    const { project } = await write(officer, 'createProject', { name: '留下', site: mine });
    const input = { code: project.code, version: 1, reason: '不该' };
    const error = await forbidden(officer, 'withdrawProject', input);
    expect(error.extensions.code).toBe('FORBIDDEN');
    expect(error.message).toContain('project:withdraw');
    const { errors } = await gateway.request(
      `mutation { createProject(input: { name: "无名" }) { userErrors { code } } }`,
    );
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });
});

describe('what an officer of one district may know, where nobody may read without a name', () => {
  let gateway: Gateway;
  let mine: string;
  let others: string;
  let officer: Asker;
  let city: Asker;
  beforeAll(async () => {
    gateway = await startGateway({ env: { ANONYMOUS: 'off' } });
    mine = await gateway.given.region();
    others = await gateway.given.region();
    const keyOf = async (role: string, districts: 'ALL' | string[]) =>
      gateway.as(await gateway.keyFor({ role, districts }));
    officer = await keyOf('DISTRICT_OFFICER', [mine]);
    city = await keyOf('CITY_OFFICER', 'ALL');
  });
  afterAll(() => gateway.close());

  it('is not that a project is elsewhere: it is answered as one that never was', async () => {
    // given
    const site = others;
    await gateway.given.project({ code: 'hidden-one', site });
    await gateway.given.project({ code: `${mine}-own`, site: mine });
    const batch = await gateway.given.batch();
    const organisation = await gateway.given.enterprise();
    const mutations: Record<string, object> = {
      correctProject: { name: '改' },
      moveProjectToStage: { stage: 'LANDING' },
      moveProjectToDistrict: { site: mine },
      reportInvestment: { period: '2024', amount: '1' },
      attachProjectToBatch: { batch },
      detachProjectFromBatch: { batch },
      addProjectParticipant: { organisation, role: 'OWNER' },
      removeProjectParticipant: { organisation, role: 'OWNER' },
    };
    // then
    for (const [mutation, input] of Object.entries(mutations)) {
      const answers = await Promise.all(
        ['hidden-one', 'no-such-one'].map(async (code) =>
          JSON.stringify(await write(officer, mutation, { ...input, code, version: 1 })).replaceAll(
            code,
            'CODE',
          ),
        ),
      );
      expect(answers[0]).toContain('UNKNOWN_CODE');
      expect(answers[0]).toBe(answers[1]);
    }
    // by another field that names a project
    const named = await Promise.all(
      ['hidden-one', 'no-such-one'].map(async (predecessor) => {
        const input = { code: `${mine}-own`, version: 1, predecessor };
        const told = JSON.stringify(await write(officer, 'correctProject', input));
        return told.replaceAll(predecessor, 'CODE');
      }),
    );
    expect(named[0]).toContain('UNKNOWN_CODE');
    expect(named[0]).toBe(named[1]);
    expect(await eventsOf(gateway, 'hidden-one')).toHaveLength(1);
  });

  it('is not what became of a project that left his district while he waited for it', async () => {
    // given
    const code = `${mine}-leaving`;
    await gateway.given.project({ code, site: mine });
    // when: past the guards of the log, which would have to be told of it
    const leave = `
      set local session_replication_role = replica;
      update project
         set version = 2, name = '别区之事', district_id = (select id from region where code = '${others}')
       where code = '${code}'`;
    const answer = await overtake(gateway, leave, () =>
      write(officer, 'correctProject', { code, version: 1, name: '改' }),
    );
    // then
    expect(answer).toMatchObject({ project: null, userErrors: [{ code: 'UNKNOWN_CODE' }] });
    expect(JSON.stringify(answer)).not.toContain('别区之事');
  });

  it('is not which codes are taken elsewhere: he has those of his district', async () => {
    // given
    await gateway.given.project({ code: 'taken-elsewhere', site: others });
    const { project } = await write(city, 'createProject', {
      code: 'gone-elsewhere',
      name: '走',
      site: others,
    });
    await write<any>(
      city,
      'withdrawProject',
      { code: project.code, version: 1, reason: '退' },
      'withdrawal { code }',
    );
    // then
    for (const code of ['taken-elsewhere', 'gone-elsewhere', 'never-taken']) {
      const { userErrors } = await write(officer, 'createProject', {
        code,
        name: '试',
        site: mine,
      });
      expect(userErrors).toMatchObject([
        { code: 'CODE_OUT_OF_DISTRICT', field: ['input', 'code'] },
      ]);
    }
    const own = await write(officer, 'createProject', {
      code: `${mine}-second`,
      name: '自己的',
      site: mine,
    });
    expect(own).toMatchObject({ project: { code: `${mine}-second` }, userErrors: [] });
  });

  it('leaves what another district has beside what he withdraws, and hides that it does', async () => {
    // given: a first phase here, the second in the other district
    await gateway.database.pool.query(
      `insert into role (code, name, permissions)
       values ('WITHDRAWER', '退库', '{graph:read,project:write,project:withdraw}')`,
    );
    const clerk = gateway.as(await gateway.keyFor({ role: 'WITHDRAWER', districts: [mine] }));
    const code = await gateway.given.project({ site: mine });
    await gateway.given.project({ code: 'second-elsewhere', site: others, predecessor: code });
    // when
    const input = { code, version: 1, reason: '停建' };
    const answer = await write<any>(clerk, 'withdrawProject', input, 'withdrawal { code }');
    // then
    expect(answer).toEqual({ withdrawal: { code }, userErrors: [] });
    expect((await eventsOf(gateway, 'second-elsewhere')).at(-1)!.kind).toBe(
      'PREDECESSOR_WITHDRAWN',
    );
    const restore = { code, version: 2 };
    expect(await write(clerk, 'restoreProject', restore)).toMatchObject({
      project: { version: 3 },
    });
    const neighbour = gateway.as(await gateway.keyFor({ role: 'WITHDRAWER', districts: [others] }));
    await write<any>(clerk, 'withdrawProject', { ...input, version: 3 }, 'withdrawal { code }');
    const { withdrawnProject } = await neighbour.query(
      `{ withdrawnProject(code: "${code}") { code } }`,
    );
    expect(withdrawnProject).toBeNull();
    expect(
      (await write(neighbour, 'restoreProject', { code, version: 4 })).userErrors,
    ).toMatchObject([{ code: 'UNKNOWN_CODE' }]);
  });

  it('is not that what was restored has gone to another district since', async () => {
    // given
    const code = `${mine}-restored`;
    await gateway.given.project({ code, site: mine });
    await write(city, 'withdrawProject', { code, version: 1, reason: '退' }, 'withdrawal { code }');
    await write(city, 'restoreProject', { code, version: 2 });
    await write(city, 'moveProjectToDistrict', { code, version: 3, site: others });
    const clerk = gateway.as(await gateway.keyFor({ role: 'CITY_OFFICER', districts: [mine] }));
    // when
    const [gone, never] = await Promise.all(
      [code, 'no-such-one'].map(async (asked) =>
        JSON.stringify(
          await write(clerk, 'restoreProject', { code: asked, version: 2 }),
        ).replaceAll(asked, 'CODE'),
      ),
    );
    // then
    expect(gone).toContain('UNKNOWN_CODE');
    expect(gone).toBe(never);
  });

  it('stands in the audit: what was done, what failed, and what was refused', async () => {
    // given
    const before = (await audited(gateway)).length;
    // Whose first submission also makes the document of them; the line is about the project.
    const key = await gateway.keyFor({ role: 'DISTRICT_OFFICER', districts: [mine] });
    const officer = gateway.as(key);
    // when
    const { project } = await write(officer, 'createProject', { name: '审计', site: mine });
    await write(officer, 'correctProject', { code: project.code, version: 1, name: ' ' });
    await forbidden(officer, 'createProject', { name: '外区', site: others });
    await forbidden(officer, 'withdrawProject', { code: project.code, version: 1, reason: '退' });
    // then
    expect((await audited(gateway)).slice(before)).toMatchObject([
      {
        operation: 'createProject',
        outcome: 'DONE',
        code: null,
        entity_type: 'project',
        entity_code: project.code,
      },
      {
        operation: 'correctProject',
        outcome: 'FAILED',
        code: 'BAD_USER_INPUT',
        entity_code: project.code,
      },
      { operation: 'createProject', outcome: 'REFUSED', code: 'FORBIDDEN', entity_code: null },
      {
        operation: 'withdrawProject',
        outcome: 'REFUSED',
        permission: 'project:withdraw',
        entity_code: project.code,
      },
    ]);
  });
});
