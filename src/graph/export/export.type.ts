import { Field, InputType, ObjectType } from 'type-graphql';
import { graphEnum } from '../../kit/graph-enum.ts';
import { DateTimeScalar, JsonScalar } from '../../kit/scalars.ts';
import type { ExportFormat, ExportRequest } from './request.ts';

const ExportFormatEnum = graphEnum(
  'ExportFormat',
  '导出格式 · How the rows of an export are written.',
  {
    CSV: '逗号分隔 · A table as text, for every program; UTF-8, with a head.',
    XLSX: '电子表格 · A workbook for Excel, with a sheet that tells what it is.',
    JSONL: '逐行记录 · A node a line in JSON, as the graph answers it, for programs.',
  },
);

@InputType('ExportInput', { description: '导出条件 · What to export, and how to write it.' })
export class ExportInput implements ExportRequest {
  @Field(() => String, {
    description:
      '查询 · A query whose one field is a connection of the root; it is read to its end, whatever its "first".',
  })
  query!: string;

  @Field(() => String, {
    nullable: true,
    description: '操作名 · Which operation of the document, where it has several.',
  })
  operationName?: string | null;

  @Field(() => JsonScalar, {
    nullable: true,
    description: '变量 · The values of the query’s variables, by name.',
  })
  variables?: Record<string, unknown> | null;

  @Field(() => ExportFormatEnum, { description: '导出格式 · How the rows are written.' })
  format!: ExportFormat;

  @Field(() => String, {
    nullable: true,
    description:
      '文件名 · What the file is saved as, without its ending; the operation’s name unless told.',
  })
  fileName?: string | null;
}

@ObjectType('Export', {
  description: '导出 · A link to a file of a whole list, made when it is followed.',
  simpleResolvers: true,
})
export class ExportType {
  @Field(() => String, {
    description:
      '下载地址 · A path on this server; whoever has it may follow it, with your rights.',
  })
  url!: string;

  @Field(() => DateTimeScalar, { description: '到期时间 · Until when it can be followed.' })
  expiresAt!: string;

  @Field(() => [String], { description: '列 · The columns that a table will have, in order.' })
  columns!: string[];
}
