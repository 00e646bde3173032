import { Field, ID, ObjectType } from 'type-graphql';
import { graphEnum } from '../kit/graph-enum.ts';
import { connectionOf } from '../kit/relay/relay.type.ts';
import { DateTimeScalar, JsonScalar } from '../kit/scalars.ts';

const AuditOutcome = graphEnum('AuditOutcome', '审计结果 · How an attempt ended.', {
  DONE: '已执行 · It was done.',
  REFUSED: '无权限 · The caller may not do it.',
  FAILED: '未执行 · The caller may, and what was asked could not be done.',
});

export const AuditEntryOrder = graphEnum(
  'AuditEntryOrder',
  '审计记录排序 · In what order the audit is read.',
  {
    AT_DESC: '按时间倒序 · The latest first.',
    AT: '按时间 · The earliest first.',
  },
);

@ObjectType('AuditEntry', {
  description: '审计记录 · Who tried to change what, when, and how it ended.',
  simpleResolvers: true,
})
class AuditEntryType {
  @Field(() => ID, { description: '标识 · Its own, among audit entries.' })
  id!: string;

  @Field(() => DateTimeScalar, { description: '操作时间 · When it was.' })
  at!: string;

  @Field(() => String, { description: '操作者 · Who tried, as the log of events names him too.' })
  actor!: string;

  @Field(() => String, {
    nullable: true,
    description: '凭证 · The id of the key or token that he came with; never its secret.',
  })
  credential!: string | null;

  @Field(() => String, { description: '操作 · The mutation, or the command of an operator.' })
  operation!: string;

  @Field(() => AuditOutcome, { description: '审计结果 · How it ended.' })
  outcome!: string;

  @Field(() => String, {
    nullable: true,
    description: '权限 · The permission that was missing, where it was refused.',
  })
  permission!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '错误代码 · The code that the caller was answered, where it was not done.',
  })
  errorCode!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '请求标识 · The request, under which the server’s own log tells more.',
  })
  requestId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '对象类型 · What kind of thing it was done to.',
  })
  entityType!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      '对象代码 · The code of that thing; where nothing was done, that which the input gave.',
  })
  entityCode!: string | null;

  @Field(() => JsonScalar, {
    nullable: true,
    description: '操作详情 · What else tells what was done.',
  })
  details!: unknown;
}

export const AuditEntryConnection = connectionOf(AuditEntryType, 'AuditEntry', '审计记录');
