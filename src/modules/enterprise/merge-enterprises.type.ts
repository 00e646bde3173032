import { Field, InputType, ObjectType } from 'type-graphql';
import { payloadOf } from '../../kit/payload.type.ts';
import { DateTimeScalar } from '../../kit/scalars.ts';
import { SubmittedInput } from '../source/submission.type.ts';
import type { EnterpriseMerge } from './merge-enterprises.commands.ts';
import { EnterpriseType } from './organisation.type.ts';
import type { EnterpriseSplit } from './split-enterprises.commands.ts';

@ObjectType('MergedEnterprise', {
  description: '被合并企业 · An enterprise that turned out to be another one.',
  simpleResolvers: true,
})
export class MergedEnterpriseType {
  @Field(() => String, { description: '代码 · The code that it had, which still leads here.' })
  code!: string;

  @Field(() => String, { description: '名称 · The name that it had.' })
  name!: string;

  @Field(() => String, { description: '原因 · Why it was merged.' })
  reason!: string;

  @Field(() => DateTimeScalar, { description: '合并时刻 · When it was merged.' })
  mergedAt!: string;
}

@InputType('MergeEnterprisesInput', {
  description: '企业合并输入 · Two enterprises that are one, and which of them stays.',
})
export class MergeEnterprisesInput extends SubmittedInput implements EnterpriseMerge {
  @Field(() => String, { description: '保留企业 · The code of the one that stays.' })
  keep!: string;

  @Field(() => String, {
    description: '被合并企业 · The code of the one that goes; its code and id lead to the other.',
  })
  merge!: string;

  @Field(() => String, { description: '原因 · Why they are one, in at most 500 characters.' })
  reason!: string;
}

@InputType('SplitEnterprisesInput', {
  description: '企业拆分输入 · A merge that is taken back.',
})
export class SplitEnterprisesInput extends SubmittedInput implements EnterpriseSplit {
  @Field(() => String, { description: '代码 · The code that the merged one had, and has again.' })
  code!: string;
}

const enterprise = { type: () => EnterpriseType, term: '企业' };

export const MergeEnterprisesPayload = payloadOf('MergeEnterprises', '企业合并', { enterprise });
export const SplitEnterprisesPayload = payloadOf('SplitEnterprises', '企业拆分', {
  enterprise,
  kept: { type: () => EnterpriseType, term: '保留企业' },
});
