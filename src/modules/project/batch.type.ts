import { Field, Int, ObjectType } from 'type-graphql';
import { graphEnum } from '../../kit/graph-enum.ts';
import { connectionOf, Node } from '../../kit/relay/relay.type.ts';
import { RegionType } from '../region/region.type.ts';
import { DatedType, Named, Reported, Sourced } from '../source/source.type.ts';
import { ProjectType } from './project.type.ts';

const BatchKind = graphEnum('BatchKind', '批次类型 · What a batch of projects was counted for.', {
  COLLECTIVE_SIGNING: '集中签约 · Signed together.',
  COLLECTIVE_START: '集中开工 · Started together.',
  PROMOTED: '推介 · Promoted, not signed.',
  LIBRARY_LISTING: '入库 · Listed in a library of key projects.',
  CUMULATIVE_SIGNING: '累计签约 · Signed up to a day.',
  RESERVE: '谋划储备 · Kept in reserve.',
  SUPPORTING_LANDED: '配套落地 · Landed to support an anchor.',
});

export const BatchRole = graphEnum('BatchRole', '批次角色 · What became of a project in a batch.', {
  SIGNED: '签约 · Signed.',
  STARTED: '开工 · Started.',
  PROMOTED: '推介 · Promoted.',
  LISTED: '入库 · Listed.',
});

export const BatchOrder = graphEnum('ProjectBatchOrder', '批次排序 · How batches are ordered.', {
  HELD_ON: '按日期 · By date, earliest first, unknown last.',
  HELD_ON_DESC: '按日期倒序 · By date, latest first, unknown last.',
  NAME: '按名称 · By name, in the order of pinyin.',
  NAME_DESC: '按名称倒序 · By name, against the order of pinyin.',
});

export const BatchMemberOrder = graphEnum(
  'ProjectBatchMemberOrder',
  '批次成员排序 · How members of batches are ordered.',
  {
    PROJECT_NAME: "按项目名称 · By the project's name, in the order of pinyin.",
    PROJECT_NAME_DESC: "按项目名称倒序 · By the project's name, against the order of pinyin.",
    HELD_ON: "按日期 · By the batch's date, earliest first, unknown last.",
    HELD_ON_DESC: "按日期倒序 · By the batch's date, latest first, unknown last.",
  },
);

@ObjectType('BatchSector', {
  description: '批次领域 · A sector that a batch is said to cover.',
  implements: Sourced,
  simpleResolvers: true,
})
export class BatchSectorType {
  @Field(() => Int, { description: "序号 · Its place in the source's list." })
  position!: number;

  @Field(() => String, { description: '名称 · Its name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: '英文名 · Its name in English.' })
  nameEn!: string | null;
}

@ObjectType('ProjectBatch', {
  description: '项目批次 · Projects that a source counts together; its numbers are observations.',
  implements: [Node, Named, Sourced, Reported],
  simpleResolvers: true,
})
export class ProjectBatchType implements Node {
  id!: string;

  @Field(() => BatchKind, { description: '批次类型 · What it was counted for.' })
  kind!: string;

  @Field(() => RegionType, { nullable: true, description: '区域 · The region it is of.' })
  region!: RegionType | null;

  @Field(() => String, {
    nullable: true,
    description: '地点原文 · Where it is said to be, when no region is named.',
  })
  locationText!: string | null;

  @Field(() => DatedType, { description: '日期 · When it was held.' })
  heldOn!: DatedType;

  @Field(() => ProjectBatchType, {
    nullable: true,
    description: '上级批次 · The batch that it is counted in: never add the two.',
  })
  parent!: ProjectBatchType | null;

  @Field(() => [BatchSectorType], {
    description: '批次领域 · The sectors it is said to cover, in order.',
  })
  sectors!: BatchSectorType[];

  @Field(() => Boolean, { description: '批次领域齐全 · Whether the source lists all of them.' })
  sectorsComplete!: boolean;

  @Field(() => Boolean, { description: '成员齐全 · Whether all its projects are known.' })
  membersComplete!: boolean;
}

@ObjectType('ProjectBatchMember', {
  description: "批次成员 · A project's place in a batch.",
  implements: Sourced,
  simpleResolvers: true,
})
export class BatchMemberType {
  @Field(() => BatchRole, { description: '批次角色 · What became of it there.' })
  role!: string;

  @Field(() => ProjectType, { description: '项目 · The project.' })
  project!: ProjectType;

  @Field(() => ProjectBatchType, { description: '批次 · The batch.' })
  batch!: ProjectBatchType;
}

export const ProjectBatchConnection = connectionOf(ProjectBatchType, 'ProjectBatch', '项目批次');
export const BatchMemberConnection = connectionOf(
  BatchMemberType,
  'ProjectBatchMember',
  '批次成员',
);
