import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { pino } from 'pino';
import { type Jobs, type JobsOptions, startJobs } from '../../../src/ingest/jobs/jobs.ts';
import { prepareJobs } from '../../../src/ingest/jobs/prepare.ts';
import { createDatabase, type TestDatabase } from '../../support/databases.ts';
import { BreakableWay } from '../../support/outage.ts';
import { Run } from '../../support/process.ts';
import { until } from '../../support/until.ts';

/** As fast as the queue can be made to notice. */
const QUICK = { heartbeat: 10, supervise: 1, polling: 0.5, schedules: 1 };

let home: TestDatabase;
let client: Client;
beforeAll(async () => {
  home = await createDatabase();
  client = new Client(home.connection);
  await client.connect();
  await prepareJobs(home.connection);
});
afterAll(async () => {
  await client.end();
  await home.drop();
});

const running: Jobs[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((jobs) => jobs.stop()));
  await client.query('delete from pgboss.job');
});

async function start(options: Partial<JobsOptions> = {}): Promise<Jobs> {
  const jobs = await startJobs({
    connection: home.connection,
    log: pino({ level: 'silent' }),
    handlers: {},
    schedules: [],
    migrate: 'auto',
    bounds: QUICK,
    ...options,
  });
  running.push(jobs);
  return jobs;
}

