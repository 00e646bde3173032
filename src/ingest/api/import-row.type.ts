import { Field, Int, ObjectType } from 'type-graphql';
import { graphEnum } from '../../kit/graph-enum.ts';
import { connectionOf } from '../../kit/relay/relay.type.ts';
import { JsonScalar } from '../../kit/scalars.ts';
import { ImportFaultType } from './import-run.type.ts';

const ImportRowOutcome = graphEnum('ImportRowOutcome', '行结果 · What became of a row.', {
  NEW: '新增 · It tells of something new.',
  CHANGED: '变更 · It says something else than the graph did.',
  UNCHANGED: '未变 · It says what the graph says.',
  REFUSED: '拒收 · It is wrong, and was not taken in.',
  GONE: '消失 · The delivery before had it, and this one, which is whole, has not.',
});

export const ImportRowOrder = graphEnum(
  'ImportRowOrder',
  '导入行排序 · In what order rows are read.',
  {
    PLACE: '按位置 · As they stand in the file.',
    PLACE_DESC: '按位置倒序 · The last first.',
  },
);

@ObjectType('ImportChange', {
  description: '导入变动 · One field that a row changes, or would change.',
  simpleResolvers: true,
})
class ImportChangeType {
  @Field(() => String, { description: '字段 · The field, or the kind of row that belongs to it.' })
  field!: string;

  @Field(() => JsonScalar, {
    nullable: true,
    description: '变动前 · As it was; null where there was nothing.',
  })
  before!: unknown;

  @Field(() => JsonScalar, { nullable: true, description: '变动后 · As the row has it.' })
  after!: unknown;
}

@ObjectType('ImportRow', {
  description: '导入行 · One row of a run, and what became of it.',
  simpleResolvers: true,
})
class ImportRowType {
  @Field(() => Int, { description: '导入表序号 · Which of the run’s tables, from 1.' })
  table!: number;

  @Field(() => Int, { description: '行号 · As a spreadsheet numbers rows.' })
  row!: number;

  @Field(() => String, { description: '行主键 · What the row is known by in its table.' })
  key!: string;

  @Field(() => ImportRowOutcome, { description: '行结果 · What became of it.' })
  outcome!: string;

  @Field(() => [ImportChangeType], { description: '导入变动 · What it changes, field by field.' })
  changes!: ImportChangeType[];

  @Field(() => [ImportFaultType], { description: '导入问题 · What is wrong with it.' })
  faults!: ImportFaultType[];

  @Field(() => [ImportFaultType], {
    description: '导入提示 · What is odd in it; it was taken in all the same.',
  })
  warnings!: ImportFaultType[];
}

export const ImportRowConnection = connectionOf(ImportRowType, 'ImportRow', '导入行');
