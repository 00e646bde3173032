import { command } from '../../request/command.ts';
import { formerOwner, named, namedIfAny, put } from '../../request/put.ts';
import { Organisation } from '../enterprise/organisation.entity.ts';
import { Project } from '../project/project.entity.ts';
import { Place, Region } from '../region/region.entity.ts';
import { dated, type DatedInput } from '../source/dated.entity.ts';
import { Evidence } from '../source/source.entity.ts';
import { PromotionEvent } from './event.entity.ts';
import { Lead, PromotionTrip, TripDestination, type tripKinds, TripUnit } from './trip.entity.ts';

export interface NewTrip {
  readonly code: string;
  readonly kind: (typeof tripKinds)[number];
  readonly name: string;
  readonly nameEn?: string | null;
  readonly nameHant?: string | null;
  readonly organiser?: string | null;
  /** The departure that it was a part of. */
  readonly event?: string | null;
  readonly departed: DatedInput;
  readonly unitsComplete: boolean;
  readonly destinationsComplete: boolean;
  readonly evidence: string;
}

/** Takes a promotion trip into the graph. */
export const defineTrip = command(async ({ em, record }, input: NewTrip) => {
  const { code, departed, evidence, ...rest } = input;
  const trip = await put(
    em,
    PromotionTrip,
    { code },
    {
      ...rest,
      organiser: await namedIfAny(em, Organisation, input.organiser, 'organiser'),
      event: await namedIfAny(em, PromotionEvent, input.event, 'event'),
      departed: dated(departed),
      evidence: await named(em, Evidence, evidence, 'evidence'),
    },
  );
  record('TRIP_DEFINED', trip);
  return trip;
});

export interface NewTripUnit {
  readonly trip: string;
  readonly region: string;
  readonly evidence: string;
}

/** Notes that a region's people went on a trip. */
export const addTripUnit = command(async ({ em, record }, input: NewTripUnit) => {
  const trip = await named(em, PromotionTrip, input.trip, 'trip');
  const region = await named(em, Region, input.region, 'region');
  const evidence = await named(em, Evidence, input.evidence, 'evidence');
  const unit = await put(em, TripUnit, { trip, region }, { evidence });
  record('TRIP_UNIT_ADDED', trip);
  return unit;
});

export interface NewTripDestination {
  readonly trip: string;
  readonly place: string;
  readonly evidence: string;
}

/** Notes a place that a trip went to. */
export const addTripDestination = command(async ({ em, record }, input: NewTripDestination) => {
  const trip = await named(em, PromotionTrip, input.trip, 'trip');
  const place = await named(em, Place, input.place, 'place');
  const evidence = await named(em, Evidence, input.evidence, 'evidence');
  const destination = await put(em, TripDestination, { trip, place }, { evidence });
  record('TRIP_DESTINATION_ADDED', trip);
  return destination;
});

export interface NewLead {
  readonly trip: string;
  readonly code: string;
  readonly name: string;
  readonly nameEn?: string | null;
  readonly organisation?: string | null;
  readonly project?: string | null;
  readonly noted: DatedInput;
  readonly evidence: string;
}

/** Notes a lead (线索) that a trip brought home. */
export const recordLead = command(async ({ em, record }, input: NewLead) => {
  const { code, name, nameEn = null, noted } = input;
  const trip = await named(em, PromotionTrip, input.trip, 'trip');
  const former = await formerOwner(em, Lead, { code }, 'trip', trip);
  const project = await namedIfAny(em, Project, input.project, 'project');
  const lead = await put(
    em,
    Lead,
    { code },
    {
      trip,
      name,
      nameEn,
      organisation: await namedIfAny(em, Organisation, input.organisation, 'organisation'),
      project,
      noted: dated(noted),
      evidence: await named(em, Evidence, input.evidence, 'evidence'),
    },
  );
  record('LEAD_RECORDED', trip);
  if (project) record('LEAD_RECORDED', project, { lead });
  if (former) record('LEAD_MOVED', former);
  return lead;
});
