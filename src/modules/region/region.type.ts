import { Field, ObjectType } from 'type-graphql';
import { graphEnum } from '../../kit/graph-enum.ts';
import { connectionOf, Node } from '../../kit/relay/relay.type.ts';
import { DateScalar, DecimalScalar } from '../../kit/scalars.ts';
import { Named, Reported, Sourced } from '../source/source.type.ts';

const RegionKindEnum = graphEnum('RegionKind', '区域类型 · What kind of region it is.', {
  CITY: '市 · The city.',
  DISTRICT: '区 · A district.',
  COUNTY: '县 · A county.',
  FUNCTIONAL_ZONE: '功能区 · A zone that overlaps districts and is a child of none.',
  SUB_ZONE: '片区 · A park or quarter within a district or zone.',
});

const RegionAliasScheme = graphEnum('RegionAliasScheme', '别名类型 · What kind of alias it is.', {
  NAME: '名称 · Another name.',
  GB_T_2260_OLD: '旧代码 · A division code that has lapsed.',
  STATISTICAL: '统计代码 · A code of the statistics offices, which is no division code.',
});

const PlaceKind = graphEnum('PlaceKind', '地点类型 · What kind of place it is.', {
  CITY: '城市 · A city.',
  COUNTRY: '国家 · A country.',
  SPECIAL_ADMINISTRATIVE_REGION: '特别行政区 · Outside the border (境外), and no foreign country.',
  SITE: '场所 · A building or a site.',
});

export const RegionPartition = graphEnum(
  'RegionPartition',
  '区域划分 · How the city is cut into parts.',
  {
    REPORTING_UNIT: '报送单位 · Districts, counties and functional zones, as the documents report.',
    ADMINISTRATIVE: '行政区划 · Districts and counties only.',
  },
);

/** Marks the argument by which a list by district takes its partition. */
export const InPartition = () =>
  Field(() => RegionPartition, {
    defaultValue: 'REPORTING_UNIT',
    description: '区域划分 · By which partition places are told.',
  });

export const RegionOrder = graphEnum('RegionOrder', '区域排序 · How regions are ordered.', {
  CODE: '按代码 · By code.',
  CODE_DESC: '按代码倒序 · By code, the last first.',
  NAME: '按名称 · By name, in the order of pinyin.',
  NAME_DESC: '按名称倒序 · By name, against the order of pinyin.',
});

@ObjectType('RegionAlias', {
  description: '区域别名 · Another name or an older code of a region.',
  implements: Sourced,
  simpleResolvers: true,
})
export class RegionAliasType {
  @Field(() => RegionAliasScheme, { description: '别名类型 · What kind of alias it is.' })
  scheme!: string;

  @Field(() => String, { description: '值 · The name or code.' })
  value!: string;

  @Field(() => DateScalar, { nullable: true, description: '启用 · The first day it was valid.' })
  validFrom!: string | null;

  @Field(() => DateScalar, { nullable: true, description: '停用 · The last day it was valid.' })
  validTo!: string | null;
}

@ObjectType('Region', {
  description: '区域 · The city, or a part of it.',
  implements: [Node, Named, Sourced, Reported],
  simpleResolvers: true,
})
export class RegionType implements Node {
  id!: string;

  @Field(() => RegionKindEnum, { description: '区域类型 · What kind of region it is.' })
  kind!: string;

  @Field(() => String, {
    nullable: true,
    description: '行政区划代码 · GB/T 2260; zones have none.',
  })
  gbCode!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: '启用 · The first day its code was valid.',
  })
  validFrom!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: '停用 · The last day its code was valid.',
  })
  validTo!: string | null;

  @Field(() => RegionType, { nullable: true, description: '上级区域 · What it is a part of.' })
  parent!: RegionType | null;

  @Field(() => [RegionAliasType], { description: '区域别名 · Other names and older codes.' })
  aliases!: RegionAliasType[];

  @Field(() => [RegionOverlapType], {
    description: '交叠 · The districts a zone lies in, or the zones that lie in a district.',
  })
  overlaps!: RegionOverlapType[];
}

@ObjectType('RegionOverlap', {
  description: '交叠 · A zone and a district that share ground.',
  implements: Sourced,
  simpleResolvers: true,
})
export class RegionOverlapType {
  @Field(() => RegionType, { description: '区域 · The other one of the two.' })
  region!: RegionType;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: '占比 · The part of the zone that lies in the district, 0 to 1, where known.',
  })
  share!: string | null;
}

@ObjectType('Place', {
  description: '地点 · Somewhere outside the city.',
  implements: [Node, Named, Sourced],
  simpleResolvers: true,
})
export class PlaceType implements Node {
  id!: string;

  @Field(() => PlaceKind, { description: '地点类型 · What kind of place it is.' })
  kind!: string;

  @Field(() => String, { nullable: true, description: '国家地区代码 · ISO 3166-1, two letters.' })
  countryCode!: string | null;
}

export const RegionConnection = connectionOf(RegionType, 'Region', '区域');
