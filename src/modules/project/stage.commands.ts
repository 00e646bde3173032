import { today } from '../../kit/clock.ts';
import { BadInput, DomainError } from '../../kit/errors.ts';
import { readName } from '../../kit/name-text.ts';
import { command, type CommandContext } from '../../request/command.ts';
import { held } from '../../request/held.ts';
import { dated } from '../source/dated.entity.ts';
import type { Evidence } from '../source/source.entity.ts';
import { type Resubmitted, submittedEvidence } from '../source/submission.commands.ts';
import {
  Project,
  type ProjectStage,
  ProjectStageRecord,
  projectStages,
  type ProjectStatus,
} from './project.entity.ts';
import { latestRecord, stageOf } from './project-status.ts';

class AlreadyInStage extends DomainError {
  readonly code = 'ALREADY_IN_STAGE';

  constructor(code: string, stage: ProjectStage) {
    super(`The project "${code}" is in the stage ${stage} already: name another stage.`, ['stage']);
  }
}

class StageGoesBack extends DomainError {
  readonly code = 'STAGE_GOES_BACK';

  constructor(code: string, from: ProjectStage, to: ProjectStage) {
    super(
      `The project "${code}" is in the stage ${from}, and ${to} is an earlier one: say in "reason" why it goes back.`,
      ['reason'],
    );
  }
}

class StageKnownLater extends DomainError {
  readonly code = 'STAGE_KNOWN_LATER';

  constructor(code: string, asked: string, known: string) {
    super(
      `The stage of "${code}" is known as of ${known}, which is after ${asked}: give that day or a later one.`,
      ['asOf'],
    );
  }
}

export interface StageMove extends Resubmitted {
  readonly code: string;
  readonly stage: ProjectStage;
  /** Today, unless told. */
  readonly asOf?: string | null;
  /** What is said of it, where that is more exact than the stage. */
  readonly status?: ProjectStatus | null;
  /** Why it goes back to an earlier stage. */
  readonly reason?: string | null;
}

/** What is said of a project that is in a stage, where nobody says more. */
const usualStatus: Record<ProjectStage, ProjectStatus> = {
  PLANNING: 'PLANNED',
  LANDING: 'LANDED',
  CONSTRUCTION: 'STARTED',
  COMPLETION_EFFECT: 'IN_PRODUCTION',
  SERVICE: 'IN_SERVICE',
};

/**
 * Moves a project to another stage (阶段): onward by one or more, or back with a reason. A stage
 * that is known of a later day is not overruled by news of an earlier one.
 */
export const moveProjectToStage = command(async (context, input: StageMove) => {
  const { em, record } = context;
  const project = await held(context, Project, input.code, input, ({ stage }) => ({ stage }));
  const { stage: from, code } = project;
  if (from === input.stage) throw new AlreadyInStage(code, from);
  if (from != null && placeOf(input.stage) < placeOf(from) && input.reason == null) {
    throw new StageGoesBack(code, from, input.stage);
  }
  const asOf = input.asOf ?? today();
  const known = (await latestRecord(em, project))?.asOf.latest;
  if (known != null && known > asOf) throw new StageKnownLater(code, asOf, known);
  const evidence = await submittedEvidence(context, input);
  enterStage(context, project, { ...input, evidence });
  record('PROJECT_STAGE_MOVED', project);
  return { project: project.id };
});

/** Notes that a project is in a stage as of a day. The caller records the event. */
export function enterStage(
  { em }: CommandContext,
  project: Project,
  {
    stage,
    status,
    asOf,
    stageAsOf,
    reason,
    evidence,
  }: Partial<Pick<StageMove, 'status' | 'asOf' | 'reason'>> & {
    readonly stage: ProjectStage;
    readonly stageAsOf?: string | null;
    readonly evidence: Evidence;
  },
): void {
  const day = asOf ?? stageAsOf ?? today();
  if (day > today()) {
    throw new BadInput(`${day} is still to come: a project is in a stage as of today or before.`, [
      stageAsOf == null ? 'asOf' : 'stageAsOf',
    ]);
  }
  const said = status ?? usualStatus[stage];
  const implied = stageOf[said];
  if (implied !== null && implied !== stage) {
    throw new BadInput(`The status ${said} implies the stage ${implied}, not ${stage}.`, [
      'status',
    ]);
  }
  em.create(ProjectStageRecord, {
    project,
    status: said,
    stage,
    asOf: dated({ earliest: day, certainty: 'STATED' }),
    reason: reason == null ? null : readName(reason, 'reason'),
    evidence,
  });
  em.assign(project, { stage });
}

const placeOf = (stage: ProjectStage) => projectStages.indexOf(stage);
