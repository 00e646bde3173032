import type { EntityManager } from '@mikro-orm/core';
import { BadInput, UnknownCode } from '../../kit/errors.ts';
import { command } from '../../request/command.ts';
import { formerOwner, named, namedIfAny, put } from '../../request/put.ts';
import { Organisation } from '../enterprise/organisation.entity.ts';
import { ProjectBatch } from '../project/batch.entity.ts';
import { Project } from '../project/project.entity.ts';
import { Region } from '../region/region.entity.ts';
import { siteOf } from '../region/site.ts';
import { restingOn } from '../source/resting-on.ts';
import { Evidence } from '../source/source.entity.ts';
import {
  ChainBatch,
  ChainGap,
  ChainNode,
  ChainPlace,
  type chainPositions,
  ChainSupply,
  IndustryChain,
} from './chain.entity.ts';

export interface NewChain {
  readonly code: string;
  readonly name: string;
  readonly nameEn?: string | null;
  readonly nameHant?: string | null;
  readonly region?: string | null;
  /** The enterprise that the chain is built around (链主). */
  readonly anchor?: string | null;
  readonly evidence: string;
}

/** Takes an industry chain into the graph. */
export const defineChain = command(async ({ em, record }, input: NewChain) => {
  const { code, evidence, ...rest } = input;
  const chain = await put(
    em,
    IndustryChain,
    { code },
    {
      ...rest,
      region: await namedIfAny(em, Region, input.region, 'region'),
      anchor: await namedIfAny(em, Organisation, input.anchor, 'anchor'),
      evidence: await named(em, Evidence, evidence, 'evidence'),
    },
  );
  record('CHAIN_DEFINED', chain);
  return chain;
});

export interface NewChainNode {
  readonly chain: string;
  readonly name: string;
  readonly nameEn?: string | null;
  readonly position: (typeof chainPositions)[number];
  /** Its place in the order of the chain's nodes, from 1. */
  readonly sequence: number;
  readonly evidence: string;
}

/** Adds a node to a chain. */
export const addChainNode = command(async ({ em, record }, input: NewChainNode) => {
  const { name, nameEn = null, position, sequence } = input;
  const chain = await named(em, IndustryChain, input.chain, 'chain');
  const evidence = await named(em, Evidence, input.evidence, 'evidence');
  const node = await put(em, ChainNode, { chain, name }, { nameEn, position, sequence, evidence });
  record('CHAIN_NODE_ADDED', chain);
  return node;
});

export interface NewChainPlace {
  readonly chain: string;
  /** The node's name, where the source tells it. */
  readonly node?: string | null;
  readonly organisation?: string | null;
  readonly project?: string | null;
  readonly evidence: string;
}

/** Gives an enterprise or a project its place in a chain. */
export const takePlace = command(async ({ em, record }, input: NewChainPlace) => {
  if ((input.organisation == null) === (input.project == null)) {
    throw new BadInput('A place belongs to one organisation or one project: name exactly one.', [
      'project',
    ]);
  }
  const chain = await named(em, IndustryChain, input.chain, 'chain');
  const node = await nodeOf(em, chain, input.node);
  const organisation = await namedIfAny(em, Organisation, input.organisation, 'organisation');
  const project = await namedIfAny(em, Project, input.project, 'project');
  const evidence = await named(em, Evidence, input.evidence, 'evidence');
  const place = await put(em, ChainPlace, { chain, node, organisation, project }, { evidence });
  record('CHAIN_PLACE_TAKEN', chain);
  if (project) record('CHAIN_PLACE_TAKEN', project, { place });
  return place;
});

export interface NewSupply {
  readonly chain: string;
  readonly node: string;
  readonly supplier: string;
  readonly customer?: string | null;
  readonly product: string;
  readonly productEn?: string | null;
  /** 1 supplies the anchor, 2 supplies tier 1, and so on. */
  readonly tier: number;
  /** Where it is made. */
  readonly site?: string | null;
  readonly evidence: string;
}

/** Notes who supplies what to whom on a node of a chain. */
export const recordSupply = command(async ({ em, record }, input: NewSupply) => {
  const { product, productEn = null, tier } = input;
  const chain = await named(em, IndustryChain, input.chain, 'chain');
  const node = await nodeOf(em, chain, input.node);
  const supplier = await named(em, Organisation, input.supplier, 'supplier');
  const customer = await namedIfAny(em, Organisation, input.customer, 'customer');
  const evidence = await named(em, Evidence, input.evidence, 'evidence');
  const site = await siteOf(em, input.site);
  const supply = await put(
    em,
    ChainSupply,
    { node, supplier, customer, product },
    async (known) => {
      const told = { chain, productEn, tier, ...site };
      return { ...told, evidence: known ? await restingOn(em, known, told, evidence) : evidence };
    },
  );
  record('SUPPLY_RECORDED', chain);
  return supply;
});

export interface NewChainGap {
  readonly chain: string;
  readonly node?: string | null;
  readonly name: string;
  readonly nameEn?: string | null;
  readonly evidence: string;
}

/** Notes what a chain is said to lack. */
export const nameGap = command(async ({ em, record }, input: NewChainGap) => {
  const { name, nameEn = null } = input;
  const chain = await named(em, IndustryChain, input.chain, 'chain');
  const node = await nodeOf(em, chain, input.node);
  const evidence = await named(em, Evidence, input.evidence, 'evidence');
  const gap = await put(em, ChainGap, { chain, name }, { node, nameEn, evidence });
  record('CHAIN_GAP_NAMED', chain);
  return gap;
});

export interface NewChainBatch {
  readonly chain: string;
  readonly batch: string;
  readonly evidence: string;
}

/** Notes that a source counts a batch's projects to a chain. */
export const countBatchOfChain = command(async ({ em, record }, input: NewChainBatch) => {
  const chain = await named(em, IndustryChain, input.chain, 'chain');
  const batch = await named(em, ProjectBatch, input.batch, 'batch');
  const evidence = await named(em, Evidence, input.evidence, 'evidence');
  const former = await formerOwner(em, ChainBatch, { batch }, 'chain', chain);
  const counted = await put(em, ChainBatch, { batch }, { chain, evidence });
  record('BATCH_COUNTED_TO_CHAIN', chain);
  if (former) record('BATCH_NO_LONGER_COUNTED', former);
  return counted;
});

/** The node of a chain that an input names. */
export function nodeOf(em: EntityManager, chain: IndustryChain, name: string): Promise<ChainNode>;
export function nodeOf(
  em: EntityManager,
  chain: IndustryChain,
  name: string | null | undefined,
): Promise<ChainNode | null>;
export async function nodeOf(
  em: EntityManager,
  chain: IndustryChain,
  name: string | null | undefined,
) {
  if (name == null) return null;
  const node = await em.findOne(ChainNode, { chain, name });
  if (!node) throw new UnknownCode(`node of chain ${chain.code}`, name, ['node']);
  return node;
}
