import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database } from '../../src/db/database.ts';
import { now } from '../harness/clock.ts';
import { type PlanChange, writes } from '../updates/writes.ts';

/** Commands a second. Each ends all that the gateway keeps of answers. */
export const WRITES = 4;

/** Whose plans are changed, in turn. */
const PROJECTS = 1_000;
/** A plan that no project has: it goes up through the whole run, so that each command changes something. */
let nextPlan = 1_500_000;

/** Corrects the annual plan of one project after the other; no query of the mix shows it. */
export async function keepWriting(database: Database, seconds: number): Promise<void> {
  const { rows } = await sql<PlanChange['project']>`
    select id, district_id as "districtId"
      from project
     where district_id is not null
     order by code
     limit ${PROJECTS}`.execute(database.kysely);
  const began = now();
  for (let written = 0; written < seconds * WRITES; written += 1) {
    await delay(Math.max(0, began + (written / WRITES) * 1_000 - now()));
    const project = rows[written % rows.length];
    if (!project) throw new Error('The city has no projects.');
    await writes.commandLogged(database, { project, plan: nextPlan });
    nextPlan += 1;
  }
}
