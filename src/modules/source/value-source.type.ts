import { Field, ObjectType } from 'type-graphql';
import { graphEnum } from '../../kit/graph-enum.ts';
import { DateTimeScalar } from '../../kit/scalars.ts';
import { DatedType, Qualifier, Sourced } from './source.type.ts';
import type { ChoiceRule } from './value-choice.ts';

const ValueOrigin = graphEnum(
  'ValueOrigin',
  '来源方式 · How what is said of a value came into the graph.',
  {
    STATED: '文件所述 · A document says so.',
    SUBMITTED: '部门填报 · An office entered it or put it right through the graph.',
    REPLACED: '登记替换 · A load of the register put it in the place of another.',
    REPORTED: '观测所报 · A document reports the number; it stands beside, and decides nothing.',
  },
);

const ChoiceRuleEnum = graphEnum<ChoiceRule>(
  'ChoiceRule',
  '采用规则 · Why a value holds, by the first rule that leaves no other.',
  {
    ONLY_ONE: '唯一来源 · Nobody else says anything.',
    ALL_AGREE: '来源一致 · All say the same.',
    SUBMITTED: '部门为准 · An office said so last, which counts for more than documents.',
    REPLACED: '登记为准 · A load of the register put it there last.',
    BODY: '正文优先 · The body of a document says so, and only teasers say otherwise.',
    LATER: '较新优先 · No other is of so late a day.',
    MORE_DOCUMENTS: '多数文件 · Of those of the latest day, more documents say so.',
    FIRST_RECORDED: '先录优先 · It was recorded first, and nothing else tells them apart.',
    LAST_RECORDED: '后录优先 · Of the stages of the latest day it was recorded last.',
  },
);

@ObjectType('ValueSource', {
  description: '来源值 · What one source says of one value, and whether that holds.',
  implements: Sourced,
  simpleResolvers: true,
})
export class ValueSourceType {
  @Field(() => String, { description: '字段 · The field that it is the value of.' })
  field!: string;

  @Field(() => String, {
    nullable: true,
    description:
      '取值 · The value as text: a code, a name, an amount in 亿元, a day or two; null where it was cleared.',
  })
  value!: string | null;

  @Field(() => Qualifier, {
    nullable: true,
    description: '限定 · How exactly that is said; null where there is nothing to say.',
  })
  qualifier!: string | null;

  @Field(() => ValueOrigin, { description: '来源方式 · How it came into the graph.' })
  origin!: string;

  @Field(() => DatedType, {
    description: '截至 · When it was so: the day of the document, else the day that it tells of.',
  })
  asOf!: DatedType;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      '记录时刻 · When it was noted; null for what a load told before anybody said more.',
  })
  recordedAt!: string | null;

  @Field(() => Boolean, { description: '是否采用 · Whether the field holds this now.' })
  isChosen!: boolean;

  @Field(() => ChoiceRuleEnum, {
    nullable: true,
    description: '采用规则 · Why it holds; null where it does not.',
  })
  rule!: string | null;
}

export const PROVENANCE =
  '来源值 · Who says what of its values, field by field, the oldest first, and which holds.';
export const PROVENANCE_FIELDS =
  '字段 · Only of these fields, by their names here; of all that have a value unless told.';
