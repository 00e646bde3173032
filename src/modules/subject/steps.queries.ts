import { sql } from 'kysely';
import { allOfEach } from '../../request/loaders.ts';

/** The steps of each mechanism, in the order that the source gives them. */
export const stepsOfEach = allOfEach<{ step: string }>(
  (subjectIds) => sql`
    select subject_id as parent, value as step
      from statement
     where subject_id = any (${[...subjectIds]}) and attribute in ('STEP', 'STAGE')
       and position is not null
     order by position, id`,
);
