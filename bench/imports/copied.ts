import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Client, type PoolConfig } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { now } from '../harness/clock.ts';
import { median } from '../harness/statistics.ts';
import type { Register } from './register.ts';

/** Rows a second by a bare COPY of the same file into a table that has nothing but its columns. */
export async function copied(
  connection: PoolConfig,
  { path, rows }: Register,
  rounds: number,
): Promise<number> {
  const client = new Client(connection);
  await client.connect();
  const rates: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await client.query('create table copied (credit_code text, name text, district text)');
    const began = now();
    const copy = client.query(copyFrom('copy copied from stdin (format csv, header)'));
    await pipeline(createReadStream(path), copy);
    rates.push((rows / (now() - began)) * 1_000);
    await client.query('drop table copied');
  }
  await client.end();
  return median(rates);
}

/** How many enterprises there are, and how many a second a bare COPY of as many columns takes out. */
export async function copiedOut(connection: PoolConfig): Promise<{ rows: number; rate: number }> {
  const client = new Client(connection);
  await client.connect();
  const began = now();
  const copy = client.query(copyTo(`copy (${ENTERPRISES}) to stdout (format csv)`));
  let rows = 0;
  for await (const chunk of copy) rows += linesIn(chunk as Buffer);
  await client.end();
  return { rows, rate: (rows / (now() - began)) * 1_000 };
}

const ENTERPRISES = `
  select organisation.code, credit_code, organisation.name, region.name
    from organisation left join region on region.id = district_id`;

const linesIn = (chunk: Buffer) => chunk.reduce((count, byte) => count + (byte === 10 ? 1 : 0), 0);
