import { Migration } from '@mikro-orm/migrations';

/**
 * Industry chains: nodes, who stands in them, who supplies whom with what, and what is missing.
 *
 * `chain_supplier` answers the question that the graph exists for. It holds one row a chain,
 * partition, enterprise and district, worked out by triggers from supplies and places, so that a
 * page of a district's suppliers in name order is one index range. Deriving it at read time would
 * sort every supplier of the chain for each page.
 */
export class Migration20261122000600_chain extends Migration {
  override up(): void {
    this.addSql(`
      create table industry_chain (
        id uuid primary key,
        version int not null default 0,
        code text not null unique check (code ~ '^[a-z0-9][a-z0-9-]*$'),
        name display_name not null,
        name_en text,
        name_hant text,
        region_id uuid references region,
        anchor_id uuid references organisation,
        evidence_id uuid not null references evidence)`);
    this.addSql(`create index industry_chain_name on industry_chain (name, id)`);
    this.addSql(`create index industry_chain_anchor on industry_chain (anchor_id)`);

    this.addSql(`
      create table chain_node (
        id uuid primary key,
        chain_id uuid not null references industry_chain,
        name display_name not null,
        name_en text,
        position text not null check (position in
          ('UPSTREAM', 'MIDSTREAM', 'DOWNSTREAM', 'SUPPORTING', 'ANCHOR')),
        sequence int not null check (sequence > 0),
        evidence_id uuid not null references evidence,
        unique (chain_id, name),
        unique (id, chain_id))`);

    this.addSql(`
      create table chain_place (
        id uuid primary key,
        chain_id uuid not null references industry_chain,
        node_id uuid,
        organisation_id uuid references organisation,
        project_id uuid references project,
        evidence_id uuid not null references evidence,
        foreign key (node_id, chain_id) references chain_node (id, chain_id),
        unique nulls not distinct (chain_id, node_id, organisation_id, project_id),
        check (num_nonnulls(organisation_id, project_id) = 1))`);
    this.addSql(`create index chain_place_node on chain_place (node_id, id)`);
    this.addSql(`create index chain_place_organisation on chain_place (organisation_id, id)`);
    this.addSql(`create index chain_place_project on chain_place (project_id, id)`);

    this.addSql(`
      create table chain_supply (
        id uuid primary key,
        chain_id uuid not null references industry_chain,
        node_id uuid not null,
        supplier_id uuid not null references organisation,
        customer_id uuid references organisation,
        product text not null check (btrim(product) <> ''),
        product_en text,
        tier int not null check (tier > 0),
        site_id uuid references region,
        district_id uuid references region,
        administrative_district_id uuid references region,
        evidence_id uuid not null references evidence,
        foreign key (node_id, chain_id) references chain_node (id, chain_id),
        unique nulls not distinct (node_id, supplier_id, customer_id, product),
        check (supplier_id <> customer_id))`);
    this.addSql(`create index chain_supply_supplier on chain_supply (supplier_id, tier, id)`);
    this.addSql(`create index chain_supply_customer on chain_supply (customer_id, tier, id)`);
    this.addSql(`create index chain_supply_node on chain_supply (node_id, tier, id)`);

    this.addSql(`
      create table chain_gap (
        id uuid primary key,
        chain_id uuid not null references industry_chain,
        node_id uuid,
        name text not null check (btrim(name) <> ''),
        name_en text,
        evidence_id uuid not null references evidence,
        foreign key (node_id, chain_id) references chain_node (id, chain_id),
        unique (chain_id, name))`);

    this.addSql(`
      create table chain_batch (
        id uuid primary key,
        chain_id uuid not null references industry_chain,
        batch_id uuid not null unique references project_batch,
        evidence_id uuid not null references evidence)`);
    this.addSql(`create index chain_batch_chain on chain_batch (chain_id)`);

    this.addSql(`
      create table chain_supplier (
        chain_id uuid not null references industry_chain,
        partition text not null check (partition in ('REPORTING_UNIT', 'ADMINISTRATIVE')),
        district_id uuid references region,
        organisation_id uuid not null references organisation,
        name display_name not null,
        basis text not null check (basis in ('SUPPLY_SITE', 'PROJECT_SITE', 'REGISTERED_OFFICE', 'UNKNOWN')),
        district_key uuid not null generated always as
          (coalesce(district_id, uuid '00000000-0000-0000-0000-000000000000')) stored,
        id uuid not null generated always as (md5(chain_id::text || partition || organisation_id::text
          || coalesce(district_id::text, ''))::uuid) stored primary key,
        check ((basis = 'UNKNOWN') = (district_id is null)),
        unique (chain_id, partition, organisation_id, district_key))`);
    this.addSql(`
      create index chain_supplier_by_district
          on chain_supplier (chain_id, partition, district_key, name, id)`);
    this.addSql(`
      create index chain_supplier_by_name
          on chain_supplier (chain_id, partition, name, id)`);
    this.addSql(`
      create index chain_supplier_by_place on chain_supplier (partition, district_key, name, id)`);
    this.addSql(`create index chain_supplier_organisation on chain_supplier (organisation_id)`);

    this.addSql(`select track_aggregate('industry_chain')`);
  }

  override down(): void {
    this
      .addSql(`drop table chain_supplier, chain_batch, chain_gap, chain_supply, chain_place, chain_node,
      industry_chain`);
  }
}
