import { type Kysely, sql } from 'kysely';

/**
 * What a project that used PostGraphile would have put into its database: projects by their owner, as a
 * view, for it pages relations and not the way through a table between. It is read through the same
 * indexes as the statements of the others.
 */
export async function makeObjects(db: Kysely<unknown>): Promise<void> {
  await sql`create schema bench`.execute(db);
  await sql`
    create view bench.owned_project as
    select project.id, project_participant.organisation_id as owner_id, project.code, project.name,
           project.stage, project.total_investment, project.district_id
      from project_participant
      join project on project.id = project_participant.project_id
     where project_participant.role = 'OWNER'`.execute(db);
}
