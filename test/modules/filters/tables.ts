/**
 * What each type of the graph is in the database, told once more and in the plainest SQL: the other
 * side of the comparison with the filters. It shares nothing with `src`.
 */

/** How a value is compared. */
export type Kind =
  'text' | 'code' | 'enum' | 'int' | 'decimal' | 'date' | 'datetime' | 'boolean' | 'dated';

export interface Table {
  /** What holds its rows, each with an `id`. */
  readonly rows: string;
  /** Field to kind and expression; of a date the prefix of its columns. */
  readonly values: Readonly<Record<string, readonly [Kind, string]>>;
  /** Field to the type that it leads to, and pairs of ids: of this, and of that. */
  readonly one?: Readonly<Record<string, readonly [string, string]>>;
  readonly many?: Readonly<Record<string, readonly [string, string]>>;
  /** Field to kind, and pairs of an id and a value. */
  readonly several?: Readonly<Record<string, readonly [Kind, string]>>;
}

const ENTERPRISES = `('ENTERPRISE', 'PLATFORM_COMPANY', 'FINANCIAL')`;
const to = (table: string, column: string) => `select id, ${column} from ${table}`;
const from = (table: string, column: string) => `select ${column}, id from ${table}`;
const moment = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const named = {
  code: ['code', 'code'],
  name: ['text', 'name'],
  nameEn: ['text', 'name_en'],
  nameHant: ['text', 'name_hant'],
} as const;
const evidence = (table: string) => ['Evidence', to(table, 'evidence_id')] as const;
/** What everything that sources report numbers of has. */
const reported = {
  observations: ['Observation', from('observation', 'subject_id')],
  statements: ['Statement', from('statement', 'subject_id')],
  figures: ['Figure', from('figure', 'subject_id')],
} as const;
const ofSubject = (type: string, table: string) =>
  [
    type,
    `select figure.id, ${table}.id from figure join ${table} on ${table}.id = subject_id`,
  ] as const;
const inDistrict = (table: string) => `
  select region.id, ${table}.id from region join ${table} on region.kind = 'CITY'
  union select district_id, id from ${table}`;

const organisation = (rows: string): Table => ({
  rows,
  values: { ...named, kind: ['enum', 'kind'] },
  one: {
    evidence: evidence('organisation'),
    district: ['Region', to('organisation', 'district_id')],
    administrativeDistrict: ['Region', to('organisation', 'administrative_district_id')],
  },
  many: {
    ...reported,
    participations: ['ProjectParticipant', from('project_participant', 'organisation_id')],
    promotionEvents: [
      'PromotionEvent',
      'select distinct organisation_id, event_id from promotion_event_party',
    ],
    trips: [
      'PromotionTrip',
      `select organiser_id, id from promotion_trip
       union select organisation_id, trip_id from promotion_lead`,
    ],
  },
  several: { aliases: ['text', 'select organisation_id, name from organisation_alias'] },
});

const enterprise = organisation(`(select * from organisation where kind in ${ENTERPRISES})`);
const anOrganisation = organisation('organisation');

const supplier = (ofChains: string): Table => ({
  rows: 'chain_supplier',
  values: { basis: ['enum', 'basis'] },
  one: {
    enterprise: ['Enterprise', to('chain_supplier', 'organisation_id')],
    district: ['Region', to('chain_supplier', 'district_id')],
  },
  many: {
    supplies: [
      'Supply',
      `select stands.id, chain_supply.id
         from chain_supplier stands
         join organisation on organisation.id = stands.organisation_id
         join chain_supply on chain_supply.supplier_id = organisation.id and ${ofChains}
        where stands.district_id is not distinct from
              district_in_partition(stands.partition, chain_supply.district_id,
                chain_supply.administrative_district_id, organisation.district_id,
                organisation.administrative_district_id)`,
    ],
    projects: [
      'Project',
      `select chain_supplier.id, project_id from chain_supplier
         join project_participant using (organisation_id) where role = 'OWNER'`,
    ],
    chains: [
      'IndustryChain',
      `select one.id, other.chain_id from chain_supplier one
         join chain_supplier other using (organisation_id, partition, district_key)`,
    ],
  },
});

