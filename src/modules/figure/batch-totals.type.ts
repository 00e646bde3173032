import { Field, ObjectType } from 'type-graphql';
import { ProjectBatchType } from '../project/batch.type.ts';
import { RegionType } from '../region/region.type.ts';
import { QuantityType } from '../source/source.type.ts';

@ObjectType('BatchShare', {
  description: '批次计入 · What one batch brings to a total, or why it brings nothing.',
  simpleResolvers: true,
})
export class BatchShareType {
  @Field(() => ProjectBatchType, { description: '项目批次 · The batch.' })
  batch!: object;

  @Field(() => QuantityType, {
    nullable: true,
    description: '项目数 · Its projects; null where no source counts them, nor are all known.',
  })
  projectCount!: QuantityType | null;

  @Field(() => QuantityType, {
    nullable: true,
    description: '总投资 · Their total investment, 亿元.',
  })
  totalInvestment!: QuantityType | null;

  @Field(() => Boolean, {
    description:
      '由成员算得 · Whether that comes of its members, all known, and no source tells it.',
  })
  isComputed!: boolean;

  @Field(() => ProjectBatchType, {
    nullable: true,
    description: '所含于 · The batch that counts it already, and for which it is left out.',
  })
  within!: object | null;
}

@ObjectType('BatchTotalsGroup', {
  description: '分区合计 · What the batches of one region add up to.',
  simpleResolvers: true,
})
export class BatchTotalsGroupType {
  @Field(() => RegionType, {
    nullable: true,
    description: '区域 · The region; null for batches of no named one.',
  })
  region!: object | null;

  @Field(() => QuantityType, { nullable: true, description: '项目数 · Their projects.' })
  projectCount!: QuantityType | null;

  @Field(() => QuantityType, {
    nullable: true,
    description: '总投资 · Their total investment, 亿元.',
  })
  totalInvestment!: QuantityType | null;
}

@ObjectType('BatchOverlap', {
  description: '批次重复提示 · Batches of which no source says whether one counts the other.',
  simpleResolvers: true,
})
export class BatchOverlapType {
  @Field(() => ProjectBatchType, { description: '可能含有 · The one that may count the other.' })
  outer!: object;

  @Field(() => ProjectBatchType, { description: '可能含于 · The one that it may count.' })
  inner!: object;

  @Field(() => String, { description: '说明 · The same in words, Chinese and English.' })
  explanation!: string;
}

@ObjectType('BatchTotals', {
  description:
    '批次合计 · What batches add up to, none counted in another, beside what adding all would give.',
  simpleResolvers: true,
})
export class BatchTotalsType {
  @Field(() => QuantityType, {
    nullable: true,
    description: '项目数 · Their projects, each batch once.',
  })
  projectCount!: QuantityType | null;

  @Field(() => QuantityType, {
    nullable: true,
    description: '总投资 · Their total investment, 亿元, each batch once.',
  })
  totalInvestment!: QuantityType | null;

  @Field(() => QuantityType, {
    nullable: true,
    description:
      '简单相加项目数 · What adding all of them would give, nested ones twice: wrong where it differs.',
  })
  naiveProjectCount!: QuantityType | null;

  @Field(() => QuantityType, {
    nullable: true,
    description: '简单相加总投资 · The same of their total investment.',
  })
  naiveTotalInvestment!: QuantityType | null;

  @Field(() => [BatchTotalsGroupType], {
    description: '分区合计 · The same by region, by its code.',
  })
  groups!: BatchTotalsGroupType[];

  @Field(() => [BatchShareType], { description: '批次计入 · Every batch that matches, by date.' })
  batches!: BatchShareType[];

  @Field(() => [BatchOverlapType], { description: '批次重复提示 · What the sources leave open.' })
  warnings!: BatchOverlapType[];
}
