import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import { graphEnum } from '../../kit/graph-enum.ts';
import { connectionOf, Node, typeOfId } from '../../kit/relay/relay.type.ts';
import { EnterpriseType, InstitutionType, OfficeType } from '../enterprise/organisation.type.ts';
import { RegionType } from '../region/region.type.ts';
import { DatedType, Named, Reported, Sourced } from '../source/source.type.ts';

const PromotionEventKind = graphEnum('PromotionEventKind', '活动类型 · What kind of event it is.', {
  CONFERENCE: '会议 · A conference.',
  SIGNING: '签约 · A signing.',
  START: '开工 · A start of construction.',
  PROMOTION: '推介 · A promotion.',
  VISIT: '来访 · A visit to the city.',
  ROUNDTABLE: '圆桌 · A roundtable.',
  OBSERVATION: '观摩 · An observation on site.',
  AGREEMENT: '协议签署 · An agreement.',
  DEPARTURE: '出访 · A departure on trips.',
});

const PartyRole = graphEnum('PartyRole', '参加角色 · What part a party has in an event.', {
  HOST: '主办 · The host.',
  ORGANISER: '承办 · The organiser.',
  GUEST: '嘉宾 · A guest.',
  COUNTERPARTY: '签约方 · The other side of an agreement.',
});

const IssueKind = graphEnum('IssueKind', '问题类型 · What an issue is about.', {
  POLICY: '政策配套 · Policies.',
  PARK: '园区建设 · Parks.',
  TALENT: '人才引进 · Talent.',
  OTHER: '其他 · Something else.',
});

export const PromotionEventOrder = graphEnum(
  'PromotionEventOrder',
  '活动排序 · How events are ordered.',
  {
    HELD_ON: '按日期 · By date, earliest first, unknown last.',
    HELD_ON_DESC: '按日期倒序 · By date, latest first, unknown last.',
    NAME: '按名称 · By name, in the order of pinyin.',
    NAME_DESC: '按名称倒序 · By name, against the order of pinyin.',
  },
);

const EventParticipant = createUnionType({
  name: 'EventParticipant',
  description: '参加者 · An enterprise, an institution, a region or an office; never a person.',
  types: () => [EnterpriseType, InstitutionType, RegionType, OfficeType] as const,
  resolveType: ({ id }: { id: string }) => typeOfId(id),
});

@ObjectType('PromotionEventParty', {
  description: '参加方 · Who takes part in an event, and as what.',
  implements: Sourced,
  simpleResolvers: true,
})
export class EventPartyType {
  @Field(() => PartyRole, { description: '参加角色 · As what.' })
  role!: string;

  @Field(() => EventParticipant, { description: '参加者 · Who.' })
  participant!: object;
}

@ObjectType('PromotionEventTopic', {
  description: '议题 · What was talked about, agreed on or raised.',
  implements: Sourced,
  simpleResolvers: true,
})
export class EventTopicType {
  @Field(() => String, { description: '名称 · What it was.' })
  name!: string;

  @Field(() => String, { nullable: true, description: '英文名 · The same in English.' })
  nameEn!: string | null;

  @Field(() => IssueKind, {
    nullable: true,
    description: '问题类型 · Of an issue: what it is about.',
  })
  issueKind!: string | null;
}

@ObjectType('PromotionEvent', {
  description:
    '招商活动 · An occasion to win investment, from a conference or a signing to a departure.',
  implements: [Node, Named, Sourced, Reported],
  simpleResolvers: true,
})
export class PromotionEventType implements Node {
  id!: string;

  @Field(() => [PromotionEventKind], {
    description: '活动类型 · What it is; it may be several things.',
  })
  kinds!: string[];

  @Field(() => DatedType, { description: '日期 · When it was held.' })
  heldOn!: DatedType;

  @Field(() => RegionType, { nullable: true, description: '区域 · The region that held it.' })
  region!: RegionType | null;

  @Field(() => PromotionEventType, {
    nullable: true,
    description: '上级活动 · The event that it was a part of.',
  })
  parent!: PromotionEventType | null;

  @Field(() => Int, { nullable: true, description: '届次 · The edition, from 1.' })
  edition!: number | null;

  @Field(() => String, { nullable: true, description: '主题 · Its theme.' })
  theme!: string | null;

  @Field(() => String, { nullable: true, description: '举办地 · Its venue.' })
  venue!: string | null;

  @Field(() => [EventPartyType], { description: '主办方 · Hosts and organisers.' })
  hosts!: EventPartyType[];

  @Field(() => [EventPartyType], { description: '嘉宾 · Guests and counterparties, as named.' })
  guests!: EventPartyType[];

  @Field(() => Boolean, { description: '参加方齐全 · Whether all parties are named.' })
  partiesComplete!: boolean;

  @Field(() => [EventTopicType], { description: '议题 · What was talked about.' })
  topics!: EventTopicType[];

  @Field(() => [EventTopicType], { description: '合作领域 · What was agreed on.' })
  agreementAreas!: EventTopicType[];

  @Field(() => [EventTopicType], { description: '问题 · What issues were raised.' })
  issues!: EventTopicType[];

  @Field(() => Boolean, {
    description: '议题齐全 · Whether all topics, areas and issues are told.',
  })
  topicsComplete!: boolean;
}

export const PromotionEventConnection = connectionOf(
  PromotionEventType,
  'PromotionEvent',
  '招商活动',
);
