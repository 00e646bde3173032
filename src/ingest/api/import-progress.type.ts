import { createUnionType, Field, ObjectType } from 'type-graphql';
import { graphEnum } from '../../kit/graph-enum.ts';
import { DateTimeScalar } from '../../kit/scalars.ts';
import { Heartbeat } from '../../modules/project/project-update.ts';
import { HeartbeatType } from '../../modules/project/project-update.type.ts';
import type { RunEventKind } from '../run/run-events.ts';
import { ImportProgress } from './import-progress.ts';
import { ImportRunType } from './import-run.type.ts';

const ImportProgressKind = graphEnum<RunEventKind>(
  'ImportProgressKind',
  '导入进展类型 · What has happened to a run.',
  {
    IMPORT_ASKED: '已提出 · Somebody asked for it.',
    IMPORT_STARTED: '已开始 · A gateway has taken it up.',
    IMPORT_PROGRESSED: '有进展 · It is further than it was: told once a second at most.',
    IMPORT_ENDED: '已结束 · It is over; its state tells how.',
    IMPORT_INTERRUPTED: '已中断 · Its gateway ended; another one takes it up.',
    IMPORT_CANCELLED: '已取消 · Somebody cancelled it.',
    IMPORT_UNDONE: '已撤销 · All that it wrote was taken back.',
  },
);

@ObjectType('ImportProgress', {
  description: '导入进展 · That a run has come further.',
  simpleResolvers: true,
})
export class ImportProgressType {
  @Field(() => String, {
    description: '游标 · Complete up to this word; give it as "after" to go on behind it.',
  })
  cursor!: string;

  @Field(() => DateTimeScalar, { description: '发生时间 · When it happened.' })
  occurredAt!: string;

  @Field(() => ImportProgressKind, { description: '导入进展类型 · What happened.' })
  kind!: string;

  @Field(() => ImportRunType, { description: '导入批次 · The run, as it is now.' })
  run!: ImportRunType;
}

export const ImportProgressMessage = createUnionType({
  name: 'ImportProgressMessage',
  description: '导入进展消息 · What a stream on a run tells.',
  types: () => [ImportProgressType, HeartbeatType] as const,
  resolveType: (message: object) =>
    message instanceof Heartbeat
      ? 'Heartbeat'
      : message instanceof ImportProgress
        ? 'ImportProgress'
        : undefined,
});
