import { Field, ObjectType } from 'type-graphql';
import { graphEnum } from '../../kit/graph-enum.ts';
import { connectionOf, Node } from '../../kit/relay/relay.type.ts';
import { IncomparableReasonEnum } from './comparison.type.ts';
import type { DiscrepancyKind } from './discrepancy.entity.ts';
import type { DiscrepancyRule } from './discrepancy-rules.ts';
import { CrossVerdict } from './figure.type.ts';

const DiscrepancyKindEnum = graphEnum<DiscrepancyKind>(
  'DiscrepancyKind',
  '比对类别 · What is asked of two sides that are held against each other.',
  {
    SAME_FIGURE: '同一数据 · Both tell one figure, or one fact.',
    SAME_FACT_VARIANT: '同一事实 · Both tell of one fact, each in its own way.',
    SAME_TERM: '同一用语 · Both use one term.',
    NAME_VARIANT: '名称异写 · Two names that may be of one thing.',
    SCHEMA_DIFFERENCE: '体系差别 · Both divide one thing into steps or classes.',
    TEMPORAL_SEQUENCE: '时间先后 · The one may follow upon the other.',
    ARITHMETIC: '算术关系 · Something can be worked out of the two.',
    SUBSET: '部分与整体 · The one may be a part of the other.',
    RECONCILIATION_GAP: '对账缺口 · The one may explain a part of the other, and leaves a rest.',
    DIFFERENT_SCOPE: '范围有别 · Numbers of one kind, of different scopes.',
    DIFFERENT_UNIT: '单位有别 · Numbers of one kind, in different units.',
    NUMBER_TRAP: '数字陷阱 · Numbers that look as if they belonged together.',
    NAME_TRAP: '名称陷阱 · Names that look as if they were of one thing.',
    ENTITY_TRAP: '主体陷阱 · Things that look as if they were one.',
    ENTITY_LINK: '主体关联 · Both speak of what may be one thing.',
    UNSUPPORTED_LINK: '无据关联 · Two sets whose pairs no source tells.',
    INTERNAL_TENSION: '文内出入 · One document seems to contradict itself.',
  },
);

const DiscrepancyRuleEnum = graphEnum<DiscrepancyRule>(
  'DiscrepancyRule',
  '比对规则 · What decided how two sides stand to each other.',
  {
    SAME_VALUE:
      '同项同值 · All tell one figure or fact: their values were held against each other.',
    SAME_LIST: '列表相符 · Both list one thing: the lists were held against each other.',
    SAME_DAY: '同日 · The day of an event, and the day as of which others speak of it.',
    SAME_ORGANISATION: '同一组织 · The names are those of one organisation, or of two.',
    SUM_OF_PARTS: '分项之和 · The parts that are told were added up and held against the whole.',
    WITHIN_PARENT: '批次包含 · The one is counted in the other, a batch.',
    WITHIN_EVENT: '活动包含 · The batch is of the event, whose number counts it.',
    KNOWN_PART_OF_TOTAL: '已知部分 · A member of a batch, of which other members are missing.',
    MAY_BE_WITHIN: '或含其中 · No source says whether the one batch is counted in the other.',
    NESTING_UNSAID: '包含未明 · No source says which of the counts are parts of others.',
    WORDS_ARE_NO_NUMBER: '词非数 · The one is a claim in words, and no number.',
    EQUAL_VALUE_OTHER_SUBJECT: '同值异指 · The values are equal, and of different things.',
    OTHER_MEASURE: '口径不同 · The numbers must not be compared; the reason tells why.',
    WORKED_OUT: '由数推算 · Each side adds up, and no source tells what the two come to.',
    LATER_STATE: '先后状态 · Two states of one project, the further one on a later day.',
    NAME_OF_TWO: '一名两指 · One name is given to two things.',
    OTHER_WORDING: '文字不一 · One thing is told in two wordings.',
    OTHER_LEVEL: '层级不同 · The one is of a region, the other of one within it.',
    OTHER_ENTITY: '两个主体 · The graph keeps the two apart.',
    OTHER_ASPECT: '各述一面 · Both tell of one thing, each in another respect.',
    EACH_REGIONS_OWN: '各地自用 · Two regions use one term, each in another respect.',
    MEMBER_OF_BOTH: '兼属两类 · One thing is a member of both.',
    NO_PAIRING: '未给配对 · No source says what of the one belongs to what of the other.',
  },
);

const DiscrepancyDecision = graphEnum('DiscrepancyDecision', '判定方式 · Who decided a verdict.', {
  RULE: '规则判定 · A rule, by the facts alone.',
  JUDGEMENT: '人工判定 · Whoever read the documents, for no rule can tell.',
});

export const DiscrepancyOrder = graphEnum(
  'DiscrepancyOrder',
  '比对排序 · How discrepancies are ordered.',
  {
    CODE: '按代码 · By code.',
    CODE_DESC: '按代码倒序 · By code, the last first.',
  },
);

@ObjectType('Discrepancy', {
  description: '比对 · Facts that were held against each other, and how they stand.',
  implements: Node,
  simpleResolvers: true,
})
export class DiscrepancyType implements Node {
  id!: string;

  @Field(() => String, { description: '代码 · Its readable code, as "X01".' })
  code!: string;

  @Field(() => DiscrepancyKindEnum, { description: '比对类别 · What is asked of the two sides.' })
  kind!: string;

  @Field(() => String, { description: '比对主题 · What it is about.' })
  topic!: string;

  @Field(() => String, { nullable: true, description: '英文比对主题 · The same in English.' })
  topicEn!: string | null;

  @Field(() => [Node], { description: '甲侧 · The observations and statements of one side.' })
  sideA!: object[];

  @Field(() => [Node], { description: '乙侧 · Those of the other side.' })
  sideB!: object[];

  @Field(() => CrossVerdict, {
    description: "比对结论 · How they stand: a rule's verdict, else the judged one.",
  })
  verdict!: string;

  @Field(() => DiscrepancyDecision, { description: '判定方式 · Who decided it.' })
  decidedBy!: string;

  @Field(() => DiscrepancyRuleEnum, {
    nullable: true,
    description: '比对规则 · The rule that decided it; null where none can tell.',
  })
  rule!: string | null;

  @Field(() => IncomparableReasonEnum, {
    nullable: true,
    description: '不可比原因 · Why they are not comparable; null where they are, or it was judged.',
  })
  reason!: string | null;

  @Field(() => CrossVerdict, {
    description: '人工结论 · What whoever read the documents made of it.',
  })
  judgedVerdict!: string;

  @Field(() => String, { description: '比对说明 · Why, in the words of whoever judged.' })
  explanation!: string;

  @Field(() => String, { nullable: true, description: '英文比对说明 · The same in English.' })
  explanationEn!: string | null;
}

export const DiscrepancyConnection = connectionOf(DiscrepancyType, 'Discrepancy', '比对');
