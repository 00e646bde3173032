import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { type ListArguments, listArgs } from '../../kit/relay/list-args.ts';
import type { RequestContext } from '../../request/context.ts';
import { nodeKind } from '../../request/node.ts';
import { pageOf } from '../../request/paging.ts';
import { BatchesArgs } from '../project/batch.resolver.ts';
import { ProjectBatchConnection } from '../project/batch.type.ts';
import { regionById } from '../region/region.queries.ts';
import { eventFilter } from './event.filter.ts';
import {
  batchesOfEvent,
  eventById,
  type EventRow,
  eventsWithin,
  partiesOfEach,
  promotionEvents,
  type TopicRow,
  topicsOfEach,
} from './event.queries.ts';
import { PromotionEventConnection, PromotionEventOrder, PromotionEventType } from './event.type.ts';
import { leadById, tripById, tripsOfEvent } from './trip.queries.ts';
import { TripsArgs } from './trip.resolver.ts';
import { PromotionTripConnection } from './trip.type.ts';

export const EventsArgs = listArgs(eventFilter, PromotionEventOrder, 'By date');

@Resolver(() => PromotionEventType)
export class PromotionEventResolver {
  @Query(() => PromotionEventConnection, { description: '招商活动 · All events: the calendar.' })
  promotionEvents(
    @Args(() => EventsArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(promotionEvents, {}, args, context, info);
  }

  @FieldResolver()
  region(@Root() { regionId }: EventRow, @Ctx() context: RequestContext) {
    return regionId && context.use(regionById).load(regionId);
  }

  @FieldResolver()
  parent(@Root() { parentId }: EventRow, @Ctx() context: RequestContext) {
    return parentId && context.use(eventById).load(parentId);
  }

  @FieldResolver(() => PromotionEventConnection, {
    description: '下级活动 · The events that were parts of it.',
  })
  children(
    @Root() event: EventRow,
    @Args(() => EventsArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(eventsWithin, { parent_id: event.key }, args, context, info);
  }

  @FieldResolver()
  async hosts(@Root() event: EventRow, @Ctx() context: RequestContext) {
    const parties = await context.use(partiesOfEach).load(event.key);
    return parties.filter(({ role }) => role === 'HOST' || role === 'ORGANISER');
  }

  @FieldResolver()
  async guests(@Root() event: EventRow, @Ctx() context: RequestContext) {
    const parties = await context.use(partiesOfEach).load(event.key);
    return parties.filter(({ role }) => role === 'GUEST' || role === 'COUNTERPARTY');
  }

  @FieldResolver()
  topics(@Root() event: EventRow, @Ctx() context: RequestContext) {
    return topicsOfKind('TOPIC', event, context);
  }

  @FieldResolver()
  agreementAreas(@Root() event: EventRow, @Ctx() context: RequestContext) {
    return topicsOfKind('AGREEMENT_AREA', event, context);
  }

  @FieldResolver()
  issues(@Root() event: EventRow, @Ctx() context: RequestContext) {
    return topicsOfKind('ISSUE', event, context);
  }

  @FieldResolver(() => ProjectBatchConnection, {
    description: '项目批次 · The batches signed, started or promoted there.',
  })
  batches(
    @Root() event: EventRow,
    @Args(() => BatchesArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(batchesOfEvent, { event_id: event.key }, args, context, info);
  }

  @FieldResolver(() => PromotionTripConnection, {
    description: '招商出访 · The trips that departed there.',
  })
  trips(
    @Root() event: EventRow,
    @Args(() => TripsArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(tripsOfEvent, { event_id: event.key }, args, context, info);
  }
}

async function topicsOfKind(kind: TopicRow['kind'], event: EventRow, context: RequestContext) {
  const topics = await context.use(topicsOfEach).load(event.key);
  return topics.filter((topic) => topic.kind === kind);
}

export const promotionNodes = [
  nodeKind('evt_', 'PromotionEvent', eventById),
  nodeKind('trp_', 'PromotionTrip', tripById),
  nodeKind('led_', 'Lead', leadById),
];
