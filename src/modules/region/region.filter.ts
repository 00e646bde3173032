import { sql } from 'kysely';
import {
  code,
  date,
  decimal,
  enumeration,
  type Filter,
  filterOn,
  type Join,
  many,
  manyBy,
  one,
  text,
} from '../../kit/filter/filter.ts';
import { reported } from '../source/reported.filter.ts';
import { named, sourced } from '../source/source.filter.ts';

const aliasFilter = filterOn('RegionAlias', 'region_alias', {
  scheme: enumeration('RegionAliasScheme', 'scheme'),
  value: text('value'),
  validFrom: date('valid_from'),
  validTo: date('valid_to'),
  ...sourced,
});

/** Its rows are the overlaps as one side sees them: see `overlapping`. */
const overlapFilter = filterOn('RegionOverlap', 'region_overlap', {
  region: one(() => regionFilter, 'region_id'),
  share: decimal('share'),
  ...sourced,
});

/** The zones of a district and the districts of a zone. */
const overlapping: Join = (mine, theirs, table) => ({
  from: sql`(
      select zone_id as here, district_id as region_id, share, evidence_id from ${sql.table(table)}
       union all
      select district_id, zone_id, share, evidence_id from ${sql.table(table)})
    as ${sql.ref(theirs.alias)}`,
  tie: sql`${theirs.column('here')} = ${mine.column('id')}`,
});

export const regionFilter: Filter = filterOn('Region', 'region', {
  ...named,
  ...sourced,
  ...reported,
  kind: enumeration('RegionKind', 'kind'),
  gbCode: code('gb_code'),
  validFrom: date('valid_from'),
  validTo: date('valid_to'),
  parent: one(() => regionFilter, 'parent_id'),
  subRegions: many(() => regionFilter, 'parent_id'),
  aliases: many(() => aliasFilter, 'region_id'),
  overlaps: manyBy(() => overlapFilter, overlapping),
});

export const placeFilter = filterOn('Place', 'place', {
  ...named,
  ...sourced,
  kind: enumeration('PlaceKind', 'kind'),
  countryCode: code('country_code'),
});

/**
 * What lies in a region: of the city all, of a sub-zone what names it as its site, else what names it
 * as its district. A union, of which a region runs one branch: an `or` over two columns and the kind
 * would walk the whole table for each region.
 */
export const lyingIn =
  ({ district, site }: { readonly district: string; readonly site?: string }): Join =>
  (mine, theirs, table) => {
    const rows = sql`select * from ${sql.table(table)}`;
    const kind = mine.column('kind');
    const bySite = site
      ? sql`union all ${rows} where ${sql.ref(`${table}.${site}`)} = ${mine.column('id')}
              and ${kind} = 'SUB_ZONE'`
      : sql``;
    return {
      from: sql`(${rows} where ${sql.ref(`${table}.${district}`)} = ${mine.column('id')}
              and ${kind} not in ('CITY', 'SUB_ZONE')
            ${bySite}
            union all ${rows} where ${kind} = 'CITY') as ${sql.ref(theirs.alias)}`,
      tie: sql`true`,
    };
  };
