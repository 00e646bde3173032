import { sql } from 'kysely';
import { type Columns, select } from '../../kit/columns.ts';
import type { Order } from '../../kit/relay/list.ts';
import { allOfEach, oneByKey, pagedList } from '../../request/loaders.ts';
import { keyColumn, namedColumns, namedFields, type SourcedRow } from '../source/source.queries.ts';
import { regionFilter } from './region.filter.ts';

/** How the city is cut into parts; see `RegionPartition`. */
export type Partition = 'REPORTING_UNIT' | 'ADMINISTRATIVE';

export interface RegionRow extends SourcedRow {
  readonly code: string;
  readonly kind: string;
  readonly name: string;
  readonly parentId: string | null;
}

/** A row of `table`, which is `region` or stands for it in a join. */
export const regionColumnsOf = (table: string): Columns => {
  const column = (name: string) => sql.ref(`${table}.${name}`);
  return {
    always: { ...keyColumn(table), kind: column('kind') },
    byField: {
      ...namedFields(table, 'reg_'),
      gbCode: { gbCode: column('gb_code') },
      parent: { parentId: column('parent_id') },
      validFrom: { validFrom: column('valid_from') },
      validTo: { validTo: column('valid_to') },
    },
  };
};

export const regionColumns = (table = 'region') => select(regionColumnsOf(table));

const orders: Record<string, Order> = {
  CODE: { by: sql`region.code`, type: 'text' },
  CODE_DESC: { by: sql`region.code`, type: 'text', isDescending: true },
  NAME: { by: sql`region.name`, type: 'text' },
  NAME_DESC: { by: sql`region.name`, type: 'text', isDescending: true },
};

const everyRegion = {
  parent: {},
  from: sql`region`,
  columns: regionColumnsOf('region'),
  key: sql`region.id`,
  orders,
  filter: regionFilter,
  row: 'region',
};

export const regions = pagedList<RegionRow>({ ...everyRegion, name: 'regions' });

/** Reporting units (报送单位): the partition that the documents report by. */
export const districts = pagedList<RegionRow>({
  ...everyRegion,
  name: 'districts',
  tie: sql`region.kind in ('DISTRICT', 'COUNTY', 'FUNCTIONAL_ZONE')`,
});

export const regionsWithin = pagedList<RegionRow>({
  ...everyRegion,
  name: 'regionsWithin',
  parent: { parent_id: 'uuid' },
  tie: sql`region.parent_id = wanted.parent_id`,
});

export const regionById = oneByKey<RegionRow>(
  (ids) => sql`select ${regionColumns()} from region where region.id = any (${[...ids]})`,
);

/** By its code, or by a code that has lapsed and now means it. */
export const regionByCode = oneByKey<RegionRow>(
  (codes) => sql`
    select ${regionColumns()}, wanted.code as "soughtBy"
      from unnest(${[...codes]}::text[]) as wanted (code)
      left join region_alias on region_alias.value = wanted.code and region_alias.scheme = 'GB_T_2260_OLD'
      join region on region.code = wanted.code or region.id = region_alias.region_id`,
);

export interface AliasRow {
  readonly scheme: string;
  readonly value: string;
  readonly evidenceId: string;
}

export const regionAliasesOfEach = allOfEach<AliasRow>(
  (regionIds) => sql`
    select region_id as parent, scheme, value, valid_from as "validFrom", valid_to as "validTo",
           evidence_id as "evidenceId"
      from region_alias where region_id = any (${[...regionIds]})
     order by scheme, value`,
);

export interface OverlapRow {
  readonly regionId: string;
  readonly share: string | null;
  readonly evidenceId: string;
}

/** The districts of a zone and the zones of a district: the same fact from both ends. */
export const overlapsOfEach = allOfEach<OverlapRow>(
  (regionIds) => sql`
    select side.parent, side."regionId", trim_scale(region_overlap.share)::text as share,
           region_overlap.evidence_id as "evidenceId"
      from region_overlap
     cross join lateral (values (zone_id, district_id), (district_id, zone_id)) as side (parent, "regionId")
      join region on region.id = side."regionId"
     where side.parent = any (${[...regionIds]})
     order by region.code`,
);

export const placeColumns = select(
  namedColumns('place', 'plc_', {
    kind: { kind: sql`place.kind` },
    countryCode: { countryCode: sql`place.country_code` },
  }),
);

export const placeById = oneByKey<SourcedRow>(
  (ids) => sql`select ${placeColumns} from place where place.id = any (${[...ids]})`,
);
