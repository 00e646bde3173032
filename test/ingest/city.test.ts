import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Database, openDatabase } from '../../src/db/database.ts';
import { CITY_TABLES } from '../../src/ingest/city/city.ts';
import { creditCode } from '../../src/ingest/city/credit-code.ts';
import { type CityOptions, generateCity } from '../../src/ingest/city/generate-city.ts';
import { createDatabase } from '../support/databases.ts';
import { until } from '../support/until.ts';

const WAITS = { pool: 10_000, statement: 30_000, lock: 10_000, idleInTransaction: 10_000 };
const SMALL = { projects: 50, enterprises: 80, seed: 7 };
const MARKED = /〔合成〕$|\(synthetic\)$/;

interface EmptyDatabase {
  readonly database: Database;
  readonly drop: () => Promise<void>;
}

async function emptyDatabase(): Promise<EmptyDatabase> {
  const created = await createDatabase();
  const { connection } = created;
  const database = await openDatabase({ connection, entities: [], waits: WAITS, poolSize: 3 });
  return { database, drop: () => database.close().then(() => created.drop()) };
}

async function inEmptyDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const { database, drop } = await emptyDatabase();
  return work(database).finally(drop);
}

async function rowsOf<T extends object>({ pool }: Database, query: string): Promise<T[]> {
  return (await pool.query<T>(query)).rows;
}

/** How often something is so, as the first column of the first row. */
async function count(database: Database, query: string): Promise<number> {
  const [row = {}] = await rowsOf(database, query);
  return Number(Object.values(row)[0]);
}

/** Every table as one checksum over the text of its rows. */
async function checksums(database: Database): Promise<string> {
  const tables = [...CITY_TABLES, 'chain_supplier'].map(
    (
      name,
    ) => `select '${name}' as name, md5(string_agg(city::text, E'\\n' order by city::text collate "C"))
                 from ${name} as city`,
  );
  return JSON.stringify(await rowsOf(database, `${tables.join(' union all ')} order by name`));
}

const cityOf = (options: CityOptions) =>
  inEmptyDatabase(async (database) => {
    await generateCity(database, options);
    return checksums(database);
  });

/** What an empty database holds, and the epoch of its log. */
const holdings = async (database: Database) => ({
  rows: await count(
    database,
    `select ${[...CITY_TABLES, 'chain_supplier'].map((name) => `(select count(*) from ${name})`).join(' + ')}`,
  ),
  epochs: await rowsOf(database, 'select epoch, position from event_head'),
});

