import { Field, Int, ObjectType } from 'type-graphql';
import { graphEnum } from '../../kit/graph-enum.ts';
import { connectionOf, Node } from '../../kit/relay/relay.type.ts';
import type { dataSourceKinds, publicationLevels } from './data-source.entity.ts';
import { SourceDocumentType } from './source.type.ts';

const DataSourceKind = graphEnum<(typeof dataSourceKinds)[number]>(
  'DataSourceKind',
  '数据来源类型 · What kind of thing delivers data.',
  {
    DEPARTMENT: '部门 · A department, which sends its tables in.',
    SYSTEM: '系统 · A system that runs, and is asked.',
  },
);

const PublicationLevel = graphEnum<(typeof publicationLevels)[number]>(
  'PublicationLevel',
  '公开程度 · Who may be shown what a source delivers.',
  {
    PUBLIC: '公开 · Everybody.',
    INTERNAL: '内部 · Those who work with it.',
  },
);

export const DataSourceOrder = graphEnum(
  'DataSourceOrder',
  '数据来源排序 · How sources of data are ordered.',
  {
    CODE: '按代码 · By code.',
    CODE_DESC: '按代码倒序 · By code, the last first.',
    NAME: '按名称 · By name.',
    NAME_DESC: '按名称倒序 · By name, the last first.',
  },
);

@ObjectType('DataSource', {
  description:
    '数据来源 · A department or system whose data comes in, and what is agreed with it; known from its first delivery on.',
  implements: Node,
  simpleResolvers: true,
})
export class DataSourceType implements Node {
  id!: string;

  @Field(() => String, { description: '代码 · Its readable code, as "jinan-drc".' })
  code!: string;

  @Field(() => DataSourceKind, { description: '数据来源类型 · What kind of thing it is.' })
  kind!: string;

  @Field(() => String, { description: '名称 · What it is called.' })
  name!: string;

  @Field(() => String, { nullable: true, description: '英文名 · The same in English.' })
  nameEn!: string | null;

  @Field(() => String, { description: '责任处室 · The office that answers for its data.' })
  office!: string;

  @Field(() => Int, {
    description:
      '可信度 · How far it is trusted, from 1, hearsay, to 5, the register that others copy from.',
  })
  trust!: number;

  @Field(() => String, { description: '使用许可 · What may be done with its data.' })
  licence!: string;

  @Field(() => PublicationLevel, { description: '公开程度 · Who may be shown its data.' })
  publication!: string;

  @Field(() => String, {
    description: '报送周期 · How long it is from one delivery to the next: ISO 8601, as "P1M".',
  })
  rhythm!: string;

  @Field(() => SourceDocumentType, {
    description: '台账 · Its ledger: one document, however often it is delivered.',
  })
  document!: SourceDocumentType;
}

export const DataSourceConnection = connectionOf(DataSourceType, 'DataSource', '数据来源');
