import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { City } from './city.ts';

/** `examples/client`, copied out of the repository as its readers do. */
describe('the example of a client of one’s own', () => {
  let city: City;
  let copy: string;
  beforeAll(async () => {
    copy = mkdtempSync(join(tmpdir(), 'quanmai-client-'));
    cpSync('examples/client', copy, { recursive: true });
    city = await City.start();
  });
  afterAll(async () => {
    rmSync(copy, { recursive: true });
    await city.close();
  });

  const run = (...args: string[]) =>
    new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) => {
      execFile(
        process.execPath,
        ['districts.ts', ...args],
        { cwd: copy, maxBuffer: 1e8 },
        (fault, stdout, stderr) => resolve({ code: fault ? fault.code : 0, stdout, stderr }),
      );
    });

  it('pages through all districts and all their projects, with nothing but Node', async () => {
    // given
    const { districts } = await city.gateway.query(
      '{ districts(first: 50) { nodes { code projects { totalCount } } } }',
    );
    // when pages are small
    const { code, stdout, stderr } = await run(city.url, '90');
    // then
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = stdout.trimEnd().split('\n');
    const found = new Map<string, Set<string>>();
    for (const line of lines) {
      const [first, second] = line.split('\t');
      if (first) found.set(first, new Set());
      else [...found.values()].at(-1)!.add(second!);
    }
    expect([...found].map(([district, projects]) => [district, projects.size])).toEqual(
      districts.nodes.map((district: any) => [district.code, district.projects.totalCount]),
    );
    expect(Math.max(...[...found.values()].map(({ size }) => size))).toBeGreaterThan(90);
  });

  it('fails with the code of a refusal', async () => {
    const { code, stderr } = await run(city.url, '201');
    expect(code).toBe(1);
    expect(stderr).toContain("code: 'BAD_USER_INPUT'");
  });

  it('names the versions that this repository tries it with', () => {
    const versions = (path: string) => {
      const { devDependencies, dependencies, overrides } = JSON.parse(readFileSync(path, 'utf8'));
      return { ...dependencies, ...devDependencies, ...overrides } as Record<string, string>;
    };
    expect(versions('package.json')).toMatchObject(versions('examples/client/package.json'));
  });
});
