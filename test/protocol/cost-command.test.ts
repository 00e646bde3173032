import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { build, Run } from '../support/process.ts';

describe('quanmai cost', () => {
  let home: string;
  beforeAll(async () => {
    await build();
    home = await mkdtemp(join(tmpdir(), 'quanmai-cost-'));
  }, 180_000);
  afterAll(() => rm(home, { recursive: true }));

  const file = async (name: string, text: string) => {
    await writeFile(join(home, name), text);
    return join(home, name);
  };
  const cost = async (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
    const run = new Run(['dist/cli.js', 'cost', ...args], env);
    const code = await run.exit();
    return { code, out: run.stdout, told: run.stderr };
  };

  it('tells what each operation costs, of how much', async () => {
    const one = await file('one.graphql', '{ regions(first: 7) { nodes { ...Name } } }');
    const two = await file(
      'two.graphql',
      'query Wide($n: Int!) { regions(first: $n) { nodes { code } } } query Small { __typename }',
    );
    const shared = await file('shared.graphql', 'fragment Name on Region { code name }');
    expect(await cost([one, two, shared])).toEqual({
      code: 0,
      told: '',
      out: [
        `operation  cost  allowed  file`,
        `(unnamed)    16  1000000  ${one}`,
        `Wide        202  1000000  ${two}`,
        `Small         1  1000000  ${two}`,
        '',
      ].join('\n'),
    });
  });

  it('reads the variables from a file', async () => {
    const asked = await file(
      'asked.graphql',
      'query Asked($n: Int!) { regions(first: $n) { nodes { code } } }',
    );
    const variables = await file('variables.json', '{"n": 3}');
    expect(await cost([asked, '--variables', variables])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Asked +5 /m),
    });
    const wrong = await file('wrong.json', '[3]');
    expect(await cost([asked, '--variables', wrong])).toEqual({
      code: 1,
      out: '',
      told: `${wrong} is no JSON object of variables, as in {"first": 50}.\n`,
    });
  });

  it('fails on what a gateway would refuse, and says why', async () => {
    const dear = await file(
      'dear.graphql',
      'query Dear { regions(first: 200) { nodes { code name kind nameEn nameHant } } }',
    );
    const { code, out, told } = await cost([dear], { MAX_COST: '1000' });
    expect(code).toBe(1);
    expect(out).toMatch(/^Dear +1002 +1000 /m);
    expect(told).toBe(
      `${dear}: Dear: This would cost 1002; 1000 is allowed. Its dearest part is regions(first: 200). ` +
        'Ask for smaller pages or fewer levels, and read on by the cursors in pageInfo.\n',
    );
    const deep = await file(
      'deep.graphql',
      'query Deep { chain(code: "byd") { region { code } } }',
    );
    const refused = await cost([deep], { MAX_DEPTH: '2' });
    expect(refused).toMatchObject({
      code: 1,
      out: '',
      told: expect.stringContaining('Deep: Fields are nested 3 levels'),
    });
  });

  it('names the place of what is invalid', async () => {
    const invalid = await file('invalid.graphql', '{\n  regions {\n    anything\n  }\n}\n');
    const broken = await file('broken.graphql', '{\n  regions {\n');
    const { code, told } = await cost([invalid, broken]);
    expect(code).toBe(1);
    expect(told.split('\n')).toEqual([
      `${invalid}:3:5 Cannot query field "anything" on type "RegionConnection".`,
      `${broken}:3:1 Syntax Error: Expected Name, found <EOF>.`,
      '',
    ]);
    expect(await cost([join(home, 'none.graphql')])).toMatchObject({
      code: 1,
      told: `${join(home, 'none.graphql')} cannot be read (ENOENT).\n`,
    });
  });
});
