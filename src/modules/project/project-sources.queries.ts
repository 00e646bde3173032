import { sql } from 'kysely';
import { allOfEach } from '../../request/loaders.ts';
import { valueSources } from '../source/value-source.queries.ts';

/**
 * The fields of a project that have sources. Its predecessor is not among them: some who see a
 * project must not know of the one before it.
 */
export const sourcedFields = [
  ...['name', 'site', 'district', 'domain', 'class', 'level', 'stage', 'phase', 'procurement'],
  ...['totalInvestment', 'annualPlan', 'startedOn'],
];

/**
 * All that sources say of the values of each project. A stage is told by its records, of each
 * source by the latest, or, where a load gave none, by the project's own row.
 */
export const sourcesOfProjects = allOfEach((ids) =>
  valueSources(
    'project',
    ids,
    sql`
       union all
     (select distinct on (project_id, evidence_id)
             project_id, 'stage', stage, null, value_origin(evidence_id), evidence_id, as_of_earliest,
             as_of_latest, as_of_certainty, as_of_derivation, null, 0, id
        from project_stage_record
       where project_id = any (${[...ids]}) and stage is not null
       order by project_id, evidence_id, as_of_latest desc nulls last, id desc)
       union all
      select id, 'stage', stage, null, value_origin(evidence_id), evidence_id, null, null, 'UNKNOWN',
             null, null, 0, id
        from project
       where id = any (${[...ids]}) and stage is not null
         and not exists (
             select from project_stage_record record
              where record.project_id = project.id and record.stage is not null)
       union all
      select subject_id, reported.field, trim_scale(value)::text, qualifier, 'REPORTED', evidence_id,
             as_of_earliest, as_of_latest, as_of_certainty, as_of_derivation, null, 0, id
        from observation
        join (values ('TOTAL_INVESTMENT', 'totalInvestment'),
                     ('ANNUAL_PLANNED_INVESTMENT', 'annualPlan')) reported (metric, field) using (metric)
       where subject_id = any (${[...ids]})`,
  ),
);
