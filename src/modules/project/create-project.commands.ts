import type { EntityManager } from '@mikro-orm/core';
import { v7 } from 'uuid';
import { readCode, readName } from '../../kit/name-text.ts';
import { command } from '../../request/command.ts';
import { madeCode } from '../../request/free-code.ts';
import { namedIfAny } from '../../request/put.ts';
import { isOutOfSight, isPlaceOutOfSight, seesAll } from '../../request/reach.ts';
import type { Region } from '../region/region.entity.ts';
import { siteOf } from '../region/site.ts';
import { dated, unknownDate } from '../source/dated.entity.ts';
import { type Submitted, submittedEvidence } from '../source/submission.commands.ts';
import { Project, type ProjectStage } from './project.entity.ts';
import { type ProjectDetails, readDetails } from './project-input.ts';
import {
  CodeOutOfDistrict,
  PhaseTaken,
  ProjectCodeTaken,
  ProjectWithdrawn,
} from './project-writes.errors.ts';
import { enterStage } from './stage.commands.ts';
import { WithdrawnProject } from './withdrawn-project.entity.ts';

export interface ProjectCreation extends Submitted, ProjectDetails {
  /** The graph chooses one where it is left out. */
  readonly code?: string | null;
  readonly name: string;
  readonly site?: string | null;
  readonly administrativeDistrict?: string | null;
  readonly stage?: ProjectStage | null;
  /** Today, unless told. */
  readonly stageAsOf?: string | null;
}

/** Takes a new project into the library. */
export const createProject = command(async (context, input: ProjectCreation) => {
  const { em, record } = context;
  const place = await siteOf(em, input.site, input.administrativeDistrict);
  const code = await freeCode(em, input.code, place.district);
  const predecessor = await namedIfAny(em, Project, input.predecessor, 'predecessor');
  if (predecessor) await refuseTakenPhase(em, predecessor);
  const evidence = await submittedEvidence(context, input);
  const project = em.create(Project, {
    started: dated(unknownDate),
    ...readDetails(input),
    ...place,
    id: v7(),
    code,
    name: readName(input.name, 'name'),
    predecessor,
    evidence,
  });
  if (input.stage != null) enterStage(context, project, { ...input, stage: input.stage, evidence });
  record('PROJECT_CREATED', project);
  return { project: project.id };
});

/** A code that is nobody's. One that the graph makes says the district. */
async function freeCode(
  em: EntityManager,
  chosen: string | null | undefined,
  district: Region | null,
): Promise<string> {
  const prefix = `${(district?.code ?? 'project').toLowerCase()}-`;
  if (chosen == null) return madeCode(prefix);
  const code = readCode(chosen);
  if (!seesAll(em) && !code.startsWith(prefix)) throw new CodeOutOfDistrict(code, prefix);
  const holder = await em.findOne(Project, { code });
  if (holder) throw new ProjectCodeTaken(code, isOutOfSight(em, holder) ? undefined : holder.name);
  const withdrawn = await em.findOne(WithdrawnProject, { code, restoredAt: null });
  if (!withdrawn) return code;
  if (isPlaceOutOfSight(em, withdrawn.districtId ?? null)) throw new ProjectCodeTaken(code);
  throw new ProjectWithdrawn(
    code,
    withdrawn.withdrawnAt.toISOString().slice(0, 10),
    withdrawn.reason,
  );
}

/** A project has one phase after it. Which one that is, is told to whom may know. */
export async function refuseTakenPhase(
  em: EntityManager,
  predecessor: Project,
  follower?: Project,
): Promise<void> {
  const other = await em.findOne(Project, { predecessor });
  if (!other || other === follower) return;
  throw new PhaseTaken(predecessor.code, isOutOfSight(em, other) ? undefined : other.code);
}
