/** One end of a relation: a field, and what names the object that has it and those that it leads to. */
export interface Way {
  readonly of: `${string}.${string}`;
  readonly here: string;
  readonly there: string;
  /** Which of the objects, where others have more or less behind the same field. */
  readonly among?: string;
}

/** A relation: what SQL says of it, and the ways to walk it, some in several parts. The names are the columns'. */
interface Both {
  readonly sql: string;
  readonly ways: readonly (readonly Way[])[];
}

const way = (of: Way['of'], here: string, there: string, among?: string): Way[] => [
  { of, here, there, ...(among !== undefined && { among }) },
];
const REPORTING_UNITS = `kind in ('DISTRICT', 'COUNTY', 'FUNCTIONAL_ZONE')`;
/** What can be walked from every kind of organisation. */
const fromOrganisations = (field: string, there: string) =>
  (['Enterprise', 'Institution'] as const).flatMap((type) =>
    way(`${type}.${field}`, 'organisation: code', there),
  );
const ORGANISATION = '... on Organisation { organisation: code }';
const SUPPLY = 'product node { node: id } supplier { supplier: code } customer { customer: code }';
const PLACE = `chain { chain: code } node { node: id } organisation { organisation: code }
  project { project: code }`;
const supplied = (condition: string) => `
  select product, 'nod_' || node_id as node, supplier.code as supplier, customer.code as customer
    from chain_supply
    join organisation supplier on supplier.id = supplier_id
    left join organisation customer on customer.id = customer_id
   where ${condition}`;
const placed = (condition: string) => `
  select industry_chain.code as chain, 'nod_' || node_id as node, organisation.code as organisation,
         project.code as project
    from chain_place
    join industry_chain on industry_chain.id = chain_id
    left join organisation on organisation.id = organisation_id
    left join project on project.id = project_id
   where ${condition}`;

