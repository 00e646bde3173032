import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { type Gateway, startGateway } from '../../support/gateway.ts';
import { build, Run, urlOf } from '../../support/process.ts';
import { until } from '../../support/until.ts';
import { deliver } from './deliveries.ts';

const ROWS = 1_500;

/** A run that ends in the middle leaves the old state or the new: of all, or of each row. */
describe('a run that is broken off', () => {
  const directory = mkdtempSync(join(tmpdir(), 'quanmai-import-'));
  let gateway: Gateway;

  beforeAll(async () => {
    await build();
    const lines = Array.from({ length: ROWS }, (_, at) => `p-${at},项目${at},${at + 1}`);
    writeFileSync(join(directory, 'p.csv'), ['代码,名称,总投资', ...lines, ''].join('\n'));
    writeFileSync(join(directory, 'bureau.yaml'), MAPPING);
  }, 180_000);
  beforeEach(async () => {
    gateway = await startGateway();
  });
  afterEach(() => gateway.close());
  afterAll(() => rmSync(directory, { recursive: true }));

  const start = (...more: string[]) =>
    new Run(
      ...([
        ['dist/cli.js', 'import', join(directory, 'p.csv'), '--source', 'bureau', ...more].concat(
          ...[['--mappings', directory]],
        ),
        { DATABASE_URL: urlOf(gateway.connection) },
      ] as const),
    );
  const ask = async <T>(query: ReturnType<typeof sql<T>>): Promise<T[]> =>
    (await query.execute(gateway.database.kysely)).rows;
  const read = async () =>
    (await ask(sql<{ n: number }>`select max(rows_read) as n from import_run`))[0]?.n ?? 0;
  const state = async () => {
    const [row] = await ask(sql<Record<'projects' | 'versions' | 'events' | 'told', number>>`
      select (select count(*)::int from project) as projects,
             (select coalesce(sum(version), 0)::int from project) as versions,
             (select count(*)::int from event where entity_type = 'project') as events,
             (select count(*)::int from import_row where outcome = 'NEW' and run_id = (
               select id from import_run order by id desc limit 1)) as told`);
    return row!;
  };
  /** Its backend goes on for a moment, until it reads that nobody is there. */
  const killed = async (run: Run) => {
    const name = `quanmai ${run.pid}`;
    await run.end();
    await until(async () => {
      const left = await ask(sql`select from pg_stat_activity where application_name = ${name}`);
      return left.length === 0;
    });
  };

  it.each([1, 500, 1_250])('by kill -9 after %s rows, all or nothing: nothing', async (after) => {
    // given
    const run = start();
    await until(async () => (await read()) >= after, 60_000);
    // when
    await killed(run);
    // then: it may have come to its end, with all
    const { projects, events } = await state();
    expect([0, ROWS]).toContain(projects);
    expect(events).toBe(projects);
    const again = start();
    expect(await again.exit()).toBe(0);
    expect(await state()).toMatchObject({ projects: ROWS, versions: ROWS, events: ROWS });
  });

  it.each([1, 750])('by kill -9 after %s rows, row by row: just what it tells', async (after) => {
    // given
    const run = start('--row-by-row');
    await until(async () => (await read()) >= after, 60_000);
    // when
    await killed(run);
    // then
    const { projects, events, told } = await state();
    expect(projects).toBeGreaterThanOrEqual(after);
    expect([events, told]).toEqual([projects, projects]);
    const again = start('--row-by-row');
    expect(await again.exit()).toBe(0);
    expect(again.stdout).toContain(`${ROWS - projects} new, 0 changed, ${projects} unchanged`);
    expect(await state()).toMatchObject({ projects: ROWS, versions: ROWS, events: ROWS });
  });

  it.each([
    ['ALL_OR_NOTHING', 0],
    ['ROW_BY_ROW', 500],
  ] as const)('by a full disk, %s: %s rows', async (mode, kept) => {
    // given
    await ask(sql`
      create function disk_is_full() returns trigger language plpgsql as $$
      begin
        if (select count(*) from project) > 600 then
          raise exception 'could not extend file' using errcode = 'disk_full';
        end if;
        return null;
      end $$`);
    await ask(sql`
      create trigger disk_is_full after insert on project
        for each statement execute function disk_is_full()`);
    const lines = Array.from({ length: 1_000 }, (_, at) => ({
      code: `p-${at}`,
      name: `项目${at}`,
    }));
    // when
    const running = deliver(gateway.database, { tables: [{ target: 'projects', lines }], mode });
    // then
    await expect(running).rejects.toMatchObject({ code: '53100' });
    expect(await state()).toMatchObject({ projects: kept, events: kept });
    const [run] = await ask(sql`select state, error from import_run`);
    expect(run).toEqual({ state: 'FAILED', error: expect.stringContaining('fault of the server') });
  });
});

const MAPPING = `
source:
  code: bureau
  name: 某局
  nameEn: A bureau
  kind: DEPARTMENT
  office: 办公室
  trust: 3
  licence: 政务共享
  publication: INTERNAL
  rhythm: P1M
tables:
  - target: projects
    columns:
      code: { header: 代码 }
      name: { header: 名称 }
      total_investment: { header: 总投资, as: amount, unit: 亿元, qualifier: total_investment_qualifier }
`;
