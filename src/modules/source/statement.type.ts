import { Field, Int, ObjectType } from 'type-graphql';
import { graphEnum } from '../../kit/graph-enum.ts';
import { connectionOf, Node } from '../../kit/relay/relay.type.ts';
import { DateScalar } from '../../kit/scalars.ts';
import { DatedType, ObservationKind, Sourced } from './source.type.ts';

const StatementValueType = graphEnum(
  'StatementValueType',
  '值类型 · How the value of a statement is to be read.',
  {
    TEXT: '文字 · Words.',
    ENUM: '列举项 · One of a list that the source counts up.',
    REF: '指称 · The name of something.',
    OFFICE: '任职 · An office; never who holds it.',
    PLACE: '地名 · A place.',
    DATE: '日子 · A day, as "2023-01-29".',
    PERIOD: '时段 · A span of time, as "2023/2025".',
    BOOLEAN: '是否 · Yes or no: "true" or "false".',
    YEAR: '年份 · A year, as "2023".',
  },
);

export const StatementOrder = graphEnum(
  'StatementOrder',
  '陈述排序 · How statements are ordered.',
  {
    CODE: '按代码 · By code.',
    CODE_DESC: '按代码倒序 · By code, the last first.',
    POSITION: "按序号 · By the place in the source's list, first to last, those without one last.",
    POSITION_DESC: "按序号倒序 · By the place in the source's list, those without one last.",
  },
);

@ObjectType('Attribute', {
  description:
    '事项 · What a statement is about: the sectors of a batch, the steps of a mechanism.',
  simpleResolvers: true,
})
export class AttributeType {
  @Field(() => String, { description: '代码 · Its readable code, as "STEP".' })
  code!: string;

  @Field(() => String, { description: '名称 · What it is called.' })
  name!: string;

  @Field(() => String, { nullable: true, description: '英文名 · The same in English.' })
  nameEn!: string | null;
}

@ObjectType('Statement', {
  description: '陈述 · What one source states of a subject, and is no number.',
  implements: [Node, Sourced],
  simpleResolvers: true,
})
class StatementType implements Node {
  id!: string;

  @Field(() => String, { description: '代码 · Its readable code.' })
  code!: string;

  @Field(() => AttributeType, { description: '事项 · What it is about.' })
  attribute!: AttributeType;

  @Field(() => StatementValueType, { description: '值类型 · How the value is to be read.' })
  valueType!: string;

  @Field(() => String, { description: '陈述值 · What is stated, in simplified Chinese.' })
  value!: string;

  @Field(() => String, { nullable: true, description: '英文陈述值 · A rendering in English.' })
  valueEn!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "序号 · Its place in the source's list, from 1.",
  })
  position!: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      '列举齐全 · Whether the source lists all there are; null where it does not say, or there is no list.',
  })
  listComplete!: boolean | null;

  @Field(() => ObservationKind, { description: '观测性质 · Whether it is, or is meant to be.' })
  kind!: string;

  @Field(() => String, { nullable: true, description: '时期 · The period that it is about.' })
  period!: string | null;

  @Field(() => DateScalar, { nullable: true, description: '时期起 · The first day of that.' })
  periodFrom!: string | null;

  @Field(() => DateScalar, { nullable: true, description: '时期止 · The last day of that.' })
  periodTo!: string | null;

  @Field(() => DatedType, { description: '截至 · When it was so.' })
  asOf!: DatedType;

  @Field(() => Int, {
    description: '独立文件数 · How many documents state the same; twice in one is once.',
  })
  distinctDocuments!: number;
}

export const StatementConnection = connectionOf(StatementType, 'Statement', '陈述');
