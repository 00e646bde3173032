import { CITY_LEAST, CITY_MOST } from './bounds.ts';
import type { PoolClient } from 'pg';
import type { Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';
import { deferIndexes } from '../../db/deferred-indexes.ts';
import { BadInput, DomainError } from '../../kit/errors.ts';
import { buildSearch } from '../../search/build.ts';
import { searchables } from '../../search/searchable.ts';
import { batchTables } from './batches.ts';
import { figureTables } from './batch-figures.ts';
import { chainTables } from './chains.ts';
import { City, CITY_TABLES, type CitySize, type CityTable, type TableName } from './city.ts';
import { copyTable } from './copy.ts';
import { organisationTables } from './organisations.ts';
import { placeTables } from './places.ts';
import { projectTables } from './projects.ts';
import { eventTables } from './promotion-events.ts';
import { tripTables } from './promotion-trips.ts';
import { regionTables } from './regions.ts';
import { sourceTables } from './sources.ts';

export interface CityOptions extends Partial<Omit<CitySize, 'seed'>> {
  readonly seed: number;
  /** Told as it goes on. What it throws ends the work, and leaves the database empty. */
  readonly onProgress?: (progress: CityProgress) => void;
}

/** `done` and `total` count the things that rows are made of; `what` names the table. */
interface CityProgress {
  readonly done: number;
  readonly total: number;
  readonly what: string;
}

interface CityReport extends CitySize {
  readonly rows: Readonly<Record<TableName | 'chain_supplier', number>>;
  readonly milliseconds: number;
}

/** Rows would lie beside those of others, and a city of a seed would not be the same city again. */
class DatabaseNotEmpty extends DomainError {
  readonly code = 'DATABASE_NOT_EMPTY';

  constructor(readonly table: string) {
    super(
      `The database is not empty: there are rows in "${table}". A city is generated into an empty database only; ` +
        `name another by DATABASE_URL or DATA_DIR, or remove this one first.`,
    );
  }
}

const FILLED = [...CITY_TABLES, 'chain_supplier'] as const;

/**
 * Fills an empty database with a synthetic city: the same city for the same options, to the byte.
 *
 * By COPY and in one transaction, so that whatever ends it early leaves the database as empty as it
 * was. What triggers would do row by row is done once at the end: the suppliers of all chains in one
 * statement, and a new epoch of the log, since these rows have no events of their own.
 */
export async function generateCity(database: Database, options: CityOptions): Promise<CityReport> {
  const { projects = 2_000, enterprises = 3_000, seed } = options;
  const size = checked({ projects, enterprises, seed });
  const began = performance.now();
  const client = await database.pool.connect();
  try {
    await client.query('begin');
    const rows = await fill(
      client,
      database.kysely,
      new City(size),
      options.onProgress ?? (() => {}),
    );
    await client.query('commit');
    client.release();
    return { ...size, rows, milliseconds: performance.now() - began };
  } catch (error) {
    // The connection goes with its transaction: after a broken COPY it may be in no state to be used.
    client.release(true);
    throw error;
  }
}

function checked(size: CitySize): CitySize {
  for (const field of ['projects', 'enterprises', 'seed'] as const) {
    const value = size[field];
    if (!Number.isSafeInteger(value) || value < CITY_LEAST[field] || value > CITY_MOST[field]) {
      throw new BadInput(
        `${field} is ${value}; it must be an integer from ${CITY_LEAST[field]} to ${CITY_MOST[field]}.`,
        [field],
      );
    }
  }
  return size;
}

async function fill(
  client: PoolClient,
  db: Kysely<unknown>,
  city: City,
  onProgress: NonNullable<CityOptions['onProgress']>,
) {
  // A city of a million projects takes minutes, and the server waits while rows are made.
  await client.query(`
    select set_config('quanmai.bulk', 'on', true),
           set_config('statement_timeout', '0', true),
           set_config('lock_timeout', '0', true),
           set_config('idle_in_transaction_session_timeout', '0', true)`);
  // Who generates at the same time waits here, and then finds the database full.
  await client.query(`lock table ${FILLED.join(', ')} in access exclusive mode`);
  await refuseUnlessEmpty(client);
  const restore = await deferIndexes(client, FILLED);
  const tables = tablesOf(city);
  const ending = Math.ceil(tables.reduce((sum, { count }) => sum + count, 0) / 20);
  const named = city.projects + city.enterprises;
  const total = tables.reduce((sum, { count }) => sum + count, 3 * ending + named);
  let done = 0;
  const rows = {} as Record<TableName | 'chain_supplier', number>;
  for (const table of tables) {
    rows[table.name] = await copyTable(client, table, (numbers) => {
      done += numbers;
      onProgress({ done, total, what: table.name });
    });
  }
  // Before the suppliers: without statistics the planner joins a million rows one by one.
  await client.query(`analyze ${CITY_TABLES.join(', ')}`);
  const suppliers = await client.query(`
    insert into chain_supplier (chain_id, partition, district_id, organisation_id, name, basis, by_supply)
    select chain_id, partition, district_id, organisation_id, name, basis, by_supply
      from chain_supplier_now`);
  rows.chain_supplier = suppliers.rowCount ?? 0;
  onProgress({ done: (done += ending), total, what: 'chain_supplier' });
  await restore();
  await client.query('analyze chain_supplier');
  await client.query('select event_renew_epoch()');
  onProgress({ done: (done += ending), total, what: 'indexes' });
  const namesEnd = done + named;
  await buildSearch(client, db, [...searchables().values()], (names) => {
    done = Math.min(done + names, namesEnd);
    onProgress({ done, total, what: 'search_name' });
  });
  onProgress({ done: total, total, what: 'search_name' });
  return rows;
}

async function refuseUnlessEmpty(client: PoolClient): Promise<void> {
  const found = await client.query<{ name: string }>(
    [...CITY_TABLES, 'event']
      .map((name) => `(select '${name}' as name from ${name} limit 1)`)
      .join(' union all '),
  );
  const names = new Set(found.rows.map(({ name }) => name));
  // The first that says something: "project" tells more than the document that it stands in.
  const telling = (['region', 'organisation', 'project'] as const).find((name) => names.has(name));
  const table = telling ?? found.rows[0]?.name;
  if (table !== undefined) throw new DatabaseNotEmpty(table);
}

/** All tables, each after those that it refers to. */
function tablesOf(city: City): CityTable[] {
  return [
    ...sourceTables(city),
    ...regionTables(city),
    ...placeTables(city),
    ...organisationTables(city),
    ...projectTables(city),
    ...batchTables(city),
    ...chainTables(city),
    ...eventTables(city),
    ...tripTables(city),
    ...figureTables(city),
  ];
}
