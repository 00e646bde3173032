import {
  enumeration,
  type Filter,
  filterOn,
  int,
  many,
  one,
  text,
  through,
} from '../../kit/filter/filter.ts';
import { enterpriseFilter, organisationFilter } from '../enterprise/organisation.filter.ts';
import { batchFilter } from '../project/batch.filter.ts';
import { projectFilter } from '../project/project.filter.ts';
import { regionFilter } from '../region/region.filter.ts';
import { reported } from '../source/reported.filter.ts';
import { named, sourced } from '../source/source.filter.ts';

const nodeFilter: Filter = filterOn('ChainNode', 'chain_node', {
  name: text('name'),
  nameEn: text('name_en'),
  position: enumeration('ChainPosition', 'position'),
  sequence: int('sequence'),
  chain: one(() => chainFilter, 'chain_id'),
  places: many(() => chainPlaceFilter, 'node_id'),
  supplies: many(() => supplyFilter, 'node_id'),
  ...sourced,
});

const gapFilter = filterOn('ChainGap', 'chain_gap', {
  name: text('name'),
  nameEn: text('name_en'),
  node: one(() => nodeFilter, 'node_id'),
  ...sourced,
});

export const chainPlaceFilter: Filter = filterOn('ChainPlace', 'chain_place', {
  chain: one(() => chainFilter, 'chain_id'),
  node: one(() => nodeFilter, 'node_id'),
  organisation: one(() => organisationFilter, 'organisation_id'),
  project: one(() => projectFilter, 'project_id'),
  ...sourced,
});

export const supplyFilter: Filter = filterOn('Supply', 'chain_supply', {
  node: one(() => nodeFilter, 'node_id'),
  product: text('product'),
  productEn: text('product_en'),
  tier: int('tier'),
  supplier: one(() => organisationFilter, 'supplier_id'),
  customer: one(() => organisationFilter, 'customer_id'),
  site: one(() => regionFilter, 'site_id'),
  ...sourced,
});

export const chainFilter: Filter = filterOn('IndustryChain', 'industry_chain', {
  ...named,
  ...sourced,
  ...reported,
  region: one(() => regionFilter, 'region_id'),
  anchor: one(() => organisationFilter, 'anchor_id'),
  gaps: many(() => gapFilter, 'chain_id'),
  nodes: many(() => nodeFilter, 'chain_id'),
  places: many(() => chainPlaceFilter, 'chain_id'),
  batches: through(() => batchFilter, {
    table: 'chain_batch',
    mine: 'chain_id',
    theirs: 'batch_id',
  }),
});

regionFilter.add({ chains: many(() => chainFilter, 'region_id') });

projectFilter.add({ chainPositions: many(() => chainPlaceFilter, 'project_id') });

enterpriseFilter.add({
  chainPositions: many(() => chainPlaceFilter, 'organisation_id'),
  anchoredChains: many(() => chainFilter, 'anchor_id'),
  suppliers: many(() => supplyFilter, 'customer_id'),
  customers: many(() => supplyFilter, 'supplier_id'),
});
