import { v7 } from 'uuid';
import { definedOnly } from '../../kit/defined-only.ts';
import { BadInput } from '../../kit/errors.ts';
import { readName, readNameIfAny } from '../../kit/name-text.ts';
import { neverCleared } from '../../kit/never-cleared.ts';
import { command, type CommandContext } from '../../request/command.ts';
import { checkVersion } from '../../request/held.ts';
import { assignChanged, named, namedIfAny, namedIfTold } from '../../request/put.ts';
import { NotAnEnterprise } from '../enterprise/enterprise.errors.ts';
import { isEnterpriseKind, Organisation } from '../enterprise/organisation.entity.ts';
import { siteOf } from '../region/site.ts';
import {
  citeSubmission,
  type Resubmitted,
  type Submitted,
  submittedEvidence,
} from '../source/submission.commands.ts';
import { nodeOf } from './chain.commands.ts';
import { type ChainNode, ChainSupply, IndustryChain } from './chain.entity.ts';
import { SuppliesItself, SupplyKnown } from './chain.errors.ts';
import { heldRow } from './held-row.ts';

const supplies = { entity: ChainSupply, table: 'chain_supply', prefix: 'spl_', what: 'supply' };

export interface SupplyRecording extends Submitted {
  readonly chain: string;
  /** The node's name. */
  readonly node: string;
  readonly supplier: string;
  readonly customer?: string | null;
  readonly product: string;
  readonly productEn?: string | null;
  readonly tier: number;
  readonly site?: string | null;
}

/** Records that an enterprise supplies something on a node of a chain: from now on it is a supplier. */
export const recordNewSupply = command(async (context, input: SupplyRecording) => {
  const { em, record } = context;
  const chain = await named(em, IndustryChain, input.chain, 'chain');
  const node = await nodeOf(em, chain, input.node);
  const supplier = await supplierNamed(context, input.supplier);
  const customer = await namedIfAny(em, Organisation, input.customer, 'customer');
  const product = readName(input.product, 'product');
  const tier = readTier(input.tier);
  const productEn = readNameIfAny(input.productEn, 'productEn') ?? null;
  await refuseKnown(context, { node, supplier, customer, product });
  const site = await siteOf(em, input.site);
  const evidence = await submittedEvidence(context, input);
  const supply = em.create(ChainSupply, {
    id: v7(),
    ...{ chain, node, supplier, customer, product, productEn, tier, ...site, evidence },
  });
  record('SUPPLY_RECORDED', chain);
  return { supply: supply.id };
});

/** A supply that an input names by its id, and the state of it that its writer had seen. */
interface OfSupply extends Resubmitted {
  readonly id: string;
}

export interface SupplyCorrection extends OfSupply {
  readonly node?: string | null;
  readonly customer?: string | null;
  readonly product?: string | null;
  readonly productEn?: string | null;
  readonly tier?: number | null;
  readonly site?: string | null;
}

/** Puts right what is said of a supply. Who supplies stays: another supplier is another supply. */
export const correctSupply = command(async (context, input: SupplyCorrection) => {
  const { em, record } = context;
  const { supply, chain, supplier } = await heldSupply(context, input);
  const nodeName = neverCleared(input.node, 'node');
  const node = nodeName === undefined ? undefined : await nodeOf(em, chain, nodeName);
  const product = neverCleared(input.product, 'product');
  const tier = neverCleared(input.tier, 'tier');
  const corrected = definedOnly({
    node,
    customer: await namedIfTold(em, Organisation, input.customer, 'customer'),
    product: readNameIfAny(product, 'product'),
    productEn: readNameIfAny(input.productEn, 'productEn'),
    tier: tier === undefined ? undefined : readTier(tier),
  });
  const is = {
    node: await supply.node.loadOrFail(),
    customer: (await supply.customer?.load()) ?? null,
    product: supply.product,
  };
  await refuseKnown(context, { ...is, ...corrected, supplier }, supply);
  const site = input.site === undefined ? {} : await siteOf(em, input.site);
  if (assignChanged(em, supply, { ...corrected, ...site })) {
    const evidence = await submittedEvidence(context, input);
    em.assign(supply, { evidence, revision: supply.revision + 1 });
    record('SUPPLY_CORRECTED', chain);
  }
  return { supply: supply.id };
});

/** Takes a supply away: where it was all that an enterprise supplied, that is no supplier any more. */
export const endSupply = command(async (context, input: OfSupply) => {
  const { em, record } = context;
  const { supply, chain } = await heldSupply(context, input);
  await citeSubmission(context, input);
  em.remove(supply);
  record('SUPPLY_ENDED', chain);
  return { chain: chain.id };
});

/** The supply, locked, at the version that the caller had seen. */
async function heldSupply(context: CommandContext, input: OfSupply) {
  const supply = await heldRow(context, supplies, input.id);
  await checkVersion(context, {
    what: `The ${supplies.what} ${input.id}`,
    version: supply.revision,
    input,
    current: async () => ({
      node: (await supply.node.loadOrFail()).name,
      customer: (await supply.customer?.load())?.code,
      product: supply.product,
      productEn: supply.productEn,
      tier: supply.tier,
      site: (await supply.site?.load())?.code,
    }),
  });
  const [chain, supplier] = [await supply.chain.loadOrFail(), await supply.supplier.loadOrFail()];
  return { supply, chain, supplier };
}

async function supplierNamed({ em }: CommandContext, code: string): Promise<Organisation> {
  const supplier = await named(em, Organisation, code, 'supplier');
  if (isEnterpriseKind(supplier.kind)) return supplier;
  throw new NotAnEnterprise(`The supplier "${code}" is of the kind`, supplier.kind, ['supplier']);
}

function readTier(tier: number): number {
  if (tier >= 1) return tier;
  throw new BadInput(`A tier is counted from 1, which supplies the anchor: it cannot be ${tier}.`, [
    'tier',
  ]);
}

async function refuseKnown(
  { em }: CommandContext,
  stand: {
    readonly node: ChainNode;
    readonly supplier: Organisation;
    readonly customer: Organisation | null;
    readonly product: string;
  },
  mine?: ChainSupply,
): Promise<void> {
  const { supplier, customer, product } = stand;
  if (supplier === customer) throw new SuppliesItself(supplier.code);
  const other = await em.findOne(ChainSupply, stand);
  if (!other || other === mine) return;
  throw new SupplyKnown(`"${supplier.code}"`, product, `${supplies.prefix}${other.id}`);
}
