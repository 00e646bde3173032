import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import {
  Organisation,
  OrganisationAlias,
} from '../../src/modules/enterprise/organisation.entity.ts';
import { recordStatus } from '../../src/modules/project/project.commands.ts';
import { unknownDate } from '../../src/modules/source/dated.entity.ts';
import { command } from '../../src/request/command.ts';
import { buildSearch, keepSearchBuilt } from '../../src/search/build.ts';
import { searchables } from '../../src/search/searchable.ts';
import { CITY_TEMPLATE, DOCUMENTS_TEMPLATE } from '../support/databases.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { until } from '../support/until.ts';
import { searchIn } from './searching.ts';

const all = [...searchables().values()];

/** Every row of the index as a text, but for the number that it was written as. */
async function indexOf({ database }: Gateway): Promise<string[]> {
  const { rows } = await sql<{ row: string }>`
    select (to_jsonb(search_name) - 'id')::text as row from search_name order by row`.execute(
    database.kysely,
  );
  return rows.map(({ row }) => row);
}

async function rebuild({ database }: Gateway): Promise<void> {
  const client = await database.pool.connect();
  await client.query('begin');
  await buildSearch(client, database.kysely, all);
  await client.query('commit');
  client.release();
}

const indexNames = (gateway: Gateway, name = 'search_name') =>
  sql<{ definition: string }>`
    select pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid = ${name}::regclass order by 1`
    .execute(gateway.database.kysely)
    .then(({ rows }) => rows);

const renamed = command(async ({ em, record }, { code, name }: { code: string; name: string }) => {
  const organisation = await em.findOneOrFail(Organisation, { code });
  em.assign(organisation, { name });
  record('ORGANISATION_RENAMED', organisation);
});

const removed = command(async ({ em, record }, { code }: { code: string }) => {
  const organisation = await em.findOneOrFail(Organisation, { code });
  em.remove(organisation);
  record('ORGANISATION_REMOVED', organisation);
});

const aliasMoved = command(
  async ({ em, record }, { alias: name, to }: { alias: string; to: string }) => {
    const alias = await em.findOneOrFail(
      OrganisationAlias,
      { name },
      { populate: ['organisation'] },
    );
    const [from, owner] = [
      alias.organisation.getEntity(),
      await em.findOneOrFail(Organisation, { code: to }),
    ];
    em.assign(alias, { organisation: owner });
    record('ORGANISATION_ALIAS_LEFT', from);
    record('ORGANISATION_ALIASED', owner);
  },
);

const aliasRemoved = command(async ({ em, record }, { alias: name }: { alias: string }) => {
  const alias = await em.findOneOrFail(OrganisationAlias, { name }, { populate: ['organisation'] });
  em.remove(alias);
  record('ORGANISATION_ALIAS_REMOVED', alias.organisation.getEntity());
});

