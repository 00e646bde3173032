import { Field, Int, ObjectType } from 'type-graphql';
import { graphEnum } from '../../kit/graph-enum.ts';
import { DateScalar } from '../../kit/scalars.ts';
import { FigureType } from './figure.type.ts';

export const figureRules = ['DOCUMENTS_DISAGREE', 'MEMBERS_DISAGREE', 'MEMBERS_MISSING'] as const;
export type FigureRule = (typeof figureRules)[number];

const FigureRuleEnum = graphEnum<FigureRule>(
  'FigureRule',
  '核对规则 · What the figures of a document are held to.',
  {
    DOCUMENTS_DISAGREE: '文件不一 · Another document tells the same figure otherwise.',
    MEMBERS_DISAGREE: '成员不符 · What the known members come to cannot be what it tells.',
    MEMBERS_MISSING: '成员不全 · It counts more than it names, or names without their values.',
  },
);

@ObjectType('SourceCoverage', {
  description: '来源覆盖 · How much of a document is in the graph.',
  simpleResolvers: true,
})
export class SourceCoverageType {
  @Field(() => Int, {
    description: '出处数 · How many places of it numbers and statements rest on.',
  })
  evidenceCount!: number;

  @Field(() => Int, { description: '观测值数 · How many numbers it reports.' })
  observationCount!: number;

  @Field(() => Int, { description: '陈述数 · How much else it states.' })
  statementCount!: number;
}

@ObjectType('SourceFreshness', {
  description: '新鲜度 · How old a document is on a day.',
  simpleResolvers: true,
})
export class SourceFreshnessType {
  @Field(() => Int, {
    nullable: true,
    description:
      '距发布天数 · Days since it was published; below 0 before; null where that is unknown.',
  })
  daysSincePublished!: number | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: '最近所述日 · The last day that anything in it tells of.',
  })
  latestAsOf!: string | null;

  @Field(() => Int, { nullable: true, description: '距最近所述日天数 · Days since that day.' })
  daysSinceLatest!: number | null;
}

@ObjectType('FailedRule', {
  description: '未通过规则 · A rule that figures of a document do not keep, and which.',
  simpleResolvers: true,
})
export class FailedRuleType {
  @Field(() => FigureRuleEnum, { description: '核对规则 · The rule.' })
  rule!: string;

  @Field(() => [FigureType], { description: '数据项 · The figures that break it, by code.' })
  figures!: object[];
}
