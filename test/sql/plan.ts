import { type Client, escapeLiteral } from 'pg';
import type { SentStatement } from '../support/statements.ts';

/**
 * How the server runs a statement whose plan it keeps: one plan for whatever values come, which is what
 * `PreparingClient` has it settle on. The values are given all the same, since some plans leave out
 * by them what they need not look at.
 */
export async function planOf(client: Client, statement: SentStatement): Promise<string> {
  const values = await writtenOut(client, statement.parameters);
  await client.query('set plan_cache_mode = force_generic_plan');
  await client.query(`prepare looked_at as ${statement.sql}`);
  try {
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `explain (costs off) execute looked_at ${values}`,
    );
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  } finally {
    await client.query('deallocate looked_at');
  }
}

/** EXECUTE takes no parameters of its own, so the server is asked for the text of each. */
async function writtenOut(client: Client, parameters: readonly unknown[]): Promise<string> {
  if (parameters.length === 0) return '';
  const texts = parameters.map((_, place) => `$${place + 1}::text`);
  const { rows } = await client.query<(string | null)[]>({
    text: `select ${texts.join(', ')}`,
    values: [...parameters],
    rowMode: 'array',
  });
  const literals = rows[0]!.map((text) => (text === null ? 'null' : escapeLiteral(text)));
  return `(${literals.join(', ')})`;
}

/** The tables that a plan reads from end to end, however small they are. */
export function scannedIn(plan: string): string[] {
  return [...plan.matchAll(/Seq Scan on (?:\w+\.)?(\w+)/g)].map(([, table]) => table!);
}

/** A plan as it is on every day: the log's partitions are named by their weeks. */
export function lasting(plan: string): string {
  return plan.replaceAll(/\bevent_\d{4}_\d\d_\d\d/g, 'event_<week>');
}
