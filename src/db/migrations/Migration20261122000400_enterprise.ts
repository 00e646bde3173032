import { Migration } from '@mikro-orm/migrations';

/** Organisations of every kind (enterprises, universities, hospitals, bureaus …) and offices (职务). */
export class Migration20261122000400_enterprise extends Migration {
  override up(): void {
    this.addSql(`
      create table organisation (
        id uuid primary key,
        version int not null default 0,
        code text not null unique check (code ~ '^[a-z0-9][a-z0-9-]*$'),
        kind text not null check (kind in ('ENTERPRISE', 'PLATFORM_COMPANY', 'FINANCIAL', 'UNIVERSITY',
          'HOSPITAL', 'RESEARCH_INSTITUTE', 'BUREAU', 'ZONE_COMMITTEE')),
        credit_code text unique check (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
        name display_name not null,
        name_en text,
        name_hant text,
        district_id uuid references region,
        administrative_district_id uuid references region,
        evidence_id uuid not null references evidence)`);
    this.addSql(`create index organisation_name on organisation (name, id)`);
    this.addSql(`create index organisation_kind on organisation (kind, name, id)`);
    this.addSql(`create index organisation_district on organisation (district_id, name, id)`);
    this.addSql(`
      create index organisation_administrative_district
          on organisation (administrative_district_id, name, id)`);

    this.addSql(`
      create table organisation_alias (
        id uuid primary key,
        organisation_id uuid not null references organisation,
        name text not null check (btrim(name) <> ''),
        evidence_id uuid not null references evidence,
        unique (organisation_id, name))`);

    this.addSql(`
      create table organisation_class (
        id uuid primary key,
        organisation_id uuid not null references organisation,
        class text not null check (class in ('SPECIALISED', 'GAZELLE', 'SINGLE_CHAMPION', 'UNICORN')),
        valid_from date,
        valid_to date,
        evidence_id uuid not null references evidence,
        unique nulls not distinct (organisation_id, class, valid_from),
        check (valid_from <= valid_to))`);

    // An office stands wherever a source names the person who holds it: no table has a column for a person.
    this.addSql(`
      create table office (
        id uuid primary key,
        version int not null default 0,
        code text not null unique check (code ~ '^[a-z0-9][a-z0-9-]*$'),
        title display_name not null,
        title_en text,
        level text check (level in ('PROVINCE', 'CITY', 'DISTRICT', 'DIVISION')),
        organisation_id uuid references organisation,
        region_id uuid references region,
        evidence_id uuid not null references evidence)`);
    this.addSql(`select track_aggregate('organisation'), track_aggregate('office')`);
  }

  override down(): void {
    this.addSql('drop table office, organisation_class, organisation_alias, organisation');
  }
}
