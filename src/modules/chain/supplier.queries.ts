import { type RawBuilder, sql } from 'kysely';
import { type Filter, Row } from '../../kit/filter/filter.ts';
import type { Beneath, List } from '../../kit/relay/list.ts';
import { pagedList } from '../../request/loaders.ts';
import { organisationColumnsOf, type OrganisationRow } from '../enterprise/organisation.queries.ts';
import { everyProject, type ProjectRow } from '../project/project.queries.ts';
import { regionColumnsOf, type RegionRow } from '../region/region.queries.ts';
import { type SupplyRow, supplyColumns, supplySources } from './chain.queries.ts';
import {
  anySupplierFilter,
  inItsFirstChain,
  supplierFilter,
  suppliesOf,
} from './supplier.filter.ts';

/** What stands for "no district" in `chain_supplier.district_key`, which is never null. */
export const NO_DISTRICT = '00000000-0000-0000-0000-000000000000';

export interface SupplierRow {
  readonly enterpriseKey: string;
  readonly basis: string;
  /** Each where it was asked for. */
  readonly enterprise?: OrganisationRow;
  readonly district?: RegionRow | null;
  readonly supplies?: readonly SupplyRow[];
}

const row = new Row('chain_supplier');

const listsOfSupplier: Record<string, Beneath> = {};

/**
 * What lists of suppliers have in common. Enterprise, district and supplies ride along where they
 * are asked for, so that the question of the house costs a statement a level. A supplier's supplies are those that count where
 * the supplier stands, of the chains that the list is of.
 */
const supplierList = (filter: Filter, ofChains: RawBuilder<unknown>) =>
  ({
    from: sql`chain_supplier
      join organisation on organisation.id = chain_supplier.organisation_id
      left join region on region.id = chain_supplier.district_id`,
    columns: {
      always: { enterpriseKey: sql`chain_supplier.organisation_id` },
      byField: { basis: { basis: sql`chain_supplier.basis` } },
    },
    riders: {
      enterprise: organisationColumnsOf('organisation'),
      district: regionColumnsOf('region'),
      supplies: () => sql`
        coalesce((select jsonb_agg(to_jsonb(supply) order by supply.sequence, supply.product)
                    from (select ${supplyColumns}, chain_node.sequence
                            from ${supplySources}
                           where ${suppliesOf(row, new Row('chain_supply'), new Row('organisation'))}
                             and ${ofChains}) supply),
                 '[]')`,
    },
    key: sql`chain_supplier.id`,
    beneath: listsOfSupplier,
    filter,
    row: row.alias,
    orders: {
      NAME: { by: sql`chain_supplier.name`, type: 'text' },
      NAME_DESC: { by: sql`chain_supplier.name`, type: 'text', isDescending: true },
    },
  }) satisfies Partial<List>;

const ofOneChain = supplierList(
  supplierFilter,
  sql`chain_supply.chain_id = chain_supplier.chain_id`,
);
const ofAnyChain = supplierList(anySupplierFilter, sql`true`);
const isTheFirst = inItsFirstChain(row);

/** The suppliers (供应商) of a chain in one district of a partition, by name. */
export const suppliersOfDistrict = pagedList<SupplierRow>({
  ...ofOneChain,
  name: 'suppliersOfDistrict',
  parent: { chain_id: 'uuid', partition: 'text', district_key: 'uuid' },
  tie: sql`chain_supplier.chain_id = wanted.chain_id and chain_supplier.partition = wanted.partition
    and chain_supplier.district_key = wanted.district_key`,
});

/** All suppliers of a chain, by name; a supplier in two districts stands there twice. */
export const suppliersOfChain = pagedList<SupplierRow>({
  ...ofOneChain,
  name: 'suppliersOfChain',
  parent: { chain_id: 'uuid', partition: 'text' },
  tie: sql`chain_supplier.chain_id = wanted.chain_id and chain_supplier.partition = wanted.partition`,
});

/** The suppliers of any chain in one district of a partition, by name. */
export const suppliersOfDistrictInAnyChain = pagedList<SupplierRow>({
  ...ofAnyChain,
  name: 'suppliersOfDistrictInAnyChain',
  parent: { partition: 'text', district_key: 'uuid' },
  tie: sql`chain_supplier.partition = wanted.partition
    and chain_supplier.district_key = wanted.district_key and ${isTheFirst}`,
});

/** The suppliers of any chain in the whole city, by name. */
export const suppliersOfAnyChain = pagedList<SupplierRow>({
  ...ofAnyChain,
  name: 'suppliersOfAnyChain',
  parent: { partition: 'text' },
  tie: sql`chain_supplier.partition = wanted.partition and ${isTheFirst}`,
});

/** The projects that an enterprise owns, wherever they lie, by name. */
export const projectsOwned = pagedList<ProjectRow>({
  ...everyProject,
  name: 'projectsOwned',
  from: sql`project_participant join project on project.id = project_participant.project_id`,
  parent: { owner_id: 'uuid' },
  tie: sql`project_participant.organisation_id = wanted.owner_id and project_participant.role = 'OWNER'`,
});

listsOfSupplier.projects = { list: projectsOwned, by: { owner_id: 'enterpriseKey' } };
