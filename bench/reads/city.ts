import { sql } from 'kysely';
import type { CityDatabase } from '../harness/database.ts';
import type { City } from './query.ts';

/** What the questions are made of, in a database that was just filled. */
export async function cityOf({ database }: CityDatabase): Promise<City> {
  const db = database.kysely;
  // As a database that has been in use for a while: what was loaded is known, and settled.
  await sql`vacuum (analyze)`.execute(db);
  const districts = await sql<City['districts'][number]>`
    select id, code from region
     where kind in ('DISTRICT', 'COUNTY', 'FUNCTIONAL_ZONE') order by code`.execute(db);
  const chains = await sql<City['chains'][number]>`
    select id, code from industry_chain order by code`.execute(db);
  return { db, districts: districts.rows, chains: chains.rows };
}
