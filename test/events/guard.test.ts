import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { appendByHand, EventLog, raiseByHand } from './event-log.ts';
import type { Thing } from './thing.entity.ts';

/** What the database itself refuses, whoever writes. */
describe('the log’s guard', () => {
  let log: EventLog;
  let thing: Thing;
  beforeAll(async () => {
    log = await EventLog.open();
    thing = await log.makeThing('Mill');
  });
  afterAll(() => log.close());

  /** In a transaction: what the body writes, then the commit with its checks. */
  async function commit(body: (session: Client) => Promise<unknown>): Promise<void> {
    const session = await log.session();
    await session.query('begin');
    await body(session);
    await session.query('commit');
  }

  it.each([
    ['an insert', `insert into thing (name) values ('past the log')`],
    ['an insert with a version', `insert into thing (name, version) values ('past the log', 1)`],
    ['a change', `update thing set name = 'past the log'`],
    ['a raised version', 'update thing set version = version + 1'],
    ['a lowered version', 'update thing set version = version - 1'],
    ['a delete', 'delete from thing'],
  ])('refuses %s without its event at commit', async (_, statement) => {
    // when
    const written = commit(async (session) => {
      await session.query(statement);
      expect(await session.query('select from event where position < 0')).toBeDefined();
    });
    // then
    await expect(written).rejects.toMatchObject({
      code: '23000',
      message: expect.stringMatching(/version \d+ has no event of this transaction/),
    });
  });

  it('refuses a change after the raise was undone with its savepoint', async () => {
    const written = commit(async (session) => {
      await session.query(`update thing set name = 'kept' where id = $1`, [thing.id]);
      await session.query('savepoint one');
      await raiseByHand(session, thing.id, 'UNDONE');
      await session.query('rollback to savepoint one');
    });
    await expect(written).rejects.toThrow('has no event of this transaction');
  });

  it('refuses a version that was skipped', async () => {
    const written = commit(async (session) => {
      await session.query('update thing set version = version + 2 where id = $1', [thing.id]);
      const { rows } = await session.query<{ version: number }>(
        'select version from thing where id = $1',
        [thing.id],
      );
      await appendByHand(session, thing.id, 'ONLY_THE_LAST', rows[0]?.version ?? 0);
    });
    await expect(written).rejects.toThrow('has no event of this transaction');
  });

  it.each([
    ['that nobody raised', 2],
    ['that another transaction raised', 1],
  ])('refuses an event of a version %s', async (_, version) => {
    const written = commit((session) => appendByHand(session, thing.id, 'OUT_OF_NOTHING', version));
    await expect(written).rejects.toMatchObject({
      code: '23000',
      message: expect.stringContaining('did not raise that row to version'),
    });
  });

  it('refuses an event of what was never there', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000';
    const written = commit((session) => appendByHand(session, nobody, 'OUT_OF_NOTHING', 1));
    await expect(written).rejects.toThrow('did not raise that row to version 1');
  });

  it('refuses two events of one version', async () => {
    const written = commit(async (session) => {
      await raiseByHand(session, thing.id, 'ONCE');
      await appendByHand(session, thing.id, 'TWICE', 2);
    });
    await expect(written).rejects.toMatchObject({ code: '23505' });
  });

  it('refuses to have history rewritten', async () => {
    const written = commit((session) => session.query(`update event set kind = 'ANOTHER'`));
    await expect(written).rejects.toThrow('is history');
  });

  it('knows its own transaction across savepoints', async () => {
    // given
    const made = await log.makeThing('Mill');
    // when
    await commit(async (session) => {
      await session.query('savepoint one');
      await session.query('update thing set version = version + 1 where id = $1', [made.id]);
      await session.query('release savepoint one');
      await session.query('savepoint two');
      await appendByHand(session, made.id, 'IN_ANOTHER_SAVEPOINT', 2);
      await session.query('release savepoint two');
      await session.query(`update thing set name = 'later' where id = $1`, [made.id]);
    });
    // then
    expect(await log.rows('select version, name from thing where id = $1', [made.id])).toEqual([
      { version: 2, name: 'later' },
    ]);
  });

  it('lets a row go whose last event was appended before', async () => {
    // given
    const made = await log.makeThing('Mill');
    // when
    await commit(async (session) => {
      await raiseByHand(session, made.id, 'ENDED');
      await session.query('delete from thing where id = $1', [made.id]);
    });
    // then
    expect(await log.rows('select from thing where id = $1', [made.id])).toEqual([]);
  });

  it('stands aside for a bulk load, and guards the loaded rows from then on', async () => {
    // given
    await commit(async (session) => {
      await session.query(`set local quanmai.bulk = 'on'`);
      await session.query(`insert into thing (name, version) values ('loaded', 1)`);
    });
    const [loaded] = await log.rows<{ id: string }>(`select id from thing where name = 'loaded'`);
    const id = loaded?.id ?? '';
    // when
    const silent = await commit((session) =>
      session.query(`update thing set name = 'past the log' where id = $1`, [id]),
    ).catch((error: unknown) => error);
    const renamed = await log.rename(id, 'through the log');
    // then
    expect(silent).toMatchObject({
      message: expect.stringContaining('has no event of this transaction'),
    });
    expect(renamed).toMatchObject({ version: 2 });
  });
});