describe('a synthetic city', () => {
  let city: EmptyDatabase;
  const told: { done: number; total: number }[] = [];
  const some = <T extends object>(query: string) => rowsOf<T>(city.database, query);
  const howMany = (query: string) => count(city.database, query);

  beforeAll(async () => {
    city = await emptyDatabase();
    await generateCity(city.database, {
      ...{ projects: 400, enterprises: 600, seed: 1 },
      onProgress: (progress) => told.push(progress),
    });
  });
  afterAll(() => city.drop());

  it('fills every table', async () => {
    for (const table of [...CITY_TABLES, 'chain_supplier']) {
      expect([table, await howMany(`select count(*) from ${table}`)]).not.toEqual([table, 0]);
    }
  });

  it('tells how far it is, up to the end', () => {
    const steps = told.map(({ done }) => done);
    expect(steps).toEqual(steps.toSorted((one, other) => one - other));
    expect(told.at(-1)!.done).toBe(told.at(-1)!.total);
  });

  it('has the projects and enterprises that were asked for', async () => {
    expect(await howMany('select count(*) from project')).toBe(400);
    expect(
      await howMany(`select count(*) from organisation
                      where kind in ('ENTERPRISE', 'PLATFORM_COMPANY', 'FINANCIAL')`),
    ).toBe(600);
  });

  it('says of every name and title that it is synthetic', async () => {
    const columns = await some<{ table_name: string; column_name: string }>(`
      select table_name, column_name
        from information_schema.columns
       where table_schema = 'public'
         and table_name in (${CITY_TABLES.map((name) => `'${name}'`).join(', ')})
         and column_name ~ '^(name|title)(_|$)|^(theme|location_text|venue)$'`);
    expect(columns.length).toBeGreaterThan(40);
    for (const { table_name, column_name } of columns) {
      const names = await some<{ name: string }>(
        `select distinct ${column_name}::text as name from ${table_name} where ${column_name} is not null`,
      );
      expect(names.filter(({ name }) => !MARKED.test(name))).toEqual([]);
    }
    const aliases = await some<{ value: string }>(
      `select value from region_alias where scheme = 'NAME'`,
    );
    expect(aliases.filter(({ value }) => !MARKED.test(value))).toEqual([]);
  });

  it('stands in one source, which is synthetic', async () => {
    expect(await some('select code, kind from source_document')).toEqual([
      { code: 'SYNTHETIC-CITY', kind: 'SYNTHETIC' },
    ]);
  });

  it('has at least 300 suppliers of the chain of BYD, in at least twelve districts and zones', async () => {
    const [chain] = await some<object>(`
      select industry_chain.name, organisation.code as anchor, organisation.name as anchor_name
        from industry_chain join organisation on organisation.id = anchor_id
       where industry_chain.code = 'byd'`);
    expect(chain).toEqual({
      name: '比亚迪链〔合成〕',
      anchor: 'byd',
      anchor_name: expect.stringMatching(MARKED),
    });
    const [reporting] = await some<{ suppliers: number; districts: number }>(`
      select count(distinct organisation_id)::int as suppliers, count(distinct district_id)::int as districts
        from chain_supplier join industry_chain on industry_chain.id = chain_id
       where code = 'byd' and partition = 'REPORTING_UNIT'`);
    expect(reporting?.suppliers).toBeGreaterThanOrEqual(300);
    expect(reporting?.districts).toBeGreaterThanOrEqual(12);
  });

  it('knows suppliers of BYD by every basis, in three tiers, at every position but the anchor', async () => {
    expect(
      await some(`
        select array_agg(distinct basis order by basis) as bases
          from chain_supplier join industry_chain on industry_chain.id = chain_id where code = 'byd'`),
    ).toEqual([{ bases: ['PROJECT_SITE', 'REGISTERED_OFFICE', 'SUPPLY_SITE', 'UNKNOWN'] }]);
    const supplies = `chain_supply
      join chain_node on chain_node.id = node_id
      join industry_chain on industry_chain.id = chain_supply.chain_id and code = 'byd'`;
    expect(
      await some(`
        select array_agg(distinct tier order by tier) as tiers,
               array_agg(distinct position order by position) as positions
          from ${supplies}`),
    ).toEqual([
      { tiers: [1, 2, 3], positions: ['DOWNSTREAM', 'MIDSTREAM', 'SUPPORTING', 'UPSTREAM'] },
    ]);
    expect(
      await howMany(`
        select count(*)
          from ${supplies}
         where customer_id is not null
           and not case tier when 1 then customer_id = anchor_id
                             else exists (select from chain_supply as before
                                           where before.chain_id = chain_supply.chain_id
                                             and before.supplier_id = chain_supply.customer_id
                                             and before.tier = chain_supply.tier - 1) end`),
    ).toBe(0);
  });

  it('has the suppliers that the triggers would have made', async () => {
    const columns = 'chain_id, partition, district_id, organisation_id, name, basis, by_supply';
    for (const [left, right] of [
      ['chain_supplier', 'chain_supplier_now'],
      ['chain_supplier_now', 'chain_supplier'],
    ] as const) {
      expect(
        await some(`select ${columns} from ${left} except all select ${columns} from ${right}`),
      ).toEqual([]);
    }
  });

  it('has credit codes whose two check characters are right, given out where the enterprise is', async () => {
    const codes = await some<{ credit_code: string; district: string | null }>(`
      select credit_code, region.gb_code as district
        from organisation left join region on region.id = administrative_district_id
       where credit_code is not null`);
    expect(codes.length).toBeGreaterThan(500);
    for (const { credit_code, district } of codes) {
      expect([credit_code, remainders(credit_code)]).toEqual([credit_code, [0, 0]]);
      expect(credit_code.slice(2, 8)).toBe(district ?? '370100');
    }
  });

  it('reports no more of a batch than of the batch that it is part of', async () => {
    const [nested] = await some<{ pairs: number; wrong: number }>(`
      select count(*)::int as pairs, count(*) filter (where part.value > whole.value)::int as wrong
        from project_batch
        join observation part on part.subject_id = project_batch.id
        join observation whole on whole.subject_id = project_batch.parent_id and whole.metric = part.metric`);
    expect(nested).toEqual({ pairs: 512, wrong: 0 });
  });

  it('reports of a batch what its members come to, where it lists them all', async () => {
    expect(
      await some(`
        select reported.value, count(project.id) as known
          from project_batch
          join observation reported on reported.subject_id = project_batch.id and metric = 'PROJECT_COUNT'
          left join project_batch_member on project_batch_member.batch_id = project_batch.id
          left join project on project.id = project_id
         group by project_batch.id, reported.id
        having reported.value < count(project.id)
            or members_complete and count(project.id) > 0 and reported.value <> count(project.id)`),
    ).toEqual([]);
    expect(
      await some(`
        select reported.value, sum(total_investment) as known
          from project_batch
          join observation reported on reported.subject_id = project_batch.id and metric = 'TOTAL_INVESTMENT'
          join project_batch_member on project_batch_member.batch_id = project_batch.id
          join project on project.id = project_id
         group by project_batch.id, reported.id
        having case qualifier when 'EXACT' then reported.value <> sum(total_investment)
                              else reported.value < floor(sum(total_investment)) end`),
    ).toEqual([]);
  });

  it('tells of each project a history that ends at its stage, in the order of stages and days', async () => {
    const stages = `array['PLANNING', 'LANDING', 'CONSTRUCTION', 'COMPLETION_EFFECT', 'SERVICE']`;
    expect(
      await some(`
        select code
          from project
          left join (select project_id,
                            array_agg(stage order by as_of_latest, array_position(${stages}, stage)) as told
                       from project_stage_record group by project_id) history on history.project_id = project.id
         where told is distinct from (${stages})[:array_position(${stages}, stage)]`),
    ).toEqual([]);
    expect(
      await howMany(`
        select count(*)
          from project
          join project_stage_record record on project_id = project.id and record.stage = 'CONSTRUCTION'
         where record.as_of_latest <> started_latest`),
    ).toBe(0);
  });

  it('holds one district that has far more than any other', async () => {
    const shares = await some<{ projects: number }>(`
      select count(*)::int as projects from project
       where district_id is not null group by district_id order by 1 desc`);
    expect(shares).toHaveLength(15);
    expect(shares[0]!.projects).toBeGreaterThan(1.5 * shares[1]!.projects);
  });

  it('has homonyms, and events of every kind', async () => {
    expect(
      await howMany(
        'select max(bearers) from (select count(*) as bearers from organisation group by name) names',
      ),
    ).toBeGreaterThan(1);
    expect(
      await howMany(
        'select count(distinct kind) from promotion_event cross join lateral unnest(kinds) as kind',
      ),
    ).toBe(9);
  });

  it('leaves every index and reference as the migrations made it', async () => {
    const definitions = (database: Database) =>
      rowsOf(
        database,
        `select pg_get_indexdef(indexrelid) as definition from pg_index
          where indrelid::regclass::text not like 'pg_%' and indrelid >= 16384
          union all
         select format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint
          where convalidated and connamespace = 'public'::regnamespace
          order by definition`,
      );
    const migrated = await inEmptyDatabase(definitions);
    expect(migrated.length).toBeGreaterThan(100);
    expect(await definitions(city.database)).toEqual(migrated);
  });

  it('starts every version at one and the log at a new epoch, without events', async () => {
    for (const table of ['source_document', 'region', 'organisation', 'project', 'project_batch']) {
      expect(await howMany(`select count(*) from ${table} where version <> 1`)).toBe(0);
    }
    expect(await howMany('select count(*) from event')).toBe(0);
  });
});

