import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { BadInput } from '../../kit/errors.ts';
import { type ListArguments, listArgs } from '../../kit/relay/list-args.ts';
import type { RequestContext } from '../../request/context.ts';
import { nodeKind } from '../../request/node.ts';
import { pageOf } from '../../request/paging.ts';
import { regionById, type RegionRow } from '../region/region.queries.ts';
import { RegionType } from '../region/region.type.ts';
import { stepsOfEach } from './steps.queries.ts';
import { subjectFilter } from './subject.filter.ts';
import {
  partsOfSubject,
  subjectByCode,
  subjectById,
  type SubjectRow,
  subjects,
  subjectsOfRegion,
} from './subject.queries.ts';
import {
  NamedSubjectConnection,
  NamedSubjectOrder,
  NamedSubjectType,
  StepTransitionType,
} from './subject.type.ts';

const SubjectsArgs = listArgs(subjectFilter, NamedSubjectOrder, 'By name');

@Resolver(() => NamedSubjectType)
export class NamedSubjectResolver {
  @Query(() => NamedSubjectType, {
    nullable: true,
    description: '登记主体 · One policy, mechanism, industry or the like, by its code.',
  })
  namedSubject(
    @Arg('code', () => String, { description: '代码 · Its code.' }) code: string,
    @Ctx() context: RequestContext,
  ) {
    return context.use(subjectByCode).load(code);
  }

  @Query(() => NamedSubjectConnection, { description: '登记主体 · All named subjects.' })
  namedSubjects(
    @Args(() => SubjectsArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(subjects, {}, args, context, info);
  }

  @FieldResolver()
  region(@Root() { regionId }: SubjectRow, @Ctx() context: RequestContext) {
    return regionId && context.use(regionById).load(regionId);
  }

  @FieldResolver()
  parent(@Root() { parentId }: SubjectRow, @Ctx() context: RequestContext) {
    return parentId && context.use(subjectById).load(parentId);
  }

  @FieldResolver(() => NamedSubjectConnection, {
    description: '组成部分 · The subjects that are parts of it.',
  })
  parts(
    @Root() subject: SubjectRow,
    @Args(() => SubjectsArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(partsOfSubject, { parent_id: subject.key }, args, context, info);
  }

  @FieldResolver(() => StepTransitionType, {
    nullable: true,
    description:
      '步骤衔接 · Whether one of its steps may follow another; null where sources list no steps.',
  })
  async transition(
    @Root() subject: SubjectRow,
    @Arg('from', () => String, { description: '自 · The step that it is at.' }) from: string,
    @Arg('to', () => String, { description: '至 · The step that it would go to.' }) to: string,
    @Ctx() context: RequestContext,
  ): Promise<StepTransitionType | null> {
    const steps = (await context.use(stepsOfEach).load(subject.key)).map(({ step }) => step);
    if (steps.length === 0) return null;
    const [start, end] = [placeOf(steps, from, 'from'), placeOf(steps, to, 'to')];
    return {
      isAllowed: end === start + 1,
      path: end > start ? steps.slice(start, end + 1) : [],
    };
  }
}

function placeOf(steps: readonly string[], step: string, field: string): number {
  const place = steps.indexOf(step);
  if (place >= 0) return place;
  throw new BadInput(`"${step}" is no step of it; they are ${steps.join(', ')}.`, [field]);
}

/** What the register adds to a region. */
@Resolver(() => RegionType)
export class RegionSubjectsResolver {
  @FieldResolver(() => NamedSubjectConnection, {
    description: '登记主体 · The policies, mechanisms and industries of this region.',
  })
  namedSubjects(
    @Root() region: RegionRow,
    @Args(() => SubjectsArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(subjectsOfRegion, { region_id: region.key }, args, context, info);
  }
}

export const subjectNodes = [nodeKind('sub_', 'NamedSubject', subjectById)];
