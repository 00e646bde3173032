import { type Kysely, sql } from 'kysely';
import type { Database } from '../../db/database.ts';

/**
 * Keeps PostgreSQL's plans fit for what a run has written. Plans are made once: those of a table with
 * ten rows read all of it, also when it has a million, for every row that points at it. What ends
 * them elsewhere is autovacuum, which sees nothing of a transaction before its end.
 */
export class FreshPlans {
  private chunks = 0;

  constructor(private readonly database: Database) {}

  /** Before a chunk, in its transaction: now and then, whenever the run has become twice as large. */
  async beforeChunk(db: Kysely<unknown>): Promise<void> {
    this.chunks += 1;
    const { chunks } = this;
    if ((chunks & (chunks - 1)) !== 0 && chunks % AT_LEAST_EVERY !== 0) return;
    await sql`discard plans`.execute(db);
    // Rows of a run have nothing but their keys to be told apart by, which only statistics know.
    await sql`analyze import_row`.execute(this.database.kysely);
  }
}

/** Chunks. */
const AT_LEAST_EVERY = 256;
