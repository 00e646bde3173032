import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import type { CityDatabase } from '../harness/database.ts';
import { type Part, shown } from '../harness/report.ts';
import { tell } from '../harness/run.ts';
import { median } from '../harness/statistics.ts';
import type { City } from './query.ts';

const ROUNDS = 5;
/** Times that a form is asked for in a round, after some that are not measured. */
const TIMES = 60;
const WARM_UP = 15;

/** Each of 15 districts' first 41 suppliers of a chain, with who they are: what Q1 reads most of. */
const rows = (enterprise: string) => `
  select wanted.slot, item.*
    from jsonb_to_recordset($1::jsonb) as wanted (slot int, chain_id uuid, district_key uuid)
    join lateral (
         select chain_supplier.organisation_id, chain_supplier.basis, ${enterprise}
           from chain_supplier
           join organisation on organisation.id = chain_supplier.organisation_id
          where chain_supplier.chain_id = wanted.chain_id
            and chain_supplier.partition = 'REPORTING_UNIT'
            and chain_supplier.district_key = wanted.district_key
          order by chain_supplier.name, chain_supplier.id
          limit 41) item on true`;

const FLAT = 'organisation.code, organisation.name, organisation.credit_code';
const COLUMNS = ['slot', 'organisation_id', 'basis', 'code', 'name', 'credit_code'];

/** Ways to read the same. */
const FORMS: Readonly<Record<string, { readonly text: string; readonly rowMode?: 'array' }>> = {
  'rows, as the driver reads them': { text: rows(FLAT) },
  'rows, as arrays': { text: rows(FLAT), rowMode: 'array' },
  'rows, the enterprise as jsonb': {
    text: rows(`(select to_jsonb(who) from (select ${FLAT}) who) as enterprise`),
  },
  'rows, the enterprise as json': {
    text: rows(`(select row_to_json(who) from (select ${FLAT}) who) as enterprise`),
  },
  'one array of objects': { text: `select json_agg(read) from (${rows(FLAT)}) read` },
  'one array a column': {
    text: `select ${COLUMNS.map((column) => `json_agg(read.${column}) as ${column}`).join(', ')}
             from (${rows(FLAT)}) read`,
  },
};

/** What it costs PostgreSQL and Node to have some six hundred rows, in several forms. */
export async function forms({ connection }: CityDatabase, city: City): Promise<Part> {
  tell('forms:');
  const client = new Client(connection);
  await client.connect();
  try {
    const cpu = await cpuOfServer(client);
    const [chain] = city.chains;
    const parents = city.districts.map(({ id }, slot) => ({
      ...{ slot, chain_id: chain?.id, district_key: id },
    }));
    const values = [JSON.stringify(parents)];
    const measured = new Map(Object.keys(FORMS).map((name) => [name, [] as Cost[]]));
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [name, form] of Object.entries(FORMS)) {
        const ask = () => client.query({ name, ...form, values } as { text: string });
        measured.get(name)?.push(await costOf(ask, cpu));
      }
    }
    return {
      title: 'Forms of a level',
      text: `The first 41 suppliers of a chain in each of ${city.districts.length} districts, with who they are, by one prepared statement on one connection: milliseconds of CPU, medians of ${ROUNDS} rounds of ${TIMES}.`,
      columns: ['', 'PostgreSQL', 'Node', 'both'],
      rows: [...measured].map(([name, costs]) => {
        const node = median(costs.map((cost) => cost.node));
        const postgres = median(costs.map((cost) => cost.postgres));
        return [name, ...[postgres, node, postgres + node].map(shown)];
      }),
      goals: [],
    };
  } finally {
    await client.end();
  }
}

interface Cost {
  readonly node: number;
  readonly postgres: number;
}

async function costOf(ask: () => Promise<unknown>, cpu: () => number): Promise<Cost> {
  for (let time = 0; time < WARM_UP; time += 1) await ask();
  const [node, postgres] = [process.cpuUsage(), cpu()];
  for (let time = 0; time < TIMES; time += 1) await ask();
  const { user, system } = process.cpuUsage(node);
  return { node: (user + system) / 1_000 / TIMES, postgres: (cpu() - postgres) / TIMES };
}

/** Milliseconds of CPU that the server's process of this connection has had; not a number without /proc. */
async function cpuOfServer(client: Client): Promise<() => number> {
  const { rows: found } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  return () => {
    try {
      const text = readFileSync(`/proc/${found[0]?.pid ?? 0}/schedstat`, 'latin1');
      return Number(text.split(' ')[0]) / 1e6;
    } catch {
      return Number.NaN;
    }
  };
}
