import { sql } from 'kysely';
import { type Columns, select } from '../../kit/columns.ts';
import { Row } from '../../kit/filter/filter.ts';
import type { Order } from '../../kit/relay/list.ts';
import { allOfEach, oneByKey, pagedList } from '../../request/loaders.ts';
import { placeColumns, regionColumns, type RegionRow } from '../region/region.queries.ts';
import {
  datedColumn,
  idField,
  keyColumn,
  namedColumns,
  type SourcedRow,
} from '../source/source.queries.ts';
import { leadFilter, pairingKnown, tripFilter } from './trip.filter.ts';

export interface TripRow extends SourcedRow {
  readonly code: string;
  readonly organiserId: string | null;
  readonly eventId: string | null;
}

const row = new Row('promotion_trip');

const columnsOfTrip = namedColumns('promotion_trip', 'trp_', {
  version: { version: sql`promotion_trip.version` },
  kind: { kind: sql`promotion_trip.kind` },
  organiser: { organiserId: sql`promotion_trip.organiser_id` },
  event: { eventId: sql`promotion_trip.event_id` },
  unitsComplete: { unitsComplete: sql`promotion_trip.units_complete` },
  destinationsComplete: { destinationsComplete: sql`promotion_trip.destinations_complete` },
  pairingKnown: { pairingKnown: pairingKnown(row) },
  departedOn: { departedOn: datedColumn('promotion_trip', 'departed') },
});
const tripColumns = select(columnsOfTrip);

const orders: Record<string, Order> = {
  DEPARTED_ON: { by: sql`promotion_trip.departed_order`, type: 'date' },
  DEPARTED_ON_DESC: {
    by: sql`coalesce(promotion_trip.departed_earliest, '0001-01-01')`,
    type: 'date',
    isDescending: true,
  },
  NAME: { by: sql`promotion_trip.name`, type: 'text' },
  NAME_DESC: { by: sql`promotion_trip.name`, type: 'text', isDescending: true },
};

const everyTrip = {
  parent: {},
  from: sql`promotion_trip`,
  columns: columnsOfTrip,
  key: sql`promotion_trip.id`,
  orders,
  filter: tripFilter,
  row: row.alias,
};

export const trips = pagedList<TripRow>({ ...everyTrip, name: 'trips' });

export const tripsOfRegion = pagedList<TripRow>({
  ...everyTrip,
  name: 'tripsOfRegion',
  from: sql`promotion_trip_unit join promotion_trip on promotion_trip.id = promotion_trip_unit.trip_id`,
  parent: { region_id: 'uuid' },
  tie: sql`promotion_trip_unit.region_id = wanted.region_id`,
});

export const tripsOfEvent = pagedList<TripRow>({
  ...everyTrip,
  name: 'tripsOfEvent',
  parent: { event_id: 'uuid' },
  tie: sql`promotion_trip.event_id = wanted.event_id`,
});

/**
 * The trips that an organisation organised, or that brought home a lead about it. A union, since an
 * `or` over two tables would walk all trips for each organisation.
 */
export const tripsOfOrganisation = pagedList<TripRow>({
  ...everyTrip,
  name: 'tripsOfOrganisation',
  parent: { organisation_id: 'uuid' },
  tie: sql`promotion_trip.id in (
    select id from promotion_trip organised where organised.organiser_id = wanted.organisation_id
     union
    select trip_id from promotion_lead where promotion_lead.organisation_id = wanted.organisation_id)`,
});

export const tripById = oneByKey<TripRow>(
  (ids) =>
    sql`select ${tripColumns} from promotion_trip where promotion_trip.id = any (${[...ids]})`,
);

export const tripByCode = oneByKey<TripRow>(
  (codes) => sql`
    select ${tripColumns}, promotion_trip.code as "soughtBy"
      from promotion_trip where promotion_trip.code = any (${[...codes]})`,
);

export const unitsOfEach = allOfEach<RegionRow>(
  (tripIds) => sql`
    select ${regionColumns()}, promotion_trip_unit.trip_id as parent
      from promotion_trip_unit join region on region.id = promotion_trip_unit.region_id
     where promotion_trip_unit.trip_id = any (${[...tripIds]})
     order by region.code`,
);

export const destinationsOfEach = allOfEach<SourcedRow>(
  (tripIds) => sql`
    select ${placeColumns}, promotion_trip_destination.trip_id as parent
      from promotion_trip_destination join place on place.id = promotion_trip_destination.place_id
     where promotion_trip_destination.trip_id = any (${[...tripIds]})
     order by place.name, place.id`,
);

export interface LeadRow extends SourcedRow {
  readonly tripId: string;
  readonly organisationId: string | null;
  readonly projectId: string | null;
}

const columnsOfLead: Columns = {
  always: keyColumn('promotion_lead'),
  byField: {
    id: idField('promotion_lead', 'led_'),
    code: { code: sql`promotion_lead.code` },
    version: { version: sql`promotion_lead.revision` },
    name: { name: sql`promotion_lead.name` },
    nameEn: { nameEn: sql`promotion_lead.name_en` },
    trip: { tripId: sql`promotion_lead.trip_id` },
    organisation: { organisationId: sql`promotion_lead.organisation_id` },
    project: { projectId: sql`promotion_lead.project_id` },
    evidence: { evidenceId: sql`promotion_lead.evidence_id` },
    notedOn: { notedOn: datedColumn('promotion_lead', 'noted') },
  },
};
const leadColumns = select(columnsOfLead);

const leadsOf = (name: string, column: string) =>
  pagedList<LeadRow>({
    name,
    parent: { [column]: 'uuid' },
    from: sql`promotion_lead`,
    tie: sql`${sql.ref(`promotion_lead.${column}`)} = ${sql.ref(`wanted.${column}`)}`,
    columns: columnsOfLead,
    key: sql`promotion_lead.id`,
    filter: leadFilter,
    row: 'promotion_lead',
    orders: {
      NAME: { by: sql`promotion_lead.name`, type: 'text' },
      NAME_DESC: { by: sql`promotion_lead.name`, type: 'text', isDescending: true },
      NOTED_ON: { by: sql`coalesce(promotion_lead.noted_earliest, '9999-12-31')`, type: 'date' },
      NOTED_ON_DESC: {
        by: sql`coalesce(promotion_lead.noted_earliest, '0001-01-01')`,
        type: 'date',
        isDescending: true,
      },
    },
  });

export const leadsOfTrip = leadsOf('leadsOfTrip', 'trip_id');
export const leadsOfProject = leadsOf('leadsOfProject', 'project_id');

export const leadById = oneByKey<LeadRow>(
  (ids) =>
    sql`select ${leadColumns} from promotion_lead where promotion_lead.id = any (${[...ids]})`,
);
