import { DomainError } from '../../kit/errors.ts';
import { command } from '../../request/command.ts';
import { held } from '../../request/held.ts';
import { assignChanged } from '../../request/put.ts';
import { siteOf } from '../region/site.ts';
import { type Resubmitted, submittedEvidence } from '../source/submission.commands.ts';
import { Project } from './project.entity.ts';

class AlreadyThere extends DomainError {
  readonly code = 'ALREADY_THERE';

  constructor(code: string, site: string) {
    super(`The project "${code}" lies in ${site} already: name another site.`, ['site']);
  }
}

export interface ProjectMove extends Resubmitted {
  readonly code: string;
  /** The most exact region known. */
  readonly site: string;
  readonly administrativeDistrict?: string | null;
}

/**
 * Moves a project to another place, in both partitions. Whoever does it has both districts within
 * his reach: nobody hands a project to another office, or takes one.
 */
export const moveProjectToDistrict = command(async (context, input: ProjectMove) => {
  const { em, record } = context;
  const project = await held(context, Project, input.code, input, async (found) => ({
    site: (await found.site?.load())?.code ?? null,
    administrativeDistrict: (await found.administrativeDistrict?.load())?.code ?? null,
  }));
  const place = await siteOf(em, input.site, input.administrativeDistrict);
  if (!assignChanged(em, project, place)) throw new AlreadyThere(project.code, input.site);
  em.assign(project, { evidence: await submittedEvidence(context, input) });
  record('PROJECT_MOVED', project);
  return { project: project.id };
});
