import DataLoader from 'dataloader';
import { Pool, type PoolConfig, type QueryResultRow } from 'pg';
import type { Permission } from '../../access/permission.ts';

/** One API key, as far as it is needed to know its holder. */
export interface KeyRow {
  readonly id: string;
  readonly name: string;
  readonly hash: Buffer;
  readonly role: string;
  /** Null for all. */
  readonly districts: readonly string[] | null;
  readonly expiresAt: Date | null;
  readonly isRevoked: boolean;
}

export type Roles = ReadonlyMap<string, ReadonlySet<Permission>>;

/** Of wrong ids in one statement; those behind them wait for the next. */
const KEYS_AT_ONCE = 1_000;
/** Under load a row takes a moment; who waits longer hears that it cannot be found out now. */
const PATIENCE_MS = 3_000;

/**
 * Roles, keys and districts, read from the database over one connection of its own: a crowd of
 * unknown tokens queues there, a thousand in one statement, and takes none from those who are known.
 * As one answers after the other, whoever hears of a change has read nothing that is older since.
 */
export class Register {
  private readonly pool: Pool;
  private asking: Promise<unknown> = Promise.resolve();

  private readonly keys = new DataLoader<string, KeyRow | null>(
    (ids) => {
      const answer = this.keysOf(ids).then((found) => ids.map((id) => found.get(id) ?? null));
      this.asking = answer.catch(() => {});
      return answer;
    },
    {
      cache: false,
      maxBatchSize: KEYS_AT_ONCE,
      batchScheduleFn: (dispatch) => void this.asking.then(dispatch),
    },
  );

  constructor(connection: PoolConfig) {
    this.pool = new Pool({
      ...connection,
      max: 1,
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
      // What nobody waits for any more should not wait for a lock either.
      statement_timeout: PATIENCE_MS,
      application_name: `quanmai ${process.pid} access`,
    });
    this.pool.on('error', () => {});
  }

  /** The key with this id, asked for together with all others that are sought meanwhile. */
  key(id: string): Promise<KeyRow | null> {
    return this.keys.load(id);
  }

  async keysOf(ids: readonly string[]): Promise<Map<string, KeyRow>> {
    if (ids.length === 0) return new Map();
    const rows = await this.ask<KeyRow>(
      `select id, name, hash, role_code as role, district_ids as districts, expires_at as "expiresAt",
              revoked_at is not null as "isRevoked"
         from api_key
        where id = any ($1)`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Changes with everything that somebody who is watched has to hear of. */
  async version(): Promise<string> {
    const rows = await this.ask<{ version: string }>(
      'select version::text as version from access_version',
    );
    return rows[0]?.version ?? '';
  }

  async roles(): Promise<Roles> {
    const rows = await this.ask<{ code: string; permissions: Permission[] }>(
      'select code, permissions from role',
    );
    return new Map(rows.map(({ code, permissions }) => [code, new Set(permissions)]));
  }

  /** The row ids of reporting units by their codes; an unknown one is not in it. */
  async districts(codes: readonly string[]): Promise<Map<string, string>> {
    if (codes.length === 0) return new Map();
    const rows = await this.ask<{ code: string; id: string }>(
      `select code, id from region where code = any ($1) and reporting_unit_id = id`,
      [codes],
    );
    return new Map(rows.map(({ code, id }) => [code, id]));
  }

  /** Notes that keys were used, each once a minute at most: an idle row costs less than an exact one. */
  async used(ids: readonly string[]): Promise<void> {
    await this.ask(
      `update api_key set used_at = now()
        where id = any ($1) and (used_at is null or used_at < now() - interval '1 minute')`,
      [ids],
    );
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  private async ask<Row extends QueryResultRow>(
    text: string,
    values: readonly unknown[] = [],
  ): Promise<Row[]> {
    return (await this.pool.query<Row>(text, [...values])).rows;
  }
}
