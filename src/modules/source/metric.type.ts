import { Field, ObjectType } from 'type-graphql';
import { graphEnum } from '../../kit/graph-enum.ts';
import { connectionOf, Node } from '../../kit/relay/relay.type.ts';

export const Unit = graphEnum('Unit', '计量单位 · What a number counts.', {
  COUNT: '个数 · Things counted; the metric says which.',
  CNY_100M: '亿元 · 100 million yuan.',
  PERCENT: '百分比 · Percent: 12.6 means 12.6 %.',
  YEARS: '年 · Years.',
  KM2: '平方公里 · Square kilometres.',
  VIAL: '支 · Vials.',
  RANK: '位次 · A place in a ranking, from 1.',
  ORDINAL: '序次 · The how-manieth it is, from 1.',
  FLOOR: '楼层 · A floor of a building.',
});

export const MetricOrder = graphEnum('MetricOrder', '指标排序 · How metrics are ordered.', {
  CODE: '按代码 · By code.',
  CODE_DESC: '按代码倒序 · By code, the last first.',
  NAME: '按名称 · By name, in the order of pinyin.',
  NAME_DESC: '按名称倒序 · By name, against the order of pinyin.',
});

@ObjectType('Metric', {
  description:
    '指标 · What numbers count or measure, in which unit, and when they may be added and compared.',
  implements: Node,
  simpleResolvers: true,
})
export class MetricType implements Node {
  id!: string;

  @Field(() => String, { description: '代码 · Its readable code, as "PROJECT_COUNT".' })
  code!: string;

  @Field(() => String, { description: '名称 · What it is called.' })
  name!: string;

  @Field(() => String, { nullable: true, description: '英文名 · The same in English.' })
  nameEn!: string | null;

  @Field(() => Unit, { description: '计量单位 · The unit of all of its numbers.' })
  unit!: string;

  @Field(() => Boolean, {
    description: '可加 · Whether its numbers may be added up; a rank or a percentage never is.',
  })
  isAdditive!: boolean;

  @Field(() => Boolean, {
    description: '增长率 · Whether it is a growth against a base, and so no amount.',
  })
  isGrowth!: boolean;

  @Field(() => Boolean, {
    description:
      '本属计划 · Whether its numbers are plans by nature, as 总投资 is: then a plan and an actual of it say the same.',
  })
  plannedByNature!: boolean;

  @Field(() => String, {
    description: '可比组 · Metrics of one group measure one thing, if in different forms.',
  })
  comparableGroup!: string;

  @Field(() => String, {
    description: '口径 · What exactly is counted, and what is not told of it.',
  })
  definition!: string;

  @Field(() => String, { nullable: true, description: '英文口径 · The same in English.' })
  definitionEn!: string | null;
}

export const MetricConnection = connectionOf(MetricType, 'Metric', '指标');
