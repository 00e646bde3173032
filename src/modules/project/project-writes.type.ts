import { Field, InputType, Int } from 'type-graphql';
import { payloadOf } from '../../kit/payload.type.ts';
import { DateScalar, DecimalScalar } from '../../kit/scalars.ts';
import type { DatedInput } from '../source/dated.entity.ts';
import { DatedInputType } from '../source/dated-input.type.ts';
import { Qualifier } from '../source/source.type.ts';
import { SubmittedInput } from '../source/submission.type.ts';
import type { ProjectCorrection } from './correct-project.commands.ts';
import type { ProjectCreation } from './create-project.commands.ts';

import type { ProjectStage as Stage } from './project.entity.ts';
import type { ProjectDetails } from './project-input.ts';
import {
  ProcurementModel,
  ProjectClass,
  ProjectLevel,
  ProjectStage,
  ProjectType,
} from './project.type.ts';

/** What most payloads of projects show. */
export const shownProject = { project: { type: () => ProjectType, term: '项目' } };

/** What whoever makes a project and whoever puts one right say of it. */
@InputType()
abstract class ProjectDetailsInput extends SubmittedInput implements ProjectDetails {
  @Field(() => String, {
    nullable: true,
    description: '英文名 · A rendering of its name in English.',
  })
  nameEn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '繁体名 · Its name in traditional script.',
  })
  nameHant?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '领域 · Its domain, by a code of an open list: capitals, digits, underscores.',
  })
  domain?: string | null;

  @Field(() => ProjectClass, { nullable: true, description: '项目类别 · What it is for.' })
  class?: ProjectDetails['class'];

  @Field(() => ProjectLevel, {
    nullable: true,
    description: '项目层级 · Whose key project it is.',
  })
  level?: ProjectDetails['level'];

  @Field(() => Int, { nullable: true, description: '期 · Its phase, from 1.' })
  phase?: number | null;

  @Field(() => String, {
    nullable: true,
    description: '前期项目 · The code of the project that is the phase before it.',
  })
  predecessor?: string | null;

  @Field(() => ProcurementModel, {
    nullable: true,
    description: '采购模式 · How it is procured.',
  })
  procurement?: ProjectDetails['procurement'];

  @Field(() => DecimalScalar, {
    nullable: true,
    description: '总投资 · Total investment, 亿元.',
  })
  totalInvestment?: string | null;

  @Field(() => Qualifier, {
    nullable: true,
    description: '总投资限定 · How exactly that is said: EXACT unless told.',
  })
  totalInvestmentQualifier?: ProjectDetails['totalInvestmentQualifier'];

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "年度计划投资 · This year's plan, 亿元.",
  })
  annualPlan?: string | null;

  @Field(() => DatedInputType, { nullable: true, description: '开工日期 · When it started.' })
  startedOn?: DatedInput | null;
}

@InputType('CreateProjectInput', {
  description: '新建项目输入 · A project that is new to the library.',
})
export class CreateProjectInput extends ProjectDetailsInput implements ProjectCreation {
  @Field(() => String, {
    nullable: true,
    description:
      '代码 · Its code, for good: lower-case letters, digits, hyphens; made for you where left out.',
  })
  code?: string | null;

  @Field(() => String, { description: '名称 · Its name in simplified Chinese.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: '项目所在地 · The code of the most exact region known.',
  })
  site?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "行政区划 · The code of the district or county of a functional zone's project, where it is known.",
  })
  administrativeDistrict?: string | null;

  @Field(() => ProjectStage, {
    nullable: true,
    description: '项目阶段 · The stage that it is in.',
  })
  stage?: Stage | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: '截至 · Since when or as of when it is in that stage; today unless told.',
  })
  stageAsOf?: string | null;
}

@InputType('CorrectProjectInput', {
  description: '更正项目输入 · What to put right: what is left out stays, null clears.',
})
export class CorrectProjectInput extends ProjectDetailsInput implements ProjectCorrection {
  @Field(() => String, { description: '代码 · The code of the project; it never changes.' })
  code!: string;

  @Field(() => String, { nullable: true, description: '名称 · Its name in simplified Chinese.' })
  name?: string | null;

  @Field(() => Int, {
    description: '版本 · The version that you have seen; another one now is a conflict.',
  })
  version!: number;
}

export const CreateProjectPayload = payloadOf('CreateProject', '新建项目', shownProject);
export const CorrectProjectPayload = payloadOf('CorrectProject', '更正项目', shownProject);
