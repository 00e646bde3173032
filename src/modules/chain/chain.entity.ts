import { defineEntity, p } from '@mikro-orm/core';
import { rowId } from '../../db/row-id.ts';
import { followable } from '../../events/followable.ts';
import { searchable } from '../../search/searchable.ts';
import { Organisation } from '../enterprise/organisation.entity.ts';
import { ProjectBatch } from '../project/batch.entity.ts';
import { Project } from '../project/project.entity.ts';
import { Region } from '../region/region.entity.ts';
import { Evidence } from '../source/source.entity.ts';

export const chainPositions = [
  'UPSTREAM',
  'MIDSTREAM',
  'DOWNSTREAM',
  'SUPPORTING',
  'ANCHOR',
] as const;

const IndustryChainSchema = defineEntity({
  name: 'IndustryChain',
  tableName: 'industry_chain',
  properties: {
    id: rowId(),
    version: p.integer().default(0),
    code: p.text().unique(),
    name: p.text(),
    nameEn: p.text().nullable(),
    nameHant: p.text().nullable(),
    region: () => p.manyToOne(Region).ref().nullable(),
    anchor: () => p.manyToOne(Organisation).ref().nullable(),
    evidence: () => p.manyToOne(Evidence).ref(),
  },
});

/** An industry chain (产业链), with the enterprise that it is built around, if there is one. */
export class IndustryChain extends IndustryChainSchema.class {}
IndustryChainSchema.setClass(IndustryChain);

const ChainNodeSchema = defineEntity({
  name: 'ChainNode',
  tableName: 'chain_node',
  properties: {
    id: rowId(),
    chain: () => p.manyToOne(IndustryChain).ref(),
    name: p.text(),
    nameEn: p.text().nullable(),
    position: p.enum(chainPositions),
    sequence: p.integer(),
    evidence: () => p.manyToOne(Evidence).ref(),
  },
});

/** A link of a chain (环节): what is made or done there, and on which side of the anchor. */
export class ChainNode extends ChainNodeSchema.class {}
ChainNodeSchema.setClass(ChainNode);

const ChainPlaceSchema = defineEntity({
  name: 'ChainPlace',
  tableName: 'chain_place',
  properties: {
    id: rowId(),
    chain: () => p.manyToOne(IndustryChain).ref(),
    node: () => p.manyToOne(ChainNode).ref().nullable(),
    organisation: () => p.manyToOne(Organisation).ref().nullable(),
    project: () => p.manyToOne(Project).ref().nullable(),
    revision: p.integer().default(1),
    evidence: () => p.manyToOne(Evidence).ref(),
  },
});

/** An enterprise's or a project's place in a chain; the node is null where no source names it. */
export class ChainPlace extends ChainPlaceSchema.class {}
ChainPlaceSchema.setClass(ChainPlace);

const ChainSupplySchema = defineEntity({
  name: 'ChainSupply',
  tableName: 'chain_supply',
  properties: {
    id: rowId(),
    chain: () => p.manyToOne(IndustryChain).ref(),
    node: () => p.manyToOne(ChainNode).ref(),
    supplier: () => p.manyToOne(Organisation).ref(),
    customer: () => p.manyToOne(Organisation).ref().nullable(),
    product: p.text(),
    productEn: p.text().nullable(),
    tier: p.integer(),
    site: () => p.manyToOne(Region).ref().nullable(),
    district: () => p.manyToOne(Region).ref().nullable(),
    administrativeDistrict: () => p.manyToOne(Region).ref().nullable(),
    revision: p.integer().default(1),
    evidence: () => p.manyToOne(Evidence).ref(),
  },
});

/** Who supplies what to whom, on a node of a chain (配套); tier 1 supplies the anchor. */
export class ChainSupply extends ChainSupplySchema.class {}
ChainSupplySchema.setClass(ChainSupply);

const ChainGapSchema = defineEntity({
  name: 'ChainGap',
  tableName: 'chain_gap',
  properties: {
    id: rowId(),
    chain: () => p.manyToOne(IndustryChain).ref(),
    node: () => p.manyToOne(ChainNode).ref().nullable(),
    name: p.text(),
    nameEn: p.text().nullable(),
    evidence: () => p.manyToOne(Evidence).ref(),
  },
});

/** What a chain is said to lack (缺口). */
export class ChainGap extends ChainGapSchema.class {}
ChainGapSchema.setClass(ChainGap);

const ChainBatchSchema = defineEntity({
  name: 'ChainBatch',
  tableName: 'chain_batch',
  properties: {
    id: rowId(),
    chain: () => p.manyToOne(IndustryChain).ref(),
    batch: () => p.manyToOne(ProjectBatch).ref(),
    evidence: () => p.manyToOne(Evidence).ref(),
  },
});

/** A batch whose projects a source counts to a chain. */
export class ChainBatch extends ChainBatchSchema.class {}
ChainBatchSchema.setClass(ChainBatch);

searchable({
  table: 'industry_chain',
  type: 'INDUSTRY_CHAIN',
  name: 'name',
  english: 'name_en',
  code: 'code',
  writings: ['name_hant'],
});

searchable({
  table: 'chain_node',
  type: 'CHAIN_NODE',
  name: 'name',
  english: 'name_en',
});

followable({
  table: 'project',
  about: ['array(select chain_id from chain_place where project_id = followed.id)'],
});
followable({ table: 'industry_chain', code: 'code' });
