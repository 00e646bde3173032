import { sql } from 'kysely';
import { asObject } from '../../kit/as-object.ts';
import { type Columns, select } from '../../kit/columns.ts';
import type { List, Order } from '../../kit/relay/list.ts';
import { allOfEach, oneByKey, pagedList } from '../../request/loaders.ts';
import {
  organisationColumns,
  organisationColumnsOf,
  type OrganisationRow,
} from '../enterprise/organisation.queries.ts';
import { everyBatch, type BatchRow } from '../project/batch.queries.ts';
import { listsOfProject, projectColumns, type ProjectRow } from '../project/project.queries.ts';
import { idField, keyColumn, namedColumns, type SourcedRow } from '../source/source.queries.ts';
import { chainFilter, chainPlaceFilter, supplyFilter } from './chain.filter.ts';

export interface ChainRow extends SourcedRow {
  readonly code: string;
  readonly regionId: string | null;
}

/** A chain's anchor rides along: it is a part of what the chain is. */
const columnsOfChain = namedColumns('industry_chain', 'chn_', {
  version: { version: sql`industry_chain.version` },
  region: { regionId: sql`industry_chain.region_id` },
  anchor: {
    anchor: sql`(select ${asObject(organisationColumns())} from organisation
                  where organisation.id = industry_chain.anchor_id)`,
  },
});
const chainColumns = select(columnsOfChain);

const orders: Record<string, Order> = {
  NAME: { by: sql`industry_chain.name`, type: 'text' },
  NAME_DESC: { by: sql`industry_chain.name`, type: 'text', isDescending: true },
  CODE: { by: sql`industry_chain.code`, type: 'text' },
  CODE_DESC: { by: sql`industry_chain.code`, type: 'text', isDescending: true },
};

const everyChain = {
  parent: {},
  from: sql`industry_chain`,
  columns: columnsOfChain,
  key: sql`industry_chain.id`,
  orders,
  filter: chainFilter,
  row: 'industry_chain',
};

export const chains = pagedList<ChainRow>({ ...everyChain, name: 'chains' });

export const chainsOfRegion = pagedList<ChainRow>({
  ...everyChain,
  name: 'chainsOfRegion',
  parent: { region_id: 'uuid' },
  tie: sql`industry_chain.region_id = wanted.region_id`,
});

export const chainsAnchoredBy = pagedList<ChainRow>({
  ...everyChain,
  name: 'chainsAnchoredBy',
  parent: { anchor_id: 'uuid' },
  tie: sql`industry_chain.anchor_id = wanted.anchor_id`,
});

export const chainById = oneByKey<ChainRow>(
  (ids) =>
    sql`select ${chainColumns} from industry_chain where industry_chain.id = any (${[...ids]})`,
);

export const chainByCode = oneByKey<ChainRow>(
  (codes) => sql`
    select ${chainColumns}, industry_chain.code as "soughtBy"
      from industry_chain where industry_chain.code = any (${[...codes]})`,
);

export interface NodeRow extends SourcedRow {
  readonly name: string;
  readonly chainId: string;
  readonly position: string;
}

/** A row of `chain_node`, joined as such. */
const columnsOfNode: Columns = {
  always: keyColumn('chain_node'),
  byField: {
    id: idField('chain_node', 'nod_'),
    name: { name: sql`chain_node.name` },
    nameEn: { nameEn: sql`chain_node.name_en` },
    position: { position: sql`chain_node.position` },
    sequence: { sequence: sql`chain_node.sequence` },
    chain: { chainId: sql`chain_node.chain_id` },
    evidence: { evidenceId: sql`chain_node.evidence_id` },
  },
};
const nodeColumns = select(columnsOfNode);

export const nodeById = oneByKey<NodeRow>(
  (ids) => sql`select ${nodeColumns} from chain_node where chain_node.id = any (${[...ids]})`,
);

/** A chain's nodes (环节), upstream first. */
export const nodesOfEach = allOfEach<NodeRow>(
  (chainIds) => sql`
    select ${nodeColumns}, chain_node.chain_id as parent
      from chain_node where chain_node.chain_id = any (${[...chainIds]})
     order by chain_node.sequence, chain_node.id`,
);

export interface GapRow {
  readonly nodeId: string | null;
  readonly evidenceId: string;
}

export const gapsOfEach = allOfEach<GapRow>(
  (chainIds) => sql`
    select chain_id as parent, name, name_en as "nameEn", node_id as "nodeId", evidence_id as "evidenceId"
      from chain_gap where chain_id = any (${[...chainIds]})
     order by name collate "zh-x-icu"`,
);

export interface PlaceRow extends SourcedRow {
  readonly chainId: string;
  readonly nodeId: string | null;
  readonly organisationId: string | null;
  readonly projectId: string | null;
  /** Each where it was asked for. */
  readonly node?: NodeRow | null;
  readonly organisation?: OrganisationRow | null;
  readonly project?: ProjectRow | null;
}

