import { Field, Int, ObjectType } from 'type-graphql';
import { graphEnum } from '../../kit/graph-enum.ts';
import { connectionOf } from '../../kit/relay/relay.type.ts';
import { EnterpriseType } from '../enterprise/organisation.type.ts';
import { RegionType } from '../region/region.type.ts';
import { SupplyType } from './chain.type.ts';

const SupplierBasis = graphEnum(
  'SupplierBasis',
  "属地依据 · What a supplier's district is known by.",
  {
    SUPPLY_SITE: '供货地 · Where the supply is made.',
    PROJECT_SITE: '项目所在地 · Where its project in the chain lies.',
    REGISTERED_OFFICE: '注册地 · Where the enterprise is registered.',
    UNKNOWN: '未知 · The sources do not tell.',
  },
);

export const SupplierOrder = graphEnum('SupplierOrder', '供应商排序 · How suppliers are ordered.', {
  NAME: '按名称 · By name, in the order of pinyin.',
  NAME_DESC: '按名称倒序 · By name, against the order of pinyin.',
});

@ObjectType('Supplier', {
  description:
    '供应商 · An enterprise that supplies a node of a chain or owns a supporting project in it: once per enterprise and district.',
  simpleResolvers: true,
})
export class SupplierType {
  @Field(() => EnterpriseType, { description: '企业 · The enterprise.' })
  enterprise!: EnterpriseType;

  @Field(() => RegionType, {
    nullable: true,
    description: '区县 · The district; null where unknown.',
  })
  district!: RegionType | null;

  @Field(() => SupplierBasis, { description: '属地依据 · What the district is known by.' })
  basis!: string;

  @Field(() => [SupplyType], {
    description: '配套关系 · What it supplies in this chain from here.',
  })
  supplies!: SupplyType[];
}

@ObjectType('DistrictSuppliers', {
  description:
    "区县供应商 · A chain's suppliers in one district, or those whose district is unknown.",
  simpleResolvers: true,
})
export class DistrictSuppliersType {
  @Field(() => RegionType, {
    nullable: true,
    description: '区县 · The district; null where unknown.',
  })
  district!: RegionType | null;

  @Field(() => [SupplierBasis], { description: '属地依据 · What the suppliers here are known by.' })
  basis!: string[];

  @Field(() => Int, { description: '供应商数 · How many suppliers the graph knows here.' })
  supplierCount!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      '来源所称项目数 · How many supporting projects sources count here; null where none does.',
  })
  statedProjectCount!: number | null;

  @Field(() => String, {
    nullable: true,
    description: '原因 · Why there is no district, when there is none.',
  })
  reason!: string | null;
}

export const SupplierConnection = connectionOf(SupplierType, 'Supplier', '供应商');
