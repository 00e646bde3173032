import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { graphEnum } from '../../kit/graph-enum.ts';
import { payloadOf } from '../../kit/payload.type.ts';
import { connectionOf } from '../../kit/relay/relay.type.ts';
import { DateTimeScalar } from '../../kit/scalars.ts';
import { RegionType } from '../region/region.type.ts';
import { SubmittedInput } from '../source/submission.type.ts';
import type { IdentityDecision } from './identity-question.commands.ts';
import type { IdentityState } from './identity-question.entity.ts';
import { Organisation } from './organisation.type.ts';

const IdentityStateEnum = graphEnum<IdentityState>(
  'IdentityState',
  '判定状态 · What has become of a question who an enterprise is.',
  {
    OPEN: '待判定 · Nobody has decided it yet.',
    LINKED: '已关联 · It is an enterprise that was known.',
    NEW: '新企业 · It is one that was not known.',
    DISMISSED: '不予处理 · It is none that anybody need know.',
  },
);

export const IdentityQuestionOrder = graphEnum(
  'IdentityQuestionOrder',
  '身份待判排序 · In what order questions are read.',
  {
    ASKED_AT: '按时间 · The earliest first.',
    ASKED_AT_DESC: '按时间倒序 · The latest first.',
  },
);

@ObjectType('IdentityReason', {
  description: '匹配理由 · What tells for a candidate, or against it.',
  simpleResolvers: true,
})
class IdentityReasonType {
  @Field(() => String, {
    description: '匹配规则 · The rule that tells it, such as SAME_STEM or OTHER_PLACE.',
  })
  rule!: string;

  @Field(() => Float, { description: '分值 · What it adds to the score, or takes off.' })
  weight!: number;

  @Field(() => String, { description: '说明 · In words.' })
  said!: string;
}

@ObjectType('IdentityCandidate', {
  description: '候选企业 · An enterprise that may be meant.',
  simpleResolvers: true,
})
class IdentityCandidateType {
  @Field(() => String, { description: '代码 · Its code.' })
  code!: string;

  @Field(() => String, { description: '名称 · Its name, when the question was asked.' })
  name!: string;

  @Field(() => Float, { description: '匹配分 · From 0 to 1: the sum of its reasons.' })
  score!: number;

  @Field(() => [IdentityReasonType], { description: '匹配理由 · Why it may be meant, or not.' })
  reasons!: IdentityReasonType[];
}

@ObjectType('IdentityQuestion', {
  description: '身份待判 · A name in a source of which it is not sure whom it means.',
  simpleResolvers: true,
})
export class IdentityQuestionType {
  @Field(() => ID, { description: '标识 · Its own, among such questions.' })
  id!: string;

  @Field(() => Int, { description: '版本 · How often it was changed.' })
  version!: number;

  @Field(() => String, { description: '名称 · The name, as the source writes it.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: '统一社会信用代码 · The credit code that the source tells beside it.',
  })
  creditCode!: string | null;

  @Field(() => RegionType, {
    nullable: true,
    description: '区域 · The district that the source tells beside it.',
  })
  district!: RegionType | null;

  @Field(() => String, { description: '名称来源 · What names it, by its code.' })
  source!: string;

  @Field(() => String, {
    nullable: true,
    description: '导入运行 · The id of the run of an import that asked it first.',
  })
  run!: string | null;

  @Field(() => [IdentityCandidateType], { description: '候选企业 · The likeliest first.' })
  candidates!: IdentityCandidateType[];

  @Field(() => IdentityStateEnum, { description: '判定状态 · What has become of it.' })
  state!: string;

  @Field(() => Organisation, {
    nullable: true,
    description: '组织 · Whom it means, where that is decided.',
  })
  organisation!: Organisation | null;

  @Field(() => DateTimeScalar, { description: '提出时刻 · When it was first asked.' })
  askedAt!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: '判定时刻 · When it was decided.' })
  decidedAt!: string | null;
}

export const IdentityQuestionConnection = connectionOf(
  IdentityQuestionType,
  'IdentityQuestion',
  '身份待判',
);

@InputType('DecideIdentityInput', {
  description: '判定身份输入 · The question, and whom the source means.',
})
export class DecideIdentityInput extends SubmittedInput implements IdentityDecision {
  @Field(() => String, { description: '标识 · The id of the question.' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: '组织 · The code of whom it means; null where it is one that is not known yet.',
  })
  organisation?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: '不予处理 · It is none that anybody need know; then no organisation is told.',
  })
  dismiss?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      '取代前次判定 · Whether it takes the place of what was decided before, whose name is taken off again.',
  })
  replace?: boolean | null;
}

export const DecideIdentityPayload = payloadOf('DecideIdentity', '判定身份', {
  question: { type: () => IdentityQuestionType, term: '身份待判' },
});
