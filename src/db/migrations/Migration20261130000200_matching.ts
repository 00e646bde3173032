import { Migration } from '@mikro-orm/migrations';

/** Who is who among enterprises: names that are like one, questions for a steward, and merges. */
export class Migration20261130000200_matching extends Migration {
  override up(): void {
    this.names();
    this.merges();
    this.questions();
    this.addSql(`
      update role set permissions = permissions || '{enterprise:merge}'
       where code in ('CITY_OFFICER', 'ADMINISTRATOR')`);
  }

  /** What is merged stays merged: its rows are the kept one's for good. */
  override down(): void {
    this.addSql(`update role set permissions = array_remove(permissions, 'enterprise:merge')`);
    this.addSql('drop view scoped.identity_question');
    this.addSql('drop table identity_question');
    this.addSql(versionAtEnd(['withdrawn_project']));
    this.addSql('alter table organisation_value_source disable trigger value_source_stays');
    this.addSql(`
      delete from organisation_value_source
       where not exists (select from organisation where organisation.id = organisation_id)`);
    this.addSql('alter table organisation_value_source enable trigger value_source_stays');
    this.addSql(`
      alter table organisation_value_source
        add constraint organisation_value_source_organisation_id_fkey
        foreign key (organisation_id) references organisation`);
    this.addSql('drop table merged_organisation');
    this.addSql('drop function enterprise_names_like(int[], int[], int, int)');
  }

  /**
   * A function for its setting alone: the planner does not know how few names share one of some
   * hundred grams, and read the whole table for each name that was asked, in 100 ms instead of 1.
   */
  private names(): void {
    this.addSql(`
      create function enterprise_names_like(bare int[], shelves int[], near int, most int)
      returns table (owner_id uuid, called text)
      language sql stable parallel safe
      set enable_seqscan = off set enable_indexscan = off
      as $$
        select owner_id, coalesce(alias, name)
          from public.search_name
         where grams && array(select shelf * 16777216 + gram
                                from unnest(shelves) as shelf cross join unnest(bare) as gram)
           and type = 'ENTERPRISE'
         order by abs(shelf - near), id
         limit most $$`);
  }

  /**
   * Beside the register, as withdrawn projects are beside the library: no list, count or search can
   * forget to leave them out. Its code stays taken, and leads to the one that was kept.
   */
  private merges(): void {
    this.addSql(`
      create table merged_organisation (
        id uuid primary key,
        code text not null unique,
        name display_name not null,
        kept_id uuid references organisation,
        version int not null,
        reason text not null check (btrim(reason) <> ''),
        actor text not null,
        merged_at timestamptz(3) not null default now(),
        state jsonb not null)`);
    this.addSql(
      `comment on column merged_organisation.kept_id is 'null once it was split off again'`,
    );
    this.addSql(
      `create index merged_organisation_kept on merged_organisation (kept_id, merged_at, id)`,
    );
    // What sources said of the merged one stays said of it, and is there when it comes back.
    this.addSql(`
      alter table organisation_value_source
        drop constraint organisation_value_source_organisation_id_fkey`);
    this.addSql(versionAtEnd(['withdrawn_project', 'merged_organisation']));
  }

  private questions(): void {
    this.addSql(`
      create table identity_question (
        id uuid primary key,
        version int not null default 0,
        name text not null check (btrim(name) <> ''),
        credit_code text,
        district_id uuid references region,
        source text not null check (btrim(source) <> ''),
        run text,
        candidates jsonb not null,
        state text not null check (state in ('OPEN', 'LINKED', 'NEW', 'DISMISSED')),
        organisation_id uuid references organisation,
        asked_at timestamptz(3) not null default now(),
        decided_at timestamptz(3),
        decided_by text,
        unique nulls not distinct (source, name, credit_code),
        check ((state = 'LINKED') = (organisation_id is not null)),
        check ((state = 'OPEN') = (decided_at is null)))`);
    this.addSql(`create index identity_question_asked on identity_question (asked_at, id)`);
    this.addSql(`create index identity_question_state on identity_question (state, asked_at, id)`);
    this.addSql(
      `create index identity_question_organisation on identity_question (organisation_id)`,
    );
    this.addSql(`select track_aggregate('identity_question')`);
    this.addSql(`
      select scoped.narrow('public.identity_question',
        'district_id = any ((select scoped.regions())::uuid[])')`);
  }
}

/** The version from which something goes on that comes back under its id. */
function versionAtEnd(tables: readonly string[]): string {
  const versions = tables.map((table) => `(select version from ${table} where id = entity)`);
  return `
      create or replace function event_version_at_end(entity uuid) returns int language sql stable as $$
        select coalesce(${versions.join(', ')}, 0) $$`;
}
