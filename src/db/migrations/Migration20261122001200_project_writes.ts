import { Migration } from '@mikro-orm/migrations';

/**
 * What callers write: the key under which each write is done once, the document of what an actor
 * submits, what was invested in a project in a period, and projects that have left the library.
 */
export class Migration20261122001200_project_writes extends Migration {
  override up(): void {
    this.keys();
    this.submissions();
    this.stages();
    this.investment();
    this.withdrawal();
  }

  override down(): void {
    this.addSql(eventOfChange('0'));
    this.addSql('drop function event_version_at_end(uuid)');
    this.addSql(
      'drop table withdrawn_project, investment_report, submission_document, idempotent_write',
    );
    this.addSql('alter table project_stage_record drop column reason');
    this.statuses("'IN_PRODUCTION', 'OPEN'");
    this.documentKinds("'ARTICLE', 'STANDARD', 'REGISTER', 'SYNTHETIC'");
  }

  private keys(): void {
    // Written by the transaction that it stands for. Whoever comes with the same key in the
    // meantime waits on the primary key.
    this.addSql(`
      create table idempotent_write (
        actor text not null,
        key text not null,
        operation text not null,
        input_hash text not null,
        output jsonb,
        written_at timestamptz not null default now(),
        primary key (actor, key))`);
    this.addSql(`create index idempotent_write_written on idempotent_write (written_at)`);
  }

  private submissions(): void {
    this.documentKinds("'ARTICLE', 'STANDARD', 'REGISTER', 'SYNTHETIC', 'SUBMISSION'");
    // Apart from the document, which everybody may read: who an actor is, few may.
    this.addSql(`
      create table submission_document (
        actor text primary key,
        document_id uuid not null unique references source_document)`);
  }

  private documentKinds(kinds: string): void {
    this.addSql(`
      alter table source_document
        drop constraint source_document_kind_check,
        add constraint source_document_kind_check check (kind in (${kinds}))`);
  }

  private stages(): void {
    this.addSql(`
      alter table project_stage_record
        add column reason text check (btrim(reason) <> '')`);
    this.statuses("'IN_PRODUCTION', 'OPEN', 'IN_SERVICE'");
  }

  private statuses(last: string): void {
    this.addSql(`
      alter table project_stage_record
        drop constraint project_stage_record_status_check,
        add constraint project_stage_record_status_check check (status in ('PLANNED', 'SIGNED',
          'LANDED', 'STARTED', 'UNDER_CONSTRUCTION', 'ADVANCING', 'LINE_COMMISSIONED',
          'FIRST_PRODUCT', ${last}))`);
  }

  private investment(): void {
    this.addSql(`
      create table investment_report (
        id uuid primary key,
        project_id uuid not null references project,
        period_from date not null,
        period_to date not null,
        amount numeric(18, 4) not null check (amount >= 0),
        qualifier text not null check (qualifier in
          ('EXACT', 'GT', 'GTE', 'LTE', 'APPROX', 'ORDER_OF_MAGNITUDE')),
        evidence_id uuid not null references evidence,
        unique (project_id, period_from, period_to),
        check (period_from <= period_to))`);
    this.addSql(
      `create index investment_report_period on investment_report (project_id, period_from, id)`,
    );
  }

  private withdrawal(): void {
    // Beside the library, not a mark on its rows: no list, count or search can forget to leave it
    // out. The code stays taken, and the id and version go on where it comes back.
    this.addSql(`
      create table withdrawn_project (
        id uuid primary key,
        code text not null unique,
        name display_name not null,
        version int not null,
        district_id uuid references region,
        reason text not null check (btrim(reason) <> ''),
        withdrawn_at timestamptz not null default now(),
        restored_at timestamptz,
        actor text not null,
        state jsonb not null)`);
    this.addSql(`create index withdrawn_project_district on withdrawn_project (district_id)`);
    // What comes back is inserted above version 0, and goes on from the version of its end. The row
    // here stays when it does: the check looks at it when the transaction commits.
    this.addSql(`
      create function event_version_at_end(entity uuid) returns int language sql stable as $$
        select coalesce((select version from withdrawn_project where id = entity), 0) $$`);
    this.addSql(eventOfChange('event_version_at_end(new.id)'));
  }
}

/** The check of the first migration, with the version that an inserted row goes on from. */
function eventOfChange(inserted: string): string {
  return `
      create or replace function event_of_change() returns trigger language plpgsql as $$
      declare
        entity uuid := case tg_op when 'DELETE' then old.id else new.id end;
        former int := case tg_op when 'INSERT' then ${inserted} else old.version end;
        final int;
        appended int;
        has_final boolean;
      begin
        execute format('select version from %I where id = $1', tg_table_name) into final using entity;
        if final is null then
          if tg_op <> 'DELETE' then
            return null;
          end if;
          final := old.version;
        end if;
        select count(*) filter (where event.version > former), coalesce(bool_or(event.version = final), false)
          into appended, has_final
          from event
         where event.occurred_at = now()
           and event.entity_id = entity
           and event.version <= final
           and event_written_here(event.xmin);
        if not has_final or appended <> final - former then
          raise exception '% of % %: version % has no event of this transaction',
            lower(tg_op), tg_table_name, entity, final
            using errcode = 'integrity_constraint_violation',
                  hint = 'Writes go through runCommand, which appends what it changes to the log.';
        end if;
        return null;
      end $$`;
}
