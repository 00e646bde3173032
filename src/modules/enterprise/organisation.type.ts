import { Field, InterfaceType, Int, ObjectType } from 'type-graphql';
import { graphEnum } from '../../kit/graph-enum.ts';
import { connectionOf, Node } from '../../kit/relay/relay.type.ts';
import { DateScalar } from '../../kit/scalars.ts';
import { RegionType } from '../region/region.type.ts';
import { Named, Reported, Sourced } from '../source/source.type.ts';
import { isEnterpriseKind, type OrganisationKind } from './organisation.entity.ts';

export const OrganisationKindEnum = graphEnum<OrganisationKind>(
  'OrganisationKind',
  '组织类型 · What kind of organisation it is.',
  {
    ENTERPRISE: '企业 · An enterprise.',
    PLATFORM_COMPANY: '平台公司 · A company through which a government finances projects.',
    FINANCIAL: '金融机构 · A financial institution.',
    UNIVERSITY: '高校 · A university.',
    HOSPITAL: '医院 · A hospital.',
    RESEARCH_INSTITUTE: '科研院所 · A research institute.',
    BUREAU: '部门 · A department of a government.',
    ZONE_COMMITTEE: '管委会 · The committee that runs a zone.',
  },
);

const EnterpriseClassKind = graphEnum(
  'EnterpriseClassKind',
  '优质企业类型 · A class of quality enterprises.',
  {
    SPECIALISED: '专精特新 · Specialised, refined, distinctive, novel.',
    GAZELLE: '瞪羚 · A gazelle: it grows fast.',
    SINGLE_CHAMPION: '单项冠军 · A champion in one product.',
    UNICORN: '独角兽 · A unicorn.',
  },
);

const AdminLevel = graphEnum('AdminLevel', '行政层级 · The level of government of an office.', {
  PROVINCE: '省级 · Of the province.',
  CITY: '市级 · Of the city.',
  DISTRICT: '区级 · Of a district.',
  DIVISION: '处级 · Of a division.',
});

export const EnterpriseOrder = graphEnum(
  'EnterpriseOrder',
  '企业排序 · How enterprises are ordered.',
  {
    NAME: '按名称 · By name, in the order of pinyin.',
    NAME_DESC: '按名称倒序 · By name, against the order of pinyin.',
    CODE: '按代码 · By code.',
    CODE_DESC: '按代码倒序 · By code, the last first.',
  },
);

@InterfaceType('Organisation', {
  description: '组织 · An enterprise or an institution.',
  implements: [Node, Named, Sourced, Reported],
  resolveType: ({ kind }: { kind: OrganisationKind }) =>
    isEnterpriseKind(kind) ? 'Enterprise' : 'Institution',
})
export abstract class Organisation {
  @Field(() => OrganisationKindEnum, { description: '组织类型 · What kind of organisation it is.' })
  kind!: string;

  @Field(() => [String], { description: '别名 · Other names that sources use.' })
  aliases!: string[];
}

@ObjectType('EnterpriseClass', {
  description: '优质企业认定 · A class that an enterprise is certified in.',
  implements: Sourced,
  simpleResolvers: true,
})
export class EnterpriseClassType {
  @Field(() => EnterpriseClassKind, { description: '优质企业类型 · The class.' })
  class!: string;

  @Field(() => DateScalar, { nullable: true, description: '认定起始 · The first day.' })
  validFrom!: string | null;

  @Field(() => DateScalar, { nullable: true, description: '认定截止 · The last day.' })
  validTo!: string | null;
}

@ObjectType('Enterprise', {
  description: '企业 · A registered legal entity that does business.',
  implements: [Node, Named, Sourced, Reported, Organisation],
  simpleResolvers: true,
})
export class EnterpriseType implements Node {
  id!: string;

  @Field(() => Int, { description: '版本 · How often it was changed; a correction names it.' })
  version!: number;

  @Field(() => String, {
    nullable: true,
    description: '统一社会信用代码 · GB 32100, 18 characters; null where the sources do not tell.',
  })
  creditCode!: string | null;

  @Field(() => RegionType, { nullable: true, description: '注册地 · Where it is registered.' })
  district!: RegionType | null;

  @Field(() => [EnterpriseClassType], {
    description: '优质企业认定 · The classes it is certified in.',
  })
  classes!: EnterpriseClassType[];
}

@ObjectType('Institution', {
  description: '机构 · A university, hospital, institute or public body.',
  implements: [Node, Named, Sourced, Reported, Organisation],
  simpleResolvers: true,
})
export class InstitutionType implements Node {
  id!: string;

  @Field(() => RegionType, { nullable: true, description: '所在地 · Where it is.' })
  district!: RegionType | null;
}

@ObjectType('Office', {
  description: '职务 · A post; it stands wherever a source names its holder.',
  implements: [Node, Sourced],
  simpleResolvers: true,
})
export class OfficeType implements Node {
  id!: string;

  @Field(() => String, { description: '代码 · Its readable code.' })
  code!: string;

  @Field(() => String, { description: '职务名称 · Its title.' })
  title!: string;

  @Field(() => String, { nullable: true, description: '英文名称 · The title in English.' })
  titleEn!: string | null;

  @Field(() => AdminLevel, { nullable: true, description: '行政层级 · Its level of government.' })
  level!: string | null;

  @Field(() => Organisation, { nullable: true, description: '组织 · The organisation it is in.' })
  organisation!: Organisation | null;

  @Field(() => RegionType, { nullable: true, description: '区域 · The region it is of.' })
  region!: RegionType | null;
}

export const EnterpriseConnection = connectionOf(EnterpriseType, 'Enterprise', '企业');
