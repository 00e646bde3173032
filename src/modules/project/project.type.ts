import { Field, Int, ObjectType } from 'type-graphql';
import { graphEnum } from '../../kit/graph-enum.ts';
import { connectionOf, Node } from '../../kit/relay/relay.type.ts';
import { DecimalScalar } from '../../kit/scalars.ts';
import { Organisation } from '../enterprise/organisation.type.ts';
import { RegionType } from '../region/region.type.ts';
import { DatedType, Named, Qualifier, Reported, Sourced } from '../source/source.type.ts';
import type { ProjectStage as Stage } from './project.entity.ts';

export const ProjectStage = graphEnum<Stage>(
  'ProjectStage',
  "项目阶段 · The five stages of a project's life.",
  {
    PLANNING: '谋划 · Planning.',
    LANDING: '落地 · Landing; 2023 said 招引.',
    CONSTRUCTION: '建设 · Construction.',
    COMPLETION_EFFECT: '建成达效 · Complete and in effect; 2023 said 投产.',
    SERVICE: '服务 · In service.',
  },
);

export const ProjectStatus = graphEnum(
  'ProjectStatus',
  '项目状态 · What a source says of a project.',
  {
    PLANNED: '策划 · Being planned.',
    SIGNED: '签约 · Signed.',
    LANDED: '落地 · Landed.',
    STARTED: '开工 · Started.',
    UNDER_CONSTRUCTION: '施工 · Under construction.',
    ADVANCING: '加快推进 · Advancing fast.',
    LINE_COMMISSIONED: '通线 · Its line is commissioned.',
    FIRST_PRODUCT: '下线 · Its first product is made.',
    IN_PRODUCTION: '投产 · In production.',
    OPEN: '贯通 · Open from end to end.',
    IN_SERVICE: '服务中 · In service.',
  },
);

export const ProjectClass = graphEnum('ProjectClass', '项目类别 · What a project is for.', {
  INDUSTRIAL: '产业类 · Industry.',
  INFRASTRUCTURE: '基础设施 · Infrastructure.',
  LIVELIHOOD: "民生保障 · The people's livelihood.",
});

export const ProjectLevel = graphEnum('ProjectLevel', '项目层级 · Whose key project it is.', {
  PROVINCIAL: "省级 · The province's.",
  MUNICIPAL: "市级 · The city's.",
  DISTRICT: "区级 · The district's.",
});

export const ProcurementModel = graphEnum(
  'ProcurementModel',
  '采购模式 · How a project is procured.',
  {
    PPP: '政府和社会资本合作 · Public-private partnership.',
  },
);

export const ParticipantRole = graphEnum(
  'ParticipantRole',
  '参与角色 · What part an organisation has.',
  {
    OWNER: '业主 · The owner.',
    PARENT: "母公司 · The owner's parent, where a source says so.",
    PARTNER: '合作方 · A partner.',
    SUPPLIER: '供应商 · A supplier.',
  },
);

export const ProjectOrder = graphEnum('ProjectOrder', '项目排序 · How projects are ordered.', {
  NAME: '按名称 · By name, in the order of pinyin.',
  NAME_DESC: '按名称倒序 · By name, against the order of pinyin.',
  CODE: '按代码 · By code.',
  CODE_DESC: '按代码倒序 · By code, the last first.',
  TOTAL_INVESTMENT: '按总投资从小到大 · By total investment, smallest first, unknown last.',
  TOTAL_INVESTMENT_DESC: '按总投资从大到小 · By total investment, largest first, unknown last.',
  STARTED_ON: '按开工日期从早到晚 · By the start of construction, earliest first, unknown last.',
  STARTED_ON_DESC: '按开工日期从晚到早 · By the start of construction, latest first, unknown last.',
});

export const ProjectParticipantOrder = graphEnum(
  'ProjectParticipantOrder',
  '参与方排序 · How participants are ordered.',
  {
    ORGANISATION_NAME: "按组织名称 · By the organisation's name, in the order of pinyin.",
    ORGANISATION_NAME_DESC:
      "按组织名称倒序 · By the organisation's name, against the order of pinyin.",
    PROJECT_NAME: "按项目名称 · By the project's name, in the order of pinyin.",
    PROJECT_NAME_DESC: "按项目名称倒序 · By the project's name, against the order of pinyin.",
    ROLE: '按参与角色 · By part: owner, parent, partner, supplier.',
  },
);

