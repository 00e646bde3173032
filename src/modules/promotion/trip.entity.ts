import { defineEntity, p } from '@mikro-orm/core';
import { rowId } from '../../db/row-id.ts';
import { searchable } from '../../search/searchable.ts';
import { Organisation } from '../enterprise/organisation.entity.ts';
import { Project } from '../project/project.entity.ts';
import { Place, Region } from '../region/region.entity.ts';
import { Dated } from '../source/dated.entity.ts';
import { Evidence } from '../source/source.entity.ts';
import { PromotionEvent } from './event.entity.ts';

export const tripKinds = ['OVERSEAS', 'DOMESTIC'] as const;

const PromotionTripSchema = defineEntity({
  name: 'PromotionTrip',
  tableName: 'promotion_trip',
  properties: {
    id: rowId(),
    version: p.integer().default(0),
    code: p.text().unique(),
    kind: p.enum(tripKinds),
    name: p.text(),
    nameEn: p.text().nullable(),
    nameHant: p.text().nullable(),
    organiser: () => p.manyToOne(Organisation).ref().nullable(),
    event: () => p.manyToOne(PromotionEvent).ref().nullable(),
    departed: () => p.embedded(Dated).prefix('departed_'),
    unitsComplete: p.boolean(),
    destinationsComplete: p.boolean(),
    evidence: () => p.manyToOne(Evidence).ref(),
  },
});

/** A promotion trip (外出招商): units and destinations as two sets, with no pairs between them. */
export class PromotionTrip extends PromotionTripSchema.class {}
PromotionTripSchema.setClass(PromotionTrip);

const TripUnitSchema = defineEntity({
  name: 'TripUnit',
  tableName: 'promotion_trip_unit',
  properties: {
    id: rowId(),
    trip: () => p.manyToOne(PromotionTrip).ref(),
    region: () => p.manyToOne(Region).ref(),
    evidence: () => p.manyToOne(Evidence).ref(),
  },
});

/** A region whose people went on a trip. */
export class TripUnit extends TripUnitSchema.class {}
TripUnitSchema.setClass(TripUnit);

const TripDestinationSchema = defineEntity({
  name: 'TripDestination',
  tableName: 'promotion_trip_destination',
  properties: {
    id: rowId(),
    trip: () => p.manyToOne(PromotionTrip).ref(),
    place: () => p.manyToOne(Place).ref(),
    evidence: () => p.manyToOne(Evidence).ref(),
  },
});

/** A place that a trip went to. */
export class TripDestination extends TripDestinationSchema.class {}
TripDestinationSchema.setClass(TripDestination);

const LeadSchema = defineEntity({
  name: 'Lead',
  tableName: 'promotion_lead',
  properties: {
    id: rowId(),
    trip: () => p.manyToOne(PromotionTrip).ref(),
    code: p.text().unique(),
    name: p.text(),
    nameEn: p.text().nullable(),
    organisation: () => p.manyToOne(Organisation).ref().nullable(),
    project: () => p.manyToOne(Project).ref().nullable(),
    noted: () => p.embedded(Dated).prefix('noted_'),
    revision: p.integer().default(1),
    evidence: () => p.manyToOne(Evidence).ref(),
  },
});

/** A lead (线索) that a trip brought home. */
export class Lead extends LeadSchema.class {}
LeadSchema.setClass(Lead);

searchable({
  table: 'promotion_trip',
  type: 'PROMOTION_TRIP',
  name: 'name',
  english: 'name_en',
  code: 'code',
  writings: ['name_hant'],
});

searchable({
  table: 'promotion_lead',
  type: 'LEAD',
  name: 'name',
  english: 'name_en',
  code: 'code',
});
