import type { EntityClass, EntityManager } from '@mikro-orm/core';
import { v7 } from 'uuid';
import { definedOnly } from '../../kit/defined-only.ts';
import { UnknownCode } from '../../kit/errors.ts';
import { readName, readNameIfAny } from '../../kit/name-text.ts';
import { neverCleared } from '../../kit/never-cleared.ts';
import { command } from '../../request/command.ts';
import { freeCode } from '../../request/free-code.ts';
import { held } from '../../request/held.ts';
import { assignChanged, kindOf, namedIfTold } from '../../request/put.ts';
import { Organisation } from '../enterprise/organisation.entity.ts';
import { Place, Region } from '../region/region.entity.ts';
import { dated, type DatedInput, partsOf, unknownDate } from '../source/dated.entity.ts';
import { readDatedIfAny } from '../source/dated-input.ts';
import type { Evidence } from '../source/source.entity.ts';
import {
  type Resubmitted,
  type Submitted,
  submittedEvidence,
} from '../source/submission.commands.ts';
import { PromotionEvent } from './event.entity.ts';
import { NotADeparture } from './trip.errors.ts';
import { PromotionTrip, TripDestination, type tripKinds, TripUnit } from './trip.entity.ts';

/** What a caller may say of a trip: null where there is nothing, undefined where he is silent. */
interface TripDetails {
  readonly nameEn?: string | null;
  readonly nameHant?: string | null;
  readonly organiser?: string | null;
  /** The departure that it was a part of. */
  readonly event?: string | null;
  readonly departedOn?: DatedInput | null;
  /** All that are known, by code. */
  readonly units?: readonly string[] | null;
  readonly unitsComplete?: boolean | null;
  readonly destinations?: readonly string[] | null;
  readonly destinationsComplete?: boolean | null;
}

export interface TripRecording extends Submitted, TripDetails {
  readonly kind: (typeof tripKinds)[number];
  /** The graph chooses one where it is left out. */
  readonly code?: string | null;
  readonly name: string;
}

/** Records a trip: who went, and where to, as two sets. */
export const recordTrip = command(async (context, input: TripRecording) => {
  const { em, record } = context;
  const values = await readDetails(em, input);
  const [units, destinations] = await bothSets(em, input);
  const evidence = await submittedEvidence(context, input);
  const trip = em.create(PromotionTrip, {
    departed: dated(unknownDate),
    unitsComplete: false,
    destinationsComplete: false,
    ...values,
    id: v7(),
    code: await freeCode(em, PromotionTrip, input.code, 'trip'),
    kind: input.kind,
    name: readName(input.name, 'name'),
    evidence,
  });
  for (const region of units ?? []) em.create(TripUnit, { id: v7(), trip, region, evidence });
  for (const place of destinations ?? []) {
    em.create(TripDestination, { id: v7(), trip, place, evidence });
  }
  record('TRIP_RECORDED', trip);
  return { trip: trip.id };
});

export interface TripCorrection extends Resubmitted, TripDetails {
  readonly code: string;
  readonly kind?: (typeof tripKinds)[number] | null;
  readonly name?: string | null;
}

/**
 * Puts right what is said of a trip: what is left out stays, null clears, and a list of units or
 * destinations takes the place of the one before. What changes nothing leaves no trace.
 */
