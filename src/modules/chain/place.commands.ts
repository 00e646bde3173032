import { v7 } from 'uuid';
import { definedOnly } from '../../kit/defined-only.ts';
import { BadInput } from '../../kit/errors.ts';
import { command, type CommandContext } from '../../request/command.ts';
import { checkVersion } from '../../request/held.ts';
import { assignChanged, named, namedIfAny } from '../../request/put.ts';
import { isOutOfSight } from '../../request/reach.ts';
import { Organisation } from '../enterprise/organisation.entity.ts';
import { Project } from '../project/project.entity.ts';
import {
  citeSubmission,
  type Resubmitted,
  type Submitted,
  submittedEvidence,
} from '../source/submission.commands.ts';
import { nodeOf } from './chain.commands.ts';
import { type ChainNode, ChainPlace, IndustryChain } from './chain.entity.ts';
import { ChainPlaceTaken, UnknownId } from './chain.errors.ts';
import { heldRow } from './held-row.ts';

const places = {
  entity: ChainPlace,
  table: 'chain_place',
  prefix: 'cpl_',
  what: 'place in a chain',
};

export interface PlaceTaking extends Submitted {
  readonly chain: string;
  /** The node's name, where it is known. */
  readonly node?: string | null;
  readonly organisation?: string | null;
  readonly project?: string | null;
}

/** Gives an organisation or a project its place in a chain: its own, and its only one at that node. */
export const takeChainPlace = command(async (context, input: PlaceTaking) => {
  const { em, record } = context;
  if ((input.organisation == null) === (input.project == null)) {
    throw new BadInput('A place belongs to one organisation or one project: name exactly one.', [
      'project',
    ]);
  }
  const chain = await named(em, IndustryChain, input.chain, 'chain');
  const node = await nodeOf(em, chain, input.node);
  const organisation = await namedIfAny(em, Organisation, input.organisation, 'organisation');
  const project = await namedIfAny(em, Project, input.project, 'project');
  await refuseTaken(context, { chain, node, organisation, project });
  const evidence = await submittedEvidence(context, input);
  const place = em.create(ChainPlace, {
    id: v7(),
    ...{ chain, node, organisation, project, evidence },
  });
  record('CHAIN_PLACE_TAKEN', chain);
  if (project) record('CHAIN_PLACE_TAKEN', project, { place });
  return { place: place.id };
});

/** A place that an input names by its id, and the state of it that its writer had seen. */
interface OfPlace extends Resubmitted {
  readonly id: string;
}

export interface PlaceCorrection extends OfPlace {
  readonly node?: string | null;
}

/** Puts a place at another node of its chain, or at none that is known. Whose it is stays. */
export const correctChainPlace = command(async (context, input: PlaceCorrection) => {
  const { em, record } = context;
  const { place, chain, organisation, project } = await heldPlace(context, input);
  const node = input.node === undefined ? undefined : await nodeOf(em, chain, input.node);
  if (node !== undefined) {
    await refuseTaken(context, { chain, node, organisation, project }, place);
  }
  if (assignChanged(em, place, definedOnly({ node }))) {
    const evidence = await submittedEvidence(context, input);
    em.assign(place, { evidence, revision: place.revision + 1 });
    record('CHAIN_PLACE_CORRECTED', chain);
    if (project) record('CHAIN_PLACE_CORRECTED', project, { place });
  }
  return { place: place.id };
});

/** Takes a place away: who held it stands in the chain no more, there at least. */
export const leaveChainPlace = command(async (context, input: OfPlace) => {
  const { em, record } = context;
  const { place, chain, project } = await heldPlace(context, input);
  await citeSubmission(context, input);
  em.remove(place);
  record('CHAIN_PLACE_LEFT', chain);
  if (project) record('CHAIN_PLACE_LEFT', project, { place });
  return { chain: chain.id };
});

/** The place, locked, at the version that the caller had seen. That of a hidden project is none. */
async function heldPlace(context: CommandContext, input: OfPlace) {
  const { em } = context;
  const place = await heldRow(context, places, input.id);
  const project = (await place.project?.load()) ?? null;
  if (project && isOutOfSight(em, project)) throw new UnknownId(places.what, input.id);
  await checkVersion(context, {
    what: `The ${places.what} ${input.id}`,
    version: place.revision,
    input,
    current: async () => ({ node: (await place.node?.load())?.name ?? null }),
  });
  const chain = await place.chain.loadOrFail();
  const organisation = (await place.organisation?.load()) ?? null;
  return { place, chain, organisation, project };
}

async function refuseTaken(
  { em }: CommandContext,
  stand: {
    readonly chain: IndustryChain;
    readonly node: ChainNode | null;
    readonly organisation: Organisation | null;
    readonly project: Project | null;
  },
  mine?: ChainPlace,
): Promise<void> {
  const other = await em.findOne(ChainPlace, stand);
  if (!other || other === mine) return;
  const whose = stand.organisation?.code ?? stand.project?.code ?? '';
  throw new ChainPlaceTaken(
    `"${whose}"`,
    stand.chain.code,
    stand.node?.name ?? null,
    `${places.prefix}${other.id}`,
  );
}
