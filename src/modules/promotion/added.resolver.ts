import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { ListArguments } from '../../kit/relay/list-args.ts';
import type { RequestContext } from '../../request/context.ts';
import { pageOf } from '../../request/paging.ts';
import type { OrganisationRow } from '../enterprise/organisation.queries.ts';
import { Organisation } from '../enterprise/organisation.type.ts';
import type { BatchRow } from '../project/batch.queries.ts';
import { ProjectBatchType } from '../project/batch.type.ts';
import type { ProjectRow } from '../project/project.queries.ts';
import { ProjectType } from '../project/project.type.ts';
import type { RegionRow } from '../region/region.queries.ts';
import { RegionType } from '../region/region.type.ts';
import { eventOfBatch, eventsOfOrganisation, eventsOfRegion } from './event.queries.ts';
import { EventsArgs } from './event.resolver.ts';
import { PromotionEventConnection, PromotionEventType } from './event.type.ts';
import { leadsOfProject, tripsOfOrganisation, tripsOfRegion } from './trip.queries.ts';
import { LeadsArgs, TripsArgs } from './trip.resolver.ts';
import { LeadConnection, PromotionTripConnection } from './trip.type.ts';

/** What promotion adds to a region. */
@Resolver(() => RegionType)
export class RegionPromotionResolver {
  @FieldResolver(() => PromotionTripConnection, {
    description: '外出招商 · The trips that its people went on.',
  })
  trips(
    @Root() region: RegionRow,
    @Args(() => TripsArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(tripsOfRegion, { region_id: region.key }, args, context, info);
  }

  @FieldResolver(() => PromotionEventConnection, {
    description: '招商活动 · The events that it held.',
  })
  promotionEvents(
    @Root() region: RegionRow,
    @Args(() => EventsArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(eventsOfRegion, { region_id: region.key }, args, context, info);
  }
}

/** What promotion adds to an organisation. */
@Resolver(() => Organisation)
export class OrganisationPromotionResolver {
  @FieldResolver(() => PromotionTripConnection, {
    description: '相关出访 · The trips that it organised, or that brought home a lead about it.',
  })
  trips(
    @Root() organisation: OrganisationRow,
    @Args(() => TripsArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(tripsOfOrganisation, { organisation_id: organisation.key }, args, context, info);
  }

  @FieldResolver(() => PromotionEventConnection, {
    description: '参加活动 · The events that it took part in.',
  })
  promotionEvents(
    @Root() organisation: OrganisationRow,
    @Args(() => EventsArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(eventsOfOrganisation, { organisation_id: organisation.key }, args, context, info);
  }
}

/** What promotion adds to a project. */
@Resolver(() => ProjectType)
export class ProjectLeadsResolver {
  @FieldResolver(() => LeadConnection, {
    description: '来源线索 · The leads that became this project.',
  })
  leads(
    @Root() project: ProjectRow,
    @Args(() => LeadsArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(leadsOfProject, { project_id: project.key }, args, context, info);
  }
}

/** What promotion adds to a batch. */
@Resolver(() => ProjectBatchType)
export class BatchEventResolver {
  @FieldResolver(() => PromotionEventType, {
    nullable: true,
    description: '所属活动 · The event that it was signed, started or promoted at.',
  })
  event(@Root() batch: BatchRow, @Ctx() context: RequestContext) {
    return context.use(eventOfBatch).load(batch.key);
  }
}
