import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GraphQLObjectType } from 'graphql';
import { assembleSchema } from '../../src/graph/schema.ts';
import { DOCUMENTS_TEMPLATE } from '../support/databases.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { build, urlOf } from '../support/process.ts';
import { until } from '../support/until.ts';
import { type Block, blocks, firstCellsIn, isAsShown, quoted } from './page.ts';
import { Example } from './partner.ts';

/** In the order of the page, as a reader does it who has `npm start` running on his machine. */
describe('docs/partners.md', () => {
  let gateway: Gateway;
  let example: Example;
  const running: ChildProcess[] = [];
  beforeAll(async () => {
    await build();
    const env = { ANONYMOUS: 'read', HEARTBEAT_MS: '500' };
    gateway = await startGateway({ template: DOCUMENTS_TEMPLATE, live: true, env });
    example = new Example();
  }, 180_000);
  afterAll(async () => {
    await Promise.all(running.map(stop));
    await gateway.close();
    example.remove();
  });

  it('has blocks to run', () => {
    expect(blocks.filter(({ shown }) => shown).length).toBeGreaterThan(4);
  });

  it.each(blocks)(
    'tells what comes of line $line',
    async (block) => {
      // given
      const child = run(block);
      const said = { stdout: '', stderr: '' };
      child.stdout!.on('data', (chunk) => (said.stdout += String(chunk)));
      child.stderr!.on('data', (chunk) => (said.stderr += String(chunk)));
      // when it has said what is shown; some go on until they are stopped
      const { shown } = block;
      const isSaid = () => (shown ? isAsShown(said.stdout, shown) : isAtWork(block, said.stdout));
      const hasEnded = () => child.exitCode !== null;
      await until(() => isSaid() || hasEnded(), 20_000).catch(() => {});
      // then
      if (shown && !isSaid()) expect(said).toEqual({ stdout: shown.text, stderr: '' });
      if (isLasting(block)) expect({ ...said, isSaid: isSaid() }).toMatchObject({ isSaid: true });
      else await until(hasEnded);
      if (hasEnded()) expect({ ...said, code: child.exitCode }).toMatchObject({ code: 0 });
      // Its reader stops it before he goes on; the next block keeps its cursor in the same file.
      else await stop(child);
    },
    40_000,
  );

  it('tells every field of a message, and no other', () => {
    const schema = assembleSchema();
    const fields = ['ProjectUpdate', 'Heartbeat'].flatMap((name) =>
      Object.keys((schema.getType(name) as GraphQLObjectType).getFields()),
    );
    expect(firstCellsIn('What a message holds').flatMap(quoted)).toEqual(fields);
  });

  it('tells what to do about codes that there are', () => {
    const sources = globSync('src/**/*.ts').map((path) => readFileSync(path, 'utf8'));
    const codes = firstCellsIn('When it fails')
      .flatMap(quoted)
      .filter((code) => /^[A-Z_]+$/.test(code));
    expect(codes.length).toBeGreaterThan(10);
    expect(codes.filter((code) => !sources.some((text) => text.includes(`'${code}'`)))).toEqual([]);
  });

  it('leads to an example that names the versions which this repository tries it with', () => {
    const versions = (path: string) => {
      const { devDependencies, dependencies, overrides } = JSON.parse(readFileSync(path, 'utf8'));
      return { ...dependencies, ...devDependencies, ...overrides } as Record<string, string>;
    };
    expect(versions('package.json')).toMatchObject(versions('examples/partner/package.json'));
  });

  /** In a shell that knows what the blocks before it have set. */
  function run({ language, text }: Block): ChildProcess {
    if (language === 'ts') writeFileSync(join(example.directory, 'consumer.ts'), text);
    const script = language === 'ts' ? 'node --no-warnings consumer.ts' : asHere(text);
    const child = spawn('bash', ['-c', `set -e\ntouch set; . ./set\n${script}\nexport -p > set`], {
      cwd: example.directory,
      detached: true,
      // With a socket there, bash takes itself for a remote shell, and reads what is at home.
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
        DATABASE_URL: urlOf(gateway.connection),
        LOG_LEVEL: 'warn',
      },
    });
    running.push(child);
    return child;
  }

  /** The reader is in the repository, where we have a copy of the example, and has another port. */
  function asHere(text: string): string {
    return text
      .replaceAll('http://localhost:4000/graphql', gateway.url)
      .replace(/npm run quanmai (--silent )?--/g, `node ${resolve('dist/cli.js')}`)
      .replace('cd examples/partner && npm install\n', '');
  }

  /** With all that it has started. */
  async function stop(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'close');
    process.kill(-child.pid!, 'SIGKILL');
    await ended;
  }

  /** What follows for ever. */
  const isLasting = ({ text }: Block) => /curl -sN|client\.iterate|node follow\.ts/.test(text);

  const isAtWork = (block: Block, stdout: string) => isLasting(block) && stdout.includes('\n');
});
