import { Field, ObjectType } from 'type-graphql';
import { graphEnum } from '../../kit/graph-enum.ts';
import { connectionOf, Node } from '../../kit/relay/relay.type.ts';
import type { SearchType as Type } from '../../search/searchable.ts';
import type { Match } from './ways.ts';

export const SearchType = graphEnum<Type>('SearchType', '搜索类型 · What can be found by a name.', {
  REGION: '区域 · Regions.',
  PLACE: '地点 · Places outside the city.',
  ENTERPRISE: '企业 · Enterprises.',
  INSTITUTION: '机构 · Universities, hospitals, institutes and public bodies.',
  OFFICE: '职务 · Offices.',
  PROJECT: '项目 · Projects.',
  PROJECT_BATCH: '项目批次 · Batches of projects.',
  INDUSTRY_CHAIN: '产业链 · Industry chains.',
  CHAIN_NODE: '产业链环节 · Nodes of chains.',
  PROMOTION_EVENT: '招商活动 · Promotion events.',
  PROMOTION_TRIP: '招商出访 · Promotion trips.',
  LEAD: '招商线索 · Leads.',
  NAMED_SUBJECT: '登记主体 · Policies, mechanisms, industries and the like.',
});

const SearchMatch = graphEnum<Match>('SearchMatch', '匹配方式 · By what something was found.', {
  CODE: '代码 · By its readable code.',
  CREDIT_CODE: '统一社会信用代码 · By its credit code.',
  NAME: '名称 · By its name, in either script.',
  ALIAS: '别名 · By another name, or an older code.',
  PINYIN: '拼音 · By how a name is read.',
  INITIALS: '拼音首字母 · By the first letters of how a name is read.',
  ENGLISH: '英文名 · By its English name.',
});

@ObjectType('SearchResult', {
  description: '搜索结果 · Something that was found, and by which of its names.',
  simpleResolvers: true,
})
export class SearchResultType {
  @Field(() => SearchType, { description: '搜索类型 · What it is.' })
  type!: string;

  @Field(() => String, { description: '名称 · Its name in simplified Chinese.' })
  name!: string;

  @Field(() => SearchMatch, { description: '匹配方式 · By what it was found.' })
  by!: string;

  @Field(() => String, {
    description: '匹配文本 · The text that matched: of pinyin and initials, the name read so.',
  })
  matched!: string;

  @Field(() => Node, {
    nullable: true,
    description: '节点 · The thing itself; null if it has gone meanwhile.',
  })
  node!: Node | null;
}

export const SearchResultConnection = connectionOf(SearchResultType, 'SearchResult', '搜索结果');
