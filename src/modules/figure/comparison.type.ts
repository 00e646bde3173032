import { Field, Int, ObjectType } from 'type-graphql';
import { graphEnum } from '../../kit/graph-enum.ts';
import { QuantityType } from '../source/source.type.ts';
import type { IncomparableReason } from './figure.errors.ts';
import { CrossVerdict, FigureType } from './figure.type.ts';
import type { LeftOutReason } from './summing.ts';

export const IncomparableReasonEnum = graphEnum<IncomparableReason>(
  'IncomparableReason',
  '不可比原因 · Why two things must not be held against each other.',
  {
    UNIT: '单位不同 · They are told in different units.',
    GROWTH_AGAINST_ABSOLUTE: '增长对绝对 · One is a growth, the other an amount.',
    MEASURE: '事项不同 · They count or measure different things.',
    NATURE: '性质不同 · One is, the other is meant or hoped to be.',
    SCOPE: '范围不同 · They are of a region and of one within it.',
    BASE: '基数不同 · They are growths of different bases.',
    SNAPSHOT_KIND: '快照不同 · One is a batch of a growing library, the other the whole of a year.',
    NOT_ADDITIVE: '不可相加 · It is a rank, a percentage or the like.',
    IDENTITY: '所指不同 · The numbers are equal, and what they are of is not the same.',
  },
);

const LeftOutReasonEnum = graphEnum<LeftOutReason>(
  'LeftOutReason',
  '未计入原因 · Why a figure is not in a sum.',
  {
    NESTED: '已含于上级 · It is counted in another one of the sum.',
    NO_VALUE: '无定值 · It has no value, or a disputed one.',
  },
);

const SumWarningCode = graphEnum('SumWarningCode', '合计提示码 · What a sum leaves open.', {
  MAY_OVERLAP: '或有重复 · One may be counted in the other, and no source says.',
  PARTS_MAY_OVERLAP: '各档或有重复 · One tier may be counted in another, and no source says.',
});

@ObjectType('FigureComparison', {
  description:
    '数据比对 · What two figures come to beside each other, or why they must not stand so.',
  simpleResolvers: true,
})
export class FigureComparisonType {
  @Field(() => FigureType, { description: '甲项 · The first.' })
  a!: object;

  @Field(() => FigureType, { description: '乙项 · The second, which the first is held against.' })
  b!: object;

  @Field(() => CrossVerdict, { description: '比对结论 · How they stand to each other.' })
  verdict!: string;

  @Field(() => IncomparableReasonEnum, {
    nullable: true,
    description: '不可比原因 · Why no number comes of them; null where one does.',
  })
  reason!: string | null;

  @Field(() => String, { description: '说明 · The same in words, Chinese and English.' })
  explanation!: string;

  @Field(() => QuantityType, {
    nullable: true,
    description: '差额 · The first less the second; null where they are not comparable.',
  })
  difference!: QuantityType | null;

  @Field(() => QuantityType, {
    nullable: true,
    description: '比率 · The first by the second, in percent.',
  })
  ratio!: QuantityType | null;

  @Field(() => QuantityType, {
    nullable: true,
    description: '增幅 · By how much the first is more than the second, in percent of the second.',
  })
  excess!: QuantityType | null;
}

@ObjectType('RankedFigure', {
  description: '数据排名 · A figure with its place among others.',
  simpleResolvers: true,
})
export class RankedFigureType {
  @Field(() => Int, { description: '位次 · Its place, from 1; equal ones share it.' })
  rank!: number;

  @Field(() => Boolean, {
    description: '位次确定 · Whether no bound leaves open that it stands elsewhere.',
  })
  isCertain!: boolean;

  @Field(() => FigureType, { description: '数据项 · The figure.' })
  figure!: object;
}

@ObjectType('LeftOutFigure', {
  description: '未计入项 · A figure that is not in a sum, and why.',
  simpleResolvers: true,
})
export class LeftOutFigureType {
  @Field(() => FigureType, { description: '数据项 · The figure.' })
  figure!: object;

  @Field(() => LeftOutReasonEnum, { description: '未计入原因 · Why.' })
  reason!: string;

  @Field(() => FigureType, {
    nullable: true,
    description: '所含于 · The one that it is counted in.',
  })
  within!: object | null;
}

@ObjectType('SumWarning', {
  description: '合计提示 · What the sources leave open, and the sum could be otherwise by.',
  simpleResolvers: true,
})
export class SumWarningType {
  @Field(() => SumWarningCode, { description: '合计提示码 · What kind it is.' })
  code!: string;

  @Field(() => String, { description: '说明 · The same in words, Chinese and English.' })
  explanation!: string;

  @Field(() => [FigureType], { description: '数据项 · The figures that it concerns.' })
  figures!: object[];
}

@ObjectType('FigureSum', {
  description: '数据合计 · What figures add up to, by the rules that keep it honest.',
  simpleResolvers: true,
})
export class FigureSumType {
  @Field(() => QuantityType, {
    nullable: true,
    description: '数量 · The sum, a bound where one of its parts is one; null of nothing.',
  })
  quantity!: QuantityType | null;

  @Field(() => [FigureType], { description: '数据项 · The figures that are in it.' })
  figures!: object[];

  @Field(() => [LeftOutFigureType], { description: '未计入项 · Those that are not, and why.' })
  leftOut!: LeftOutFigureType[];

  @Field(() => [SumWarningType], { description: '合计提示 · What the sources leave open.' })
  warnings!: SumWarningType[];
}
