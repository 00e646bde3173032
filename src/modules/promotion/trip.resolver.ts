import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { type ListArguments, listArgs } from '../../kit/relay/list-args.ts';
import type { RequestContext } from '../../request/context.ts';
import { pageOf } from '../../request/paging.ts';
import { organisationById } from '../enterprise/organisation.queries.ts';
import { projectById } from '../project/project.queries.ts';
import { eventById } from './event.queries.ts';
import { leadFilter, tripFilter } from './trip.filter.ts';
import {
  destinationsOfEach,
  type LeadRow,
  leadsOfTrip,
  tripByCode,
  tripById,
  type TripRow,
  trips,
  unitsOfEach,
} from './trip.queries.ts';
import {
  LeadConnection,
  LeadOrder,
  LeadType,
  PromotionTripConnection,
  PromotionTripType,
  TripOrder,
} from './trip.type.ts';

export const TripsArgs = listArgs(tripFilter, TripOrder, 'By departure');
export const LeadsArgs = listArgs(leadFilter, LeadOrder, 'By name');

@Resolver(() => PromotionTripType)
export class PromotionTripResolver {
  @Query(() => PromotionTripType, {
    nullable: true,
    description: '招商出访 · One trip by its code.',
  })
  trip(
    @Arg('code', () => String, { description: '代码 · Its code.' }) code: string,
    @Ctx() context: RequestContext,
  ) {
    return context.use(tripByCode).load(code);
  }

  @Query(() => PromotionTripConnection, { description: '招商出访 · All trips.' })
  trips(
    @Args(() => TripsArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(trips, {}, args, context, info);
  }

  @FieldResolver()
  organiser(@Root() { organiserId }: TripRow, @Ctx() context: RequestContext) {
    return organiserId && context.use(organisationById).load(organiserId);
  }

  @FieldResolver()
  event(@Root() { eventId }: TripRow, @Ctx() context: RequestContext) {
    return eventId && context.use(eventById).load(eventId);
  }

  @FieldResolver()
  units(@Root() trip: TripRow, @Ctx() context: RequestContext) {
    return context.use(unitsOfEach).load(trip.key);
  }

  @FieldResolver()
  destinations(@Root() trip: TripRow, @Ctx() context: RequestContext) {
    return context.use(destinationsOfEach).load(trip.key);
  }

  @FieldResolver(() => LeadConnection, {
    description: '招商线索 · The leads that it brought home.',
  })
  leads(
    @Root() trip: TripRow,
    @Args(() => LeadsArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(leadsOfTrip, { trip_id: trip.key }, args, context, info);
  }
}

@Resolver(() => LeadType)
export class LeadResolver {
  @FieldResolver()
  trip(@Root() { tripId }: LeadRow, @Ctx() context: RequestContext) {
    return context.use(tripById).load(tripId);
  }

  @FieldResolver()
  organisation(@Root() { organisationId }: LeadRow, @Ctx() context: RequestContext) {
    return organisationId && context.use(organisationById).load(organisationId);
  }

  @FieldResolver()
  project(@Root() { projectId }: LeadRow, @Ctx() context: RequestContext) {
    return projectId && context.use(projectById).load(projectId);
  }
}
