import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type DatabaseError } from 'pg';
import { assembleSchema } from '../../src/graph/schema.ts';
import { defineBatch } from '../../src/modules/project/batch.commands.ts';
import { unknownDate } from '../../src/modules/source/dated.entity.ts';
import {
  CITY_TEMPLATE,
  createDatabase,
  DOCUMENTS_TEMPLATE,
  type TestDatabase,
} from '../support/databases.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { runAtOnce } from './held.ts';

const schema = assembleSchema();
let gateway: Gateway;
let cityDatabase: TestDatabase;
let city: Client;
beforeAll(async () => {
  gateway = await startGateway({ template: DOCUMENTS_TEMPLATE, schema });
  cityDatabase = await createDatabase(CITY_TEMPLATE);
  city = new Client(cityDatabase.connection);
  await city.connect();
});
afterAll(async () => {
  await city.end();
  await cityDatabase.drop();
  await gateway.close();
});

async function rowsOf<T extends object>(query: string): Promise<T[]> {
  return (await gateway.database.pool.query<T>(query)).rows;
}

/** Why the database refuses statements: the constraint, or the column, or how it is called; and all is undone. */
async function refusalOf(...statements: string[]): Promise<string | undefined> {
  const client = await gateway.database.pool.connect();
  try {
    await client.query('begin');
    for (const statement of statements) await client.query(statement);
    return undefined;
  } catch (error) {
    const { constraint, column, message } = error as DatabaseError;
    return constraint ?? column ?? message;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

describe('figures', () => {
  const ofParts = `
    select part.code, part_figure.metric, part_figure.value as part, whole_figure.value as whole,
           part_figure.value <= whole_figure.value as holds
      from project_batch part
      join observation part_figure on part_figure.subject_id = part.id
       and part_figure.metric in ('PROJECT_COUNT', 'TOTAL_INVESTMENT')
       and part_figure.qualifier in ('EXACT', 'GT', 'GTE')
      join observation whole_figure on whole_figure.subject_id = part.parent_id
       and whole_figure.metric = part_figure.metric and whole_figure.kind = part_figure.kind
       and whole_figure.qualifier in ('EXACT', 'LTE')`;

  it('of a batch are no larger than those of the batch that it is counted in: the documents', async () => {
    expect(await rowsOf(`${ofParts} order by metric`)).toEqual([
      expect.objectContaining({
        metric: 'PROJECT_COUNT',
        part: '8.0000',
        whole: '77.0000',
        holds: true,
      }),
      expect.objectContaining({
        metric: 'TOTAL_INVESTMENT',
        part: '135.9000',
        whole: '1174.0000',
        holds: true,
      }),
    ]);
  });

  it('of a batch are no larger than those of the batch that it is counted in: a city', async () => {
    const { rows } = await city.query<{ holds: boolean }>(ofParts);
    expect(rows.length).toBeGreaterThan(100);
    expect(rows.filter(({ holds }) => !holds)).toEqual([]);
  });

  it('of continuing and of new projects add up to the total where all three are told', async () => {
    expect(
      await rowsOf(`
        select project_batch.code, continuing.value::int as continuing, fresh.value::int as new,
               total.value::int as total
          from project_batch
          join observation continuing on continuing.subject_id = project_batch.id
           and continuing.metric = 'CONTINUING_PROJECTS'
          join observation fresh on fresh.subject_id = project_batch.id and fresh.metric = 'NEW_PROJECTS'
          join observation total on total.subject_id = project_batch.id and total.metric = 'PROJECT_COUNT'`),
    ).toEqual([{ code: 'changqing-key-projects-2023', continuing: 62, new: 71, total: 133 }]);
  });

  it('are never without evidence, nor is any other row that tells a fact', async () => {
    expect(await refusalOf('update observation set evidence_id = null')).toBe('evidence_id');
    const nullable = await rowsOf(`
      select table_name from information_schema.columns
        join information_schema.tables using (table_schema, table_name)
       where table_schema = 'public' and table_type = 'BASE TABLE'
         and column_name = 'evidence_id' and is_nullable = 'YES'`);
    expect(nullable).toEqual([]);
  });
});

describe('evidence', () => {
  const addAt = (line: number, role: string) => `
    insert into evidence (id, document_id, code, role, line)
    select gen_random_uuid(), id, 'TEST-LINE', '${role}', ${line} from source_document where body_to = 98`;

  it('stands in the body of its document, unless it is a teaser and trusted less', async () => {
    expect(await refusalOf(addAt(98, 'BODY'))).toBeUndefined();
    expect(await refusalOf(addAt(99, 'BODY'))).toBe('evidence_stands_in_the_body');
    expect(await refusalOf(addAt(99, 'RELATED_TEASER'))).toBeUndefined();
    expect(await refusalOf(addAt(99, 'RELATED_TEASER'), `update evidence set role = 'BODY'`)).toBe(
      'evidence_stands_in_the_body',
    );
  });

  it('still does when the body turns out to be shorter', async () => {
    const shorten = (line: number) =>
      `update source_document set body_to = ${line}, version = version where body_to = 98`;
    expect(await refusalOf(shorten(10))).toBe('evidence_stands_in_the_body');
    expect(await refusalOf(shorten(120))).toBeUndefined();
  });

  it('quotes no more than a few characters', async () => {
    expect(await refusalOf(`update evidence set anchor = repeat('字', 13)`)).toBe(
      'evidence_anchor_check',
    );
  });
});

describe('a person', () => {
  it('has no table and no column to be named in', async () => {
    const named = await rowsOf<{ table: string }>(`
      select distinct table_name as table from information_schema.columns
       where table_schema = 'public' and column_name ~ '(^|_)(name|title)$'
       order by 1`);
    expect(named.map(({ table }) => table)).toEqual([
      // The name of a key is that of the office or system that holds it.
      ...[
        'api_key',
        'attribute',
        'chain_gap',
        'chain_node',
        'chain_supplier',
        'chain_supplier_now',
        'data_source',
      ],
      ...[
        'event_partition',
        'identity_question',
        'import_run',
        'industry_chain',
        'merged_organisation',
        'metric',
        'migration',
        'named_subject',
        'office',
        'organisation',
        'organisation_alias',
        'place',
        'project',
      ],
      ...['project_alias', 'project_batch', 'project_batch_sector', 'promotion_event'],
      ...[
        'promotion_event_topic',
        'promotion_lead',
        'promotion_trip',
        'region',
        'role',
        'search_name',
      ],
      ...['source_document', 'upload', 'withdrawn_project'],
    ]);
    const personal = await rowsOf(`
      select table_name, column_name from information_schema.columns
       where table_schema = 'public'
         and table_name || '.' || column_name ~ '(person|people|holder|leader|contact|surname|first_name|last_name|full_name|gender|birth|phone|mobile|email|id_card)'`);
    expect(personal).toEqual([]);
  });

  it('is never the holder of an office, which has a title and no name', async () => {
    const columns = await rowsOf<{ name: string }>(`
      select column_name::text as name from information_schema.columns
       where table_schema = 'public' and table_name = 'office' order by 1`);
    expect(columns.map(({ name }) => name)).toEqual([
      ...['code', 'evidence_id', 'id', 'level', 'organisation_id', 'region_id'],
      ...['title', 'title_en', 'version'],
    ]);
    expect(schema.getType('Person')).toBeUndefined();
    expect(schema.getType('Office')).not.toHaveProperty('_fields.holder');
  });
});

describe('a region', () => {
  it('has a division code if it is a city, district or county, and only then', async () => {
    expect(
      await rowsOf(`select code from region
                     where (kind in ('CITY', 'DISTRICT', 'COUNTY')) <> (gb_code is not null)
                        or gb_code <> code`),
    ).toEqual([]);
    expect(await refusalOf(`update region set gb_code = '370171' where code = 'JNZ-HT'`)).toMatch(
      'region_check',
    );
    expect(await refusalOf(`update region set gb_code = null where code = '370113'`)).toMatch(
      'region_check',
    );
  });

  it('that is a functional zone is a child of no district', async () => {
    expect(
      await refusalOf(`update region set parent_id = (select id from region where code = '370113')
                        where code = 'JNZ-SU'`),
    ).toBe('region_stands_in_its_parent');
    await expect(
      gateway.given.region({ kind: 'FUNCTIONAL_ZONE', parent: '370113' }),
    ).rejects.toThrow('belongs to the city, not to a DISTRICT');
  });

  it('is found by a code that has lapsed', async () => {
    const { region } = await gateway.query('{ region(code: "370181") { code name } }');
    expect(region).toEqual({ code: '370114', name: '章丘区' });
  });
});

describe('a batch', () => {
  it('is not counted in itself, nor in what is counted in it', async () => {
    const { given } = gateway;
    const whole = await given.batch();
    const part = await given.batch({ parent: whole });
    const least = await given.batch({ parent: part });
    for (const parent of [whole, part, least]) {
      await expect(given.batch({ code: whole, parent })).rejects.toThrow();
    }
  });

  it('is not, even when two are put into each other at once', async () => {
    const { given } = gateway;
    const evidence = await given.evidence();
    const [one, other] = [await given.batch(), await given.batch()];
    const into = (code: string, parent: string) => ({
      ...{ code, parent, kind: 'PROMOTED' as const, name: '批次', held: unknownDate, evidence },
      ...{ sectorsComplete: false, membersComplete: false },
    });
    const outcomes = await runAtOnce(
      gateway,
      (context) => defineBatch(context, into(one, other)),
      (context) => defineBatch(context, into(other, one)),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('a project', () => {
  it('is not the phase before itself', async () => {
    const project = await gateway.given.project();
    await expect(gateway.given.project({ code: project, predecessor: project })).rejects.toThrow();
  });

  it('has one phase after it at most', async () => {
    const predecessor = await gateway.given.project();
    await gateway.given.project({ predecessor });
    await expect(gateway.given.project({ predecessor })).rejects.toThrow('project_predecessor');
  });
});

describe('a trip', () => {
  const isPairingKnown = async (units: number, destinations: number, areAllNamed = true) => {
    const regions = ['370113', '370114'].slice(0, units);
    const [unitsComplete, destinationsComplete] = [areAllNamed, areAllNamed];
    const named = { units: regions, destinations, unitsComplete, destinationsComplete };
    const code = await gateway.given.trip(named);
    const { trip } = await gateway.query(
      `{ trip(code: "${code}") { pairingKnown units { code } destinations { code } } }`,
    );
    expect([trip.units.length, trip.destinations.length]).toEqual([units, destinations]);
    return trip.pairingKnown;
  };

  it('tells who went where only if there is no choice', async () => {
    expect(await isPairingKnown(1, 2)).toBe(true);
    expect(await isPairingKnown(2, 1)).toBe(true);
    expect(await isPairingKnown(2, 2)).toBe(false);
    expect(await isPairingKnown(1, 2, false)).toBe(false);
    expect(await isPairingKnown(2, 1, false)).toBe(false);
  });

  it('has no table that could hold an invented pair', async () => {
    const pairs = await rowsOf(`
      select table_name from information_schema.columns
       where table_schema = 'public' and column_name in ('trip_id', 'region_id', 'place_id')
       group by table_name having count(*) > 2 or (
         bool_or(column_name = 'region_id') and bool_or(column_name = 'place_id'))`);
    expect(pairs).toEqual([]);
  });
});

describe('a chain', () => {
  it('has one node of a name, and another chain may have one too', async () => {
    const node = { name: '电池', position: 'MIDSTREAM' } as const;
    const chain = await gateway.given.chain();
    await gateway.given.node({ chain, ...node });
    await gateway.given.node({ chain, ...node, position: 'UPSTREAM' });
    await gateway.given.node({ chain: await gateway.given.chain(), ...node });
    const { chain: found } = await gateway.query(
      'query ($chain: String!) { chain(code: $chain) { nodes { name position } } }',
      { chain },
    );
    expect(found.nodes).toEqual([{ name: '电池', position: 'UPSTREAM' }]);
    expect(
      await refusalOf(`insert into chain_node (id, chain_id, name, position, sequence, evidence_id)
                       select gen_random_uuid(), chain_id, name, position, 9, evidence_id
                         from chain_node limit 1`),
    ).toBe('chain_node_chain_id_name_key');
  });
});

describe('a credit code', () => {
  it.each([
    ...['91350100M000100Y43', '91110000600037341L', '91440300708461136T', '914403001922038216'],
    ...['Y1110000600037341Y', 'N2440300708461136A', 'A1110000600037341K'],
  ])('is taken as it is, and found by: %s', async (creditCode) => {
    const code = await gateway.given.enterprise({ creditCode });
    const { enterprise } = await gateway.query(
      `{ enterprise(code: "${creditCode}") { code creditCode } }`,
    );
    expect(enterprise).toEqual({ code, creditCode });
  });

  it('is the same in full width, in lower case, and with spaces or hyphens', async () => {
    const code = await gateway.given.enterprise();
    for (const creditCode of ['９１３７０１００ＭＡ３ＣＨＬＥＤ６２', ' 91370100-ma3c hled62\t']) {
      await gateway.given.enterprise({ code, creditCode });
      const { enterprise } = await gateway.query(`{ enterprise(code: "${code}") { creditCode } }`);
      expect(enterprise).toEqual({ creditCode: '91370100MA3CHLED62' });
    }
  });

  it.each([
    ['91350100M000100Y4Z', 'is no credit code'],
    ['91350100M000100Y44', 'the last must be 3'],
    ['12100000000018032M', 'the last must be A'],
    ['9135O100M000100Y43', 'is no credit code'],
    ['91350100M000100Y4', 'is no credit code'],
    ['91350100M000100Y433', 'is no credit code'],
    ['9.14E+17', 'a spreadsheet turned into a number'],
    ['９．１４Ｅ＋１７', 'a spreadsheet turned into a number'],
    ['', 'is no credit code'],
  ])('is refused, and it is told why: %j %s', async (creditCode, why) => {
    await expect(gateway.given.enterprise({ creditCode })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      field: ['creditCode'],
      message: expect.stringContaining(why),
    });
  });
});
