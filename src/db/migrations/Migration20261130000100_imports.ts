import { Migration } from '@mikro-orm/migrations';

/**
 * Whose data comes in, and what each run of it did: row by row, and of each entity what it was
 * before, so that a run can be taken back. ADR 0021.
 *
 * Runs are told apart from what they write: the log tells of that. Nothing here moves the log.
 */
export class Migration20261130000100_imports extends Migration {
  override up(): void {
    this.addSql('alter table source_document drop constraint source_document_kind_check');
    this.addSql(`
      alter table source_document add constraint source_document_kind_check
        check (kind in ('ARTICLE', 'STANDARD', 'REGISTER', 'SYNTHETIC', 'SUBMISSION', 'LEDGER'))`);
    this.addSql(`
      create table data_source (
        id uuid primary key default gen_random_uuid(),
        version int not null default 0,
        code text not null unique check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        kind text not null check (kind in ('DEPARTMENT', 'SYSTEM')),
        name text not null check (name <> ''),
        name_en text,
        office text not null check (office <> ''),
        trust int not null check (trust between 1 and 5),
        licence text not null check (licence <> ''),
        publication text not null check (publication in ('PUBLIC', 'INTERNAL')),
        rhythm text not null,
        document_id uuid not null unique references source_document)`);
    this.addSql(`comment on column data_source.rhythm is 'ISO 8601 duration between deliveries'`);
    this.addSql(`select track_aggregate('data_source')`);
    this.addSql(`
      create table import_run (
        id uuid primary key,
        source text not null,
        state text not null check (state in
          ('WAITING', 'RUNNING', 'DONE', 'REFUSED', 'FAILED', 'INTERRUPTED', 'UNDONE')),
        mode text not null check (mode in ('ALL_OR_NOTHING', 'ROW_BY_ROW')),
        is_dry boolean not null,
        file_name text not null,
        upload_id uuid,
        format text,
        encoding text,
        as_of date not null,
        actor text not null,
        reach jsonb,
        asked_at timestamptz not null default now(),
        started_at timestamptz,
        heard_at timestamptz,
        ended_at timestamptz,
        undone_at timestamptz,
        undone_by text,
        tables jsonb not null default '[]',
        faults jsonb not null default '[]',
        rows_read int not null default 0,
        rows_new int not null default 0,
        rows_changed int not null default 0,
        rows_unchanged int not null default 0,
        rows_refused int not null default 0,
        rows_gone int not null default 0,
        error text)`);
    this.addSql(
      `comment on column import_run.reach is 'what its caller sees and may change; null is all'`,
    );
    this.addSql('create index import_run_source on import_run (source, id desc)');
    this.addSql(
      `create index import_run_open on import_run (id) where state in ('WAITING', 'RUNNING')`,
    );
    this.addSql(`
      create table import_row (
        run_id uuid not null references import_run on delete cascade,
        table_no int not null,
        row_no int not null,
        key text not null collate "C",
        outcome text not null check (outcome in ('NEW', 'CHANGED', 'UNCHANGED', 'REFUSED', 'GONE')),
        entity_type text,
        entity_id uuid,
        changes jsonb,
        faults jsonb,
        warnings jsonb,
        primary key (run_id, table_no, row_no))`);
    this.addSql('create index import_row_key on import_row (run_id, table_no, key)');
    this.addSql(`
      create index import_row_outcome on import_row (run_id, outcome, table_no, row_no)
       where outcome <> 'UNCHANGED'`);
    this.addSql(`
      create table import_change (
        run_id uuid not null references import_run on delete cascade,
        ordinal int not null,
        entity_type text not null,
        entity_id uuid not null,
        kind text not null check (kind in ('BORN', 'CHANGED')),
        changes jsonb not null,
        primary key (run_id, ordinal))`);
  }

  override down(): void {
    this.addSql('drop table import_change, import_row, import_run, data_source');
    this.addSql(`delete from source_document where kind = 'LEDGER'`);
    this.addSql('alter table source_document drop constraint source_document_kind_check');
    this.addSql(`
      alter table source_document add constraint source_document_kind_check
        check (kind in ('ARTICLE', 'STANDARD', 'REGISTER', 'SYNTHETIC', 'SUBMISSION'))`);
  }
}
