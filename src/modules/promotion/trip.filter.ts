import { sql } from 'kysely';
import {
  boolean,
  code,
  dated,
  enumeration,
  type Filter,
  filterOn,
  type Join,
  many,
  manyBy,
  one,
  Row,
  text,
  through,
} from '../../kit/filter/filter.ts';
import type { Sql } from '../../kit/filter/values.ts';
import { organisationFilter, organisationFilters } from '../enterprise/organisation.filter.ts';
import { projectFilter } from '../project/project.filter.ts';
import { placeFilter, regionFilter } from '../region/region.filter.ts';
import { reported } from '../source/reported.filter.ts';
import { named, sourced } from '../source/source.filter.ts';
import { eventFilter } from './event.filter.ts';

/**
 * Who went where follows where there is no choice: all units went to the one destination, or the
 * one unit to all of them, and that list is whole.
 */
export const pairingKnown = (trip: Row): Sql => sql`(
  (select count(*) <= 1 from promotion_trip_unit where trip_id = ${trip.column('id')})
    and ${trip.column('units_complete')}
  or (select count(*) = 1 from promotion_trip_destination where trip_id = ${trip.column('id')})
    and ${trip.column('destinations_complete')})`;

/**
 * The trips that an organisation organised, or that brought home a lead about it. The two are put in
 * one list that names no organisation, so that it is joined: asked for each organisation apart, it
 * would be read 100,000 times.
 */
const tripsOfOrganisation: Join = (mine, theirs, table) => {
  const link = new Row(`${theirs.alias}_link`);
  return {
    from: sql`(select id, organiser_id as organisation_id from ${sql.table(table)}
        union all select trip_id, organisation_id from promotion_lead) as ${sql.ref(link.alias)}
      join ${sql.table(table)} as ${sql.ref(theirs.alias)}
        on ${theirs.column('id')} = ${link.column('id')}`,
    tie: sql`${link.column('organisation_id')} = ${mine.column('id')}`,
  };
};

export const leadFilter: Filter = filterOn('Lead', 'promotion_lead', {
  code: code('code'),
  name: text('name'),
  nameEn: text('name_en'),
  notedOn: dated('noted'),
  trip: one(() => tripFilter, 'trip_id'),
  organisation: one(() => organisationFilter, 'organisation_id'),
  project: one(() => projectFilter, 'project_id'),
  ...sourced,
});

const units = { table: 'promotion_trip_unit', region: 'region_id', trip: 'trip_id' };

export const tripFilter: Filter = filterOn('PromotionTrip', 'promotion_trip', {
  ...named,
  ...sourced,
  ...reported,
  kind: enumeration('TripKind', 'kind'),
  organiser: one(() => organisationFilter, 'organiser_id'),
  event: one(() => eventFilter, 'event_id'),
  departedOn: dated('departed'),
  units: through(() => regionFilter, {
    table: units.table,
    mine: units.trip,
    theirs: units.region,
  }),
  unitsComplete: boolean('units_complete'),
  destinations: through(() => placeFilter, {
    table: 'promotion_trip_destination',
    mine: 'trip_id',
    theirs: 'place_id',
  }),
  destinationsComplete: boolean('destinations_complete'),
  pairingKnown: boolean(pairingKnown),
  leads: many(() => leadFilter, 'trip_id'),
});

regionFilter.add({
  trips: through(() => tripFilter, {
    table: units.table,
    mine: units.region,
    theirs: units.trip,
  }),
});

projectFilter.add({ leads: many(() => leadFilter, 'project_id') });

eventFilter.add({ trips: many(() => tripFilter, 'event_id') });

for (const filter of organisationFilters) {
  filter.add({ trips: manyBy(() => tripFilter, tripsOfOrganisation) });
}
