import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const RELEASED = `
  type Query { project(code: String!, deep: Boolean): Project projects(orderBy: Order): [Project] }
  interface Named { name: String! alias: String }
  type Project implements Named { name: String! alias: String stage: Stage
    phase: Int @deprecated(reason: "Use stage. Gone after 2020-12-31.") }
  enum Stage { PLANNING LANDING OLD @deprecated(reason: "Use LANDING. Gone after 2999-12-31.") }
  enum Order { NAME }
`;
const UNRELEASED = (text: string) =>
  `# Changelog\n\n## Unreleased\n\n${text}\n\n## 0.1.0\n\nAll.\n`;

/** `npm run schema:breaks`, on schemas of its own. */
describe('the gate for breaking changes', () => {
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'quanmai-breaks-'));
  });
  afterAll(() => rm(directory, { recursive: true }));

  const at = (name: string) => join(directory, name);

  async function check(schema: string, changelog = UNRELEASED('Nothing.'), ...flags: string[]) {
    await writeFile(at('released.graphql'), RELEASED);
    await writeFile(at('schema.graphql'), schema);
    await writeFile(at('changelog.md'), changelog);
    return run(
      ...['--released', at('released.graphql'), '--schema', at('schema.graphql')],
      ...['--changelog', at('changelog.md'), ...flags],
    );
  }

  function run(...flags: string[]) {
    return new Promise<{ code: unknown; output: string }>((resolve) => {
      execFile(process.execPath, ['scripts/check-breaks.js', ...flags], (fault, stdout, stderr) => {
        resolve({ code: fault ? fault.code : 0, output: stdout + stderr });
      });
    });
  }

  it('lets an addition pass', async () => {
    const more = RELEASED.replace('stage: Stage', 'stage: Stage level: Int');
    expect(await check(more)).toEqual({
      code: 0,
      output: 'Changes since the last release: 1; nothing breaks unannounced.\n',
    });
  });

  it.each([
    ['a field that is gone', 'stage: Stage', '', 'Project.stage'],
    ['an argument that is gone', ', deep: Boolean', '', 'Query.project(deep:)'],
    ['an argument that is now required', 'deep: Boolean', 'deep: Boolean!', 'Query.project(deep:)'],
    ['a value that is gone', 'LANDING', '', 'Stage.LANDING'],
    ['a field that is of another type', 'stage: Stage', 'stage: String', 'Project.stage'],
  ])('refuses %s, until the changelog names it', async (_what, before, after, coordinate) => {
    const schema = RELEASED.replace(before, after);
    // when nobody is told
    const silent = await check(schema);
    // then
    expect(silent.code).toBe(1);
    expect(silent.output).toContain(`- **breaking** \`${coordinate}\`: …`);
    expect(silent.output).toMatch(/Use the new one\. Gone after \d{4}-\d{2}-\d{2}\./);
    // when it is announced, on a line that goes on
    const announced = await check(
      schema,
      UNRELEASED(`- Better names.\n- **breaking** other words,\n  \`${coordinate}\` among them.`),
    );
    // then
    expect(announced).toMatchObject({ code: 0, output: expect.stringContaining(coordinate) });
  });

  it('takes no word for an announcement but one of this release, marked as breaking', async () => {
    const schema = RELEASED.replace('stage: Stage', '');
    const told = '`Project.stage` is gone';
    expect(await check(schema, UNRELEASED(`- ${told}.`))).toMatchObject({ code: 1 });
    expect(
      await check(schema, UNRELEASED(`- **breaking** \`Project.name\` moved.\n- ${told}.`)),
    ).toMatchObject({ code: 1 });
    expect(
      await check(schema, `## Unreleased\n\n## 0.1.0\n\n- **breaking** ${told}.\n`),
    ).toMatchObject({ code: 1 });
    expect(await check(schema, `## 0.1.0\n\n- **breaking** ${told}.\n`)).toMatchObject({ code: 1 });
  });

  it('is content when the interface is named, for all that implement it', async () => {
    const schema = RELEASED.replaceAll('alias: String', '');
    const half = await check(schema, UNRELEASED('- **breaking** `Project.alias`'));
    expect(half).toMatchObject({ code: 1, output: expect.stringContaining('`Named.alias`: …') });
    expect(await check(schema, UNRELEASED('- **breaking** `Named.alias`'))).toMatchObject({
      code: 0,
    });
  });

  it('lets the first mutation pass, and no root type go', async () => {
    const more = `${RELEASED} type Mutation { closeTrip(code: String!): Boolean }`;
    expect(await check(more)).toMatchObject({ code: 0 });
    const other = `${RELEASED.replace('type Query', 'type Ask')} schema { query: Ask }`;
    expect(await check(other)).toMatchObject({ code: 1 });
  });

  it('keeps what is deprecated until the day that was promised', async () => {
    const told = UNRELEASED('- **breaking** `Stage.OLD` and `Project.phase` are gone.');
    // when the day is to come
    const early = await check(RELEASED.replace(/OLD @deprecated\(.*?\)/, ''), told);
    // then
    expect(early).toMatchObject({
      code: 1,
      output: expect.stringContaining('Promised for longer'),
    });
    // when it is over
    const due = await check(RELEASED.replace(/phase: Int @deprecated\(.*?\)/, ''), told);
    // then
    expect(due).toMatchObject({ code: 0, output: expect.stringContaining('Project.phase') });
  });

  it('tells what may surprise a client, and lets it pass', async () => {
    const { code, output } = await check(
      RELEASED.replace('LANDING', 'LANDING SERVICE')
        .replace('NAME }', 'NAME CODE }')
        .replace('orderBy: Order', 'orderBy: Order, first: Int'),
    );
    expect(code).toBe(0);
    // A value that comes in answers; but no argument that may be left out, no value only sent.
    expect(output.split('\n').slice(0, -2)).toEqual([
      'May surprise a client:',
      expect.stringMatching(/^ {2}Stage\.SERVICE: /),
    ]);
  });

  it('makes a schema the released one only when nothing breaks unannounced', async () => {
    const broken = RELEASED.replace('stage: Stage', '');
    // when
    expect(await check(broken, undefined, '--release')).toMatchObject({ code: 1 });
    // then
    expect(await readFile(at('released.graphql'), 'utf8')).toBe(RELEASED);
    // when
    const told = UNRELEASED('- **breaking** `Project.stage` is gone.');
    expect(await check(broken, told, '--release')).toMatchObject({ code: 0 });
    // then
    expect(await readFile(at('released.graphql'), 'utf8')).toBe(broken);
  });

  it('names the file that is no schema', async () => {
    const { code, output } = await check('type Query {');
    expect(code).toBe(1);
    expect(output).toContain(`${at('schema.graphql')} is no schema to compare: Syntax Error`);
    expect(await run('--released', at('gone.graphql'))).toMatchObject({
      code: 1,
      output: expect.stringContaining(`${at('gone.graphql')} is no schema to compare: ENOENT`),
    });
  });
});
