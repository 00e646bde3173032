import { type RawBuilder, sql } from 'kysely';
import { asObject } from '../../kit/as-object.ts';
import { select } from '../../kit/columns.ts';
import type { Order } from '../../kit/relay/list.ts';
import { allOfEach, oneByKey, pagedList } from '../../request/loaders.ts';
import { officeColumns, organisationColumns } from '../enterprise/organisation.queries.ts';
import { everyBatch, type BatchRow } from '../project/batch.queries.ts';
import { regionColumns } from '../region/region.queries.ts';
import { datedColumn, namedColumns, type SourcedRow } from '../source/source.queries.ts';
import { eventFilter } from './event.filter.ts';

export interface EventRow extends SourcedRow {
  readonly code: string;
  readonly regionId: string | null;
  readonly parentId: string | null;
}

const columnsOfEvent = namedColumns('promotion_event', 'evt_', {
  kinds: { kinds: sql`promotion_event.kinds` },
  region: { regionId: sql`promotion_event.region_id` },
  parent: { parentId: sql`promotion_event.parent_id` },
  edition: { edition: sql`promotion_event.edition` },
  theme: { theme: sql`promotion_event.theme` },
  venue: { venue: sql`promotion_event.venue` },
  partiesComplete: { partiesComplete: sql`promotion_event.parties_complete` },
  topicsComplete: { topicsComplete: sql`promotion_event.topics_complete` },
  heldOn: { heldOn: datedColumn('promotion_event', 'held') },
});
const eventColumns = select(columnsOfEvent);

const orders: Record<string, Order> = {
  HELD_ON: { by: sql`promotion_event.held_order`, type: 'date' },
  HELD_ON_DESC: {
    by: sql`coalesce(promotion_event.held_earliest, '0001-01-01')`,
    type: 'date',
    isDescending: true,
  },
  NAME: { by: sql`promotion_event.name`, type: 'text' },
  NAME_DESC: { by: sql`promotion_event.name`, type: 'text', isDescending: true },
};

const everyEvent = {
  parent: {},
  from: sql`promotion_event`,
  columns: columnsOfEvent,
  key: sql`promotion_event.id`,
  orders,
  filter: eventFilter,
  row: 'promotion_event',
};

export const promotionEvents = pagedList<EventRow>({ ...everyEvent, name: 'promotionEvents' });

export const eventsOfRegion = pagedList<EventRow>({
  ...everyEvent,
  name: 'eventsOfRegion',
  parent: { region_id: 'uuid' },
  tie: sql`promotion_event.region_id = wanted.region_id`,
});

export const eventsWithin = pagedList<EventRow>({
  ...everyEvent,
  name: 'eventsWithin',
  parent: { parent_id: 'uuid' },
  tie: sql`promotion_event.parent_id = wanted.parent_id`,
});

/** The events that an organisation took part in, whatever its part. */
export const eventsOfOrganisation = pagedList<EventRow>({
  ...everyEvent,
  name: 'eventsOfOrganisation',
  parent: { organisation_id: 'uuid' },
  tie: sql`promotion_event.id in (select event_id from promotion_event_party
    where promotion_event_party.organisation_id = wanted.organisation_id)`,
});

export const eventById = oneByKey<EventRow>(
  (ids) =>
    sql`select ${eventColumns} from promotion_event where promotion_event.id = any (${[...ids]})`,
);

/** The event that each batch was signed, started or promoted at. */
export const eventOfBatch = oneByKey<EventRow>(
  (batchIds) => sql`
    select ${eventColumns}, promotion_event_batch.batch_id as "soughtBy"
      from promotion_event_batch
      join promotion_event on promotion_event.id = promotion_event_batch.event_id
     where promotion_event_batch.batch_id = any (${[...batchIds]})`,
);

export interface PartyRow {
  readonly role: string;
  readonly participant: { readonly id: string };
  readonly evidenceId: string;
}

const joined = (table: string, columns: RawBuilder<unknown>) =>
  asObject(columns, sql`${sql.ref(`${table}.id`)} is not null`);

/** Who took part in each event, with them: hosts before guests, in the order of the source. */
export const partiesOfEach = allOfEach<PartyRow>(
  (eventIds) => sql`
    select party.event_id as parent, party.role, party.evidence_id as "evidenceId",
           coalesce(${joined('organisation', organisationColumns())}, ${joined('region', regionColumns())},
             ${joined('office', officeColumns)}) as participant
      from promotion_event_party party
      left join organisation on organisation.id = party.organisation_id
      left join region on region.id = party.region_id
      left join office on office.id = party.office_id
     where party.event_id = any (${[...eventIds]})
     order by array_position(array['HOST', 'ORGANISER', 'GUEST', 'COUNTERPARTY'], party.role),
              party.position, party.id`,
);

export interface TopicRow {
  readonly kind: 'TOPIC' | 'AGREEMENT_AREA' | 'ISSUE';
  readonly name: string;
  readonly evidenceId: string;
}

export const topicsOfEach = allOfEach<TopicRow>(
  (eventIds) => sql`
    select event_id as parent, kind, name, name_en as "nameEn", issue_kind as "issueKind",
           evidence_id as "evidenceId"
      from promotion_event_topic where event_id = any (${[...eventIds]})
     order by position, id`,
);

/** The batches that were signed, started or promoted at an event. */
export const batchesOfEvent = pagedList<BatchRow>({
  ...everyBatch,
  name: 'batchesOfEvent',
  from: sql`promotion_event_batch join project_batch on project_batch.id = promotion_event_batch.batch_id`,
  parent: { event_id: 'uuid' },
  tie: sql`promotion_event_batch.event_id = wanted.event_id`,
});
