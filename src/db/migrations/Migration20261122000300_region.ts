import { Migration } from '@mikro-orm/migrations';

/**
 * The city and its parts, and the places that its people travel to.
 *
 * A functional zone (功能区) overlaps districts and is a child of none, so a total by region names a
 * partition. `reporting_unit_id` is the region's place in the partition of the documents (districts,
 * counties, zones), `administrative_id` its place in that of the state (districts, counties); both
 * are null where the region lies in no single one.
 */
export class Migration20261122000300_region extends Migration {
  override up(): void {
    this.addSql(`
      create table region (
        id uuid primary key,
        version int not null default 0,
        code text not null unique check (code ~ '^([0-9]{6}|[A-Z]+(-[A-Z0-9]+)+)$'),
        kind text not null check (kind in ('CITY', 'DISTRICT', 'COUNTY', 'FUNCTIONAL_ZONE', 'SUB_ZONE')),
        gb_code text unique check (gb_code ~ '^[0-9]{6}$'),
        name display_name not null,
        name_en text,
        name_hant text,
        parent_id uuid references region,
        reporting_unit_id uuid references region,
        administrative_id uuid references region,
        valid_from date,
        valid_to date,
        evidence_id uuid not null references evidence,
        check ((kind in ('CITY', 'DISTRICT', 'COUNTY')) = (gb_code is not null)),
        check ((kind = 'CITY') = (parent_id is null)),
        check (kind not in ('DISTRICT', 'COUNTY') or (reporting_unit_id = id and administrative_id = id)),
        check (kind <> 'FUNCTIONAL_ZONE' or (reporting_unit_id = id and administrative_id is null)),
        check (kind <> 'CITY' or (reporting_unit_id is null and administrative_id is null)),
        check (valid_from <= valid_to))`);
    this.addSql(`create index region_parent on region (parent_id, name, id)`);
    this.addSql(`create index region_name on region (name, id)`);
    this.addSql(`
      create index region_reporting_unit on region (code, id)
        where kind in ('DISTRICT', 'COUNTY', 'FUNCTIONAL_ZONE')`);

    this.addSql(`
      create function region_stands_in_its_parent() returns trigger language plpgsql as $$
      declare
        parent_kind text;
      begin
        select kind into parent_kind from region where id = new.parent_id;
        if new.kind in ('DISTRICT', 'COUNTY', 'FUNCTIONAL_ZONE') and parent_kind <> 'CITY' then
          raise exception 'region % is a % and belongs to the city, not to a %', new.code, new.kind, parent_kind
            using errcode = 'check_violation', constraint = 'region_stands_in_its_parent';
        end if;
        return new;
      end $$`);
    this.addSql(`
      create trigger region_stands_in_its_parent before insert or update of parent_id, kind on region
        for each row execute function region_stands_in_its_parent()`);

    this.addSql(`
      create table region_alias (
        id uuid primary key,
        region_id uuid not null references region,
        scheme text not null check (scheme in ('NAME', 'GB_T_2260_OLD', 'STATISTICAL')),
        value text not null check (btrim(value) <> ''),
        valid_from date,
        valid_to date,
        evidence_id uuid not null references evidence,
        unique (region_id, scheme, value),
        check (valid_from <= valid_to))`);
    this.addSql(`
      create unique index region_alias_code on region_alias (value) where scheme = 'GB_T_2260_OLD'`);

    this.addSql(`
      create table region_overlap (
        id uuid primary key,
        zone_id uuid not null references region,
        district_id uuid not null references region,
        share numeric(5, 4) check (share > 0 and share <= 1),
        evidence_id uuid not null references evidence,
        unique (zone_id, district_id),
        check (zone_id <> district_id))`);
    this.addSql(`create index region_overlap_district on region_overlap (district_id)`);

    this.addSql(`
      create table place (
        id uuid primary key,
        version int not null default 0,
        code text not null unique,
        kind text not null check (kind in ('CITY', 'COUNTRY', 'SPECIAL_ADMINISTRATIVE_REGION', 'SITE')),
        name display_name not null,
        name_en text,
        name_hant text,
        country_code text check (country_code ~ '^[A-Z]{2}$'),
        evidence_id uuid not null references evidence)`);
    this.addSql(`select track_aggregate('region'), track_aggregate('place')`);
  }

  override down(): void {
    this.addSql('drop table place, region_overlap, region_alias, region');
    this.addSql('drop function region_stands_in_its_parent()');
  }
}
