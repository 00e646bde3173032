import { createUnionType, Field, ID, Int, ObjectType } from 'type-graphql';
import { PageInfoType } from '../../kit/relay/relay.type.ts';
import { DateTimeScalar, JsonScalar } from '../../kit/scalars.ts';
import { Heartbeat, ProjectUpdate } from './project-update.ts';
import { ProjectUpdateKind } from './project-update.kinds.ts';
import { ProjectType } from './project.type.ts';

@ObjectType('FieldChange', {
  description: '字段变动 · One field of a project, as it was and as it is.',
  simpleResolvers: true,
})
export class FieldChangeType {
  @Field(() => String, { description: '字段 · The field, or the kind of row that belongs to it.' })
  field!: string;

  @Field(() => JsonScalar, {
    nullable: true,
    description: '变动前 · As it was; null where there was nothing, or nothing for you to see.',
  })
  before!: unknown;

  @Field(() => JsonScalar, {
    nullable: true,
    description: '变动后 · As it is after the change; null where there is nothing.',
  })
  after!: unknown;
}

@ObjectType('ProjectUpdate', {
  description: '项目动态 · One change of a project, with what changed.',
  simpleResolvers: true,
})
export class ProjectUpdateType {
  @Field(() => ID, {
    description:
      '标识 · Of this change, the same by whatever way it comes, and when it comes again.',
  })
  id!: string;

  @Field(() => String, {
    description: '游标 · Complete up to this change; give it as "after" to go on behind it.',
  })
  cursor!: string;

  @Field(() => DateTimeScalar, { description: '发生时间 · When the change was made.' })
  occurredAt!: string;

  @Field(() => ProjectUpdateKind, { description: '变动类型 · What happened.' })
  kind!: string;

  @Field(() => ProjectType, {
    nullable: true,
    description: '项目 · The project as it is now; null once it is gone, or out of your sight.',
  })
  project!: ProjectType | null;

  @Field(() => ID, { description: '项目标识 · The id of the project, also when it is gone.' })
  projectId!: string;

  @Field(() => String, { description: '项目代码 · The code of the project, also when it is gone.' })
  projectCode!: string;

  @Field(() => Int, {
    description:
      '版本 · The version of the project after the change; one that you have already tells you nothing new.',
  })
  version!: number;

  @Field(() => [FieldChangeType], {
    description: '字段变动 · What changed, as it was then; other rows are named by their codes.',
  })
  changes!: FieldChangeType[];

  @Field(() => String, {
    nullable: true,
    description: '操作者 · Who made the change; null without the permission actor:read.',
  })
  actor!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      '数据来源 · The import run or document that it came from; null without the permission actor:read.',
  })
  source!: string | null;
}

@ObjectType('Heartbeat', {
  description: '心跳 · Says that nothing was missed, and how far.',
  simpleResolvers: true,
})
export class HeartbeatType {
  @Field(() => String, {
    description: '游标 · This stream is complete up to here; keep it, and give it as "after".',
  })
  cursor!: string;

  @Field(() => String, { description: '日志末端 · Where the log ends, as this server knows it.' })
  head!: string;

  @Field(() => DateTimeScalar, { description: '截至时刻 · When the log ended there.' })
  at!: string;
}

export const ProjectUpdateMessage = createUnionType({
  name: 'ProjectUpdateMessage',
  description: '项目动态消息 · What a stream of project updates tells.',
  types: () => [ProjectUpdateType, HeartbeatType] as const,
  resolveType: (message: object) =>
    message instanceof Heartbeat
      ? 'Heartbeat'
      : message instanceof ProjectUpdate
        ? 'ProjectUpdate'
        : undefined,
});

@ObjectType('ProjectUpdateEdge', {
  description: '项目动态项 · One ProjectUpdate in a list, with its cursor.',
})
class ProjectUpdateEdge {
  @Field(() => ProjectUpdateType, { description: '项目动态 · The ProjectUpdate itself.' })
  node!: ProjectUpdateType;

  @Field(() => String, { description: '游标 · The same as that of the update.' })
  cursor!: string;
}

/** Not by `connectionOf`: the log is read forwards, and nobody counts it. */
@ObjectType('ProjectUpdateConnection', {
  description: '项目动态列表 · One page of project updates, in the order of the log.',
})
export class ProjectUpdateConnection {
  @Field(() => [ProjectUpdateEdge], {
    description: "项目动态项 · The page's items with their cursors.",
  })
  edges!: ProjectUpdateEdge[];

  @Field(() => [ProjectUpdateType], { description: "项目动态 · The page's items alone." })
  nodes!: ProjectUpdateType[];

  @Field(() => PageInfoType, {
    description:
      '分页信息 · Where the page stands; its endCursor is complete up to there, also where nothing matched.',
  })
  pageInfo!: PageInfoType;
}

@ObjectType('UpdatesHead', {
  description: '动态日志末端 · Where the log of changes ends, and from where on it can be read.',
  simpleResolvers: true,
})
export class UpdatesHeadType {
  @Field(() => String, {
    description:
      '游标 · All that this answer holds is complete up to here; follow from it to miss nothing.',
  })
  cursor!: string;

  @Field(() => String, { description: '最早游标 · The first place that the log can be read from.' })
  oldestCursor!: string;

  @Field(() => DateTimeScalar, { description: '截至时刻 · When the log ended there.' })
  at!: string;
}
