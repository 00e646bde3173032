import { Field, Int, ObjectType } from 'type-graphql';
import { graphEnum } from '../../kit/graph-enum.ts';
import { connectionOf, Node } from '../../kit/relay/relay.type.ts';
import { Organisation } from '../enterprise/organisation.type.ts';
import { ProjectType } from '../project/project.type.ts';
import { PlaceType, RegionType } from '../region/region.type.ts';
import { DatedType, Named, Reported, Sourced } from '../source/source.type.ts';
import { PromotionEventType } from './event.type.ts';

export const TripKind = graphEnum('TripKind', '出访类型 · Where a trip goes.', {
  OVERSEAS: '境外 · Outside the border, Hong Kong included.',
  DOMESTIC: '境内外出 · To other cities of the country.',
});

export const TripOrder = graphEnum('PromotionTripOrder', '出访排序 · How trips are ordered.', {
  DEPARTED_ON: '按出发日期 · By date of departure, earliest first, unknown last.',
  DEPARTED_ON_DESC: '按出发日期倒序 · By date of departure, latest first, unknown last.',
  NAME: '按名称 · By name, in the order of pinyin.',
  NAME_DESC: '按名称倒序 · By name, against the order of pinyin.',
});

export const LeadOrder = graphEnum('LeadOrder', '线索排序 · How leads are ordered.', {
  NAME: '按名称 · By name, in the order of pinyin.',
  NAME_DESC: '按名称倒序 · By name, against the order of pinyin.',
  NOTED_ON: '按记录日期 · By the date on which they were noted, earliest first, unknown last.',
  NOTED_ON_DESC:
    '按记录日期倒序 · By the date on which they were noted, latest first, unknown last.',
});

@ObjectType('PromotionTrip', {
  description:
    '招商出访 · A trip: units and destinations are two sets, and who went where is not told.',
  implements: [Node, Named, Sourced, Reported],
  simpleResolvers: true,
})
export class PromotionTripType implements Node {
  id!: string;

  @Field(() => Int, { description: '版本 · How often it was changed; a correction names it.' })
  version!: number;

  @Field(() => TripKind, { description: '出访类型 · Where it goes.' })
  kind!: string;

  @Field(() => Organisation, { nullable: true, description: '组织单位 · Who organised it.' })
  organiser!: Organisation | null;

  @Field(() => PromotionEventType, {
    nullable: true,
    description: '所属活动 · The departure it was a part of.',
  })
  event!: PromotionEventType | null;

  @Field(() => DatedType, { description: '出发日期 · When it departed.' })
  departedOn!: DatedType;

  @Field(() => [RegionType], { description: '出访单位 · The units that went, by code.' })
  units!: RegionType[];

  @Field(() => Boolean, { description: '出访单位齐全 · Whether all units are named.' })
  unitsComplete!: boolean;

  @Field(() => [PlaceType], { description: '目的地 · The places it went to, as named.' })
  destinations!: PlaceType[];

  @Field(() => Boolean, { description: '目的地齐全 · Whether all destinations are named.' })
  destinationsComplete!: boolean;

  @Field(() => Boolean, {
    description:
      '配对已知 · Whether it is known who went where: only if there is one unit, or one destination, and no more.',
  })
  pairingKnown!: boolean;
}

@ObjectType('Lead', {
  description: '招商线索 · Something that a trip brought home and that may become a project.',
  implements: [Node, Sourced],
  simpleResolvers: true,
})
export class LeadType implements Node {
  id!: string;

  @Field(() => Int, { description: '版本 · How often it was written; a correction names it.' })
  version!: number;

  @Field(() => String, { description: '代码 · Its readable code.' })
  code!: string;

  @Field(() => String, { description: '名称 · What it is.' })
  name!: string;

  @Field(() => String, { nullable: true, description: '英文名 · The same in English.' })
  nameEn!: string | null;

  @Field(() => DatedType, { description: '记录日期 · When it was noted.' })
  notedOn!: DatedType;

  @Field(() => PromotionTripType, { description: '招商出访 · The trip that brought it.' })
  trip!: PromotionTripType;

  @Field(() => Organisation, {
    nullable: true,
    description: '组织 · The organisation it is about.',
  })
  organisation!: Organisation | null;

  @Field(() => ProjectType, { nullable: true, description: '项目 · The project that it became.' })
  project!: ProjectType | null;
}

export const LeadConnection = connectionOf(LeadType, 'Lead', '招商线索');
export const PromotionTripConnection = connectionOf(PromotionTripType, 'PromotionTrip', '招商出访');
