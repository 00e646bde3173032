import pg from 'pg';
import { POOL_SIZE } from '../serving.js';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: POOL_SIZE });

/** A statement that each connection prepares once; answers the rows. */
export const prepared = (name, text) => async (values) =>
  (await pool.query({ name, text, values })).rows;

/** Of rows that tell by `place` which parent they belong to, the list of each parent. */
export function listsByPlace(rows, parents) {
  const lists = Array.from({ length: parents }, () => []);
  for (const row of rows) lists[row.place - 1].push(row);
  return lists;
}

/** Of rows that tell by `key` what they belong to, the one of each parent. */
export function onesByKey(rows, keys) {
  const found = new Map(rows.map((row) => [row.key, row]));
  return keys.map((key) => found.get(key) ?? null);
}