it('makes the same city of the same options, and another of another seed', async () => {
  const [once, again, other] = [
    await cityOf(SMALL),
    await cityOf(SMALL),
    await cityOf({ ...SMALL, seed: 8 }),
  ];
  expect(again).toBe(once);
  expect(other).not.toBe(once);
});

it('refuses a database that holds something, and leaves it as it is', async () => {
  await inEmptyDatabase(async (database) => {
    await database.pool.query(`
      set local quanmai.bulk = 'on';
      insert into source_document (id, code, kind, title)
      values (gen_random_uuid(), 'A-REPORT', 'ARTICLE', 'A report')`);
    const before = await checksums(database);
    await expect(generateCity(database, { ...SMALL, seed: 8 })).rejects.toMatchObject({
      code: 'DATABASE_NOT_EMPTY',
      message: expect.stringMatching(/not empty.*"source_document".*DATABASE_URL/),
    });
    expect(await checksums(database)).toBe(before);
  });
});

it('leaves nothing behind when it is stopped, and can begin again', async () => {
  await inEmptyDatabase(async (database) => {
    const before = await holdings(database);
    expect(before.rows).toBe(0);
    for (const stop of ['organisation', 'project_batch_member', 'chain_supplier', 'indexes']) {
      const stopped = generateCity(database, {
        ...SMALL,
        onProgress: ({ what }) => {
          if (what === stop) throw new Error(`stopped at ${stop}`);
        },
      });
      await expect(stopped).rejects.toThrow(`stopped at ${stop}`);
      expect(await holdings(database)).toEqual(before);
    }
    await generateCity(database, SMALL);
    const after = await holdings(database);
    expect(after.rows).toBeGreaterThan(0);
    expect(after.epochs).not.toEqual(before.epochs);
  });
});

