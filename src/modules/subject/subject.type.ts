import { Field, ObjectType } from 'type-graphql';
import { graphEnum } from '../../kit/graph-enum.ts';
import { connectionOf, Node } from '../../kit/relay/relay.type.ts';
import { RegionType } from '../region/region.type.ts';
import { Named, Reported, Sourced } from '../source/source.type.ts';

const NamedSubjectKind = graphEnum('NamedSubjectKind', '主体类型 · What kind of subject it is.', {
  PROGRAMME: '行动政策 · A campaign, a plan or a policy.',
  MECHANISM: '机制 · A way of working that has a name.',
  INDUSTRY: '产业 · An industry, or a classification of industries.',
  EXHIBITION: '展会 · An exhibition, or several.',
  AREA: '园区 · A park or a trial area that is no region of its own.',
  TARGET: '目标组 · Targets that were set together.',
  MILESTONE: '里程碑 · Something that happened once: an export, an approval.',
  PROJECT_GROUP: '项目组 · Projects that are spoken of together, and not counted.',
});

export const NamedSubjectOrder = graphEnum(
  'NamedSubjectOrder',
  '登记主体排序 · How named subjects are ordered.',
  {
    NAME: '按名称 · By name, in the order of pinyin.',
    NAME_DESC: '按名称倒序 · By name, against the order of pinyin.',
    CODE: '按代码 · By code.',
    CODE_DESC: '按代码倒序 · By code, the last first.',
  },
);

@ObjectType('NamedSubject', {
  description:
    '登记主体 · What sources speak of and has no type of its own: a policy, a mechanism, an industry.',
  implements: [Node, Named, Sourced, Reported],
  simpleResolvers: true,
})
export class NamedSubjectType implements Node {
  id!: string;

  @Field(() => NamedSubjectKind, { description: '主体类型 · What kind of subject it is.' })
  kind!: string;

  @Field(() => RegionType, { nullable: true, description: '区域 · The region that it is of.' })
  region!: RegionType | null;

  @Field(() => NamedSubjectType, {
    nullable: true,
    description: '上级主体 · The subject that it is a part of.',
  })
  parent!: NamedSubjectType | null;
}

@ObjectType('StepTransition', {
  description:
    '步骤衔接 · Whether a step may follow another in a mechanism, and what lies between.',
  simpleResolvers: true,
})
export class StepTransitionType {
  @Field(() => Boolean, {
    description: '可否衔接 · Whether the one is the very next after the other.',
  })
  isAllowed!: boolean;

  @Field(() => [String], {
    description:
      '途经步骤 · The steps from the one to the other, both included; none where it goes back.',
  })
  path!: string[];
}

export const NamedSubjectConnection = connectionOf(NamedSubjectType, 'NamedSubject', '登记主体');
