import { Field, ID, InputType } from 'type-graphql';
import { payloadOf } from '../../kit/payload.type.ts';
import { DateScalar } from '../../kit/scalars.ts';
import type { RunMode } from '../run/run-store.ts';
import type { ImportToCancel, ImportToStart, ImportToUndo } from './import-writes.commands.ts';
import { ImportMode, ImportRunType } from './import-run.type.ts';

const KEY =
  '幂等键 · Of your choosing, new for each import: asked again with the same key, it is done once, and the first answer comes again, for 7 days.';

@InputType('StartImportInput', {
  description:
    '开始导入输入 · Which source delivers, and what: a file that was sent in, or a pull.',
})
export class StartImportInput implements ImportToStart {
  @Field(() => String, { description: '数据来源 · The code of the source that delivers.' })
  source!: string;

  @Field(() => String, {
    nullable: true,
    description:
      '上传文件 · What POST /uploads has answered as "upload"; leave it out to pull instead.',
  })
  upload?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: '拉取 · Pull the source, which is a live one, instead of taking a file.',
  })
  pull!: boolean;

  @Field(() => ImportMode, {
    defaultValue: 'ALL_OR_NOTHING',
    description: '导入方式 · What becomes of right rows beside wrong ones.',
  })
  mode!: RunMode;

  @Field(() => Boolean, {
    defaultValue: false,
    description: '试运行 · Only tell what it would write, row by row.',
  })
  dryRun!: boolean;

  @Field(() => DateScalar, {
    nullable: true,
    description: '数据日期 · The day on which the data holds; today unless told.',
  })
  asOf?: string | null;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('UndoImportInput', { description: '撤销导入输入 · The run to take back.' })
export class UndoImportInput implements ImportToUndo {
  @Field(() => ID, { description: '导入批次 · The id of the run.' })
  run!: string;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('CancelImportInput', { description: '取消导入输入 · The run to give up.' })
export class CancelImportInput implements ImportToCancel {
  @Field(() => ID, { description: '导入批次 · The id of the run.' })
  run!: string;
}

const run = { type: () => ImportRunType, term: '导入批次' };

export const StartImportPayload = payloadOf('StartImport', '开始导入', { run });
export const UndoImportPayload = payloadOf('UndoImport', '撤销导入', { run });
export const CancelImportPayload = payloadOf('CancelImport', '取消导入', { run });
