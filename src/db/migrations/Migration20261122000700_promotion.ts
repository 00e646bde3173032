import { Migration } from '@mikro-orm/migrations';

/**
 * Promotion (招商): events of every kind, trips, and the leads that trips bring home.
 *
 * A trip's units and destinations are two sets. Which unit went where is not stored, because the
 * sources do not say it: there is no table that could hold an invented pair.
 */
export class Migration20261122000700_promotion extends Migration {
  override up(): void {
    this.addSql(`
      create table promotion_event (
        id uuid primary key,
        version int not null default 0,
        code text not null unique check (code ~ '^[a-z0-9][a-z0-9-]*$'),
        kinds text[] not null check (cardinality(kinds) > 0 and kinds <@ array['CONFERENCE', 'SIGNING', 'START',
          'PROMOTION', 'VISIT', 'ROUNDTABLE', 'OBSERVATION', 'AGREEMENT', 'DEPARTURE']),
        name display_name not null,
        name_en text,
        name_hant text,
        region_id uuid references region,
        parent_id uuid references promotion_event,
        edition int check (edition > 0),
        theme text,
        venue text,
        held_earliest date,
        held_latest date,
        held_certainty text not null default 'UNKNOWN',
        held_derivation text,
        parties_complete boolean not null default false,
        topics_complete boolean not null default false,
        evidence_id uuid not null references evidence,
        held_order date generated always as (coalesce(held_earliest, date '9999-12-31')) stored,
        check (parent_id <> id),
        check (held_certainty in ('STATED', 'YEAR_INFERRED', 'INFERRED', 'UNKNOWN')),
        check ((held_certainty = 'UNKNOWN') = (held_earliest is null)),
        check (held_earliest <= held_latest))`);
    this.addSql(`create index promotion_event_held on promotion_event (held_order, id)`);
    this.addSql(
      `create index promotion_event_region on promotion_event (region_id, held_order, id)`,
    );
    this.addSql(`create index promotion_event_name on promotion_event (name, id)`);
    this.addSql(
      `create index promotion_event_parent on promotion_event (parent_id, held_order, id)`,
    );

    this.addSql(`
      create table promotion_event_party (
        id uuid primary key,
        event_id uuid not null references promotion_event,
        role text not null check (role in ('HOST', 'ORGANISER', 'GUEST', 'COUNTERPARTY')),
        position int not null check (position > 0),
        organisation_id uuid references organisation,
        region_id uuid references region,
        office_id uuid references office,
        evidence_id uuid not null references evidence,
        unique nulls not distinct (event_id, role, organisation_id, region_id, office_id),
        check (num_nonnulls(organisation_id, region_id, office_id) = 1))`);
    this.addSql(`
      create index promotion_event_party_organisation on promotion_event_party (organisation_id, event_id)`);

    this.addSql(`
      create table promotion_event_topic (
        id uuid primary key,
        event_id uuid not null references promotion_event,
        kind text not null check (kind in ('TOPIC', 'AGREEMENT_AREA', 'ISSUE')),
        position int not null check (position > 0),
        name text not null check (btrim(name) <> ''),
        name_en text,
        issue_kind text check (issue_kind in ('POLICY', 'PARK', 'TALENT', 'OTHER')),
        evidence_id uuid not null references evidence,
        unique (event_id, kind, name),
        check ((kind = 'ISSUE') = (issue_kind is not null)))`);

    this.addSql(`
      create table promotion_event_batch (
        id uuid primary key,
        event_id uuid not null references promotion_event,
        batch_id uuid not null unique references project_batch,
        evidence_id uuid not null references evidence)`);
    this.addSql(`create index promotion_event_batch_event on promotion_event_batch (event_id)`);

    this.addSql(`
      create table promotion_trip (
        id uuid primary key,
        version int not null default 0,
        code text not null unique check (code ~ '^[a-z0-9][a-z0-9-]*$'),
        kind text not null check (kind in ('OVERSEAS', 'DOMESTIC')),
        name display_name not null,
        name_en text,
        name_hant text,
        organiser_id uuid references organisation,
        event_id uuid references promotion_event,
        departed_earliest date,
        departed_latest date,
        departed_certainty text not null default 'UNKNOWN',
        departed_derivation text,
        units_complete boolean not null default false,
        destinations_complete boolean not null default false,
        evidence_id uuid not null references evidence,
        departed_order date generated always as (coalesce(departed_earliest, date '9999-12-31')) stored,
        check (departed_certainty in ('STATED', 'YEAR_INFERRED', 'INFERRED', 'UNKNOWN')),
        check ((departed_certainty = 'UNKNOWN') = (departed_earliest is null)),
        check (departed_earliest <= departed_latest))`);
    this.addSql(`create index promotion_trip_departed on promotion_trip (departed_order, id)`);
    this.addSql(`create index promotion_trip_name on promotion_trip (name, id)`);
    this.addSql(`create index promotion_trip_organiser on promotion_trip (organiser_id)`);
    this.addSql(
      `create index promotion_trip_event on promotion_trip (event_id, departed_order, id)`,
    );

    this.addSql(`
      create table promotion_trip_unit (
        id uuid primary key,
        trip_id uuid not null references promotion_trip,
        region_id uuid not null references region,
        evidence_id uuid not null references evidence,
        unique (trip_id, region_id))`);
    this.addSql(
      `create index promotion_trip_unit_region on promotion_trip_unit (region_id, trip_id)`,
    );
    this.addSql(`
      create table promotion_trip_destination (
        id uuid primary key,
        trip_id uuid not null references promotion_trip,
        place_id uuid not null references place,
        evidence_id uuid not null references evidence,
        unique (trip_id, place_id))`);

    this.addSql(`
      create table promotion_lead (
        id uuid primary key,
        trip_id uuid not null references promotion_trip,
        code text not null unique check (code ~ '^[a-z0-9][a-z0-9-]*$'),
        name display_name not null,
        name_en text,
        organisation_id uuid references organisation,
        project_id uuid references project,
        noted_earliest date,
        noted_latest date,
        noted_certainty text not null default 'UNKNOWN',
        noted_derivation text,
        evidence_id uuid not null references evidence,
        check (noted_certainty in ('STATED', 'YEAR_INFERRED', 'INFERRED', 'UNKNOWN')),
        check ((noted_certainty = 'UNKNOWN') = (noted_earliest is null)),
        check (noted_earliest <= noted_latest))`);
    this.addSql(`create index promotion_lead_trip on promotion_lead (trip_id, name, id)`);
    this.addSql(
      `create index promotion_lead_organisation on promotion_lead (organisation_id, trip_id)`,
    );
    this.addSql(`create index promotion_lead_project on promotion_lead (project_id)`);
    this.addSql(`select track_aggregate('promotion_event'), track_aggregate('promotion_trip')`);
  }

  override down(): void {
    this
      .addSql(`drop table promotion_lead, promotion_trip_destination, promotion_trip_unit, promotion_trip,
      promotion_event_batch, promotion_event_topic, promotion_event_party, promotion_event`);
  }
}
