import { Migration } from '@mikro-orm/migrations';

/**
 * What is said, and where: documents, places in them, and the numbers that they report. First among
 * the modules, because every later row names the evidence that it came from.
 *
 * `display_name` carries the collation of names: Chinese in the order of pinyin, by ICU, so that a
 * page in name order is an index scan on every server alike.
 */
export class Migration20261122000200_source extends Migration {
  override up(): void {
    this.addSql(`
      create domain display_name as text collate "zh-x-icu"
        check (btrim(value) <> '' and char_length(value) <= 300)`);

    this.addSql(`
      create table source_document (
        id uuid primary key,
        version int not null default 0,
        code text not null unique check (code ~ '^[A-Z0-9][A-Z0-9-]*$'),
        kind text not null check (kind in ('ARTICLE', 'STANDARD', 'REGISTER', 'SYNTHETIC')),
        title display_name not null,
        title_en text,
        file_name text,
        sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
        script text check (script in ('HANS', 'HANT')),
        published_earliest date,
        published_latest date,
        published_certainty text not null default 'UNKNOWN',
        published_derivation text,
        body_from int check (body_from > 0),
        body_to int check (body_to >= body_from),
        check (published_certainty in ('STATED', 'YEAR_INFERRED', 'INFERRED', 'UNKNOWN')),
        check ((published_certainty = 'UNKNOWN') = (published_earliest is null)),
        check (published_earliest <= published_latest))`);

    this.addSql(`
      create table evidence (
        id uuid primary key,
        document_id uuid not null references source_document,
        code text not null unique,
        role text not null default 'BODY' check (role in ('BODY', 'RELATED_TEASER')),
        paragraph int check (paragraph > 0),
        line int check (line > 0),
        anchor text check (char_length(anchor) between 1 and 12))`);
    this.addSql(`create index evidence_document on evidence (document_id, line, id)`);

    // What stands after the body of an article (related reading, spam) is no evidence, unless it is
    // marked as a teaser and so trusted less.
    this.addSql(`
      create function evidence_stands_in_the_body() returns trigger language plpgsql as $$
      declare
        body record;
      begin
        select body_from, body_to, code into body from source_document where id = new.document_id;
        if new.role = 'BODY' and new.line is not null
           and not (new.line between coalesce(body.body_from, 1) and coalesce(body.body_to, new.line)) then
          raise exception 'evidence % is at line % of document %, outside its body (lines % to %)',
            new.code, new.line, body.code, body.body_from, body.body_to
            using errcode = 'check_violation', constraint = 'evidence_stands_in_the_body';
        end if;
        return new;
      end $$`);
    this.addSql(`
      create trigger evidence_stands_in_the_body before insert or update on evidence
        for each row execute function evidence_stands_in_the_body()`);

    this.addSql(`
      create function source_document_holds_its_evidence() returns trigger language plpgsql as $$
      begin
        if exists (
          select from evidence
           where document_id = new.id and role = 'BODY'
             and not (line between coalesce(new.body_from, 1) and coalesce(new.body_to, line))) then
          raise exception 'evidence of document % would stand outside its body (lines % to %)',
            new.code, new.body_from, new.body_to
            using errcode = 'check_violation', constraint = 'evidence_stands_in_the_body';
        end if;
        return null;
      end $$`);
    this.addSql(`
      create trigger source_document_holds_its_evidence
        after update of body_from, body_to on source_document
        for each row execute function source_document_holds_its_evidence()`);

    this.addSql(`
      create table observation (
        id uuid primary key,
        version int not null default 0,
        code text not null unique,
        subject_type text not null check (subject_type in ('region', 'organisation', 'project',
          'project_batch', 'industry_chain', 'promotion_trip', 'promotion_event')),
        subject_id uuid not null,
        metric text not null check (metric ~ '^[A-Z][A-Z0-9_]*$'),
        value numeric(24, 4) not null,
        unit text not null check (unit in ('COUNT', 'CNY_100M', 'PERCENT', 'YEARS')),
        qualifier text not null check (qualifier in
          ('EXACT', 'GT', 'GTE', 'LTE', 'APPROX', 'ORDER_OF_MAGNITUDE')),
        kind text not null check (kind in
          ('ACTUAL', 'PLAN', 'TARGET', 'FORECAST', 'ASPIRATION', 'CLAIM')),
        period_from date,
        period_to date,
        period_label text,
        as_of_earliest date,
        as_of_latest date,
        as_of_certainty text not null,
        as_of_derivation text,
        evidence_id uuid not null references evidence,
        check (unit <> 'COUNT' or value = trunc(value)),
        check (period_from <= period_to),
        check (as_of_certainty in ('STATED', 'YEAR_INFERRED', 'INFERRED', 'UNKNOWN')),
        check ((as_of_certainty = 'UNKNOWN') = (as_of_earliest is null)),
        check (as_of_earliest <= as_of_latest))`);
    this.addSql(`create index observation_subject on observation (subject_id, metric, code)`);
    this.addSql(`create index observation_evidence on observation (evidence_id)`);
    this.addSql(`select track_aggregate('source_document'), track_aggregate('observation')`);
  }

  override down(): void {
    this.addSql('drop table observation, evidence, source_document');
    this.addSql(
      'drop function source_document_holds_its_evidence(), evidence_stands_in_the_body()',
    );
    this.addSql('drop domain display_name');
  }
}
