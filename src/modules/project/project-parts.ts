import type { EntityClass } from '@mikro-orm/core';
import type { CommandContext } from '../../request/command.ts';
import { keepRow, type KeptRow, makeAgain } from '../../request/kept-row.ts';
import { organisationsNow } from '../enterprise/merged-organisation.entity.ts';
import { BatchMember } from './batch.entity.ts';
import { InvestmentReport } from './investment.entity.ts';
import { Project, ProjectAlias, ProjectParticipant, ProjectStageRecord } from './project.entity.ts';

/** Something that hangs on a project, and goes and comes back with it. */
export interface ProjectPart {
  /** Under which the rows are kept; never changed, for it stands in what was kept. */
  readonly name: string;
  /** Takes it off the project; answers what it takes to put it back. Its events come along. */
  readonly take: (context: CommandContext, project: Project) => Promise<readonly KeptRow[]>;
  /** Puts it back, as far as there still is a place for it. */
  readonly giveBack: (
    context: CommandContext,
    project: Project,
    rows: readonly KeptRow[],
  ) => Promise<void>;
}

const parts: ProjectPart[] = [];

/** Says what else hangs on a project. A later module says it of its own rows. */
export function projectPart(part: ProjectPart): void {
  parts.push(part);
}

/** All that hangs on projects, in the order of the modules. */
export const projectParts = (): readonly ProjectPart[] => parts;

/** Rows that are the project's own: its event tells of them. */
function ownRows<T extends object>(name: string, entity: EntityClass<T>): ProjectPart {
  return {
    name,
    async take({ em }, project) {
      const rows = await em.find(entity, { project } as never);
      em.remove(rows);
      return rows.map(keepRow);
    },
    giveBack({ em }, _project, rows) {
      for (const row of rows) makeAgain(em, entity, row);
      return Promise.resolve();
    },
  };
}

projectPart(ownRows('aliases', ProjectAlias));

/** Whoever was merged into another in the meantime is that one; twice in one part is once. */
projectPart({
  ...ownRows('participants', ProjectParticipant),
  async giveBack({ em }, _project, rows) {
    const now = await organisationsNow(
      em,
      rows.map(({ organisation }) => organisation as string),
    );
    const told = new Set<string>();
    for (const row of rows) {
      const organisation = now.get(row.organisation as string);
      const part = `${organisation} ${String(row.role)}`;
      if (!told.has(part)) makeAgain(em, ProjectParticipant, row, { organisation });
      told.add(part);
    }
  },
});

projectPart(ownRows('stageRecords', ProjectStageRecord));
projectPart(ownRows('investmentReports', InvestmentReport));

projectPart({
  name: 'batchMembers',
  async take({ em, recordConsequence }, project) {
    const members = await em.find(BatchMember, { project }, { populate: ['batch'] });
    em.remove(members);
    for (const { batch } of members) {
      recordConsequence('PROJECT_REMOVED_FROM_BATCH', batch.getEntity());
    }
    return members.map(keepRow);
  },
  async giveBack({ em, recordConsequence }, _project, rows) {
    for (const row of rows) {
      const { batch } = makeAgain(em, BatchMember, row);
      recordConsequence('PROJECT_ADDED_TO_BATCH', await batch.loadOrFail());
    }
  },
});

projectPart({
  name: 'nextPhases',
  async take({ em, recordConsequence }, project) {
    const followers = await em.find(Project, { predecessor: project });
    for (const follower of followers) {
      follower.predecessor = null;
      recordConsequence('PREDECESSOR_WITHDRAWN', follower);
    }
    return followers.map(({ id }) => ({ id }));
  },
  async giveBack({ em, recordConsequence }, project, rows) {
    for (const { id } of rows) {
      const follower = await em.findOne(Project, id);
      if (!follower || follower.predecessor) continue;
      em.assign(follower, { predecessor: project });
      recordConsequence('PREDECESSOR_RESTORED', follower);
    }
  },
});
