import { IsolationLevel } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../../src/db/database.ts';
import { appendEvents, raiseVersions } from '../../src/events/append.ts';
import type { NewEvent } from '../../src/events/event.ts';
import { Project } from '../../src/modules/project/project.entity.ts';
import { command, runCommand } from '../../src/request/command.ts';
import { DISTRICTS } from './scale.ts';

export interface PlanChange {
  readonly project: { readonly id: string; readonly districtId: string };
  readonly plan: number;
}

/** Changes one project in a transaction of its own. */
export type Write = (database: Database, change: PlanChange) => Promise<void>;

/** The ways to write one change, with a log and without. */
export const writes = {
  update: ({ kysely }, { project, plan }) =>
    kysely.transaction().execute(async (transaction) => {
      await sql`update project set annual_plan = ${plan} where id = ${project.id}`.execute(
        transaction,
      );
    }),

  /** Of one row, the version rises with the content. */
  updateLogged: ({ kysely }, change) =>
    kysely.transaction().execute(async (transaction) => {
      const { project, plan } = change;
      const { rows } = await sql<{ version: number }>`
        update project
           set annual_plan = ${plan}, version = version + 1
         where id = ${project.id}
     returning version`.execute(transaction);
      await appendEvents(
        transaction,
        rows.map(({ version }) => corrected(change, version)),
      );
    }),

  /** What `runCommand` does, but for the log. */
  command: async ({ orm }, change) => {
    const em = orm.em.fork() as EntityManager;
    await em.transactional((within) => plan(within, change), {
      isolationLevel: IsolationLevel.READ_COMMITTED,
    });
  },

  commandLogged: async (database, change) => {
    await runCommand(database, correctPlan, change, { actor: 'bench' });
  },
} satisfies Record<string, Write>;

const correctPlan = command<PlanChange, undefined>(async ({ em, record }, change) => {
  record('PROJECT_CORRECTED', await plan(em, change));
  return undefined;
});

async function plan(em: EntityManager, { project, plan }: PlanChange): Promise<Project> {
  const found = await em.findOneOrFail(Project, project.id);
  return em.assign(found, { annualPlan: String(plan) });
}

/** Raises, writes, appends: what a command comes to, without the unit of work that it came from. */
export async function writeProjects(
  db: Kysely<unknown>,
  changes: readonly PlanChange[],
): Promise<void> {
  const raises = changes.map(({ project }) => ({ id: project.id, by: 1 }));
  const versions = await raiseVersions(db, 'project', raises);
  await setPlans(db, changes);
  await appendEvents(
    db,
    changes.map((change) => corrected(change, versions.get(change.project.id) ?? 0)),
  );
}

function corrected({ project, plan }: PlanChange, version: number): NewEvent {
  return {
    kind: 'PROJECT_CORRECTED',
    entityType: 'project',
    entityId: project.id,
    version,
    changes: [{ field: 'annualPlan', before: String(plan - DISTRICTS), after: String(plan) }],
    scopeBefore: [project.districtId],
    scopeAfter: [project.districtId],
    actor: 'bench',
  };
}

async function setPlans(db: Kysely<unknown>, changes: readonly PlanChange[]): Promise<void> {
  const ids = changes.map(({ project }) => project.id);
  const plans = changes.map(({ plan }) => plan);
  await sql`
    update project
       set annual_plan = planned.plan
      from unnest(${ids}::uuid[], ${plans}::numeric[]) as planned (id, plan)
     where project.id = planned.id`.execute(db);
}
