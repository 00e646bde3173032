import { type Kysely, sql } from 'kysely';
import type { Database } from '../../db/database.ts';

/**
 * Keeps PostgreSQL's plans fit for what a run has written. Plans are made once: those of a table with
 * ten rows read all of it, also when it has a million, for every row that points at it. What ends
 * them elsewhere is autovacuum, which sees nothing of a transaction before its end.
 */
export class FreshPlans {
  private due = FIRST;

  constructor(private readonly database: Database) {}

  /** Before a chunk, in its transaction: whenever the run has become twice as large. */
  async beforeChunk(db: Kysely<unknown>, rowsSoFar: number): Promise<void> {
    if (rowsSoFar < this.due) return;
    this.due = Math.min(2 * rowsSoFar, rowsSoFar + LAST);
    await sql`discard plans`.execute(db);
    // Rows of a run have nothing but their keys to be told apart by, which only statistics know.
    await sql`analyze import_row`.execute(this.database.kysely);
  }
}

/** Rows before which no plan is worth it: most runs are over by then. */
const FIRST = 1_000;
/** Rows after which it is done in any case. */
const LAST = 64_000;
