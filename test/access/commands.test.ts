import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { build, Run, urlOf } from '../support/process.ts';
import { until } from '../support/until.ts';

describe('an operator, beside a gateway that serves', () => {
  let gateway: Gateway;
  let district: string;
  const runs: Run[] = [];
  beforeAll(async () => {
    await build();
    gateway = await startGateway({ env: { ANONYMOUS: 'off' } });
    district = await gateway.given.region();
  }, 180_000);
  afterEach(() => Promise.all(runs.splice(0).map((run) => run.end())));
  afterAll(() => gateway.close());

  /** What a command line answers, and how it ends. */
  const quanmai = async (...args: string[]) => {
    const run = new Run(['dist/cli.js', ...args], { DATABASE_URL: urlOf(gateway.connection) });
    runs.push(run);
    const code = await run.exit();
    return { code, stdout: run.stdout, stderr: run.stderr };
  };

  const statusOf = async (token: string) =>
    (await gateway.as(token).post({ query: '{ viewer { role districts { code } } }' })).status;

  it('makes, lists, changes and revokes a key', async () => {
    const named = ['--name', '某投资促进局', '--role', 'district-officer'];
    const made = await quanmai(
      'token',
      'create',
      ...named,
      '--district',
      district,
      '--expires',
      '90d',
    );
    expect(made).toMatchObject({ code: 0, stderr: expect.stringContaining('shown this once') });
    const token = made.stdout.trim();
    expect(token).toMatch(/^qm_[a-z0-9]{12}_[\w-]{43}$/);
    expect(made.stderr).not.toContain(token);
    expect(await statusOf(token)).toBe(200);
    const id = token.split('_')[1]!;

    const listed = (await quanmai('token', 'list')).stdout;
    expect(listed).toMatch(
      new RegExp(`${id} .*某投资促进局 .*DISTRICT_OFFICER .*${district} .*good`),
    );
    expect(listed).not.toContain(token.slice(-43));

    expect(
      await quanmai('token', 'change', id, '--role', 'analyst', '--all-districts'),
    ).toMatchObject({
      code: 0,
    });
    const viewerOf = async () =>
      (await gateway.as(token).query('{ viewer { role districts { code } } }')).viewer;
    await until(async () => (await viewerOf()).role === 'ANALYST', 4_000);
    expect((await viewerOf()).districts).toBeNull();

    expect((await quanmai('token', 'revoke', id)).code).toBe(0);
    await until(async () => (await statusOf(token)) === 401, 4_000);
    expect((await quanmai('token', 'list')).stdout).toMatch(new RegExp(`${id} .*revoked`));
  }, 180_000);

  it('changes what a role may', async () => {
    const set = await quanmai(
      'role',
      'set',
      'auditor',
      'graph:read',
      'audit:read',
      '--name',
      '审计',
    );
    expect(set).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/AUDITOR +审计 +graph:read audit:read/),
    });
    expect((await quanmai('role', 'list')).stdout).toMatch(
      /PARTNER +合作系统 +graph:read project:follow/,
    );
  }, 180_000);

  it('is told in one line what cannot be', async () => {
    const key = ['token', 'create', '--name', '某平台', '--role', 'partner'];
    const reportingUnits = new RegExp(`code "000000"; there are .*${district} `);
    const refusals: [string[], RegExp][] = [
      [key, /^Say which districts/],
      [[...key, '--district', '000000'], reportingUnits],
      [[...key, '--all-districts', '--expires', 'soon'], /a time from now as 90d/],
      [['token', 'change'], /missing required argument 'id'\n\(quanmai token change --help tells/],
      [['token', 'revoke', 'nothing'], /^There is no key nothing/],
      [['role', 'set', 'partner', 'graph:write'], /^There is no permission "graph:write"/],
    ];
    for (const [args, message] of refusals) {
      const { code, stdout, stderr } = await quanmai(...args);
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toMatch(message);
    }
    const nowhere = join(tmpdir(), 'quanmai-nowhere');
    const run = new Run(['dist/cli.js', 'token', 'list'], { DATA_DIR: nowhere });
    runs.push(run);
    expect(await run.exit()).toBe(1);
    expect(run.stderr).toMatch(
      /^There is no database in .*nowhere.documents yet: begin with "npm start"/,
    );
    expect(existsSync(nowhere)).toBe(false);
  }, 180_000);
});
