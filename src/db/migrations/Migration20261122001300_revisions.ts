import { Migration } from '@mikro-orm/migrations';

/**
 * A place in a chain, a supply and a lead are no aggregates: the chain or the trip tells of them. But
 * they are corrected one by one, and whoever corrects one says which state of *it* he had seen, not
 * of a chain that hundreds of others change. Hence a count of its own, raised by each correction.
 */
export class Migration20261122001300_revisions extends Migration {
  override up(): void {
    for (const table of CORRECTED) {
      this.addSql(
        `alter table ${table} add column revision int not null default 1 check (revision > 0)`,
      );
    }
  }

  override down(): void {
    for (const table of CORRECTED) this.addSql(`alter table ${table} drop column revision`);
  }
}

const CORRECTED = ['chain_place', 'chain_supply', 'promotion_lead'];
