import { Migration } from '@mikro-orm/migrations';

/**
 * Projects, who takes part in them, what became of them, and the batches that they are counted in.
 *
 * Operational values (stage, investment, dates) are columns that hold the chosen value; what a
 * source *reports* of a project or a batch is an observation. `site_id` is the most exact region
 * known; the two districts are its places in the two partitions.
 */
export class Migration20261122000500_project extends Migration {
  override up(): void {
    this.addSql(`
      create table project (
        id uuid primary key,
        version int not null default 0,
        code text not null unique check (code ~ '^[a-z0-9][a-z0-9-]*$'),
        name display_name not null,
        name_en text,
        name_hant text,
        site_id uuid references region,
        district_id uuid references region,
        administrative_district_id uuid references region,
        domain text,
        class text check (class in ('INDUSTRIAL', 'INFRASTRUCTURE', 'LIVELIHOOD')),
        level text check (level in ('PROVINCIAL', 'MUNICIPAL', 'DISTRICT')),
        stage text check (stage in ('PLANNING', 'LANDING', 'CONSTRUCTION', 'COMPLETION_EFFECT', 'SERVICE')),
        phase int check (phase > 0),
        predecessor_id uuid references project,
        procurement text check (procurement in ('PPP')),
        total_investment numeric(18, 4) check (total_investment > 0),
        total_investment_qualifier text check (total_investment_qualifier in
          ('EXACT', 'GT', 'GTE', 'LTE', 'APPROX', 'ORDER_OF_MAGNITUDE')),
        annual_plan numeric(18, 4) check (annual_plan > 0),
        started_earliest date,
        started_latest date,
        started_certainty text not null default 'UNKNOWN',
        started_derivation text,
        evidence_id uuid not null references evidence,
        investment_order numeric generated always as (coalesce(total_investment, 0)) stored,
        check ((total_investment is null) = (total_investment_qualifier is null)),
        check (predecessor_id <> id),
        check (started_certainty in ('STATED', 'YEAR_INFERRED', 'INFERRED', 'UNKNOWN')),
        check ((started_certainty = 'UNKNOWN') = (started_earliest is null)),
        check (started_earliest <= started_latest))`);
    this.addSql(`create unique index project_predecessor on project (predecessor_id)`);
    this.addSql(`create index project_name on project (name, id)`);
    this.addSql(`create index project_investment on project (investment_order desc, id desc)`);
    this.addSql(`create index project_district on project (district_id, name, id)`);
    this.addSql(
      `create index project_administrative_district on project (administrative_district_id, name, id)`,
    );
    this.addSql(`create index project_site on project (site_id, name, id)`);
    this.addSql(`create index project_stage on project (stage, name, id)`);

    this.addSql(`
      create table project_alias (
        id uuid primary key,
        project_id uuid not null references project,
        name text not null check (btrim(name) <> ''),
        evidence_id uuid not null references evidence,
        unique (project_id, name))`);

    this.addSql(`
      create table project_participant (
        id uuid primary key,
        project_id uuid not null references project,
        organisation_id uuid not null references organisation,
        role text not null check (role in ('OWNER', 'PARENT', 'PARTNER', 'SUPPLIER')),
        evidence_id uuid not null references evidence,
        unique (project_id, organisation_id, role))`);
    this.addSql(`
      create index project_participant_organisation on project_participant (organisation_id, role, project_id)`);

    this.addSql(`
      create table project_stage_record (
        id uuid primary key,
        project_id uuid not null references project,
        status text not null check (status in ('PLANNED', 'SIGNED', 'LANDED', 'STARTED', 'UNDER_CONSTRUCTION',
          'ADVANCING', 'LINE_COMMISSIONED', 'FIRST_PRODUCT', 'IN_PRODUCTION', 'OPEN')),
        stage text check (stage in ('PLANNING', 'LANDING', 'CONSTRUCTION', 'COMPLETION_EFFECT', 'SERVICE')),
        as_of_earliest date,
        as_of_latest date,
        as_of_certainty text not null,
        as_of_derivation text,
        evidence_id uuid not null references evidence,
        unique (project_id, evidence_id),
        check (as_of_certainty in ('STATED', 'YEAR_INFERRED', 'INFERRED', 'UNKNOWN')),
        check ((as_of_certainty = 'UNKNOWN') = (as_of_earliest is null)),
        check (as_of_earliest <= as_of_latest))`);

    this.addSql(`
      create table project_batch (
        id uuid primary key,
        version int not null default 0,
        code text not null unique check (code ~ '^[a-z0-9][a-z0-9-]*$'),
        kind text not null check (kind in ('COLLECTIVE_SIGNING', 'COLLECTIVE_START', 'PROMOTED',
          'LIBRARY_LISTING', 'CUMULATIVE_SIGNING', 'RESERVE', 'SUPPORTING_LANDED')),
        name display_name not null,
        name_en text,
        name_hant text,
        region_id uuid references region,
        location_text text,
        parent_id uuid references project_batch,
        held_earliest date,
        held_latest date,
        held_certainty text not null default 'UNKNOWN',
        held_derivation text,
        sectors_complete boolean not null default false,
        members_complete boolean not null default false,
        evidence_id uuid not null references evidence,
        held_order date generated always as (coalesce(held_earliest, date '9999-12-31')) stored,
        check (parent_id <> id),
        check (held_certainty in ('STATED', 'YEAR_INFERRED', 'INFERRED', 'UNKNOWN')),
        check ((held_certainty = 'UNKNOWN') = (held_earliest is null)),
        check (held_earliest <= held_latest))`);
    this.addSql(`create index project_batch_parent on project_batch (parent_id, held_order, id)`);
    this.addSql(`create index project_batch_region on project_batch (region_id, held_order, id)`);
    this.addSql(`create index project_batch_held on project_batch (held_order, id)`);
    this.addSql(`create index project_batch_name on project_batch (name, id)`);

    // A batch inside itself would make every total of it endless. The walk holds each ancestor still:
    // two transactions that put two batches into each other would otherwise not see each other.
    this.addSql(`
      create function project_batch_is_no_ancestor_of_itself() returns trigger language plpgsql as $$
      declare
        ancestor uuid := new.parent_id;
      begin
        while ancestor is not null loop
          if ancestor = new.id then
            raise exception 'batch % would be its own ancestor', new.code
              using errcode = 'check_violation', constraint = 'project_batch_is_no_ancestor_of_itself';
          end if;
          select parent_id into ancestor from project_batch where id = ancestor for share;
        end loop;
        return new;
      end $$`);
    this.addSql(`
      create trigger project_batch_is_no_ancestor_of_itself
        before insert or update of parent_id on project_batch
        for each row when (new.parent_id is not null)
        execute function project_batch_is_no_ancestor_of_itself()`);

    this.addSql(`
      create table project_batch_sector (
        id uuid primary key,
        batch_id uuid not null references project_batch,
        position int not null check (position > 0),
        name text not null check (btrim(name) <> ''),
        name_en text,
        evidence_id uuid not null references evidence,
        unique (batch_id, name))`);
    this.addSql(`
      create table project_batch_member (
        id uuid primary key,
        batch_id uuid not null references project_batch,
        project_id uuid not null references project,
        role text not null check (role in ('SIGNED', 'STARTED', 'PROMOTED', 'LISTED')),
        evidence_id uuid not null references evidence,
        unique (batch_id, project_id))`);
    this.addSql(
      `create index project_batch_member_project on project_batch_member (project_id, batch_id)`,
    );
    this.addSql(`select track_aggregate('project'), track_aggregate('project_batch')`);
  }

  override down(): void {
    this
      .addSql(`drop table project_batch_member, project_batch_sector, project_batch, project_stage_record,
      project_participant, project_alias, project`);
    this.addSql('drop function project_batch_is_no_ancestor_of_itself()');
  }
}
