import { setTimeout as delay } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../../src/db/database.ts';
import { now } from '../harness/clock.ts';
import type { CityDatabase } from '../harness/database.ts';
import { DISTRICTS } from './scale.ts';
import type { Events } from './servers.ts';
import { type PlanChange, writeProjects } from './writes.ts';

/** Events of one transaction. */
const EVENTS_EACH = 100;

type ProjectRow = PlanChange['project'];

/**
 * Writes what Quanmai's subscribers read: event n sets the annual plan of the nth project to n, in
 * the statements that `runCommand` ends with. Projects are dealt out to the districts in turn.
 */
export class Writer {
  private constructor(
    private readonly city: CityDatabase,
    private readonly projects: readonly ProjectRow[],
    private readonly districtCodes: readonly string[],
  ) {}

  static async open(city: CityDatabase): Promise<Writer> {
    const { kysely } = city.database;
    const districts = await sql<{ id: string; code: string }>`
      select distinct region.id, region.code
        from region
        join project on project.district_id = region.id
       order by region.code
       limit ${DISTRICTS}`.execute(kysely);
    const ids = districts.rows.map(({ id }) => id);
    const dealt = await dealOut(kysely, ids);
    return new Writer(
      city,
      dealt,
      districts.rows.map(({ code }) => code),
    );
  }

  get url(): string {
    return this.city.url;
  }

  get database(): Database {
    return this.city.database;
  }

  districtFilter(district: number): object {
    return { districts: [this.districtCodes[district]] };
  }

  /**
   * Makes the events in transactions that are all held, then commits them one after the other, some
   * within a millisecond. Answers when the first commit was asked for.
   */
  async burst({ first, count }: Events): Promise<number> {
    const held = [];
    for (let from = first; from < first + count; from += EVENTS_EACH) {
      const transaction = await this.city.database.kysely.startTransaction().execute();
      held.push(transaction);
      await this.write(transaction, from, Math.min(EVENTS_EACH, first + count - from));
    }
    const began = now();
    for (const transaction of held) await transaction.commit().execute();
    return began;
  }

  async steady({ first, count, everyMs }: Events & { everyMs: number }): Promise<Float64Array> {
    const times = new Float64Array(count);
    const began = now();
    for (let made = 0; made < count; made += 1) {
      await delay(Math.max(0, began + made * everyMs - now()));
      const transaction = await this.city.database.kysely.startTransaction().execute();
      await this.write(transaction, first + made, 1);
      times[made] = now();
      await transaction.commit().execute();
    }
    return times;
  }

  /** What event `number` changes. */
  change(number: number): PlanChange {
    const project = this.projects[number % this.projects.length];
    if (!project) throw new Error('The city has no projects.');
    return { project, plan: number };
  }

  /** Whether the log's check looks at projects: a write that leaves no event passes only without. */
  async watched(isWatched: boolean): Promise<void> {
    const able = sql.raw(isWatched ? 'enable' : 'disable');
    await sql`alter table project ${able} trigger has_event`.execute(this.city.database.kysely);
  }

  private async write(db: Kysely<unknown>, first: number, count: number): Promise<void> {
    const numbers = Array.from({ length: count }, (_, place) => first + place);
    await writeProjects(
      db,
      numbers.map((number) => this.change(number)),
    );
  }
}

/** Gives the projects to the districts in turn; as many as divide evenly. */
async function dealOut(db: Kysely<unknown>, districts: readonly string[]): Promise<ProjectRow[]> {
  return db.transaction().execute(async (transaction) => {
    await sql`set local quanmai.bulk = 'on'`.execute(transaction);
    const { rows } = await sql<ProjectRow>`
      with dealt as (
           select id, row_number() over (order by code) - 1 as place, count(*) over () as total
             from project)
      update project
         set district_id = (${districts}::uuid[])[dealt.place % ${DISTRICTS} + 1]
        from dealt
       where project.id = dealt.id
         and dealt.place < dealt.total - dealt.total % ${DISTRICTS}
   returning project.id, project.district_id as "districtId"`.execute(transaction);
    const byDistrict = Map.groupBy(rows, ({ districtId }) => districtId);
    const each = Math.min(...districts.map((id) => byDistrict.get(id)?.length ?? 0));
    return Array.from({ length: each * DISTRICTS }, (_, place) => {
      const row = byDistrict.get(districts[place % DISTRICTS] ?? '')?.[
        Math.floor(place / DISTRICTS)
      ];
      if (!row) throw new Error('A project was not dealt out.');
      return row;
    });
  });
}