/** Done by whoever holds it until the gate opens. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
}

describe('a job', () => {
  it('is done by a gateway that does such, wherever it was sent', async () => {
    const done: string[] = [];
    await start({ handlers: { 'import.run': ({ run }) => Promise.resolve(void done.push(run)) } });
    const other = await start();
    expect(await other.send('import.run', { run: 'one' })).toBe(true);
    expect(await other.send('feed.pull', { source: 'nobody' })).toBe(true);
    await until(() => done.length === 1);
    await delay(600);
    expect(done).toEqual(['one']);
  });

  it('of one run is there once, while it waits and while it is done', async () => {
    const { open, opened } = gate();
    let begun = 0;
    const handlers = {
      'feed.pull': () => {
        begun += 1;
        return opened;
      },
    };
    const jobs = await start({ handlers });
    expect(await jobs.send('feed.pull', { source: '统计局' })).toBe(true);
    expect(await jobs.send('feed.pull', { source: '统计局' })).toBe(false);
    await until(() => begun === 1);
    expect(await jobs.send('feed.pull', { source: '统计局' })).toBe(false);
    open();
    await until(() => jobs.send('feed.pull', { source: '统计局' }));
    await until(() => begun === 2);
  });

  it('is never done by two gateways, nor two by one at a time', async () => {
    const begun: string[] = [];
    const handlersOf = () => {
      let busy = 0;
      return {
        'import.run': async ({ run }: { run: string }) => {
          begun.push(run);
          busy += 1;
          expect(busy).toBe(1);
          await delay(5);
          busy -= 1;
        },
      };
    };
    const gateways = await Promise.all([1, 2, 3].map(() => start({ handlers: handlersOf() })));
    const runs = Array.from({ length: 12 }, (_, at) => `run-${at}`);
    await Promise.all(
      runs.flatMap((run) => gateways.map((gateway) => gateway.send('import.run', { run }))),
    );
    await until(() => begun.length >= runs.length, 30_000);
    await until(async () => (await left()) === 0);
    expect(begun.sort()).toEqual(runs.sort());
  });

  const left = async () => {
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::int as n from pgboss.job where name = 'import.run' and state <= 'active'`,
    );
    return rows[0]?.n;
  };

  it('that fails is tried again', async () => {
    let tries = 0;
    const handlers = {
      'import.run': () => {
        tries += 1;
        return tries < 2 ? Promise.reject(new Error('not yet')) : Promise.resolve();
      },
    };
    const jobs = await start({ handlers });
    await jobs.send('import.run', { run: 'again' });
    await until(() => tries === 2, 20_000);
  });

  it('whose gateway stops is given up, and done by another', async () => {
    let reason: unknown;
    let begun = 0;
    const first = await start({
      handlers: {
        'import.run': async (_data, signal) => {
          begun += 1;
          await once(signal, 'abort');
          reason = signal.reason;
          throw signal.reason as Error;
        },
      },
    });
    await first.send('import.run', { run: 'handed over' });
    await until(() => begun === 1);
    await first.stop();
    expect(String(reason)).toContain('The gateway stops');
    const done: string[] = [];
    await start({ handlers: { 'import.run': ({ run }) => Promise.resolve(void done.push(run)) } });
    await until(() => done.length === 1, 20_000);
    expect(done).toEqual(['handed over']);
  });

  it('whose gateway was killed is done by another within a minute', async () => {
    // given
    const directory = await mkdtemp(join(tmpdir(), 'quanmai-test-jobs-'));
    const taken = join(directory, 'taken');
    const worker = new Run([
      '--experimental-transform-types',
      '--disable-warning=ExperimentalWarning',
      'test/ingest/jobs/work-until-killed.ts',
      ...[JSON.stringify(home.connection), JSON.stringify(QUICK), taken],
    ]);
    const sender = await start();
    await sender.send('import.run', { run: 'survives' });
    const isTaken = () => readFile(taken, 'utf8').catch(() => '');
    await until(async () => (await isTaken()) === 'survives', 25_000).finally(() => worker.end());
    // when
    const done: string[] = [];
    await start({ handlers: { 'import.run': ({ run }) => Promise.resolve(void done.push(run)) } });
    // then
    await until(() => done.length === 1, 60_000);
    expect(done).toEqual(['survives']);
    await rm(directory, { recursive: true });
  });

  it('is done once the database is back that was away', async () => {
    const way = new BreakableWay();
    const connection = await way.to(home.connection);
    const told: string[] = [];
    const log = pino({ level: 'warn' }, { write: (line: string) => void told.push(line) });
    const done: string[] = [];
    await start({
      ...{ connection, log },
      handlers: { 'import.run': ({ run }) => Promise.resolve(void done.push(run)) },
    });
    const straight = await start();
    await way.cut();
    await straight.send('import.run', { run: 'waits' });
    await until(() => told.some((line) => line.includes('The job queue has trouble')));
    await delay(1_500);
    expect(done).toEqual([]);
    await way.mend();
    await until(() => done.length === 1, 20_000);
    expect(told.filter((line) => line.includes('ECONNREFUSED')).length).toBeLessThanOrEqual(1);
    await Promise.all(running.splice(0).map((jobs) => jobs.stop()));
    await way.cut();
  });
});

describe('the schedules', () => {
  const inDatabase = async () => {
    const { rows } = await client.query<object>(
      'select cron, timezone, data from pgboss.schedule order by data',
    );
    return rows;
  };

  it('are those that were last told, in the city’s time', async () => {
    await start({
      schedules: [
        { source: 'BUREAU', cron: '0 * * * *' },
        { source: '统计局', cron: '30 2 * * 1-5' },
      ],
    });
    expect(await inDatabase()).toEqual([
      { cron: '0 * * * *', timezone: 'Asia/Shanghai', data: { source: 'BUREAU' } },
      { cron: '30 2 * * 1-5', timezone: 'Asia/Shanghai', data: { source: '统计局' } },
    ]);
    await start({ schedules: [{ source: 'BUREAU', cron: '*/5 * * * *' }] });
    expect(await inDatabase()).toEqual([
      { cron: '*/5 * * * *', timezone: 'Asia/Shanghai', data: { source: 'BUREAU' } },
    ]);
  });
});

describe('the tables of the queue', () => {
  it('are nobody’s to make at a start with MIGRATE=never', async () => {
    const bare = await createDatabase();
    const options = { connection: bare.connection, migrate: 'never' } as const;
    await expect(start(options)).rejects.toThrow('run "npm run quanmai -- migrate"');
    await prepareJobs(bare.connection);
    await prepareJobs(bare.connection);
    await (await start(options)).stop();
    await bare.drop();
  });
});
