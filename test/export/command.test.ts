import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { readSheet } from 'read-excel-file/node';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { build, Run, urlOf } from '../support/process.ts';
import { until } from '../support/until.ts';
import { nodesOf, rowsOf } from './asking.ts';

const LIST = `query Them($filter: ProjectFilter) {
  projects(orderBy: CODE, filter: $filter) { nodes { code name version } } }
query Others { regions(orderBy: CODE) { nodes { code } } }`;

describe('quanmai export, beside a gateway that serves', () => {
  let gateway: Gateway;
  const directory = mkdtempSync(join(tmpdir(), 'quanmai-export-'));
  const file = (name: string) => join(directory, name);
  const runs: Run[] = [];
  beforeAll(async () => {
    await build();
    gateway = await startGateway({ env: { ANONYMOUS: 'off' } });
    for (const code of ['a', 'b', 'c']) await gateway.given.project({ code, name: `项目${code}` });
    writeFileSync(file('them.graphql'), LIST);
    writeFileSync(file('variables.json'), '{"filter": {"code": {"eq": "b"}}}');
  }, 180_000);
  afterEach(() => Promise.all(runs.splice(0).map((run) => run.end())));
  afterAll(async () => {
    await gateway.close();
    rmSync(directory, { recursive: true });
  });

  const start = (...args: string[]) => {
    const env = { DATABASE_URL: urlOf(gateway.connection) };
    const run = new Run(['dist/cli.js', 'export', ...args], env);
    runs.push(run);
    return run;
  };
  const quanmai = async (...args: string[]) => {
    const run = start(...args);
    const code = await run.exit();
    return { code, stdout: run.stdout, stderr: run.stderr };
  };
  const them = (...args: string[]) => quanmai(file('them.graphql'), '--operation', 'Them', ...args);

  it('writes to stdout, and tells of it on stderr', async () => {
    const { code, stdout, stderr } = await them();
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringMatching(/^3 rows, of \d{4}-\S+Z; cursor [\w-]{40}\n$/),
    });
    expect(rowsOf(stdout).map(({ code: each }) => each)).toEqual(['a', 'b', 'c']);
  });

  it('writes the format that the file’s name says, and leaves no part', async () => {
    expect(await them('--out', file('项目.xlsx'))).toMatchObject({ code: 0, stdout: '' });
    expect(await readSheet(readFileSync(file('项目.xlsx')), '数据')).toHaveLength(4);
    const variables = ['--variables', file('variables.json')];
    expect(await them(...variables, '--out', file('项目.jsonl'))).toMatchObject({ code: 0 });
    expect(nodesOf(readFileSync(file('项目.jsonl'), 'utf8'))).toEqual([
      { code: 'b', name: '项目b', version: expect.any(Number) },
    ]);
    expect(readdirSync(directory).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('takes a saved operation by its name', async () => {
    const { code, stdout } = await quanmai('OverseasDelegations', '--format', 'jsonl');
    expect({ code, stdout }).toMatchObject({ code: 0 });
  });

  it.each<[string, string[], RegExp]>([
    ['an unknown operation', ['Nobody'], /no saved operation "Nobody"; the operations are \w+, /],
    ['a file that is not there', ['./none.graphql'], /none\.graphql cannot be read \(ENOENT\)/],
    ['an unknown format', ['--format', 'pdf'], /CSV, XLSX, JSONL/],
    ['a folder that is not there', ['--out', '/nowhere/a.csv'], /cannot be written \(ENOENT\)/],
  ])('refuses %s', async (_what, args, message) => {
    const named = args[0]!.startsWith('-') ? [file('them.graphql'), '--operation', 'Them'] : [];
    const { code, stderr } = await quanmai(...named, ...args);
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(message) });
  });

  it('tells what is wrong with a query, and writes nothing', async () => {
    writeFileSync(file('wrong.graphql'), '{ viewer { kind } }');
    const { code, stderr } = await quanmai(file('wrong.graphql'), '--out', file('wrong.csv'));
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(/^NOT_EXPORTABLE: "viewer" is no list/),
    });
    expect(existsSync(file('wrong.csv'))).toBe(false);
  });

  it('keeps the file that was there when it is stopped, and leaves no part', async () => {
    await gateway.given.enterprise({ code: 'seed' });
    writeFileSync(file('many.graphql'), '{ enterprises { nodes { code name } } }');
    await gateway.database.pool.query(`
      begin;
      set local session_replication_role = replica;
      set local statement_timeout = 0;
      insert into organisation (id, evidence_id, code, name, kind)
      select gen_random_uuid(), evidence_id, 'e-' || n, '企业' || n, kind
        from organisation, generate_series(1, 20000) n where code = 'seed';
      commit`);
    writeFileSync(file('kept.csv'), 'before');
    const run = start(file('many.graphql'), '--out', file('kept.csv'));
    await until(() => existsSync(file('kept.csv.part')), 30_000);
    run.signal('SIGINT');
    expect(await run.exit()).toBe(1);
    expect(run.stderr).toBe('Stopped; no file is left.\n');
    expect(readFileSync(file('kept.csv'), 'utf8')).toBe('before');
    expect(existsSync(file('kept.csv.part'))).toBe(false);
  }, 180_000);
});