const columnsOfPlace: Columns = {
  always: keyColumn('chain_place'),
  byField: {
    id: idField('chain_place', 'cpl_'),
    version: { version: sql`chain_place.revision` },
    chain: { chainId: sql`chain_place.chain_id` },
    node: { nodeId: sql`chain_place.node_id` },
    organisation: { organisationId: sql`chain_place.organisation_id` },
    project: { projectId: sql`chain_place.project_id` },
    evidence: { evidenceId: sql`chain_place.evidence_id` },
  },
};
const placeColumns = select(columnsOfPlace);

export const placeById = oneByKey<PlaceRow>(
  (ids) => sql`select ${placeColumns} from chain_place where chain_place.id = any (${[...ids]})`,
);

const holder = sql`coalesce(organisation.name, project.name)`;

/** Places in the order of the names of those who hold them. */
const everyPlace = {
  from: sql`chain_place
    left join organisation on organisation.id = chain_place.organisation_id
    left join project on project.id = chain_place.project_id
    left join chain_node on chain_node.id = chain_place.node_id`,
  columns: columnsOfPlace,
  riders: {
    node: columnsOfNode,
    organisation: organisationColumnsOf('organisation'),
    project: projectColumns,
  },
  key: sql`chain_place.id`,
  filter: chainPlaceFilter,
  row: 'chain_place',
  orders: {
    NAME: { by: holder, type: 'text' },
    NAME_DESC: { by: holder, type: 'text', isDescending: true },
  },
} satisfies Partial<List>;

const placesOf = (name: string, column: string) =>
  pagedList<PlaceRow>({
    ...everyPlace,
    name,
    parent: { [column]: 'uuid' },
    tie: sql`${sql.ref(`chain_place.${column}`)} = ${sql.ref(`wanted.${column}`)}`,
  });

export const placesOfChain = placesOf('placesOfChain', 'chain_id');
export const placesOfNode = placesOf('placesOfNode', 'node_id');
export const placesOfOrganisation = placesOf('placesOfOrganisation', 'organisation_id');
export const placesOfProject = placesOf('placesOfProject', 'project_id');
listsOfProject.chainPositions = { list: placesOfProject, by: { project_id: 'key' } };

export interface SupplyRow extends SourcedRow {
  readonly supplierId: string;
  readonly siteId: string | null;
  readonly node: NodeRow;
}

/** A row of `chain_supply`, its node and its customer with it. */
const columnsOfSupply: Columns = {
  always: keyColumn('chain_supply'),
  byField: {
    id: idField('chain_supply', 'spl_'),
    version: { version: sql`chain_supply.revision` },
    product: { product: sql`chain_supply.product` },
    productEn: { productEn: sql`chain_supply.product_en` },
    tier: { tier: sql`chain_supply.tier` },
    supplier: { supplierId: sql`chain_supply.supplier_id` },
    site: { siteId: sql`chain_supply.site_id` },
    evidence: { evidenceId: sql`chain_supply.evidence_id` },
    node: { node: asObject(nodeColumns) },
    customer: { customer: asObject(organisationColumns('customer'), sql`customer.id is not null`) },
  },
};
export const supplyColumns = select(columnsOfSupply);

export const supplySources = sql`chain_supply
  join chain_node on chain_node.id = chain_supply.node_id
  left join organisation customer on customer.id = chain_supply.customer_id`;

export const supplyById = oneByKey<SupplyRow>(
  (ids) =>
    sql`select ${supplyColumns} from ${supplySources} where chain_supply.id = any (${[...ids]})`,
);

const suppliesOf = (name: string, column: string) =>
  pagedList<SupplyRow>({
    name,
    parent: { [column]: 'uuid' },
    from: supplySources,
    tie: sql`${sql.ref(`chain_supply.${column}`)} = ${sql.ref(`wanted.${column}`)}`,
    columns: columnsOfSupply,
    riders: { node: columnsOfNode, customer: organisationColumnsOf('customer') },
    key: sql`chain_supply.id`,
    filter: supplyFilter,
    row: 'chain_supply',
    orders: {
      TIER: { by: sql`chain_supply.tier`, type: 'int' },
      TIER_DESC: { by: sql`chain_supply.tier`, type: 'int', isDescending: true },
      PRODUCT: { by: sql`chain_supply.product`, type: 'text' },
    },
  });

export const suppliesOfNode = suppliesOf('suppliesOfNode', 'node_id');
/** What others supply to an enterprise. */
export const suppliesTo = suppliesOf('suppliesTo', 'customer_id');
/** What an enterprise supplies to others. */
export const suppliesFrom = suppliesOf('suppliesFrom', 'supplier_id');

/** The batches whose projects sources count to a chain. */
export const batchesOfChain = pagedList<BatchRow>({
  ...everyBatch,
  name: 'batchesOfChain',
  from: sql`chain_batch join project_batch on project_batch.id = chain_batch.batch_id`,
  parent: { chain_id: 'uuid' },
  tie: sql`chain_batch.chain_id = wanted.chain_id`,
});
