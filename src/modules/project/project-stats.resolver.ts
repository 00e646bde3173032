import type { GraphQLResolveInfo } from 'graphql';
import {
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  Info,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { BadInput } from '../../kit/errors.ts';
import { inputOf } from '../../kit/filter/inputs.ts';
import { readFilter } from '../../kit/filter/read-filter.ts';
import { selectedIn } from '../../kit/selection.ts';
import type { RequestContext } from '../../request/context.ts';
import type { Partition, RegionRow } from '../region/region.queries.ts';
import { InPartition, RegionType } from '../region/region.type.ts';
import { reasonForNoDistrict } from '../region/unknown-district.ts';
import { projectFilter } from './project.filter.ts';
import {
  EVERYWHERE,
  type ProjectDimension as Dimension,
  projectStats,
  type ProjectStatRow,
  type StatsAsked,
} from './project-stats.queries.ts';
import { ProjectDimension, ProjectStatType } from './project-stats.type.ts';

@ArgsType()
class ProjectStatsArgs {
  @Field(() => inputOf(projectFilter), {
    nullable: true,
    description: '条件 · Only those projects that match.',
  })
  filter?: object | null;

  @Field(() => [ProjectDimension], {
    description:
      '统计维度 · By what they are counted, each once: the groups come in this order, and with none all are one group.',
  })
  groupBy!: Dimension[];

  @InPartition()
  partition!: Partition;
}

/**
 * @throws BadInput for a dimension that is named twice
 */
function readAsked(
  { filter, groupBy, partition }: ProjectStatsArgs,
  info: GraphQLResolveInfo,
): StatsAsked {
  const repeated = groupBy.find((dimension, index) => groupBy.indexOf(dimension) !== index);
  if (repeated) {
    throw new BadInput(`"groupBy" names ${repeated} twice; name each dimension once.`, ['groupBy']);
  }
  const fields = Object.keys(selectedIn(info));
  return { filter: readFilter(projectFilter, filter), groupBy, partition, fields };
}

/** Projects, counted and added up. */
@Resolver(() => ProjectStatType)
export class ProjectStatsResolver {
  @Query(() => [ProjectStatType], {
    description:
      '项目统计 · Projects by any of their dimensions, under any filter: the counts of a filter panel are such groups.',
  })
  projectStats(
    @Args(() => ProjectStatsArgs) args: ProjectStatsArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.use(projectStats).load(EVERYWHERE, readAsked(args, info));
  }

  @FieldResolver()
  reason(@Root() { groupedBy, ...group }: ProjectStatRow) {
    return groupedBy.includes('DISTRICT')
      ? reasonForNoDistrict({ ...group, locationTexts: [] })
      : null;
  }
}

/** What statistics of projects add to a region. */
@Resolver(() => RegionType)
export class RegionProjectStatsResolver {
  @FieldResolver(() => [ProjectStatType], {
    description: '项目统计 · The projects that lie here, counted and added up; of the city all.',
  })
  projectStats(
    @Root() region: RegionRow,
    @Args(() => ProjectStatsArgs) args: ProjectStatsArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.use(projectStats).load(region, readAsked(args, info));
  }
}