/** Every relation that can be walked, from each end that has a field for it. */
export const relations: Readonly<Record<string, Both>> = {
  'regions and their parts': {
    sql: `select whole.code as whole, part.code as part
            from region part join region whole on whole.id = part.parent_id`,
    ways: [
      way('Region.subRegions', 'whole: code', 'part: code'),
      way('Region.parent', 'part: code', 'whole: code'),
    ],
  },
  'zones and districts that overlap': {
    sql: `select one.code as one, other.code as other
            from region_overlap
           cross join lateral (values (zone_id, district_id), (district_id, zone_id)) pair (a, b)
            join region one on one.id = a join region other on other.id = b`,
    ways: [
      way('Region.overlaps', 'one: code', 'region { other: code }'),
      way('Region.overlaps', 'other: code', 'region { one: code }'),
    ],
  },
  'regions and projects': {
    sql: `select region.code as region, project.code as project
            from project join region on region.id = district_id`,
    ways: [
      way('Region.projects', 'region: code', 'project: code', REPORTING_UNITS),
      way('Project.district', 'project: code', 'region: code'),
    ],
  },
  'the city and all its projects': {
    sql: `select region.code as region, project.code as project
            from project cross join region where region.kind = 'CITY'`,
    ways: [way('Region.projects', 'region: code', 'project: code', `kind = 'CITY'`)],
  },
  'sub-zones and projects': {
    sql: `select region.code as region, project.code as project
            from project join region on region.id = site_id where region.kind = 'SUB_ZONE'`,
    ways: [way('Region.projects', 'region: code', 'project: code', `kind = 'SUB_ZONE'`)],
  },
  'phases of a project': {
    sql: `select former.code as former, later.code as later
            from project later join project former on former.id = later.predecessor_id`,
    ways: [
      way('Project.nextPhase', 'former: code', 'later: code'),
      way('Project.predecessor', 'later: code', 'former: code'),
    ],
  },
  'chains and anchors': {
    sql: `select industry_chain.code as chain, organisation.code as anchor
            from industry_chain join organisation on organisation.id = anchor_id`,
    ways: [
      way('Enterprise.anchoredChains', 'anchor: code', 'chain: code'),
      way('IndustryChain.anchor', 'chain: code', 'anchor: code'),
    ],
  },
  'regions and enterprises': {
    sql: `select region.code as region, organisation.code as enterprise
            from organisation join region on region.id = district_id
           where organisation.kind in ('ENTERPRISE', 'PLATFORM_COMPANY', 'FINANCIAL')`,
    ways: [
      way('Region.enterprises', 'region: code', 'enterprise: code', REPORTING_UNITS),
      way('Enterprise.district', 'enterprise: code', 'region: code'),
    ],
  },
  'regions and batches': {
    sql: `select region.code as region, project_batch.code as batch
            from project_batch join region on region.id = region_id`,
    ways: [
      way('Region.batches', 'region: code', 'batch: code'),
      way('ProjectBatch.region', 'batch: code', 'region: code'),
    ],
  },
  'regions and chains': {
    sql: `select region.code as region, industry_chain.code as chain
            from industry_chain join region on region.id = region_id`,
    ways: [
      way('Region.chains', 'region: code', 'chain: code'),
      way('IndustryChain.region', 'chain: code', 'region: code'),
    ],
  },
  'regions and promotion events': {
    sql: `select region.code as region, promotion_event.code as event
            from promotion_event join region on region.id = region_id`,
    ways: [
      way('Region.promotionEvents', 'region: code', 'event: code'),
      way('PromotionEvent.region', 'event: code', 'region: code'),
    ],
  },
  'regions and trips': {
    sql: `select region.code as region, promotion_trip.code as trip
            from promotion_trip_unit
            join region on region.id = region_id join promotion_trip on promotion_trip.id = trip_id`,
    ways: [
      way('Region.trips', 'region: code', 'trip: code'),
      way('PromotionTrip.units', 'trip: code', 'region: code'),
    ],
  },
  'projects and who takes part': {
    sql: `select project.code as project, organisation.code as organisation, role
            from project_participant
            join project on project.id = project_id
            join organisation on organisation.id = organisation_id`,
    ways: [
      way('Project.participants', 'project: code', 'role organisation { organisation: code }'),
      fromOrganisations('participations', 'role project { project: code }'),
    ],
  },
  'projects and batches': {
    sql: `select project.code as project, project_batch.code as batch, role
            from project_batch_member
            join project on project.id = project_id
            join project_batch on project_batch.id = batch_id`,
    ways: [
      way('ProjectBatch.members', 'batch: code', 'role project { project: code }'),
      way('Project.batches', 'project: code', 'role batch { batch: code }'),
    ],
  },
  'batches within batches': {
    sql: `select whole.code as whole, part.code as part
            from project_batch part join project_batch whole on whole.id = part.parent_id`,
    ways: [
      way('ProjectBatch.children', 'whole: code', 'part: code'),
      way('ProjectBatch.parent', 'part: code', 'whole: code'),
    ],
  },
  'chains and nodes': {
    sql: `select industry_chain.code as chain, 'nod_' || chain_node.id as node
            from chain_node join industry_chain on industry_chain.id = chain_id`,
    ways: [
      way('IndustryChain.nodes', 'chain: code', 'node: id'),
      way('ChainNode.chain', 'node: id', 'chain: code'),
    ],
  },
  'chains and batches': {
    sql: `select industry_chain.code as chain, project_batch.code as batch
            from chain_batch
            join industry_chain on industry_chain.id = chain_id
            join project_batch on project_batch.id = batch_id`,
    ways: [way('IndustryChain.batches', 'chain: code', 'batch: code')],
  },
  'places in chains and who holds them': {
    sql: placed('true'),
    ways: [
      way('IndustryChain.places', 'chain: code', PLACE),
      [
        ...way('Enterprise.chainPositions', 'organisation: code', PLACE),
        ...way('Project.chainPositions', 'project: code', PLACE),
      ],
    ],
  },
  'places on nodes': {
    sql: placed('node_id is not null'),
    ways: [way('ChainNode.places', 'node: id', PLACE)],
  },
  'supplies of nodes and suppliers': {
    sql: supplied('true'),
    ways: [
      way('ChainNode.supplies', 'node: id', SUPPLY),
      way('Enterprise.customers', 'supplier: code', SUPPLY),
    ],
  },
  'supplies to customers': {
    sql: supplied('customer_id is not null'),
    ways: [way('Enterprise.suppliers', 'customer: code', SUPPLY)],
  },
  'events within events': {
    sql: `select whole.code as whole, part.code as part
            from promotion_event part join promotion_event whole on whole.id = part.parent_id`,
    ways: [
      way('PromotionEvent.children', 'whole: code', 'part: code'),
      way('PromotionEvent.parent', 'part: code', 'whole: code'),
    ],
  },
  'events and batches': {
    sql: `select promotion_event.code as event, project_batch.code as batch
            from promotion_event_batch
            join promotion_event on promotion_event.id = event_id
            join project_batch on project_batch.id = batch_id`,
    ways: [
      way('PromotionEvent.batches', 'event: code', 'batch: code'),
      way('ProjectBatch.event', 'batch: code', 'event: code'),
    ],
  },
  'events and trips': {
    sql: `select promotion_event.code as event, promotion_trip.code as trip
            from promotion_trip join promotion_event on promotion_event.id = event_id`,
    ways: [
      way('PromotionEvent.trips', 'event: code', 'trip: code'),
      way('PromotionTrip.event', 'trip: code', 'event: code'),
    ],
  },
  'events and the organisations that take part': {
    sql: `select distinct promotion_event.code as event, organisation.code as organisation
            from promotion_event_party
            join promotion_event on promotion_event.id = event_id
            join organisation on organisation.id = organisation_id`,
    ways: [
      fromOrganisations('promotionEvents', 'event: code'),
      (['hosts', 'guests'] as const).flatMap((parties) =>
        way(`PromotionEvent.${parties}`, 'event: code', `participant { ${ORGANISATION} }`),
      ),
    ],
  },
  'trips and the organisations that they are of, or about': {
    sql: `select promotion_trip.code as trip, organisation.code as organisation
            from promotion_trip join organisation on organisation.id = organiser_id
           union
          select promotion_trip.code, organisation.code
            from promotion_lead
            join promotion_trip on promotion_trip.id = trip_id
            join organisation on organisation.id = organisation_id`,
    ways: [
      fromOrganisations('trips', 'trip: code'),
      [
        ...way('PromotionTrip.organiser', 'trip: code', 'organisation: code'),
        ...way('PromotionTrip.leads', 'trip: code', 'organisation { organisation: code }'),
      ],
    ],
  },
  'trips and leads': {
    sql: `select promotion_trip.code as trip, promotion_lead.code as lead
            from promotion_lead join promotion_trip on promotion_trip.id = trip_id`,
    ways: [
      way('PromotionTrip.leads', 'trip: code', 'lead: code'),
      way('Lead.trip', 'lead: code', 'trip: code'),
    ],
  },
  'projects and leads': {
    sql: `select project.code as project, promotion_lead.code as lead
            from promotion_lead join project on project.id = project_id`,
    ways: [
      way('Project.leads', 'project: code', 'lead: code'),
      way('Lead.project', 'lead: code', 'project: code'),
    ],
  },
};
