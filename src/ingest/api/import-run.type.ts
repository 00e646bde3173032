import { Field, ID, Int, ObjectType } from 'type-graphql';
import { graphEnum } from '../../kit/graph-enum.ts';
import { connectionOf } from '../../kit/relay/relay.type.ts';
import { DateScalar, DateTimeScalar } from '../../kit/scalars.ts';
import type { FileNoteKind } from '../formats/table.ts';
import type { RunMode, RunState } from '../run/run-store.ts';

const ImportState = graphEnum<RunState>(
  'ImportState',
  '导入状态 · How far a run of an import has come.',
  {
    WAITING: '等待中 · It waits for a gateway, or for another run of its source.',
    RUNNING: '进行中 · A gateway is at it.',
    DONE: '已完成 · All that was right is in the graph; of a dry run, all is told.',
    REFUSED: '已拒收 · The file or a row of it is wrong, and nothing was written.',
    FAILED: '失败 · It broke off by a fault; row by row, what came before it stays.',
    INTERRUPTED: '已中断 · Its gateway ended; another one takes it up.',
    CANCELLED: '已取消 · Somebody cancelled it; row by row, what came before stays.',
    UNDONE: '已撤销 · All that it wrote was taken back.',
  },
);

export const ImportMode = graphEnum<RunMode>(
  'ImportMode',
  '导入方式 · What becomes of right rows where others are wrong.',
  {
    ALL_OR_NOTHING: '整体导入 · All rows are taken in, or none.',
    ROW_BY_ROW: '逐行导入 · Each row that is right is taken in; the others are told.',
  },
);

export const ImportRunOrder = graphEnum(
  'ImportRunOrder',
  '导入批次排序 · In what order runs are read.',
  {
    ASKED_AT_DESC: '按时间倒序 · The latest first.',
    ASKED_AT: '按时间 · The earliest first.',
  },
);

@ObjectType('ImportCounts', {
  description: '导入行数 · How many rows of a run did what.',
  simpleResolvers: true,
})
class ImportCountsType {
  @Field(() => Int, { description: '已读行数 · Rows that were read so far.' })
  read!: number;

  @Field(() => Int, { description: '新增行数 · Rows that tell of something new.' })
  new!: number;

  @Field(() => Int, { description: '变更行数 · Rows that say something else than the graph did.' })
  changed!: number;

  @Field(() => Int, { description: '未变行数 · Rows that say what the graph says.' })
  unchanged!: number;

  @Field(() => Int, { description: '拒收行数 · Rows that are wrong, and were not taken in.' })
  refused!: number;

  @Field(() => Int, {
    description: '消失行数 · Rows of the delivery before that this one, which is whole, has not.',
  })
  gone!: number;
}

@ObjectType('ImportTable', {
  description: '导入表 · One table of a run, and what became of its rows.',
  simpleResolvers: true,
})
class ImportTableType {
  @Field(() => String, { description: '文件名 · The file that it is in.' })
  file!: string;

  @Field(() => String, { nullable: true, description: '工作表 · Its sheet, in a workbook.' })
  sheet!: string | null;

  @Field(() => String, { description: '导入目标 · What its rows become, as "projects".' })
  target!: string;

  @Field(() => Int, { description: '行数 · Its rows.' })
  rows!: number;

  @Field(() => Int, { description: '变更行数 · Rows that were new, or said something else.' })
  changed!: number;

  @Field(() => Int, { description: '拒收行数 · Rows that are wrong.' })
  refused!: number;
}

@ObjectType('ImportFault', {
  description: '导入问题 · One thing that is wrong, or odd, in a file or a row.',
  simpleResolvers: true,
})
export class ImportFaultType {
  @Field(() => String, { nullable: true, description: '文件名 · The file, where it is at fault.' })
  file!: string | null;

  @Field(() => String, { nullable: true, description: '工作表 · The sheet, in a workbook.' })
  sheet!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: '行号 · As a spreadsheet numbers rows: the first of the file is 1.',
  })
  row!: number | null;

  @Field(() => String, { nullable: true, description: '列名 · The header, as the file has it.' })
  column!: string | null;

  @Field(() => String, { nullable: true, description: '单元格内容 · What stands in the cell.' })
  value!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '校验规则 · The rule that is broken: programs go by it.',
  })
  rule!: string | null;

  @Field(() => String, { description: '问题说明 · What is wrong, in a sentence.' })
  problem!: string;

  @Field(() => String, {
    nullable: true,
    description: '修改建议 · What may have been meant.',
  })
  suggestion!: string | null;
}