@ObjectType('ProjectStageRecord', {
  description: '项目阶段记录 · What a source said of a project, and the stage that it implies.',
  implements: Sourced,
  simpleResolvers: true,
})
export class ProjectStageRecordType {
  @Field(() => ProjectStatus, { description: '项目状态 · What was said.' })
  status!: string;

  @Field(() => ProjectStage, {
    nullable: true,
    description: '项目阶段 · The stage it implies; null where it may be more than one.',
  })
  stage!: string | null;

  @Field(() => DatedType, { description: '截至 · When it was so.' })
  asOf!: DatedType;

  @Field(() => String, {
    nullable: true,
    description: '原因 · Why it went back to an earlier stage, where it did.',
  })
  reason!: string | null;
}

@ObjectType('Project', {
  description: '项目 · An investment project.',
  implements: [Node, Named, Sourced, Reported],
  simpleResolvers: true,
})
export class ProjectType implements Node {
  id!: string;

  @Field(() => Int, {
    description: '版本 · Counted up by every change of it; a correction names the one that it saw.',
  })
  version!: number;

  @Field(() => RegionType, {
    nullable: true,
    description: '所在区县 · The reporting unit it lies in; null where the sources do not tell.',
  })
  district!: RegionType | null;

  @Field(() => RegionType, {
    nullable: true,
    description: '项目所在地 · The most exact region known.',
  })
  site!: RegionType | null;

  @Field(() => String, {
    nullable: true,
    description:
      '领域 · Its domain, by a code of an open list: sources speak of ten and list them nowhere.',
  })
  domain!: string | null;

  @Field(() => ProjectClass, { nullable: true, description: '项目类别 · What it is for.' })
  class!: string | null;

  @Field(() => ProjectLevel, { nullable: true, description: '项目层级 · Whose key project it is.' })
  level!: string | null;

  @Field(() => ProjectStage, { nullable: true, description: '项目阶段 · The latest stage known.' })
  stage!: string | null;

  @Field(() => Int, { nullable: true, description: '期 · Its phase, from 1 (一期, 二期).' })
  phase!: number | null;

  @Field(() => ProjectType, { nullable: true, description: '前期项目 · The phase before it.' })
  predecessor!: ProjectType | null;

  @Field(() => ProjectType, {
    nullable: true,
    description: '后期项目 · The phase after it.',
  })
  nextPhase!: ProjectType | null;

  @Field(() => ProcurementModel, { nullable: true, description: '采购模式 · How it is procured.' })
  procurement!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: '总投资 · Total investment, 亿元.' })
  totalInvestment!: string | null;

  @Field(() => Qualifier, { nullable: true, description: '总投资限定 · How exactly that is said.' })
  totalInvestmentQualifier!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "年度计划投资 · This year's plan, 亿元.",
  })
  annualPlan!: string | null;

  @Field(() => DatedType, { description: '开工日期 · When it started.' })
  startedOn!: DatedType;

  @Field(() => [String], { description: '别名 · Other names that sources use.' })
  aliases!: string[];

  @Field(() => [ProjectStageRecordType], {
    description: '阶段沿革 · What sources said of it, oldest first.',
  })
  stageHistory!: ProjectStageRecordType[];
}

@ObjectType('ProjectParticipant', {
  description: "参与方 · An organisation's part in a project.",
  implements: Sourced,
  simpleResolvers: true,
})
export class ProjectParticipantType {
  @Field(() => ParticipantRole, { description: '参与角色 · Its part.' })
  role!: string;

  @Field(() => Organisation, { description: '组织 · The organisation.' })
  organisation!: Organisation;

  @Field(() => ProjectType, { description: '项目 · The project.' })
  project!: ProjectType;
}

export const ProjectConnection = connectionOf(ProjectType, 'Project', '项目');
export const ProjectParticipantConnection = connectionOf(
  ProjectParticipantType,
  'ProjectParticipant',
  '参与方',
);
