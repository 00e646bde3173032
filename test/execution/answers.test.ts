import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { assembleSchema } from '../../src/graph/schema.ts';
import { isMomentary } from '../../src/kit/momentary.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { until } from '../support/until.ts';

const REGIONS = 'query Regions { regions(first: 200) { nodes { code name } } }';
const PROJECTS = 'query Projects { projects(first: 200) { nodes { code } } }';
const HEAD = 'query Head { updatesHead { cursor at } }';

describe('an answer that is asked for again', () => {
  let gateway: Gateway;
  let beside: Gateway;
  /** Shows nothing to whoever does not say who he is. */
  let closed: Gateway;
  const districts: string[] = [];
  beforeAll(async () => {
    gateway = await startGateway({ live: true });
    beside = await startGateway({ live: true, beside: gateway });
    closed = await startGateway({ live: true, beside: gateway, env: { ANONYMOUS: 'off' } });
    for (let count = 0; count < 2; count += 1) districts.push(await gateway.given.region());
    for (const site of districts) await gateway.given.project({ site });
    await settled();
  });
  afterAll(async () => {
    await closed.close();
    await beside.close();
    await gateway.close();
  });

  /** How far the log goes, once all that was written is numbered. */
  const numbered = async () => {
    const log = async () => {
      const { rows } = await gateway.database.pool.query<{ position: number; pending: boolean }>(
        `select position::int, exists (select from event where position is null) as pending
           from event_head`,
      );
      return rows[0]!;
    };
    await until(async () => !(await log()).pending);
    return (await log()).position;
  };
  /** All have heard of it. */
  const settled = async () => {
    const position = await numbered();
    await until(() =>
      [gateway, beside, closed].every(({ tail }) => tail.known()?.position === position),
    );
  };
  const codesAt = async (at: Gateway): Promise<string[]> => {
    const { regions } = await at.query(REGIONS);
    return regions.nodes.map(({ code }: { code: string }) => code);
  };

  it('comes without a statement while nothing changes, the same to the letter', async () => {
    const first = await (await gateway.post({ query: REGIONS })).text();
    expect(gateway.sql.statements).toHaveLength(1);
    const second = await (await gateway.post({ query: REGIONS })).text();
    expect(gateway.sql.statements).toHaveLength(0);
    expect(second).toBe(first);
    expect(JSON.parse(second)).toMatchObject({
      extensions: { cost: { asked: expect.any(Number) } },
    });
  });

  it('is another one for other variables, operations and pages', async () => {
    const query = `query One($code: String!) { region(code: $code) { code } }
      query Other($code: String!) { region(code: $code) { name } }`;
    const asked = async (operationName: string, code: string) => {
      const response = await gateway.post({ query, operationName, variables: { code } });
      return ((await response.json()) as { data: unknown }).data;
    };
    for (let time = 0; time < 3; time += 1) {
      for (const code of districts) {
        expect(await asked('One', code)).toEqual({ region: { code } });
        expect(await asked('Other', code)).toEqual({ region: { name: expect.any(String) } });
      }
    }
  });

  it('holds what this process has committed, at once', async () => {
    for (let time = 0; time < 20; time += 1) {
      await codesAt(gateway);
      const added = await gateway.given.region();
      expect(await codesAt(gateway)).toContain(added);
    }
  });

  it('holds whatever the cursor of another gateway stands for', async () => {
    for (let time = 0; time < 20; time += 1) {
      await codesAt(beside);
      const added = await gateway.given.region();
      // From now on somebody may hold a cursor behind it; this gateway may not have heard of it yet.
      await numbered();
      expect(await codesAt(beside)).toContain(added);
    }
  });

  it('is never that of somebody who is shown more, or less', async () => {
    const [here = '', there = ''] = districts;
    const all = closed.as(await gateway.keyFor());
    const ofHere = closed.as(await gateway.keyFor({ districts: [here] }));
    const alsoOfHere = closed.as(await gateway.keyFor({ districts: [here] }));
    const ofThere = closed.as(await gateway.keyFor({ districts: [there] }));
    const codes = async (viewer: Pick<Gateway, 'query'>) => {
      const { projects } = await viewer.query(PROJECTS);
      return projects.nodes.map(({ code }: { code: string }) => code) as string[];
    };
    for (let time = 0; time < 3; time += 1) {
      const [everything, one, other] = [
        await codes(all),
        await codes(ofHere),
        await codes(ofThere),
      ];
      expect(everything).toHaveLength(2);
      expect([...one, ...other].sort()).toEqual(everything.sort());
      expect([one.length, other.length]).toEqual([1, 1]);
    }
    await codes(alsoOfHere);
    expect(closed.sql.statements).toHaveLength(0);
  });

  it('is made once for all who ask the same at the same time', async () => {
    await gateway.given.region();
    await settled();
    gateway.sql.reset();
    const asked = Array.from({ length: 12 }, () =>
      fetch(gateway.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: REGIONS }),
      }).then((response) => response.json()),
    );
    const answers = await Promise.all(asked);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(gateway.sql.statements).toHaveLength(1);
  });

  it('is not lost for the others when the one who asked first goes away', async () => {
    // given
    await gateway.given.region();
    await settled();
    const blocker = await gateway.database.pool.connect();
    await blocker.query('begin; lock table region in access exclusive mode');
    const leaving = new AbortController();
    const ask = (signal?: AbortSignal) =>
      fetch(gateway.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: REGIONS }),
        signal: signal ?? null,
      });
    const left = ask(leaving.signal).catch((error: unknown) => error);
    const waiting = () =>
      gateway.database.pool
        .query(
          `select from pg_stat_activity where wait_event_type = 'Lock' and query ~ 'from region'`,
        )
        .then(({ rowCount }) => rowCount);
    await until(async () => (await waiting()) === 1);
    const others = [ask(), ask()];
    // when
    leaving.abort();
    await left;
    await blocker.query('rollback');
    blocker.release();
    // then
    for (const other of others) {
      const { data } = (await (await other).json()) as { data: { regions: { nodes: object[] } } };
      expect(data.regions.nodes.length).toBeGreaterThan(2);
    }
  });

  it('with an error in it is made anew each time', async () => {
    const query = '{ regions(first: 1) { nodes { code } } projects(after: "none") { totalCount } }';
    for (let time = 0; time < 2; time += 1) {
      const { errors } = await gateway.request(query);
      expect(errors).toMatchObject([{ extensions: { code: 'CURSOR_MISMATCH' } }]);
      // The list beside it is still being read when the error is told.
      await until(() => gateway.sql.statements.length > 0);
    }
  });

  it('is not kept where it tells of credentials, the audit or the log itself', async () => {
    const root = assembleSchema().getQueryType()!;
    const momentary = Object.values(root.getFields()).filter(isMomentary);
    expect(momentary.map(({ name }) => name).sort()).toEqual([
      'auditEntries',
      ...['dataSource', 'dataSources', 'export', 'importRun', 'importRuns'],
      'projectUpdatesFeed',
      'updatesHead',
      'viewer',
    ]);
    const at = async () => (await gateway.query(HEAD)).updatesHead.at as string;
    const first = await at();
    await until(async () => (await at()) !== first);
  });
});