const ImportNoteKind = graphEnum<FileNoteKind>(
  'ImportNoteKind',
  '文件提示类型 · What was noticed of a file.',
  {
    MISNAMED: '名不副实 · It is called as files of another format, and was read as what it holds.',
    ENCODING: '非常用编码 · Its text is in another encoding than UTF-8.',
    DELIMITER: '非常用分隔符 · Its cells are separated otherwise than its name says.',
    HIDDEN_SHEET: '隐藏工作表 · A sheet is hidden, and was left out.',
    OTHER_SHEET: '未取工作表 · A sheet is none that the mapping takes, and was left out.',
  },
);

@ObjectType('ImportNote', {
  description: '文件提示 · What was noticed of a file as it was read; nothing was refused for it.',
  simpleResolvers: true,
})
class ImportNoteType {
  @Field(() => String, { description: '文件名 · The file.' })
  file!: string;

  @Field(() => String, {
    nullable: true,
    description: '工作表 · The sheet, where it is of one.',
  })
  sheet!: string | null;

  @Field(() => ImportNoteKind, { description: '文件提示类型 · What it is about.' })
  kind!: FileNoteKind;

  @Field(() => String, { description: '提示说明 · What was noticed, in a sentence.' })
  text!: string;
}

@ObjectType('ImportRun', {
  description:
    '导入批次 · One delivery of a source that was taken in, tried, or refused; who answers for some districts sees his own.',
  simpleResolvers: true,
})
export class ImportRunType {
  @Field(() => ID, { description: '标识 · Opaque; give it to importRun(id:) to read it again.' })
  id!: string;

  @Field(() => String, { description: '数据来源 · The code of the source that delivered.' })
  source!: string;

  @Field(() => ImportState, { description: '导入状态 · How far it has come.' })
  state!: string;

  @Field(() => ImportMode, {
    description: '导入方式 · What becomes of right rows beside wrong ones.',
  })
  mode!: string;

  @Field(() => Boolean, {
    description: '试运行 · Whether it only tells what a run would write.',
  })
  isDryRun!: boolean;

  @Field(() => String, { description: '文件名 · The file, as it was sent in.' })
  fileName!: string;

  @Field(() => String, {
    nullable: true,
    description: '文件格式 · CSV, XLSX and so on, as it was found; null until it was opened.',
  })
  format!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '文字编码 · In what encoding its text is; null where the format has but one.',
  })
  encoding!: string | null;

  @Field(() => DateScalar, { description: '数据日期 · The day on which its data holds.' })
  asOf!: string;

  @Field(() => String, {
    nullable: true,
    description: '操作者 · Who asked for it; null without the permission actor:read.',
  })
  actor!: string | null;

  @Field(() => DateTimeScalar, { description: '提出时刻 · When it was asked for.' })
  askedAt!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: '开始时刻 · When it began.' })
  startedAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '结束时刻 · When it ended.' })
  endedAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '撤销时刻 · When it was undone.' })
  undoneAt!: string | null;

  @Field(() => ImportCountsType, { description: '导入行数 · How many rows did what, so far.' })
  counts!: ImportCountsType;

  @Field(() => [ImportTableType], {
    description: '导入表 · Its tables, in the order in which they were read; told at its end.',
  })
  tables!: ImportTableType[];

  @Field(() => [ImportFaultType], {
    description:
      '导入问题 · What is wrong with the file itself: at most 100, as rows tell their own.',
  })
  faults!: ImportFaultType[];

  @Field(() => [ImportNoteType], {
    description:
      '文件提示 · What was noticed of its file, and refused nothing: as what it was read, and what was left out.',
  })
  notes!: ImportNoteType[];

  @Field(() => String, { nullable: true, description: '错误说明 · Why it failed, where it did.' })
  error!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      '错误文件地址 · Where a copy of the file is, with what is wrong beside each row; null where no row is, or no file was sent in.',
  })
  errorFileUrl!: string | null;
}

export const ImportRunConnection = connectionOf(ImportRunType, 'ImportRun', '导入批次');
