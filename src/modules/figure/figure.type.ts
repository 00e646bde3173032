import { Field, Int, ObjectType } from 'type-graphql';
import { graphEnum } from '../../kit/graph-enum.ts';
import { connectionOf, Node } from '../../kit/relay/relay.type.ts';
import { DateScalar } from '../../kit/scalars.ts';
import { MetricType } from '../source/metric.type.ts';
import { ObservationKind, ObservationType, QuantityType, Reported } from '../source/source.type.ts';

export const CrossVerdict = graphEnum(
  'CrossVerdict',
  '比对结论 · How two things that sources say stand to each other.',
  {
    AGREE: '一致 · They say the same.',
    CONSISTENT: '相容 · They say different things that can both be true.',
    COMPLEMENT: '互补 · The one adds to the other.',
    DERIVED: '推算 · Worked out from them; no source says it.',
    SUBSET: '子集 · The one is a part of the other: never add them.',
    NOT_COMPARABLE: '不可比 · They are not of one thing, and no number comes of them.',
    UNRESOLVED: '未决 · The sources leave it open.',
    DISAGREE: '不一致 · They cannot both be true.',
  },
);

const ComputationMethod = graphEnum('ComputationMethod', '计算方法 · How a value was computed.', {
  PARTS_ADDED: '分项相加 · The parts that sources tell were added up.',
  MEMBERS_COUNTED: '成员计数 · The members that are known were counted.',
  MEMBERS_ADDED: '成员相加 · The values of the members that are known were added up.',
  NAMES_COUNTED: '具名计数 · Those that sources name were counted.',
});

export const FigureOrder = graphEnum('FigureOrder', '数据项排序 · How figures are ordered.', {
  CODE: '按代码 · By code: by subject, metric, kind and period.',
  CODE_DESC: '按代码倒序 · By code, the last first.',
});

@ObjectType('Coverage', {
  description: '覆盖 · How much of what a computed value is made of is known.',
  simpleResolvers: true,
})
export class CoverageType {
  @Field(() => Int, {
    nullable: true,
    description: '所称成员数 · How many members sources say there are; null where none says.',
  })
  statedMembers!: number | null;

  @Field(() => Int, { description: '已知成员数 · How many of them are known.' })
  knownMembers!: number;

  @Field(() => Int, { description: '有值成员数 · Of how many the value is known.' })
  membersWithValue!: number;

  @Field(() => Boolean, { description: '是否完整 · Whether all are known, with their values.' })
  complete!: boolean;
}

@ObjectType('Computed', {
  description: '计算值 · What a figure comes to by its members: derived now, never stored.',
  simpleResolvers: true,
})
export class ComputedType {
  @Field(() => QuantityType, {
    nullable: true,
    description: '数量 · What they come to; null where no value of any is known.',
  })
  quantity!: QuantityType | null;

  @Field(() => ComputationMethod, { description: '计算方法 · How it was computed.' })
  method!: string;

  @Field(() => CoverageType, { description: '覆盖 · How much of it is known.' })
  coverage!: CoverageType;

  @Field(() => QuantityType, {
    nullable: true,
    description: '差额 · The reported value less this one; null where one of them is not known.',
  })
  difference!: QuantityType | null;

  @Field(() => CrossVerdict, {
    nullable: true,
    description:
      '比对结论 · How it stands to the reported value: open, while members are missing that could make it up.',
  })
  verdict!: string | null;
}

@ObjectType('FigureProgress', {
  description: '进度 · How far an actual has come towards a target, a plan or a forecast.',
  simpleResolvers: true,
})
export class FigureProgressType {
  @Field(() => FigureType, { description: '数据项 · The actual, of the same subject and metric.' })
  actual!: object;

  @Field(() => QuantityType, {
    nullable: true,
    description: '完成率 · The actual by what was aimed at, in percent, to two places.',
  })
  ratio!: QuantityType | null;

  @Field(() => QuantityType, {
    nullable: true,
    description: '尚差 · What is still to come; null where a value is not known.',
  })
  remaining!: QuantityType | null;

  @Field(() => Boolean, {
    nullable: true,
    description: '是否达成 · Whether it has been reached; null where bounds leave that open.',
  })
  isMet!: boolean | null;
}

@ObjectType('Figure', {
  description:
    "数据项 · A subject's number of one metric, kind and period, whoever reports it; reported beside computed.",
  implements: Node,
  simpleResolvers: true,
})
export class FigureType implements Node {
  id!: string;

  @Field(() => String, {
    description:
      '代码 · Its readable code, as "project_batch/byd-supporting-landed/PROJECT_COUNT/ACTUAL/2023".',
  })
  code!: string;

  @Field(() => Reported, { description: '主体 · What it is of.' })
  subject!: object;

  @Field(() => MetricType, { description: '指标 · What is counted or measured.' })
  metric!: MetricType;

  @Field(() => ObservationKind, { description: '观测性质 · Whether it is, or is meant to be.' })
  kind!: string;

  @Field(() => String, { nullable: true, description: '时期 · The period that it is about.' })
  period!: string | null;

  @Field(() => DateScalar, { nullable: true, description: '时期起 · The first day of that.' })
  periodFrom!: string | null;

  @Field(() => DateScalar, { nullable: true, description: '时期止 · The last day of that.' })
  periodTo!: string | null;

  @Field(() => [ObservationType], { description: '观测值 · What sources report, by code.' })
  observations!: ObservationType[];

  @Field(() => QuantityType, {
    nullable: true,
    description: '认定值 · What all bodies of documents say; null while they disagree.',
  })
  canonical!: QuantityType | null;

  @Field(() => Int, {
    description: '独立文件数 · How many documents tell it; twice in one is once.',
  })
  distinctDocuments!: number;

  @Field(() => CrossVerdict, {
    nullable: true,
    description: '比对结论 · How the documents stand to each other; null where one alone speaks.',
  })
  verdict!: string | null;

  @Field(() => ComputedType, {
    nullable: true,
    description:
      '计算值 · What it comes to by what the graph knows; null where that knows no part.',
  })
  computed!: ComputedType | null;

  @Field(() => QuantityType, {
    nullable: true,
    description: '差额 · The canonical value less the computed one; null where one is not known.',
  })
  difference!: QuantityType | null;

  @Field(() => FigureProgressType, {
    nullable: true,
    description:
      '进度 · How far the actual has come; null for an actual, and where no source tells one of the same metric.',
  })
  progress!: FigureProgressType | null;
}

export const FigureConnection = connectionOf(FigureType, 'Figure', '数据项');
