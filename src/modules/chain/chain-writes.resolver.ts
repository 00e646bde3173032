import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../../request/context.ts';
import { mutate } from '../../request/mutation.ts';
import { chainById, placeById, supplyById } from './chain.queries.ts';
import {
  CorrectChainPlaceInput,
  CorrectChainPlacePayload,
  CorrectSupplyInput,
  CorrectSupplyPayload,
  EndSupplyInput,
  EndSupplyPayload,
  LeaveChainPlaceInput,
  LeaveChainPlacePayload,
  RecordSupplyInput,
  RecordSupplyPayload,
  TakeChainPlaceInput,
  TakeChainPlacePayload,
} from './chain-writes.type.ts';
import { correctChainPlace, leaveChainPlace, takeChainPlace } from './place.commands.ts';
import { correctSupply, endSupply, recordNewSupply } from './supply.commands.ts';

const place = { place: placeById };
const supply = { supply: supplyById };
const chain = { chain: chainById };

/** Who stands in a chain. */
@Resolver()
export class PlaceWritesResolver {
  @Authorized('chain:write')
  @Mutation(() => TakeChainPlacePayload, {
    description: '入链 · Gives an organisation or a project its place in a chain.',
  })
  takeChainPlace(
    @Arg('input', () => TakeChainPlaceInput, { description: '输入 · Whose place, and where.' })
    input: TakeChainPlaceInput,
    @Ctx() context: RequestContext,
  ) {
    return mutate(context, 'takeChainPlace', takeChainPlace, input, place);
  }

  @Authorized('chain:write')
  @Mutation(() => CorrectChainPlacePayload, {
    description: '更正链上席位 · Puts a place at another node of its chain.',
  })
  correctChainPlace(
    @Arg('input', () => CorrectChainPlaceInput, { description: '输入 · The place, and its node.' })
    input: CorrectChainPlaceInput,
    @Ctx() context: RequestContext,
  ) {
    return mutate(context, 'correctChainPlace', correctChainPlace, input, place);
  }

  @Authorized('chain:write')
  @Mutation(() => LeaveChainPlacePayload, {
    description: '出链 · Takes a place in a chain away.',
  })
  leaveChainPlace(
    @Arg('input', () => LeaveChainPlaceInput, { description: '输入 · The place.' })
    input: LeaveChainPlaceInput,
    @Ctx() context: RequestContext,
  ) {
    return mutate(context, 'leaveChainPlace', leaveChainPlace, input, chain);
  }
}

/** Who supplies whom. */
@Resolver()
export class SupplyWritesResolver {
  @Authorized('chain:write')
  @Mutation(() => RecordSupplyPayload, {
    description: '登记配套 · Records that an enterprise supplies something on a node of a chain.',
  })
  recordSupply(
    @Arg('input', () => RecordSupplyInput, { description: '输入 · Who supplies what to whom.' })
    input: RecordSupplyInput,
    @Ctx() context: RequestContext,
  ) {
    return mutate(context, 'recordSupply', recordNewSupply, input, supply);
  }

  @Authorized('chain:write')
  @Mutation(() => CorrectSupplyPayload, {
    description: '更正配套 · Puts right what is said of a supply.',
  })
  correctSupply(
    @Arg('input', () => CorrectSupplyInput, { description: '输入 · What to put right.' })
    input: CorrectSupplyInput,
    @Ctx() context: RequestContext,
  ) {
    return mutate(context, 'correctSupply', correctSupply, input, supply);
  }

  @Authorized('chain:write')
  @Mutation(() => EndSupplyPayload, { description: '终止配套 · Takes a supply away.' })
  endSupply(
    @Arg('input', () => EndSupplyInput, { description: '输入 · The supply.' })
    input: EndSupplyInput,
    @Ctx() context: RequestContext,
  ) {
    return mutate(context, 'endSupply', endSupply, input, chain);
  }
}