export const correctTrip = command(async (context, input: TripCorrection) => {
  const { em, record } = context;
  const trip = await held(context, PromotionTrip, input.code, input, (found) =>
    currentDetails(em, found),
  );
  const name = neverCleared(input.name, 'name');
  const isChanged = assignChanged(em, trip, {
    ...(await readDetails(em, input)),
    ...definedOnly({
      kind: neverCleared(input.kind, 'kind'),
      name: readNameIfAny(name, 'name'),
    }),
  });
  const [units, destinations] = await bothSets(em, input);
  const wentBefore = await em.find(TripUnit, { trip }, { populate: ['region'] });
  const seenBefore = await em.find(TripDestination, { trip }, { populate: ['place'] });
  const unitsMove = units && moves(wentBefore, ({ region }) => region.unwrap(), units);
  const placesMove = destinations && moves(seenBefore, ({ place }) => place.unwrap(), destinations);
  if (isChanged || unitsMove?.isAny || placesMove?.isAny) {
    const evidence: Evidence = await submittedEvidence(context, input);
    if (isChanged) em.assign(trip, { evidence });
    for (const left of [...(unitsMove?.gone ?? []), ...(placesMove?.gone ?? [])]) em.remove(left);
    for (const region of unitsMove?.fresh ?? []) {
      em.create(TripUnit, { id: v7(), trip, region, evidence });
    }
    for (const place of placesMove?.fresh ?? []) {
      em.create(TripDestination, { id: v7(), trip, place, evidence });
    }
    record('TRIP_CORRECTED', trip);
  }
  return { trip: trip.id };
});

/** The columns that these details set: those told of, and no others. */
async function readDetails(em: EntityManager, details: TripDetails) {
  const event = await namedIfTold(em, PromotionEvent, details.event, 'event');
  if (event && !event.kinds.includes('DEPARTURE')) throw new NotADeparture(event.code, event.kinds);
  return definedOnly({
    nameEn: readNameIfAny(details.nameEn, 'nameEn'),
    nameHant: readNameIfAny(details.nameHant, 'nameHant'),
    organiser: await namedIfTold(em, Organisation, details.organiser, 'organiser'),
    event,
    departed: readDatedIfAny(details.departedOn, 'departedOn'),
    unitsComplete: neverCleared(details.unitsComplete, 'unitsComplete'),
    destinationsComplete: neverCleared(details.destinationsComplete, 'destinationsComplete'),
  });
}

/** The units and destinations that an input names; undefined where it is silent. */
async function bothSets(em: EntityManager, { units, destinations }: TripDetails) {
  return [
    await eachNamed(em, Region, units, 'units'),
    await eachNamed(em, Place, destinations, 'destinations'),
  ] as const;
}

/** Each once, however often it is named: one statement for all. */
async function eachNamed<T extends { code: string }>(
  em: EntityManager,
  entity: EntityClass<T>,
  codes: readonly string[] | null | undefined,
  field: string,
): Promise<T[] | undefined> {
  if (codes === undefined) return undefined;
  const wanted = [...new Set(codes)];
  const rows = (await em.find(entity, { code: { $in: wanted } } as never)) as T[];
  const byCode = new Map(rows.map((row) => [row.code, row]));
  return wanted.map((code) => {
    const found = byCode.get(code);
    if (!found) throw new UnknownCode(kindOf(entity), code, [field]);
    return found;
  });
}

/** Which of these rows go, and for what new ones are to come, so that they stand for `wanted`. */
function moves<Row extends object, T>(
  rows: readonly Row[],
  standsFor: (row: Row) => T,
  wanted: readonly T[],
) {
  const there = new Set(rows.map(standsFor));
  const gone = rows.filter((row) => !wanted.includes(standsFor(row)));
  const fresh = wanted.filter((one) => !there.has(one));
  return { gone, fresh, isAny: gone.length + fresh.length > 0 };
}

/** What a correction's fields are now, by their names in the input. */
async function currentDetails(em: EntityManager, trip: PromotionTrip) {
  const { kind, name, nameEn, nameHant, unitsComplete, destinationsComplete } = trip;
  const units = await em.find(TripUnit, { trip }, { populate: ['region'] });
  const places = await em.find(TripDestination, { trip }, { populate: ['place'] });
  return {
    ...{ kind, name, nameEn, nameHant, unitsComplete, destinationsComplete },
    organiser: (await trip.organiser?.load())?.code,
    event: (await trip.event?.load())?.code,
    departedOn: partsOf(trip.departed),
    units: units.map(({ region }) => region.unwrap().code).sort(),
    destinations: places.map(({ place }) => place.unwrap().code).sort(),
  };
}
