import { Field, Int, ObjectType } from 'type-graphql';
import { graphEnum } from '../../kit/graph-enum.ts';
import { DecimalScalar } from '../../kit/scalars.ts';
import { RegionType } from '../region/region.type.ts';
import { Qualifier } from '../source/source.type.ts';
import { ProcurementModel, ProjectClass, ProjectLevel, ProjectStage } from './project.type.ts';

export const ProjectDimension = graphEnum(
  'ProjectDimension',
  '项目维度 · By what projects can be counted.',
  {
    DISTRICT: '按区县 · By district, in the order of codes.',
    STAGE: '按项目阶段 · By stage, from planning to service.',
    CLASS: '按项目类别 · By what they are for.',
    LEVEL: '按项目层级 · By whose key projects they are.',
    DOMAIN: '按领域 · By domain, in the order of its code.',
    PROCUREMENT: '按采购模式 · By how they are procured.',
    START_YEAR: '按开工年份 · By the year in which they started, where it is known.',
  },
);

@ObjectType('ProjectStat', {
  description:
    '项目统计 · The projects of one group, counted and added up: what is unknown is a group of its own.',
  simpleResolvers: true,
})
export class ProjectStatType {
  @Field(() => [ProjectDimension], {
    description:
      '统计维度 · What it is grouped by: a key of these that is null is unknown, any other was not asked.',
  })
  groupedBy!: string[];

  @Field(() => RegionType, { nullable: true, description: '所在区县 · The district of the group.' })
  district!: RegionType | null;

  @Field(() => String, {
    nullable: true,
    description:
      '原因 · Why there is no district, when it is grouped by district and there is none.',
  })
  reason!: string | null;

  @Field(() => ProjectStage, { nullable: true, description: '项目阶段 · The stage of the group.' })
  stage!: string | null;

  @Field(() => ProjectClass, { nullable: true, description: '项目类别 · What the group is for.' })
  class!: string | null;

  @Field(() => ProjectLevel, {
    nullable: true,
    description: '项目层级 · Whose key projects the group holds.',
  })
  level!: string | null;

  @Field(() => String, { nullable: true, description: '领域 · The domain of the group.' })
  domain!: string | null;

  @Field(() => ProcurementModel, {
    nullable: true,
    description: '采购模式 · How the group is procured.',
  })
  procurement!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: '开工年份 · The year in which the group started.',
  })
  startYear!: number | null;

  @Field(() => Int, { description: '项目数 · How many projects there are.' })
  count!: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      '总投资 · The sum of the total investments that are known, 亿元; null where none is.',
  })
  totalInvestment!: string | null;

  @Field(() => Qualifier, {
    nullable: true,
    description: '总投资限定 · How exactly that sum is known, by the least exact of its parts.',
  })
  totalInvestmentQualifier!: string | null;

  @Field(() => Int, {
    description: '已知总投资项目数 · Of how many projects the total investment is known.',
  })
  totalInvestmentKnown!: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      "年度计划投资 · The sum of this year's plans that are known, 亿元; null where none is.",
  })
  annualPlan!: string | null;

  @Field(() => Int, {
    description: "已知年度计划项目数 · Of how many projects this year's plan is known.",
  })
  annualPlanKnown!: number;
}
