import { rename, writeFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { type Database, openDatabase } from '../../src/db/database.ts';
import { loadDocuments } from '../../src/ingest/documents.ts';
import { IngestFault } from '../../src/ingest/ingest-fault.ts';
import { entities } from '../../src/modules/entities.ts';
import { createDatabase, type TestDatabase } from '../support/databases.ts';
import { SeedFiles } from './seed-files.ts';

const WAITS = { pool: 5_000, statement: 30_000, lock: 5_000, idleInTransaction: 30_000 };

let clone: TestDatabase;
let database: Database;

async function openClone(): Promise<void> {
  clone = await createDatabase();
  const { connection } = clone;
  database = await openDatabase({ connection, entities, waits: WAITS, poolSize: 2 });
}

async function dropClone(): Promise<void> {
  await database.close();
  await clone.drop();
}

/** How many rows every table holds, the log's included; what tells of the runs themselves aside. */
async function contents(): Promise<{ event: number }> {
  const { rows } = await sql<{ counts: { event: number } }>`
    select jsonb_object_agg(table_name, (xpath('/row/n/text()', query_to_xml(
             format('select count(*) as n from %I', table_name), false, true, '')))[1]::text::int)
             as counts
      from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE'
       and table_name not like all (array['import\\_%', 'event\\_%'])`.execute(database.kysely);
  const { n: event } = (
    await sql<{ n: number }>`
      select count(*)::int as n from event where entity_type <> 'import_run'`.execute(
      database.kysely,
    )
  ).rows[0]!;
  return { ...rows[0]!.counts, event };
}

async function versions(): Promise<unknown[]> {
  const { rows } = await sql`
    select entity_id, max(version) from event
     where entity_type <> 'import_run' group by entity_id order by 1`.execute(database.kysely);
  return rows;
}

describe('loading the documents', () => {
  beforeAll(openClone);
  afterAll(dropClone);

  it('takes in all rows of all files', async () => {
    // when
    const { tables } = await loadDocuments(database);
    // then
    expect(tables.filter(({ rows, changed }) => rows === 0 || rows !== changed)).toEqual([]);
    expect(await contents()).toMatchObject({
      source_document: 7,
      region: 20,
      organisation: 29,
      project: 26,
      project_stage_record: 22,
      project_batch: 17,
      industry_chain: 5,
      promotion_event: 18,
      promotion_trip: 5,
      observation: 116,
      statement: 427,
      named_subject: 66,
      metric: 74,
      attribute: 177,
      discrepancy: 65,
    });
  });

  it('changes nothing the second time: no row, no version, no event', async () => {
    // given
    const before = [await contents(), await versions()];
    // when
    const { tables } = await loadDocuments(database);
    // then
    expect(tables.filter(({ changed }) => changed > 0)).toEqual([]);
    expect([await contents(), await versions()]).toEqual(before);
  });

  it('names for every figure of a batch the facts that say it, from both documents', async () => {
    // when
    const { rows } = await sql`
      select document.code as document, evidence.code, observation.value, observation.qualifier
        from observation
        join project_batch as batch on batch.id = observation.subject_id
        join evidence on evidence.id = observation.evidence_id
        join source_document as document on document.id = evidence.document_id
       where batch.code = 'changqing-start-2023-spring' and observation.metric = 'TOTAL_INVESTMENT'
       order by evidence.code`.execute(database.kysely);
    // then
    expect(rows).toEqual([
      { document: '000', code: 'F0-062', value: '98.8000', qualifier: 'EXACT' },
      { document: '002', code: 'F2-007', value: '98.8000', qualifier: 'EXACT' },
    ]);
  });
});

describe('a cell that was edited', () => {
  beforeAll(openClone);
  afterAll(dropClone);

  it('is taken over by the next load, also when it was emptied, with one event for its row', async () => {
    // given
    const seeds = await SeedFiles.copy();
    await seeds.trim({
      'documents.csv': /^001,/,
      'evidence.csv': /^F1-03/,
      'organisations.csv': /^(spic|jinlei),/,
    });
    await loadDocuments(database, seeds.directory);
    const before = await contents();
    await seeds.edit('organisations.csv', ',国电投,', ',国家电投,');
    await seeds.edit('organisations.csv', '國電投', '');
    // when
    const { tables } = await loadDocuments(database, seeds.directory);
    // then
    expect(tables.filter(({ changed }) => changed > 0)).toEqual([
      { file: 'organisations.csv', target: 'organisations', rows: 2, changed: 1, refused: 0 },
    ]);
    const { rows } = await sql`
      select name, name_hant from organisation where code = 'spic'`.execute(database.kysely);
    expect(rows).toEqual([{ name: '国家电投', name_hant: null }]);
    expect((await contents()).event).toBe(before.event + 1);
    await seeds.remove();
  });
});

describe('a fault in the files', () => {
  let seeds: SeedFiles;

  beforeEach(async () => {
    await openClone();
    seeds = await SeedFiles.copy();
  });
  afterEach(async () => {
    await seeds.remove();
    await dropClone();
  });

  /** Loads what was spoilt; the database has to stay as it was. */
  async function refusal(): Promise<IngestFault> {
    const before = await contents();
    const fault: unknown = await loadDocuments(database, seeds.directory).catch(
      (error: unknown) => error,
    );
    expect(fault).toBeInstanceOf(IngestFault);
    expect(await contents()).toEqual(before);
    return fault as IngestFault;
  }

  it('is told with its file, row, column and value', async () => {
    // given
    await seeds.edit('regions.csv', '370113,DISTRICT', '370113,DISTRCT');
    // when
    const { faults, message } = await refusal();
    // then
    expect(faults).toMatchObject([
      { file: 'regions.csv', row: 8, column: 'kind', value: 'DISTRCT' },
    ]);
    expect(message).toBe(
      'Nothing was loaded. regions.csv, row 8, column kind: "DISTRCT" is not one of ' +
        'CITY, DISTRICT, COUNTY, FUNCTIONAL_ZONE, SUB_ZONE. Correct it and load again.',
    );
  });

  it.each([
    ['a day that no calendar has', 'projects.csv', '-02-09,Y', '-02-30,Y', 'started_latest'],
    ['a number beyond all bounds', 'observations.csv', '1174', '1e400', 'value'],
    ['a number in words', 'observations.csv', '1174', '一千余', 'value'],
    ['a row number that is none', 'evidence.csv', ',BODY,12,', ',BODY,0,', 'paragraph'],
    ['a flag that is neither', 'trips.csv', 'false,true', 'nein,true', 'units_complete'],
    ['one kind of several', 'events.csv', 'PROMOTION;SIGNING', 'PROMOTION;DANCE', 'kinds'],
    [
      'an inferred date without a why',
      'events.csv',
      '正月初六 = 27 Jan 2023',
      '',
      'held_derivation',
    ],
    [
      'a known date said to be unknown',
      'events.csv',
      'INFERRED,正',
      'UNKNOWN,正',
      'held_certainty',
    ],
    ['days in the wrong order', 'trips.csv', '22-12-31', '21-12-31', 'departed_latest'],
    ['an empty cell', 'chains.csv', 'byd,比亚迪配套产业链', 'byd,', 'name'],
  ])('may be %s', async (_, file, from, to, column) => {
    // given
    await seeds.edit(file, from, to);
    // then
    expect((await refusal()).faults).toMatchObject([{ file, column, row: expect.any(Number) }]);
  });

  it('is found in every row and file before anything is loaded', async () => {
    // given
    await seeds.edit('regions.csv', '370113,DISTRICT', '370113,DISTRCT');
    await seeds.edit('regions.csv', '370114,DISTRICT', '370114,DISTRCT');
    await seeds.edit('observations.csv', '1174', '1e400');
    // when
    const { faults, message } = await refusal();
    // then
    expect(faults.map(({ file, row }) => `${file} ${row}`)).toEqual([
      'regions.csv 8',
      'regions.csv 9',
      'observations.csv 9',
    ]);
    expect(message).toMatch(/^Nothing was loaded; 3 faults\./);
  });

  it('is told at most twenty times', async () => {
    // given
    const rows = Array.from({ length: 27 }, (_, at) => `x${at},,,,,,`);
    await seeds.append('places.csv', rows.join('\n'));
    // when
    const { faults, message } = await refusal();
    // then: kind, name and evidence are empty in each
    expect(faults).toHaveLength(81);
    expect(message.split('\n')).toHaveLength(22);
    expect(message).toMatch(/… and 61 more\.$/);
  });

  it('may be a reference to what is not there', async () => {
    // given
    await seeds.trim({
      'documents.csv': /^GB-T-2260,/,
      'evidence.csv': /^GB-/,
      'regions.csv': /^3701/,
    });
    await seeds.edit('regions.csv', '历下区,Lixia,,370100', '历下区,Lixia,,370199');
    // when
    const { faults } = await refusal();
    // then
    expect(faults).toEqual([
      {
        file: 'regions.csv',
        row: 3,
        column: 'parent',
        value: '370199',
        rule: 'UNKNOWN_CODE',
        problem: 'There is no region with the code "370199".',
      },
    ]);
  });

  it('may be what the database refuses', async () => {
    // given: evidence behind the body of its article
    await seeds.trim({ 'documents.csv': /^00/, 'evidence.csv': /^F0-0/ });
    await seeds.edit('evidence.csv', 'F0-009,000,BODY,9,16', 'F0-009,000,BODY,9,99');
    // when
    const { faults } = await refusal();
    // then
    expect(faults).toEqual([
      {
        file: 'evidence.csv',
        row: 10,
        rule: 'evidence_stands_in_the_body',
        problem:
          'evidence F0-009 is at line 99 of document 000, outside its body (lines 1 to 98); ' +
          'rule evidence_stands_in_the_body.',
      },
    ]);
  });

  it('may be a second row with the same key and another content', async () => {
    // given
    await seeds.append('places.csv', 'japan,CITY,日本,Japan,,JP,F0-123');
    // then
    expect((await refusal()).faults).toMatchObject([
      { file: 'places.csv', row: 12, column: 'code', problem: '"japan" stands already in row 2.' },
    ]);
  });

  it('may be a file under another name, or in another encoding', async () => {
    // given: neither UTF-8 nor GB 18030
    await rename(seeds.path('regions.csv'), seeds.path('region.csv'));
    await writeFile(seeds.path('places.csv'), Buffer.from([0x63, 0xff, 0xff, 0x0a]));
    // then
    expect((await refusal()).faults).toMatchObject([
      { file: 'region.csv', problem: expect.stringContaining('no such file is known') },
      { file: 'regions.csv', problem: expect.stringContaining('the file is missing') },
      { file: 'places.csv', problem: expect.stringContaining('line 1') },
    ]);
  });
});