it('leaves nothing behind when its connection is lost', async () => {
  await inEmptyDatabase(async (database) => {
    // given a city that is whole but for the log's new epoch, which another transaction holds up
    const holder = await database.pool.connect();
    await holder.query('begin; select from event_head for update');
    const lost = expect(generateCity(database, SMALL)).rejects.toThrow(/terminat/i);
    const waiting = `select pid from pg_stat_activity
                      where datname = current_database() and query like '%event_renew_epoch%' and wait_event_type = 'Lock'`;
    await until(async () => (await database.pool.query(waiting)).rowCount === 1);
    // when
    await database.pool.query(`select pg_terminate_backend(pid) from (${waiting}) waiting`);
    await lost;
    await holder.query('rollback');
    holder.release();
    // then
    expect((await holdings(database)).rows).toBe(0);
  });
});

it('refuses sizes and seeds that make no city', async () => {
  await inEmptyDatabase(async (database) => {
    for (const wrong of [{ projects: 9 }, { enterprises: 19 }, { projects: 1.5 }, { seed: -1 }]) {
      await expect(generateCity(database, { ...SMALL, ...wrong })).rejects.toMatchObject({
        code: 'BAD_USER_INPUT',
        field: Object.keys(wrong),
      });
    }
  });
});

it('never gives the same credit code twice', () => {
  const codes = Array.from({ length: 50_000 }, (_, subject) => creditCode('91', '370100', subject));
  expect(new Set(codes).size).toBe(codes.length);
});

it('checks credit codes as the standard does', () => {
  expect(remainders('91350100M000100Y43')).toEqual([0, 0]);
  expect(remainders('91350100M000100Y4Z')).not.toEqual([0, 0]);
});

/** What the check characters leave over: of the whole code (GB 32100) and of the one inside (GB 11714). */
function remainders(code: string): [whole: number, subject: number] {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28, 1];
  const whole = weights.reduce(
    (sum, weight, place) => sum + weight * alphabet.indexOf(code[place]!),
    0,
  );
  const value = (place: number) => Number.parseInt(code[8 + place]!, 36);
  const check = code[16] === 'X' ? 10 : value(8);
  const subject = [3, 7, 9, 10, 5, 8, 4, 2].reduce(
    (sum, weight, place) => sum + weight * value(place),
    check,
  );
  return [whole % 31, subject % 11];
}
