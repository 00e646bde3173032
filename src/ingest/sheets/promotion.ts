import {
  addParty,
  addTopic,
  attachBatch,
  defineEvent,
} from '../../modules/promotion/event.commands.ts';
import {
  eventKinds,
  issueKinds,
  partyRoles,
  topicKinds,
} from '../../modules/promotion/event.entity.ts';
import {
  addTripDestination,
  addTripUnit,
  defineTrip,
} from '../../modules/promotion/trip.commands.ts';
import { tripKinds } from '../../modules/promotion/trip.entity.ts';
import { date, flag, listOf, names, oneOf, optional, text, whole } from '../columns.ts';
import { type Sheet, sheet } from '../sheet.ts';

export const promotionSheets: readonly Sheet[] = [
  sheet('events.csv', defineEvent, ['code'], {
    code: text,
    kinds: listOf(eventKinds),
    ...names,
    region: optional(text),
    parent: optional(text),
    edition: optional(whole),
    theme: optional(text),
    venue: optional(text),
    held: date,
    partiesComplete: flag,
    topicsComplete: flag,
    evidence: text,
  }),
  sheet('event-parties.csv', addParty, ['event', 'role', 'organisation', 'region', 'office'], {
    event: text,
    role: oneOf(partyRoles),
    position: whole,
    organisation: optional(text),
    region: optional(text),
    office: optional(text),
    evidence: text,
  }),
  sheet('event-topics.csv', addTopic, ['event', 'kind', 'name'], {
    event: text,
    kind: oneOf(topicKinds),
    position: whole,
    name: text,
    nameEn: optional(text),
    issueKind: optional(oneOf(issueKinds)),
    evidence: text,
  }),
  sheet('event-batches.csv', attachBatch, ['batch'], {
    event: text,
    batch: text,
    evidence: text,
  }),
  sheet('trips.csv', defineTrip, ['code'], {
    code: text,
    kind: oneOf(tripKinds),
    ...names,
    organiser: optional(text),
    event: optional(text),
    departed: date,
    unitsComplete: flag,
    destinationsComplete: flag,
    evidence: text,
  }),
  sheet('trip-units.csv', addTripUnit, ['trip', 'region'], {
    trip: text,
    region: text,
    evidence: text,
  }),
  sheet('trip-destinations.csv', addTripDestination, ['trip', 'place'], {
    trip: text,
    place: text,
    evidence: text,
  }),
];
