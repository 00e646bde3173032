import type { EntityManager } from '@mikro-orm/core';
import { definedOnly } from '../../kit/defined-only.ts';
import { readNameIfAny } from '../../kit/name-text.ts';
import { neverCleared } from '../../kit/never-cleared.ts';
import { command } from '../../request/command.ts';
import { held } from '../../request/held.ts';
import { assignChanged, namedIfTold } from '../../request/put.ts';
import { isOutOfSight } from '../../request/reach.ts';
import { partsOf } from '../source/dated.entity.ts';
import { type Resubmitted, submittedEvidence } from '../source/submission.commands.ts';
import { refuseTakenPhase } from './create-project.commands.ts';
import { Project } from './project.entity.ts';
import { type ProjectDetails, readDetails } from './project-input.ts';
import { amountText } from './project-values.ts';
import { PhaseInCircle } from './project-writes.errors.ts';

export interface ProjectCorrection extends Resubmitted, ProjectDetails {
  readonly code: string;
  readonly name?: string | null;
}

/**
 * Puts right what the library says of a project: what is left out stays, null clears. Where it lies,
 * its stage, and who takes part are matters of their own. What changes nothing leaves no trace.
 */
export const correctProject = command(async (context, input: ProjectCorrection) => {
  const { em, record } = context;
  const project = await held(context, Project, input.code, input, (found) =>
    currentDetails(em, found),
  );
  const name = neverCleared(input.name, 'name');
  const isChanged = assignChanged(em, project, {
    ...readDetails(input, project),
    ...definedOnly({
      name: readNameIfAny(name, 'name'),
      predecessor: await predecessorOf(em, project, input.predecessor),
    }),
  });
  if (!isChanged) return { project: project.id };
  em.assign(project, { evidence: await submittedEvidence(context, input) });
  record('PROJECT_CORRECTED', project);
  return { project: project.id };
});

async function predecessorOf(
  em: EntityManager,
  project: Project,
  code: string | null | undefined,
): Promise<Project | null | undefined> {
  const predecessor = await namedIfTold(em, Project, code, 'predecessor');
  for (let at = predecessor; at; at = (await at.predecessor?.load()) ?? null) {
    if (at === project) throw new PhaseInCircle(project.code, code ?? '');
  }
  if (predecessor) await refuseTakenPhase(em, predecessor, project);
  return predecessor;
}

/** What a correction's fields are now, by their names in the input. */
async function currentDetails(em: EntityManager, project: Project) {
  const { started, ...columns } = project;
  const predecessor = (await project.predecessor?.load()) ?? null;
  return {
    name: columns.name,
    nameEn: columns.nameEn,
    nameHant: columns.nameHant,
    domain: columns.domain,
    class: columns.class,
    level: columns.level,
    phase: columns.phase,
    procurement: columns.procurement,
    totalInvestment: amountText(columns.totalInvestment),
    totalInvestmentQualifier: columns.totalInvestmentQualifier,
    annualPlan: amountText(columns.annualPlan),
    predecessor: predecessor && !isOutOfSight(em, predecessor) ? predecessor.code : null,
    startedOn: partsOf(started),
  };
}
