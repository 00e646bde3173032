import { Field, ID, InputType, Int } from 'type-graphql';
import { payloadOf } from '../../kit/payload.type.ts';
import { ResubmittedInput, SubmittedInput } from '../source/submission.type.ts';
import { ChainPlaceType, IndustryChainType, SupplyType } from './chain.type.ts';
import type { PlaceCorrection, PlaceTaking } from './place.commands.ts';
import type { SupplyCorrection, SupplyRecording } from './supply.commands.ts';

const shownPlace = { place: { type: () => ChainPlaceType, term: '链上席位' } };
const shownSupply = { supply: { type: () => SupplyType, term: '配套关系' } };
const shownChain = { chain: { type: () => IndustryChainType, term: '产业链' } };

@InputType('TakeChainPlaceInput', {
  description: '入链输入 · Whose place it is, and where in which chain.',
})
export class TakeChainPlaceInput extends SubmittedInput implements PlaceTaking {
  @Field(() => String, { description: '产业链 · The code of the chain.' })
  chain!: string;

  @Field(() => String, {
    nullable: true,
    description: '环节 · The name of a node of that chain; left out where it is not known.',
  })
  node?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '组织 · The code of the organisation whose place it is; it, or a project.',
  })
  organisation?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '项目 · The code of the project whose place it is; it, or an organisation.',
  })
  project?: string | null;
}

@InputType('CorrectChainPlaceInput', {
  description: '更正链上席位输入 · At which node a place is.',
})
export class CorrectChainPlaceInput extends ResubmittedInput implements PlaceCorrection {
  @Field(() => ID, { description: '标识 · The id of the place.' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: '环节 · The name of another node of its chain; null where none is known.',
  })
  node?: string | null;
}

@InputType('LeaveChainPlaceInput', { description: '出链输入 · Which place is left.' })
export class LeaveChainPlaceInput extends ResubmittedInput {
  @Field(() => ID, { description: '标识 · The id of the place.' })
  id!: string;
}

@InputType('RecordSupplyInput', {
  description: '登记配套输入 · Who supplies what to whom, on a node of a chain.',
})
export class RecordSupplyInput extends SubmittedInput implements SupplyRecording {
  @Field(() => String, { description: '产业链 · The code of the chain.' })
  chain!: string;

  @Field(() => String, { description: '环节 · The name of a node of that chain.' })
  node!: string;

  @Field(() => String, { description: '供应商 · The code of the enterprise that supplies.' })
  supplier!: string;

  @Field(() => String, {
    nullable: true,
    description: '客户 · The code of the organisation that is supplied, where it is known.',
  })
  customer?: string | null;

  @Field(() => String, { description: '产品 · What is supplied.' })
  product!: string;

  @Field(() => String, { nullable: true, description: '产品英文名 · The same in English.' })
  productEn?: string | null;

  @Field(() => Int, {
    defaultValue: 1,
    description: '层级 · 1 supplies the anchor, 2 supplies tier 1, and so on.',
  })
  tier!: number;

  @Field(() => String, {
    nullable: true,
    description: '产地 · The code of the region where it is made, where it is known.',
  })
  site?: string | null;
}

@InputType('CorrectSupplyInput', {
  description: '更正配套输入 · What to put right: what is left out stays, null clears.',
})
export class CorrectSupplyInput extends ResubmittedInput implements SupplyCorrection {
  @Field(() => ID, { description: '标识 · The id of the supply.' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: '环节 · The name of another node of its chain.',
  })
  node?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '客户 · The code of the organisation that is supplied; null where not known.',
  })
  customer?: string | null;

  @Field(() => String, { nullable: true, description: '产品 · What is supplied.' })
  product?: string | null;

  @Field(() => String, { nullable: true, description: '产品英文名 · The same in English.' })
  productEn?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: '层级 · 1 supplies the anchor, 2 supplies tier 1, and so on.',
  })
  tier?: number | null;

  @Field(() => String, {
    nullable: true,
    description: '产地 · The code of the region where it is made; null where not known.',
  })
  site?: string | null;
}

@InputType('EndSupplyInput', { description: '终止配套输入 · Which supply has ended.' })
export class EndSupplyInput extends ResubmittedInput {
  @Field(() => ID, { description: '标识 · The id of the supply.' })
  id!: string;
}

export const TakeChainPlacePayload = payloadOf('TakeChainPlace', '入链', shownPlace);
export const CorrectChainPlacePayload = payloadOf('CorrectChainPlace', '更正链上席位', shownPlace);
export const LeaveChainPlacePayload = payloadOf('LeaveChainPlace', '出链', shownChain);
export const RecordSupplyPayload = payloadOf('RecordSupply', '登记配套', shownSupply);
export const CorrectSupplyPayload = payloadOf('CorrectSupply', '更正配套', shownSupply);
export const EndSupplyPayload = payloadOf('EndSupply', '终止配套', shownChain);
