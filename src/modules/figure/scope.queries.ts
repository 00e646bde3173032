import { sql } from 'kysely';
import { oneByKey } from '../../request/loaders.ts';

/** What a figure is of, as far as it decides what the figure may be compared with. */
export interface ScopeRow {
  readonly key: string;
  readonly regionId: string | null;
  readonly regionKind: string | null;
  /** The regions that hold it, from the nearest up. */
  readonly regionsAbove: readonly string[];
  readonly batchKind: string | null;
  /** The batches that hold it, from the nearest up. */
  readonly batchesAbove: readonly string[];
  readonly membersComplete: boolean | null;
  /** Which of a series it is (第一批): then it is no year's whole. */
  readonly ordinal: string | null;
}

/**
 * The scope of each subject: the region that it is of, and of a batch its kind and its place among
 * batches. A project is of its district, an event of where it was held.
 */
export const scopeOfEach = oneByKey<ScopeRow>(
  (subjects) => sql`
    with recursive subject as (
      select wanted.id as key,
             coalesce(region.id, project.district_id, project_batch.region_id, promotion_event.region_id,
               organisation.district_id, named_subject.region_id, industry_chain.region_id) as region_id,
             project_batch.kind as batch_kind, project_batch.members_complete
        from unnest(${[...subjects]}::uuid[]) as wanted (id)
        left join region on region.id = wanted.id
        left join project on project.id = wanted.id
        left join project_batch on project_batch.id = wanted.id
        left join promotion_event on promotion_event.id = wanted.id
        left join organisation on organisation.id = wanted.id
        left join named_subject on named_subject.id = wanted.id
        left join industry_chain on industry_chain.id = wanted.id),
    above as (
      select subject.key, region.parent_id as id, 1 as step
        from subject join region on region.id = subject.region_id
       where region.parent_id is not null
       union all
      select above.key, region.parent_id, step + 1
        from above join region on region.id = above.id where region.parent_id is not null),
    batch_above as (
      select subject.key, project_batch.parent_id as id, 1 as step
        from subject join project_batch on project_batch.id = subject.key
       where project_batch.parent_id is not null
       union all
      select batch_above.key, project_batch.parent_id, step + 1
        from batch_above join project_batch on project_batch.id = batch_above.id
       where project_batch.parent_id is not null)
    select subject.key, subject.region_id as "regionId", region.kind as "regionKind",
           subject.batch_kind as "batchKind", subject.members_complete as "membersComplete",
           array(select id::text from above where above.key = subject.key order by step) as "regionsAbove",
           array(select id::text from batch_above where batch_above.key = subject.key order by step) as "batchesAbove",
           (select trim_scale(min(value))::text from observation
             where subject_id = subject.key and metric = 'BATCH_ORDINAL') as ordinal
      from subject
      left join region on region.id = subject.region_id`,
);
