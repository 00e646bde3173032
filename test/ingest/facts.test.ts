import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Database, openDatabase } from '../../src/db/database.ts';
import { loadDocuments } from '../../src/ingest/documents.ts';
import { summaryOf } from '../../src/ingest/fact-report.ts';
import { IngestFault } from '../../src/ingest/ingest-fault.ts';
import { entities } from '../../src/modules/entities.ts';
import { createDatabase, type TestDatabase } from '../support/databases.ts';
import { SeedFiles } from './seed-files.ts';

const WAITS = { pool: 5_000, statement: 30_000, lock: 5_000, idleInTransaction: 30_000 };

let clone: TestDatabase;
let database: Database;
const open = async () => {
  clone = await createDatabase();
  const { connection } = clone;
  database = await openDatabase({ connection, entities, waits: WAITS, poolSize: 2 });
};
const close = async () => {
  await database.close();
  await clone.drop();
};

describe('the facts of the documents', () => {
  beforeAll(open);
  afterAll(close);

  it('are all there, and the report of the load says of each where it went', async () => {
    // when
    const { facts } = await loadDocuments(database);
    // then
    expect(summaryOf(facts)).toEqual({
      facts: 543,
      observations: 116,
      statements: 427,
      nowhere: [],
    });
    // Each is one number or one statement, and never both.
    const told = facts.map(({ went }) =>
      went.filter((row) => /^(observation|statement) /.test(row)),
    );
    expect(told.every(({ length }) => length === 1)).toBe(true);
    const wentTo = new Map(facts.map(({ code, went }) => [code, went]));
    expect(wentTo.get('F0-069')).toEqual(['observation F0-069']);
    expect(wentTo.get('F4-038')).toEqual(
      expect.arrayContaining(['statement F4-038', 'project dongfeng-lear-seats']),
    );
  });
});

describe('a bad fact', () => {
  let seeds: SeedFiles;
  beforeEach(async () => {
    await open();
    seeds = await SeedFiles.copy();
    // What the facts below need, and no more: a row that the database refuses is sought one by one.
    await seeds.trim({
      'documents.csv': /./,
      'evidence.csv': /^(GB|QM|F0-0|F0-1[4-7]|F1-(015|108)|F2-0|F3-005|F4-0[356])/,
      'metrics.csv': /./,
      'attributes.csv': /^(EVENT_DATE|YEAR|OPENING_OFFICE),/,
      'regions.csv': /./,
      'batches.csv': /./,
      'events.csv': /^changqing-start/,
      'subjects.csv': /^project-breakthrough/,
      'statements.csv': /^F0-0(08|60),/,
      'observations.csv':
        /^F\d-\d+,project_batch,(jinan-library|changqing-key|jinan-start|start-up-area-start)/,
    });
  });
  afterEach(async () => {
    await seeds.remove();
    await close();
  });

  /** What a load of the spoilt files is refused for; nothing of them is there afterwards. */
  async function refusal(): Promise<IngestFault> {
    const fault: unknown = await loadDocuments(database, seeds.directory).catch(
      (error: unknown) => error,
    );
    expect(fault).toBeInstanceOf(IngestFault);
    const { rows } = await database.pool.query('select from source_document');
    expect(rows).toHaveLength(0);
    return fault as IngestFault;
  }
  const place = { row: expect.any(Number) };

  it.each([
    [
      'of a unit that is none',
      ['observations.csv', '1301,COUNT', '1301,HEADS'],
      { file: 'observations.csv', column: 'unit', value: 'HEADS' },
      /"HEADS" is not one of COUNT, CNY_100M/,
    ],
    [
      'of another unit than its metric has',
      ['observations.csv', '1301,COUNT', '1301,CNY_100M'],
      { file: 'observations.csv', column: 'unit', value: 'CNY_100M' },
      /PROJECT_COUNT is told in COUNT, not in CNY_100M/,
    ],
    [
      'of a metric that is in no register',
      ['observations.csv', 'PROJECT_COUNT,1301', 'PROJEKT_COUNT,1301'],
      { file: 'observations.csv', column: 'metric' },
      /no metric with the code "PROJEKT_COUNT"/,
    ],
    [
      'of a subject that nobody knows',
      [
        'statements.csv',
        'F0-008,named_subject,project-breakthrough-year-2023',
        'F0-008,named_subject,none',
      ],
      { file: 'statements.csv', column: 'subject' },
      /no named subject with the code "none"/,
    ],
    [
      'whose bound contradicts what the same document says',
      ['observations.csv', '1301,COUNT,EXACT', '1301,COUNT,GT'],
      { file: 'observations.csv' },
      /F0-142.*EXACT 1301 is not what F0-011 of the same document says: GT 1301/s,
    ],
    [
      'whose parts are not the whole',
      ['observations.csv', 'CONTINUING_PROJECTS,62', 'CONTINUING_PROJECTS,63'],
      { file: 'observations.csv' },
      /63 continued and 71 new projects are not the 133 that the same document says/,
    ],
    [
      'whose part is more than its whole',
      ['observations.csv', 'PROJECT_COUNT,8,', 'PROJECT_COUNT,78,'],
      { file: 'observations.csv' },
      /78 is more than the 77 of the batch that it is a part of/,
    ],
    [
      'whose evidence stands outside the document',
      ['evidence.csv', 'F2-035,002,BODY,12,12', 'F2-035,002,BODY,12,99'],
      { file: 'evidence.csv' },
      /line 99 of document 002, outside its body \(lines 1 to 24\)/,
    ],
    [
      'of a day that no calendar has',
      ['statements.csv', 'EVENT_DATE,DATE,2023-01-29', 'EVENT_DATE,DATE,2023-02-30'],
      { file: 'statements.csv', column: 'value', value: '2023-02-30' },
      /"2023-02-30" is no DATE: write a day that exists/,
    ],
    [
      'about a person',
      ['attributes.csv', 'OPENING_OFFICE,', 'CONTACT_PERSON,'],
      { file: 'attributes.csv', column: 'code' },
      /CONTACT_PERSON would hold a person's name, and no person is stored: state the office/,
    ],
  ] as const)('%s is refused with its row and the reason', async (_, edit, where, reason) => {
    // given
    const [file, from, to] = edit;
    await seeds.edit(file, from, to);
    // when
    const { faults, message } = await refusal();
    // then
    expect(faults).toMatchObject([{ ...where, ...place }]);
    expect(message).toMatch(reason);
  });

  it('in a column for names of persons is refused before anything is read', async () => {
    // given
    await seeds.edit('statements.csv', 'code,subject_type,', 'code,联系人姓名,subject_type,');
    // then
    const { message } = await refusal();
    expect(message).toMatch(/联系人姓名/);
    expect(message).toMatch(/no person's name is taken/);
  });
});