describe('the search index', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway({ template: DOCUMENTS_TEMPLATE });
  });
  afterAll(() => gateway.close());
  const namesBy = async (text: string) =>
    (await searchIn(gateway, text)).nodes.map(({ name }) => name);

  it('moves with a name', async () => {
    // given
    const code = await gateway.given.enterprise({ name: '麒麟芯片' });
    expect(await namesBy('麒麟')).toEqual(['麒麟芯片']);
    // when
    await gateway.run(renamed, { code, name: '貔貅芯片' });
    // then
    expect(await namesBy('麒麟')).toEqual([]);
    expect(await namesBy('qilin')).toEqual([]);
    expect(await namesBy('貔貅')).toEqual(['貔貅芯片']);
  });

  it('moves with an alias, also to another owner', async () => {
    // given
    const first = await gateway.given.enterprise({ name: '饕餮餐饮' });
    const second = await gateway.given.enterprise({ name: '穷奇物流' });
    await gateway.given.enterpriseAlias(first, '梼杌');
    expect(await namesBy('梼杌')).toEqual(['饕餮餐饮']);
    // when, then
    await gateway.run(aliasMoved, { alias: '梼杌', to: second });
    expect(await namesBy('梼杌')).toEqual(['穷奇物流']);
    await gateway.run(aliasRemoved, { alias: '梼杌' });
    expect(await namesBy('梼杌')).toEqual([]);
  });

  it('forgets what is gone', async () => {
    const code = await gateway.given.enterprise({ name: '狴犴律所' });
    await gateway.run(removed, { code });
    expect(await namesBy('狴犴')).toEqual([]);
  });

  it('keeps nothing of a command that failed', async () => {
    const failed = command(async (context, { code }: { code: string }) => {
      await renamed(context, { code, name: '螭吻建筑' });
      await context.em.flush();
      throw new Error('on purpose');
    });
    const code = await gateway.given.enterprise({ name: '睚眦刀具' });
    await expect(gateway.run(failed, { code })).rejects.toThrow('on purpose');
    expect(await namesBy('螭吻')).toEqual([]);
    expect(await namesBy('睚眦')).toEqual(['睚眦刀具']);
  });

  it('costs a command that changes no name no statement', async () => {
    const evidence = await gateway.given.evidence();
    const project = await gateway.given.project({ name: '嘲风项目' });
    await gateway.run(recordStatus, { project, status: 'STARTED', asOf: unknownDate, evidence });
    expect(gateway.sql.statements.filter((text) => text.includes('search_name'))).toEqual([]);
    expect(await namesBy('嘲风')).toEqual(['嘲风项目']);
  });

  it('is what commands made of it when it is written anew', async () => {
    const kept = await indexOf(gateway);
    expect(kept.length).toBeGreaterThan(150);
    const indexes = await indexNames(gateway);
    await rebuild(gateway);
    expect(await indexOf(gateway)).toEqual(kept);
    expect(await indexNames(gateway)).toEqual(indexes);
  });
});

describe('a database that was filled before there was a search index', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway({
      template: CITY_TEMPLATE,
      env: { LOCK_TIMEOUT_MS: '60000', STATEMENT_TIMEOUT_MS: '60000' },
    });
  });
  afterAll(() => gateway.close());

  it('has all of it written at the next start, once, whoever starts at the same time', async () => {
    // given
    const { pool } = gateway.database;
    const whole = await indexOf(gateway);
    await pool.query('truncate search_name');
    await pool.query('update search_edition set edition = 0');
    // when
    let written = 0;
    const start = () => keepSearchBuilt(gateway.database, all, (names) => (written += names));
    await Promise.all([start(), start(), start()]);
    await start();
    // then
    const { rows } = await pool.query<{ owners: number }>(
      'select count(distinct owner_id)::int as owners from search_name',
    );
    expect(written).toBe(rows[0]?.owners);
    expect(await indexOf(gateway)).toEqual(whole);
  });

  it('loses no name that is written meanwhile', async () => {
    // given: a build that holds the index, and a command that waits for it
    const { pool } = gateway.database;
    const client = await pool.connect();
    await client.query('begin');
    await client.query('lock table search_name in access exclusive mode');
    const code = gateway.given.enterprise({ name: '狻猊香炉' });
    await until(async () => {
      const { rows } = await pool.query<{ waits: boolean }>(
        `select exists (select from pg_locks
                         where relation = 'search_name'::regclass and not granted) as waits`,
      );
      return rows[0]?.waits === true;
    });
    // when
    await buildSearch(client, gateway.database.kysely, all);
    await client.query('commit');
    client.release();
    await code;
    // then
    const { nodes } = await searchIn(gateway, '狻猊');
    expect(nodes.map(({ name }) => name)).toEqual(['狻猊香炉']);
  });

  it('stays as it was when the writing fails', async () => {
    const whole = await indexOf(gateway);
    await gateway.database.pool.query('update search_edition set edition = 0');
    const giveUp = () => {
      throw new Error('on purpose');
    };
    await expect(keepSearchBuilt(gateway.database, all, giveUp)).rejects.toThrow('on purpose');
    expect(await indexOf(gateway)).toEqual(whole);
  });
});
