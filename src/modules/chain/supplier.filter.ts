import { sql } from 'kysely';
import {
  described,
  enumeration,
  type Filter,
  filterOn,
  type Join,
  manyBy,
  one,
  Row,
  tied,
} from '../../kit/filter/filter.ts';
import type { Sql } from '../../kit/filter/values.ts';
import { enterpriseFilter } from '../enterprise/organisation.filter.ts';
import { projectFilter } from '../project/project.filter.ts';
import { lyingIn, regionFilter } from '../region/region.filter.ts';
import { chainFilter, supplyFilter } from './chain.filter.ts';

/**
 * Once for each enterprise and district, in however many chains: the row of the first of them.
 */
export const inItsFirstChain = (row: Row): Sql => sql`not exists (
  select from chain_supplier earlier
   where earlier.organisation_id = ${row.column('organisation_id')}
     and earlier.partition = ${row.column('partition')}
     and earlier.district_key = ${row.column('district_key')}
     and earlier.chain_id < ${row.column('chain_id')})`;

/** Ties a supply to the supplier whose it is, where that supplier stands; `organisation` is who it is. */
export const suppliesOf = (supplier: Row, supply: Row, organisation: Row): Sql => sql`
  ${supply.column('supplier_id')} = ${supplier.column('organisation_id')}
    and district_in_partition(${supplier.column('partition')}, ${supply.column('district_id')},
          ${supply.column('administrative_district_id')}, ${organisation.column('district_id')},
          ${organisation.column('administrative_district_id')})
        is not distinct from ${supplier.column('district_id')}`;

const supplied =
  (ofChains: (supplier: Row, supply: Row) => Sql): Join =>
  (mine, theirs, table) => {
    const organisation = new Row(`${theirs.alias}_by`);
    return {
      from: sql`${sql.table(table)} as ${sql.ref(theirs.alias)}
        join organisation as ${sql.ref(organisation.alias)}
          on ${organisation.column('id')} = ${theirs.column('supplier_id')}`,
      tie: sql`${suppliesOf(mine, theirs, organisation)} and ${ofChains(mine, theirs)}`,
    };
  };

/** The projects that the enterprise owns. */
const owned: Join = (mine, theirs, table) => {
  const link = new Row(`${theirs.alias}_link`);
  return {
    from: sql`project_participant as ${sql.ref(link.alias)}
      join ${sql.table(table)} as ${sql.ref(theirs.alias)}
        on ${theirs.column('id')} = ${link.column('project_id')}`,
    tie: sql`${link.column('organisation_id')} = ${mine.column('organisation_id')}
      and ${link.column('role')} = 'OWNER'`,
  };
};

/** The chains in which the enterprise is a supplier here. */
const supplying: Join = (mine, theirs, table) => {
  const link = new Row(`${theirs.alias}_link`);
  return {
    from: sql`chain_supplier as ${sql.ref(link.alias)}
      join ${sql.table(table)} as ${sql.ref(theirs.alias)}
        on ${theirs.column('id')} = ${link.column('chain_id')}`,
    tie: sql`${link.column('organisation_id')} = ${mine.column('organisation_id')}
      and ${link.column('partition')} = ${mine.column('partition')}
      and ${link.column('district_key')} = ${mine.column('district_key')}`,
  };
};

/** The suppliers of one chain: their supplies are those in it. */
export const supplierFilter: Filter = filterOn('Supplier', 'chain_supplier', {
  enterprise: one(() => enterpriseFilter, 'organisation_id'),
  district: one(() => regionFilter, 'district_id'),
  basis: enumeration('SupplierBasis', 'basis'),
  supplies: manyBy(
    () => supplyFilter,
    supplied(
      (supplier, supply) => sql`${supply.column('chain_id')} = ${supplier.column('chain_id')}`,
    ),
  ),
  projects: manyBy(() => projectFilter, owned),
  chains: described(
    '产业链 · By the chains that it supplies from here.',
    manyBy(() => chainFilter, supplying),
  ),
});

/** The suppliers of any chain: their supplies are those in all. */
export const anySupplierFilter: Filter = supplierFilter.meaning({
  supplies: manyBy(
    () => supplyFilter,
    supplied(() => sql`true`),
  ),
});

chainFilter.add({
  suppliers: manyBy(
    () => supplierFilter,
    tied(
      (mine, theirs) => sql`${theirs.column('chain_id')} = ${mine.column('id')}
        and ${theirs.column('partition')} = 'REPORTING_UNIT'`,
    ),
  ),
});

const here = lyingIn({ district: 'district_key' });

regionFilter.add({
  suppliers: manyBy(
    () => anySupplierFilter,
    (mine, theirs, table) => {
      const { from, tie } = here(mine, theirs, table);
      return {
        from,
        tie: sql`${tie} and ${theirs.column('partition')} = 'REPORTING_UNIT'
          and ${inItsFirstChain(theirs)}`,
      };
    },
  ),
});
