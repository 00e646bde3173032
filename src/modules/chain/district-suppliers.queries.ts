import { sql } from 'kysely';
import { asObject } from '../../kit/as-object.ts';
import { oneByKey } from '../../request/loaders.ts';
import { type Partition, regionColumns, type RegionRow } from '../region/region.queries.ts';
import type { PlacedGroup } from '../region/unknown-district.ts';
import { NO_DISTRICT } from './supplier.queries.ts';

export interface DistrictSuppliersRow extends PlacedGroup {
  readonly district: RegionRow | null;
  readonly basis: readonly string[];
  readonly supplierCount: number;
  readonly statedProjectCount: number | null;
}

const districtsOfChains = (partition: Partition) =>
  oneByKey<{ key: string; districts: readonly DistrictSuppliersRow[] }>((chainIds) => {
    const place = sql.ref(
      partition === 'REPORTING_UNIT' ? 'reporting_unit_id' : 'administrative_id',
    );
    return sql`
      with recursive counted as (
        select chain_supplier.chain_id, chain_supplier.district_key, count(*)::int as suppliers,
               array_agg(distinct chain_supplier.basis) as basis,
               bool_or(chain_supplier.district_id is null and zoned.is_so) as is_in_zones,
               bool_or(chain_supplier.district_id is null and not zoned.is_so) as is_untold
          from chain_supplier
         cross join lateral (
               select exists (
                 select from chain_supplier in_zone
                   join region on region.id = in_zone.district_id and region.kind = 'FUNCTIONAL_ZONE'
                  where in_zone.chain_id = chain_supplier.chain_id
                    and in_zone.organisation_id = chain_supplier.organisation_id
                    and in_zone.partition = 'REPORTING_UNIT') as is_so) zoned
         where chain_supplier.chain_id = any (${[...chainIds]})
           and chain_supplier.partition = ${partition}
         group by chain_supplier.chain_id, chain_supplier.district_key),
      around as (
        select chain_id, batch_id, parent_id as ancestor
          from chain_batch join project_batch on project_batch.id = batch_id
         where chain_id = any (${[...chainIds]})
         union
        select chain_id, batch_id, parent_id
          from around join project_batch on project_batch.id = ancestor),
      stated as (
        select chain_batch.chain_id, coalesce(region.${place}, ${NO_DISTRICT}::uuid) as district_key,
               case when bool_and(reported.projects is not null) then sum(reported.projects)::int end
                 as projects,
               array_agg(project_batch.location_text)
                 filter (where project_batch.location_text is not null) as location_texts,
               bool_or(region.${place} is null and region.id is not null) as is_in_zones
          from chain_batch
          join project_batch on project_batch.id = chain_batch.batch_id
           and project_batch.kind = 'SUPPORTING_LANDED'
          left join region on region.id = project_batch.region_id
         cross join lateral (
               select case when count(distinct value) = 1 and bool_and(qualifier = 'EXACT')
                      then min(value) end as projects
                 from observation
                where subject_id = project_batch.id and metric = 'PROJECT_COUNT' and kind = 'ACTUAL') reported
         where chain_batch.chain_id = any (${[...chainIds]})
           and not exists (
               select from around
                 join chain_batch whole on whole.chain_id = around.chain_id and whole.batch_id = around.ancestor
                where around.chain_id = chain_batch.chain_id and around.batch_id = chain_batch.batch_id)
         group by chain_batch.chain_id, 2)
      select chain_id as key, jsonb_agg(jsonb_build_object(
               'district', ${asObject(regionColumns(), sql`region.id is not null`)},
               'basis', coalesce(counted.basis, '{}'),
               'supplierCount', coalesce(counted.suppliers, 0),
               'statedProjectCount', stated.projects,
               'locationTexts', coalesce(stated.location_texts, '{}'),
               'isInZones', coalesce(counted.is_in_zones, false) or coalesce(stated.is_in_zones, false),
               'isUntold', coalesce(counted.is_untold, false))
             order by region.code nulls last) as districts
        from counted
        full join stated using (chain_id, district_key)
        left join region on region.id = district_key
       group by chain_id`;
  });

/** One loader a partition: a loader's identity is the function that makes it. */
const byPartition: Record<Partition, ReturnType<typeof districtsOfChains>> = {
  REPORTING_UNIT: districtsOfChains('REPORTING_UNIT'),
  ADMINISTRATIVE: districtsOfChains('ADMINISTRATIVE'),
};

/**
 * The districts of each chain's suppliers, by code, the unknown one last: one statement.
 *
 * A stated count is the sum over the chain's supporting batches that lie in no other of them, each
 * counted once however many sources repeat it. It is null where sources contradict each other or
 * give a bound: a sum that leaves one out would be no count.
 */
export const suppliersByDistrict = (partition: Partition) => byPartition[partition];
