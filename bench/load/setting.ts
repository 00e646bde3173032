import type { Database } from '../../src/db/database.ts';
import type { Server } from '../harness/process.ts';
import type { Postgres } from '../reads/postgres.ts';
import type { Crowd } from './crowd.ts';
import type { Sizes } from './scale.ts';

/** What both parts of the suite share. */
export interface Setting {
  readonly crowd: Crowd;
  /** The gateway's. */
  readonly server: Server;
  readonly database: Database;
  readonly postgres: Postgres;
  readonly sizes: Sizes;
}
