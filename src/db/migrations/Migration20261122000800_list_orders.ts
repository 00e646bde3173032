import { Migration } from '@mikro-orm/migrations';

/**
 * An index for each order that a list at the root can be read in, for the largest projects of a
 * district, and for the suppliers of the whole city. What is unknown comes last whichever way, so each way has a stand-in of its own: below
 * all days for the latest first, above all for the earliest. Expressions, since a stored column would
 * rewrite the table.
 */
export class Migration20261122000800_list_orders extends Migration {
  override up(): void {
    this.addSql(`
      create index project_investment_up on project (coalesce(total_investment, 1e14), id)`);
    this.addSql(`
      create index project_district_investment on project (district_id, investment_order, id)`);
    this.addSql(`
      create index project_started on project (coalesce(started_earliest, '9999-12-31'), id)`);
    this.addSql(`
      create index project_started_down on project (coalesce(started_earliest, '0001-01-01'), id)`);
    this.addSql(`
      create index project_batch_held_down
          on project_batch (coalesce(held_earliest, '0001-01-01'), id)`);
    this.addSql(`
      create index promotion_event_held_down
          on promotion_event (coalesce(held_earliest, '0001-01-01'), id)`);
    this.addSql(`
      create index promotion_trip_departed_down
          on promotion_trip (coalesce(departed_earliest, '0001-01-01'), id)`);
    this.addSql(`
      create index chain_supplier_of_city on chain_supplier (partition, name, id)`);
  }

  override down(): void {
    this.addSql(`
      drop index project_investment_up, project_district_investment, project_started,
        project_started_down, project_batch_held_down, promotion_event_held_down,
        promotion_trip_departed_down, chain_supplier_of_city`);
  }
}
