import {
  type DatabaseConnection,
  type Driver,
  PostgresDialect,
  PostgresDriver,
  type TransactionSettings,
} from 'kysely';
import { DatabaseError, type Pool } from 'pg';

/**
 * Kysely for whatever is written. Its own driver keeps the connection of a transaction that could
 * not begin or be rolled back, and after as many lost ones as the pool has, nobody got any: here a
 * connection that is lost goes back to the pool at once, which throws it away.
 */
export class WritesDialect extends PostgresDialect {
  constructor(private readonly pool: Pool) {
    super({ pool });
  }

  override createDriver(): Driver {
    return new WritesDriver({ pool: this.pool });
  }
}

class WritesDriver extends PostgresDriver {
  private readonly givenBack = new WeakSet<DatabaseConnection>();

  override async beginTransaction(
    connection: DatabaseConnection,
    settings: TransactionSettings,
  ): Promise<void> {
    await this.giveBackIfLost(connection, super.beginTransaction(connection, settings));
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await this.giveBackIfLost(connection, super.rollbackTransaction(connection));
  }

  override async releaseConnection(connection: DatabaseConnection): Promise<void> {
    if (!this.givenBack.has(connection)) await super.releaseConnection(connection as never);
  }

  private async giveBackIfLost(connection: DatabaseConnection, work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      if (isLost(error)) {
        await this.releaseConnection(connection);
        this.givenBack.add(connection);
      }
      throw error;
    }
  }
}

/** What a server that is still there complains of has its severity; the driver's own errors have none. */
function isLost(error: unknown): boolean {
  return !(error instanceof DatabaseError) || error.severity === 'FATAL';
}