const parties = (roles: string) =>
  [
    'PromotionEventParty',
    `select event_id, id from promotion_event_party where role in (${roles})`,
  ] as const;
const topics = (kind: string) =>
  [
    'PromotionEventTopic',
    `select event_id, id from promotion_event_topic where kind = '${kind}'`,
  ] as const;

export const tables: Readonly<Record<string, Table>> = {
  SourceDocument: {
    rows: 'source_document',
    values: {
      code: ['code', 'code'],
      kind: ['enum', 'kind'],
      title: ['text', 'title'],
      titleEn: ['text', 'title_en'],
      fileName: ['text', 'file_name'],
      sha256: ['code', 'sha256'],
      script: ['enum', 'script'],
      publishedOn: ['dated', 'published'],
    },
  },
  Evidence: {
    rows: 'evidence',
    values: {
      code: ['code', 'code'],
      role: ['enum', 'role'],
      paragraph: ['int', 'paragraph'],
      line: ['int', 'line'],
      anchor: ['text', 'anchor'],
    },
    one: { document: ['SourceDocument', to('evidence', 'document_id')] },
  },
  Discrepancy: {
    rows: 'discrepancy',
    values: {
      code: ['code', 'code'],
      kind: ['enum', 'kind'],
      topic: ['text', 'topic'],
      topicEn: ['text', 'topic_en'],
      judgedVerdict: ['enum', 'verdict'],
      explanation: ['text', 'explanation'],
      explanationEn: ['text', 'explanation_en'],
    },
  },
  Observation: {
    rows: 'observation',
    values: {
      code: ['code', 'code'],
      kind: ['enum', 'kind'],
      period: ['text', 'period_label'],
      periodFrom: ['date', 'period_from'],
      periodTo: ['date', 'period_to'],
      asOf: ['dated', 'as_of'],
    },
    one: {
      evidence: evidence('observation'),
      metric: [
        'Metric',
        'select observation.id, metric.id from observation join metric on metric.code = metric',
      ],
      quantity: ['Quantity', to('observation', 'id')],
    },
  },
  Metric: {
    rows: 'metric',
    values: {
      code: ['code', 'code'],
      name: ['text', 'name'],
      nameEn: ['text', 'name_en'],
      unit: ['enum', 'unit'],
      isAdditive: ['boolean', 'is_additive'],
      isGrowth: ['boolean', 'is_growth'],
      plannedByNature: ['boolean', 'planned_by_nature'],
      comparableGroup: ['code', 'comparable_group'],
      definition: ['text', 'definition'],
      definitionEn: ['text', 'definition_en'],
    },
  },
  Attribute: {
    rows: 'attribute',
    values: { code: ['code', 'code'], name: ['text', 'name'], nameEn: ['text', 'name_en'] },
  },
  Statement: {
    rows: `(select statement.*, (
              select count(distinct document_id)::int
                from statement same join evidence on evidence.id = same.evidence_id
               where (same.subject_id, same.attribute, same.value) =
                     (statement.subject_id, statement.attribute, statement.value)) as documents
              from statement)`,
    values: {
      code: ['code', 'code'],
      valueType: ['enum', 'value_type'],
      value: ['text', 'value'],
      valueEn: ['text', 'value_en'],
      position: ['int', 'position'],
      listComplete: ['boolean', 'list_complete'],
      kind: ['enum', 'kind'],
      period: ['text', 'period_label'],
      periodFrom: ['date', 'period_from'],
      periodTo: ['date', 'period_to'],
      asOf: ['dated', 'as_of'],
      distinctDocuments: ['int', 'documents'],
    },
    one: {
      evidence: evidence('statement'),
      attribute: [
        'Attribute',
        `select statement.id, attribute.id
           from statement join attribute on attribute.code = statement.attribute`,
      ],
    },
  },
  NamedSubject: {
    rows: 'named_subject',
    values: { ...named, kind: ['enum', 'kind'] },
    one: {
      evidence: evidence('named_subject'),
      region: ['Region', to('named_subject', 'region_id')],
      parent: ['NamedSubject', to('named_subject', 'parent_id')],
    },
    many: { ...reported, parts: ['NamedSubject', from('named_subject', 'parent_id')] },
  },
  Figure: {
    rows: `(select figure.*, told.*
              from figure
              join (select figure_id, count(distinct document_id)::int as documents,
                           min(coalesce(published_latest, as_of_latest)) as known
                      from observation
                      join evidence on evidence.id = evidence_id
                      join source_document on source_document.id = document_id
                     group by figure_id) told on figure_id = id)`,
    values: {
      code: ['code', 'code'],
      kind: ['enum', 'kind'],
      period: ['text', 'period_label'],
      periodFrom: ['date', 'period_from'],
      periodTo: ['date', 'period_to'],
      distinctDocuments: ['int', 'documents'],
      knownOn: ['date', 'known'],
    },
    one: {
      metric: [
        'Metric',
        'select figure.id, metric.id from figure join metric on metric.code = metric',
      ],
      region: ofSubject('Region', 'region'),
      organisation: ofSubject('Organisation', 'organisation'),
      project: ofSubject('Project', 'project'),
      batch: ofSubject('ProjectBatch', 'project_batch'),
      chain: ofSubject('IndustryChain', 'industry_chain'),
      trip: ofSubject('PromotionTrip', 'promotion_trip'),
      event: ofSubject('PromotionEvent', 'promotion_event'),
      namedSubject: ofSubject('NamedSubject', 'named_subject'),
    },
    many: { observations: ['Observation', from('observation', 'figure_id')] },
  },
  Quantity: {
    rows: 'observation',
    values: {
      value: ['decimal', 'value'],
      unit: ['enum', 'unit'],
      qualifier: ['enum', 'qualifier'],
    },
  },
  RegionAlias: {
    rows: 'region_alias',
    values: {
      scheme: ['enum', 'scheme'],
      value: ['text', 'value'],
      validFrom: ['date', 'valid_from'],
      validTo: ['date', 'valid_to'],
    },
    one: { evidence: evidence('region_alias') },
  },
  RegionOverlap: {
    rows: `(select id || 'z' as id, share, district_id as region_id, evidence_id from region_overlap
            union all select id || 'd', share, zone_id, evidence_id from region_overlap)`,
    values: { share: ['decimal', 'share'] },
    one: {
      evidence: [
        'Evidence',
        `select id || 'z', evidence_id from region_overlap
         union all select id || 'd', evidence_id from region_overlap`,
      ],
      region: [
        'Region',
        `select id || 'z', district_id from region_overlap
         union all select id || 'd', zone_id from region_overlap`,
      ],
    },
  },
  Region: {
    rows: 'region',
    values: {
      ...named,
      kind: ['enum', 'kind'],
      gbCode: ['code', 'gb_code'],
      validFrom: ['date', 'valid_from'],
      validTo: ['date', 'valid_to'],
    },
    one: { evidence: evidence('region'), parent: ['Region', to('region', 'parent_id')] },
    many: {
      ...reported,
      subRegions: ['Region', from('region', 'parent_id')],
      aliases: ['RegionAlias', from('region_alias', 'region_id')],
      overlaps: [
        'RegionOverlap',
        `select zone_id, id || 'z' from region_overlap
         union all select district_id, id || 'd' from region_overlap`,
      ],
      enterprises: [
        'Enterprise',
        `select * from (${inDistrict('organisation')}) pair (region, organisation)
          where organisation in (select id from organisation where kind in ${ENTERPRISES})`,
      ],
      projects: [
        'Project',
        `${inDistrict('project')}
         union select site_id, project.id from project
           join region on region.id = site_id where kind = 'SUB_ZONE'`,
      ],
      batches: ['ProjectBatch', from('project_batch', 'region_id')],
      chains: ['IndustryChain', from('industry_chain', 'region_id')],
      suppliers: [
        'AnySupplier',
        `select region.id, (array_agg(stands.id order by chain_id))[1]
           from chain_supplier stands join region on region.id = district_id or kind = 'CITY'
          where partition = 'REPORTING_UNIT'
          group by region.id, organisation_id, district_id`,
      ],
      promotionEvents: ['PromotionEvent', from('promotion_event', 'region_id')],
      trips: ['PromotionTrip', 'select region_id, trip_id from promotion_trip_unit'],
      namedSubjects: ['NamedSubject', from('named_subject', 'region_id')],
    },
  },
  Place: {
    rows: 'place',
    values: { ...named, kind: ['enum', 'kind'], countryCode: ['code', 'country_code'] },
    one: { evidence: evidence('place') },
  },
  EnterpriseClass: {
    rows: 'organisation_class',
    values: {
      class: ['enum', 'class'],
      validFrom: ['date', 'valid_from'],
      validTo: ['date', 'valid_to'],
    },
    one: { evidence: evidence('organisation_class') },
  },
  Enterprise: {
    ...enterprise,
    values: { ...enterprise.values, creditCode: ['code', 'credit_code'] },
    many: {
      ...enterprise.many,
      classes: ['EnterpriseClass', from('organisation_class', 'organisation_id')],
      chainPositions: ['ChainPlace', from('chain_place', 'organisation_id')],
      anchoredChains: ['IndustryChain', from('industry_chain', 'anchor_id')],
      suppliers: ['Supply', from('chain_supply', 'customer_id')],
      customers: ['Supply', from('chain_supply', 'supplier_id')],
    },
  },
  Institution: organisation(`(select * from organisation where kind not in ${ENTERPRISES})`),
  Organisation: {
    ...anOrganisation,
    one: {
      ...anOrganisation.one,
      enterprise: ['Enterprise', `select id, id from organisation where kind in ${ENTERPRISES}`],
      institution: [
        'Institution',
        `select id, id from organisation where kind not in ${ENTERPRISES}`,
      ],
    },
  },
  Office: {
    rows: 'office',
    values: {
      code: ['code', 'code'],
      title: ['text', 'title'],
      titleEn: ['text', 'title_en'],
      level: ['enum', 'level'],
    },
    one: {
      evidence: evidence('office'),
      organisation: ['Organisation', to('office', 'organisation_id')],
      region: ['Region', to('office', 'region_id')],
    },
  },
  ProjectStageRecord: {
    rows: 'project_stage_record',
    values: {
      status: ['enum', 'status'],
      stage: ['enum', 'stage'],
      reason: ['text', 'reason'],
      asOf: ['dated', 'as_of'],
    },
    one: { evidence: evidence('project_stage_record') },
  },
  ProjectParticipant: {
    rows: 'project_participant',
    values: { role: ['enum', 'role'] },
    one: {
      evidence: evidence('project_participant'),
      organisation: ['Organisation', to('project_participant', 'organisation_id')],
      project: ['Project', to('project_participant', 'project_id')],
    },
  },
  Project: {
    rows: 'project',
    values: {
      ...named,
      domain: ['code', 'domain'],
      class: ['enum', 'class'],
      level: ['enum', 'level'],
      stage: ['enum', 'stage'],
      phase: ['int', 'phase'],
      procurement: ['enum', 'procurement'],
      totalInvestment: ['decimal', 'total_investment'],
      totalInvestmentQualifier: ['enum', 'total_investment_qualifier'],
      annualPlan: ['decimal', 'annual_plan'],
      startedOn: ['dated', 'started'],
    },
    one: {
      evidence: evidence('project'),
      district: ['Region', to('project', 'district_id')],
      administrativeDistrict: ['Region', to('project', 'administrative_district_id')],
      site: ['Region', to('project', 'site_id')],
      predecessor: ['Project', to('project', 'predecessor_id')],
      nextPhase: ['Project', from('project', 'predecessor_id')],
    },
    many: {
      ...reported,
      stageHistory: ['ProjectStageRecord', from('project_stage_record', 'project_id')],
      participants: ['ProjectParticipant', from('project_participant', 'project_id')],
      batches: ['ProjectBatchMember', from('project_batch_member', 'project_id')],
      chainPositions: ['ChainPlace', from('chain_place', 'project_id')],
      leads: ['Lead', from('promotion_lead', 'project_id')],
    },
    several: { aliases: ['text', 'select project_id, name from project_alias'] },
  },
  InvestmentReport: {
    rows: 'investment_report',
    values: {
      periodFrom: ['date', 'period_from'],
      periodTo: ['date', 'period_to'],
      amount: ['decimal', 'amount'],
      qualifier: ['enum', 'qualifier'],
    },
    one: { evidence: evidence('investment_report') },
  },
  BatchSector: {
    rows: 'project_batch_sector',
    values: { position: ['int', 'position'], name: ['text', 'name'], nameEn: ['text', 'name_en'] },
    one: { evidence: evidence('project_batch_sector') },
  },
  ProjectBatchMember: {
    rows: 'project_batch_member',
    values: { role: ['enum', 'role'] },
    one: {
      evidence: evidence('project_batch_member'),
      project: ['Project', to('project_batch_member', 'project_id')],
      batch: ['ProjectBatch', to('project_batch_member', 'batch_id')],
    },
  },
  AuditEntry: {
    rows: 'audit_entry',
    values: {
      at: ['datetime', moment('at')],
      actor: ['code', 'actor'],
      credential: ['code', 'credential'],
      operation: ['code', 'operation'],
      outcome: ['enum', 'outcome'],
      permission: ['code', 'permission'],
      errorCode: ['code', 'code'],
      requestId: ['code', 'request_id'],
      entityType: ['code', 'entity_type'],
      entityCode: ['code', 'entity_code'],
    },
  },
  IdentityQuestion: {
    rows: 'identity_question',
    values: {
      name: ['text', 'name'],
      creditCode: ['code', 'credit_code'],
      source: ['code', 'source'],
      run: ['code', 'run'],
      state: ['enum', 'state'],
      askedAt: ['datetime', moment('asked_at')],
      decidedAt: ['datetime', moment('decided_at')],
    },
    one: {
      district: ['Region', to('identity_question', 'district_id')],
      organisation: ['Organisation', to('identity_question', 'organisation_id')],
    },
  },
  ProjectBatch: {
    rows: 'project_batch',
    values: {
      ...named,
      kind: ['enum', 'kind'],
      locationText: ['text', 'location_text'],
      heldOn: ['dated', 'held'],
      sectorsComplete: ['boolean', 'sectors_complete'],
      membersComplete: ['boolean', 'members_complete'],
    },
    one: {
      evidence: evidence('project_batch'),
      region: ['Region', to('project_batch', 'region_id')],
      parent: ['ProjectBatch', to('project_batch', 'parent_id')],
      event: ['PromotionEvent', 'select batch_id, event_id from promotion_event_batch'],
    },
    many: {
      ...reported,
      children: ['ProjectBatch', from('project_batch', 'parent_id')],
      sectors: ['BatchSector', from('project_batch_sector', 'batch_id')],
      members: ['ProjectBatchMember', from('project_batch_member', 'batch_id')],
    },
  },
  ChainNode: {
    rows: 'chain_node',
    values: {
      name: ['text', 'name'],
      nameEn: ['text', 'name_en'],
      position: ['enum', 'position'],
      sequence: ['int', 'sequence'],
    },
    one: {
      evidence: evidence('chain_node'),
      chain: ['IndustryChain', to('chain_node', 'chain_id')],
    },
    many: {
      places: ['ChainPlace', from('chain_place', 'node_id')],
      supplies: ['Supply', from('chain_supply', 'node_id')],
    },
  },
  ChainGap: {
    rows: 'chain_gap',
    values: { name: ['text', 'name'], nameEn: ['text', 'name_en'] },
    one: { evidence: evidence('chain_gap'), node: ['ChainNode', to('chain_gap', 'node_id')] },
  },
  ChainPlace: {
    rows: 'chain_place',
    values: {},
    one: {
      evidence: evidence('chain_place'),
      chain: ['IndustryChain', to('chain_place', 'chain_id')],
      node: ['ChainNode', to('chain_place', 'node_id')],
      organisation: ['Organisation', to('chain_place', 'organisation_id')],
      project: ['Project', to('chain_place', 'project_id')],
    },
  },
  Supply: {
    rows: 'chain_supply',
    values: {
      product: ['text', 'product'],
      productEn: ['text', 'product_en'],
      tier: ['int', 'tier'],
    },
    one: {
      evidence: evidence('chain_supply'),
      node: ['ChainNode', to('chain_supply', 'node_id')],
      supplier: ['Organisation', to('chain_supply', 'supplier_id')],
      customer: ['Organisation', to('chain_supply', 'customer_id')],
      site: ['Region', to('chain_supply', 'site_id')],
    },
  },
  Supplier: supplier('chain_supply.chain_id = stands.chain_id'),
  AnySupplier: supplier('true'),
  IndustryChain: {
    rows: 'industry_chain',
    values: named,
    one: {
      evidence: evidence('industry_chain'),
      region: ['Region', to('industry_chain', 'region_id')],
      anchor: ['Organisation', to('industry_chain', 'anchor_id')],
    },
    many: {
      ...reported,
      gaps: ['ChainGap', from('chain_gap', 'chain_id')],
      nodes: ['ChainNode', from('chain_node', 'chain_id')],
      places: ['ChainPlace', from('chain_place', 'chain_id')],
      batches: ['ProjectBatch', 'select chain_id, batch_id from chain_batch'],
      suppliers: [
        'Supplier',
        `select chain_id, id from chain_supplier where partition = 'REPORTING_UNIT'`,
      ],
    },
  },
  EventParticipant: {
    rows: 'promotion_event_party',
    values: {},
    one: {
      enterprise: [
        'Enterprise',
        `select party.id, organisation.id from promotion_event_party party
           join organisation on organisation.id = organisation_id where kind in ${ENTERPRISES}`,
      ],
      institution: [
        'Institution',
        `select party.id, organisation.id from promotion_event_party party
           join organisation on organisation.id = organisation_id where kind not in ${ENTERPRISES}`,
      ],
      region: ['Region', to('promotion_event_party', 'region_id')],
      office: ['Office', to('promotion_event_party', 'office_id')],
    },
  },
  PromotionEventParty: {
    rows: 'promotion_event_party',
    values: { role: ['enum', 'role'] },
    one: {
      evidence: evidence('promotion_event_party'),
      participant: ['EventParticipant', to('promotion_event_party', 'id')],
    },
  },
  PromotionEventTopic: {
    rows: 'promotion_event_topic',
    values: {
      name: ['text', 'name'],
      nameEn: ['text', 'name_en'],
      issueKind: ['enum', 'issue_kind'],
    },
    one: { evidence: evidence('promotion_event_topic') },
  },
  PromotionEvent: {
    rows: 'promotion_event',
    values: {
      ...named,
      heldOn: ['dated', 'held'],
      edition: ['int', 'edition'],
      theme: ['text', 'theme'],
      venue: ['text', 'venue'],
      partiesComplete: ['boolean', 'parties_complete'],
      topicsComplete: ['boolean', 'topics_complete'],
    },
    one: {
      evidence: evidence('promotion_event'),
      region: ['Region', to('promotion_event', 'region_id')],
      parent: ['PromotionEvent', to('promotion_event', 'parent_id')],
    },
    many: {
      ...reported,
      children: ['PromotionEvent', from('promotion_event', 'parent_id')],
      hosts: parties(`'HOST', 'ORGANISER'`),
      guests: parties(`'GUEST', 'COUNTERPARTY'`),
      topics: topics('TOPIC'),
      agreementAreas: topics('AGREEMENT_AREA'),
      issues: topics('ISSUE'),
      batches: ['ProjectBatch', 'select event_id, batch_id from promotion_event_batch'],
      trips: ['PromotionTrip', from('promotion_trip', 'event_id')],
    },
    several: { kinds: ['enum', 'select id, unnest(kinds) from promotion_event'] },
  },
  PromotionTrip: {
    rows: 'promotion_trip',
    values: {
      ...named,
      kind: ['enum', 'kind'],
      departedOn: ['dated', 'departed'],
      unitsComplete: ['boolean', 'units_complete'],
      destinationsComplete: ['boolean', 'destinations_complete'],
      pairingKnown: [
        'boolean',
        `units_complete and 1 >= (select count(*) from promotion_trip_unit
             where trip_id = promotion_trip.id)
         or destinations_complete and 1 = (select count(*) from promotion_trip_destination
             where trip_id = promotion_trip.id)`,
      ],
    },
    one: {
      evidence: evidence('promotion_trip'),
      organiser: ['Organisation', to('promotion_trip', 'organiser_id')],
      event: ['PromotionEvent', to('promotion_trip', 'event_id')],
    },
    many: {
      ...reported,
      units: ['Region', 'select trip_id, region_id from promotion_trip_unit'],
      destinations: ['Place', 'select trip_id, place_id from promotion_trip_destination'],
      leads: ['Lead', from('promotion_lead', 'trip_id')],
    },
  },
  Lead: {
    rows: 'promotion_lead',
    values: {
      code: ['code', 'code'],
      name: ['text', 'name'],
      nameEn: ['text', 'name_en'],
      notedOn: ['dated', 'noted'],
    },
    one: {
      evidence: evidence('promotion_lead'),
      trip: ['PromotionTrip', to('promotion_lead', 'trip_id')],
      organisation: ['Organisation', to('promotion_lead', 'organisation_id')],
      project: ['Project', to('promotion_lead', 'project_id')],
    },
  },
  DataSource: {
    rows: 'data_source',
    values: {
      code: ['code', 'code'],
      kind: ['enum', 'kind'],
      name: ['text', 'name'],
      nameEn: ['text', 'name_en'],
      office: ['text', 'office'],
      trust: ['int', 'trust'],
      licence: ['text', 'licence'],
      publication: ['enum', 'publication'],
      rhythm: ['text', 'rhythm'],
    },
    one: { document: ['SourceDocument', to('data_source', 'document_id')] },
  },
  ImportRun: {
    rows: 'import_run',
    values: {
      source: ['code', 'source'],
      state: ['enum', 'state'],
      mode: ['enum', 'mode'],
      isDryRun: ['boolean', 'is_dry'],
      fileName: ['text', 'file_name'],
      format: ['code', 'format'],
      encoding: ['code', 'encoding'],
      asOf: ['date', 'as_of'],
      askedAt: ['datetime', moment('asked_at')],
      startedAt: ['datetime', moment('started_at')],
      endedAt: ['datetime', moment('ended_at')],
      undoneAt: ['datetime', moment('undone_at')],
      error: ['text', 'error'],
    },
  },
  ImportRow: {
    // A row has no id: it is known by its place in its run.
    rows: `(select *, concat_ws('/', run_id, table_no, row_no) as id from import_row)`,
    values: {
      table: ['int', 'table_no + 1'],
      row: ['int', 'row_no'],
      key: ['code', 'key'],
      outcome: ['enum', 'outcome'],
    },
  },
};
