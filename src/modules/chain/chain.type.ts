import { Field, Int, ObjectType } from 'type-graphql';
import { graphEnum } from '../../kit/graph-enum.ts';
import { connectionOf, Node } from '../../kit/relay/relay.type.ts';
import { Organisation } from '../enterprise/organisation.type.ts';
import { ProjectType } from '../project/project.type.ts';
import { RegionType } from '../region/region.type.ts';
import { Named, Reported, Sourced } from '../source/source.type.ts';

export const ChainPosition = graphEnum(
  'ChainPosition',
  '链上位置 · Where in a chain a node lies.',
  {
    UPSTREAM: '上游 · Materials.',
    MIDSTREAM: '中游 · Parts and systems.',
    DOWNSTREAM: '下游 · Products and services.',
    SUPPORTING: '配套 · Supports the anchor.',
    ANCHOR: '链主 · The anchor itself.',
  },
);

export const ChainOrder = graphEnum('IndustryChainOrder', '产业链排序 · How chains are ordered.', {
  NAME: '按名称 · By name, in the order of pinyin.',
  NAME_DESC: '按名称倒序 · By name, against the order of pinyin.',
  CODE: '按代码 · By code.',
  CODE_DESC: '按代码倒序 · By code, the last first.',
});

export const ChainPlaceOrder = graphEnum(
  'ChainPlaceOrder',
  '链上席位排序 · How places in chains are ordered.',
  {
    NAME: '按名称 · By the name of whose place it is, in the order of pinyin.',
    NAME_DESC: '按名称倒序 · By the name of whose place it is, against the order of pinyin.',
  },
);

export const SupplyOrder = graphEnum('SupplyOrder', '配套关系排序 · How supplies are ordered.', {
  TIER: '按层级 · By tier, the nearest to the anchor first.',
  TIER_DESC: '按层级倒序 · By tier, the farthest from the anchor first.',
  PRODUCT: '按产品 · By product.',
});

@ObjectType('IndustryChain', {
  description: '产业链 · A chain of what is made, from materials to market, with who makes it.',
  implements: [Node, Named, Sourced, Reported],
  simpleResolvers: true,
})
export class IndustryChainType implements Node {
  id!: string;

  @Field(() => Int, { description: '版本 · How often it was changed.' })
  version!: number;

  @Field(() => RegionType, { nullable: true, description: '区域 · The region whose chain it is.' })
  region!: RegionType | null;

  @Field(() => Organisation, {
    nullable: true,
    description: '链主 · The enterprise that the chain is built around.',
  })
  anchor!: Organisation | null;

  @Field(() => [ChainGapType], { description: '缺口 · What it is said to lack.' })
  gaps!: ChainGapType[];
}

@ObjectType('ChainNode', {
  description: '产业链环节 · What is made or done at one link of a chain.',
  implements: [Node, Sourced],
  simpleResolvers: true,
})
export class ChainNodeType implements Node {
  id!: string;

  @Field(() => String, { description: '名称 · Its name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: '英文名 · Its name in English.' })
  nameEn!: string | null;

  @Field(() => ChainPosition, { description: '链上位置 · Where in the chain it lies.' })
  position!: string;

  @Field(() => Int, { description: "序号 · Its place in the order of the chain's nodes." })
  sequence!: number;

  @Field(() => IndustryChainType, { description: '产业链 · The chain.' })
  chain!: IndustryChainType;
}

@ObjectType('ChainGap', {
  description: '产业链缺口 · What a chain is said to lack.',
  implements: Sourced,
  simpleResolvers: true,
})
export class ChainGapType {
  @Field(() => String, { description: '名称 · What is lacking.' })
  name!: string;

  @Field(() => String, { nullable: true, description: '英文名 · The same in English.' })
  nameEn!: string | null;

  @Field(() => ChainNodeType, {
    nullable: true,
    description: '环节 · The node where it is lacking.',
  })
  node!: ChainNodeType | null;
}

@ObjectType('ChainPlace', {
  description: "链上席位 · An enterprise's or a project's place in a chain.",
  implements: [Node, Sourced],
  simpleResolvers: true,
})
export class ChainPlaceType implements Node {
  id!: string;

  @Field(() => Int, { description: '版本 · How often it was written; a correction names it.' })
  version!: number;

  @Field(() => IndustryChainType, { description: '产业链 · The chain.' })
  chain!: IndustryChainType;

  @Field(() => ChainNodeType, {
    nullable: true,
    description: '环节 · The node; null where the sources name none.',
  })
  node!: ChainNodeType | null;

  @Field(() => Organisation, {
    nullable: true,
    description: "组织 · Whose place it is, if an organisation's.",
  })
  organisation!: Organisation | null;

  @Field(() => ProjectType, {
    nullable: true,
    description: "项目 · Whose place it is, if a project's.",
  })
  project!: ProjectType | null;
}

@ObjectType('Supply', {
  description: '配套关系 · Who supplies what to whom, on a node of a chain.',
  implements: [Node, Sourced],
  simpleResolvers: true,
})
export class SupplyType implements Node {
  id!: string;

  @Field(() => Int, { description: '版本 · How often it was written; a correction names it.' })
  version!: number;

  @Field(() => ChainNodeType, { description: '环节 · The node.' })
  node!: ChainNodeType;

  @Field(() => String, { description: '产品 · What is supplied.' })
  product!: string;

  @Field(() => String, { nullable: true, description: '产品英文名 · The same in English.' })
  productEn!: string | null;

  @Field(() => Int, { description: '层级 · 1 supplies the anchor, 2 supplies tier 1, and so on.' })
  tier!: number;

  @Field(() => Organisation, { description: '供应商 · Who supplies it.' })
  supplier!: Organisation;

  @Field(() => Organisation, {
    nullable: true,
    description: '客户 · Who is supplied; null where not told.',
  })
  customer!: Organisation | null;

  @Field(() => RegionType, { nullable: true, description: '产地 · Where it is made.' })
  site!: RegionType | null;
}

export const ChainPlaceConnection = connectionOf(ChainPlaceType, 'ChainPlace', '链上席位');
export const SupplyConnection = connectionOf(SupplyType, 'Supply', '配套关系');
export const ChainConnection = connectionOf(IndustryChainType, 'IndustryChain', '产业链');
