import { Field, InputType } from 'type-graphql';
import { payloadOf } from '../../kit/payload.type.ts';
import { DateScalar } from '../../kit/scalars.ts';
import { ResubmittedInput } from '../source/submission.type.ts';
import { BatchRole } from './batch.type.ts';
import type { BatchPlace } from './batch-members.commands.ts';
import type { ProjectMove } from './move-project.commands.ts';
import type { Participation } from './participant.commands.ts';
import type { ProjectStage as Stage, ProjectStatus as Status } from './project.entity.ts';
import { ParticipantRole, ProjectStage, ProjectStatus } from './project.type.ts';
import { shownProject } from './project-writes.type.ts';
import type { StageMove } from './stage.commands.ts';

/** What every change of one project names. */
@InputType()
export abstract class OfProjectInput extends ResubmittedInput {
  @Field(() => String, { description: '代码 · The code of the project.' })
  code!: string;
}

@InputType('MoveProjectToStageInput', {
  description:
    '项目进入阶段输入 · The stage that a project has reached, and since when that is known.',
})
export class MoveProjectToStageInput extends OfProjectInput implements StageMove {
  @Field(() => ProjectStage, { description: '项目阶段 · The stage that it is in now.' })
  stage!: Stage;

  @Field(() => DateScalar, {
    nullable: true,
    description: '截至 · As of when; today unless told, never a day to come.',
  })
  asOf?: string | null;

  @Field(() => ProjectStatus, {
    nullable: true,
    description: '项目状态 · What is said of it, where that is more exact than the stage.',
  })
  status?: Status | null;

  @Field(() => String, {
    nullable: true,
    description: '原因 · Why it goes back, where the stage is an earlier one.',
  })
  reason?: string | null;
}

@InputType('MoveProjectToDistrictInput', {
  description: '项目调整属地输入 · Where a project lies from now on.',
})
export class MoveProjectToDistrictInput extends OfProjectInput implements ProjectMove {
  @Field(() => String, { description: '项目所在地 · The code of the most exact region known.' })
  site!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "行政区划 · The code of the district or county of a functional zone's project, where it is known.",
  })
  administrativeDistrict?: string | null;
}

@InputType()
abstract class ParticipationInput extends OfProjectInput implements Participation {
  @Field(() => String, { description: '组织 · The code of the organisation.' })
  organisation!: string;

  @Field(() => ParticipantRole, { description: '参与角色 · Its part.' })
  role!: Participation['role'];
}

@InputType('AddProjectParticipantInput', {
  description: '增加参与方输入 · Who takes part in a project, and as what.',
})
export class AddProjectParticipantInput extends ParticipationInput {}

@InputType('RemoveProjectParticipantInput', {
  description: '移除参与方输入 · Whose part in a project is struck out, and which.',
})
export class RemoveProjectParticipantInput extends ParticipationInput {}

@InputType('AttachProjectToBatchInput', {
  description: '项目加入批次输入 · The batch that a project is counted in.',
})
export class AttachProjectToBatchInput extends OfProjectInput implements BatchPlace {
  @Field(() => String, { description: '批次 · The code of the batch.' })
  batch!: string;

  @Field(() => BatchRole, {
    nullable: true,
    description: "批次角色 · What became of it there; by the batch's kind unless told.",
  })
  role?: 'SIGNED' | 'STARTED' | 'PROMOTED' | 'LISTED' | null;
}

@InputType('DetachProjectFromBatchInput', {
  description: '项目移出批次输入 · The batch that a project is counted in no more.',
})
export class DetachProjectFromBatchInput extends OfProjectInput implements BatchPlace {
  @Field(() => String, { description: '批次 · The code of the batch.' })
  batch!: string;
}

export const MoveProjectToStagePayload = payloadOf(
  'MoveProjectToStage',
  '项目进入阶段',
  shownProject,
);
export const MoveProjectToDistrictPayload = payloadOf(
  'MoveProjectToDistrict',
  '项目调整属地',
  shownProject,
);
export const AddProjectParticipantPayload = payloadOf(
  'AddProjectParticipant',
  '增加参与方',
  shownProject,
);
export const RemoveProjectParticipantPayload = payloadOf(
  'RemoveProjectParticipant',
  '移除参与方',
  shownProject,
);
export const AttachProjectToBatchPayload = payloadOf(
  'AttachProjectToBatch',
  '项目加入批次',
  shownProject,
);
export const DetachProjectFromBatchPayload = payloadOf(
  'DetachProjectFromBatch',
  '项目移出批次',
  shownProject,
);
