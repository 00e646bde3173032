import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { deliver, type DeliveryReport } from '../../../src/ingest/deliver.ts';
import {
  noteInterrupted,
  noteRun,
  type RunRequest,
  takeUp,
} from '../../../src/ingest/run/run-store.ts';
import { undoImport } from '../../../src/ingest/run/undo.ts';
import { type Gateway, startGateway } from '../../support/gateway.ts';
import { until } from '../../support/until.ts';
import { mappingOf } from '../mapping/mappings.ts';

let gateway: Gateway;
let directory: string;
beforeAll(async () => {
  gateway = await startGateway();
  directory = await mkdtemp(join(tmpdir(), 'quanmai-test-resumed-'));
});
afterAll(async () => {
  await gateway.close();
  await rm(directory, { recursive: true, force: true });
});

const PROJECTS = `  - target: projects
    isComplete: true
    columns:
      code: { header: 项目代码 }
      name: { header: 项目名称 }
`;
const ENTERPRISES = `  - target: enterprises
    columns:
      name: { header: 企业名称 }
`;

const projectsFile = (stem: string, rows: number) =>
  ['项目代码,项目名称', ...numbered(rows, (at) => `${stem}-${at},项目${at}`)].join('\n');
const numbered = (n: number, line: (at: number) => string) =>
  Array.from({ length: n }, (_, at) => line(at));
const ask = async <T>(query: ReturnType<typeof sql<T>>): Promise<T[]> =>
  (await query.execute(gateway.database.kysely)).rows;

/** A delivery, row by row, that can be cut short and gone on with. */
class Delivery {
  readonly request: RunRequest = {
    ...({ id: v7(), source: 'bureau', mode: 'ROW_BY_ROW', isDry: false } as const),
    ...{ fileName: '台账.csv', asOf: '2024-03-31', actor: 'test' },
  };

  constructor(
    private readonly tables: string,
    private readonly text: string,
  ) {}

  /** Stops it behind the chunk with this row. */
  async cutAfter(row: number): Promise<void> {
    await noteRun(gateway.database.kysely, this.request, 'RUNNING');
    await expect(this.take(row)).rejects.toThrow();
    const [run] = await ask(sql`select state from import_run where id = ${this.request.id}`);
    expect(run).toEqual({ state: 'INTERRUPTED' });
  }

  async goOn(): Promise<DeliveryReport> {
    expect(await takeUp(gateway.database.kysely, this.request.id, 'a mapping')).toBe(true);
    return this.take();
  }

  async take(cutAfter = Infinity): Promise<DeliveryReport> {
    const path = join(directory, v7());
    await writeFile(path, this.text);
    const ending = new AbortController();
    const mapping = await mappingOf(this.tables);
    return deliver(gateway.database, {
      ...{ mapping, path, request: this.request, signal: ending.signal },
      resumes: cutAfter === Infinity,
      onProgress: ({ read }) => {
        if (read >= cutAfter) ending.abort(new Error('cut'));
      },
    });
  }
}

describe('a run that goes on', () => {
  it('counts of its tables what it did before, too', async () => {
    // given
    const delivery = new Delivery(PROJECTS, projectsFile('counted', 600));
    await delivery.cutAfter(500);
    // when
    const { counts, tables } = await delivery.goOn();
    // then
    expect(counts).toMatchObject({ read: 600, new: 600 });
    expect(tables).toMatchObject([{ rows: 600, changed: 600, refused: 0 }]);
  });

  it('tells once what is gone, wherever it was cut', async () => {
    // given
    const whole = new Delivery(PROJECTS, projectsFile('gone', 30));
    await noteRun(gateway.database.kysely, whole.request, 'RUNNING');
    await whole.take();
    const delivery = new Delivery(PROJECTS, projectsFile('gone', 20));
    await ask(sql`
      create function has_no_end() returns trigger language plpgsql as $$
      begin
        raise exception 'the gateway is killed here';
      end $$`);
    await ask(sql`
      create trigger has_no_end before update on import_run
        for each row when (new.state = 'DONE') execute function has_no_end()`);
    await delivery.cutAfter(20);
    await ask(sql`drop trigger has_no_end on import_run`);
    // when
    const { state, counts } = await delivery.goOn();
    // then
    expect(state).toBe('DONE');
    expect(counts).toMatchObject({ read: 20, unchanged: 20, gone: 10 });
  });

  it('has asked who is who of the rows that it went past before', async () => {
    // given
    await gateway.given.enterprise({ name: '济南岳川精工有限公司' });
    const known = await gateway.given.enterprise();
    const name = '青岛岳川精工有限公司';
    const rest = numbered(250, () => known);
    const delivery = new Delivery(ENTERPRISES, ['企业名称', name, ...rest].join('\n'));
    await delivery.cutAfter(250);
    // when
    await delivery.goOn();
    // then
    const asked = await ask(sql`
      select name from identity_question where run = ${`imp_${delivery.request.id}`}`);
    expect(asked).toEqual([{ name }]);
  });

  it('writes no more once it was taken for interrupted and undone', async () => {
    // given
    const delivery = new Delivery(PROJECTS, projectsFile('undone', 1_000));
    const { id } = delivery.request;
    const { kysely } = gateway.database;
    await noteRun(kysely, delivery.request, 'RUNNING');
    const taking = delivery.take();
    taking.catch(() => {});
    await until(async () => {
      const [run] = await ask(sql<{ n: number }>`
        select rows_read as n from import_run where id = ${id}`);
      return run!.n > 0;
    });
    // when
    await noteInterrupted(kysely, id);
    await undoImport(gateway.database, id, { actor: 'test' });
    // then
    await expect(taking).rejects.toMatchObject({ code: 'IMPORT_CANCELLED' });
    expect(await ask(sql`select state from import_run where id = ${id}`)).toEqual([
      { state: 'UNDONE' },
    ]);
    expect(await ask(sql`select from project where code like 'undone-%'`)).toEqual([]);
  });
});
