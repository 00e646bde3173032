import { Field, InputType, Int } from 'type-graphql';
import { payloadOf } from '../../kit/payload.type.ts';
import { CreateProjectInput } from '../project/project-writes.type.ts';
import { ProjectType } from '../project/project.type.ts';
import type { DatedInput } from '../source/dated.entity.ts';
import { DatedInputType } from '../source/dated-input.type.ts';
import { SubmittedInput } from '../source/submission.type.ts';
import type { LeadConversion, LeadCorrection, LeadRecording } from './lead.commands.ts';
import type { TripCorrection, TripRecording } from './trip-writes.commands.ts';
import { LeadType, PromotionTripType, TripKind } from './trip.type.ts';

const shownTrip = { trip: { type: () => PromotionTripType, term: '招商出访' } };
const shownLead = { lead: { type: () => LeadType, term: '招商线索' } };
const shownProject = { project: { type: () => ProjectType, term: '项目' } };

/** What whoever records a trip and whoever puts one right say of it. */
@InputType()
abstract class TripDetailsInput extends SubmittedInput {
  @Field(() => String, {
    nullable: true,
    description: '英文名 · A rendering of its name in English.',
  })
  nameEn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '繁体名 · Its name in traditional script.',
  })
  nameHant?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '组织单位 · The code of the organisation that organised it.',
  })
  organiser?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '所属活动 · The code of the departure that it was a part of.',
  })
  event?: string | null;

  @Field(() => DatedInputType, { nullable: true, description: '出发日期 · When it departed.' })
  departedOn?: DatedInput | null;

  @Field(() => [String], {
    nullable: true,
    description: '出访单位 · The codes of all regions whose people are known to have gone.',
  })
  units?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: '出访单位齐全 · Whether these are all; not unless told.',
  })
  unitsComplete?: boolean | null;

  @Field(() => [String], {
    nullable: true,
    description: '目的地 · The codes of all places that it is known to have gone to.',
  })
  destinations?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: '目的地齐全 · Whether these are all; not unless told.',
  })
  destinationsComplete?: boolean | null;
}

@InputType('RecordTripInput', {
  description: '登记出访输入 · A trip: who went, and where to, as two sets.',
})
export class RecordTripInput extends TripDetailsInput implements TripRecording {
  @Field(() => String, {
    nullable: true,
    description:
      '代码 · Its code, for good: lower-case letters, digits, hyphens; made for you where left out.',
  })
  code?: string | null;

  @Field(() => TripKind, { description: '出访类型 · Where it goes.' })
  kind!: TripRecording['kind'];

  @Field(() => String, { description: '名称 · Its name in simplified Chinese.' })
  name!: string;
}

@InputType('CorrectTripInput', {
  description:
    '更正出访输入 · What to put right: what is left out stays, null clears, a list takes the place of the last.',
})
export class CorrectTripInput extends TripDetailsInput implements TripCorrection {
  @Field(() => String, { description: '代码 · The code of the trip; it never changes.' })
  code!: string;

  @Field(() => Int, {
    description: '版本 · The version that you have seen; another one now is a conflict.',
  })
  version!: number;

  @Field(() => TripKind, { nullable: true, description: '出访类型 · Where it goes.' })
  kind?: TripCorrection['kind'];

  @Field(() => String, { nullable: true, description: '名称 · Its name in simplified Chinese.' })
  name?: string | null;
}

/** What whoever records a lead and whoever puts one right say of it. */
@InputType()
abstract class LeadDetailsInput extends SubmittedInput {
  @Field(() => String, { nullable: true, description: '英文名 · The same in English.' })
  nameEn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '组织 · The code of the organisation that it is about.',
  })
  organisation?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '项目 · The code of the project that it has become, if that is in the library.',
  })
  project?: string | null;

  @Field(() => DatedInputType, { nullable: true, description: '记录日期 · When it was noted.' })
  notedOn?: DatedInput | null;
}

@InputType('RecordLeadInput', {
  description: '登记线索输入 · Something that a trip brought home.',
})
export class RecordLeadInput extends LeadDetailsInput implements LeadRecording {
  @Field(() => String, { description: '招商出访 · The code of the trip that brought it.' })
  trip!: string;

  @Field(() => String, {
    nullable: true,
    description:
      '代码 · Its code, for good: lower-case letters, digits, hyphens; made for you where left out.',
  })
  code?: string | null;

  @Field(() => String, { description: '名称 · What it is.' })
  name!: string;
}

@InputType('CorrectLeadInput', {
  description: '更正线索输入 · What to put right: what is left out stays, null clears.',
})
export class CorrectLeadInput extends LeadDetailsInput implements LeadCorrection {
  @Field(() => String, { description: '代码 · The code of the lead; it never changes.' })
  code!: string;

  @Field(() => Int, {
    description: '版本 · The version that you have seen; another one now is a conflict.',
  })
  version!: number;

  @Field(() => String, { nullable: true, description: '名称 · What it is.' })
  name?: string | null;
}

@InputType('TurnLeadIntoProjectInput', {
  description: '线索转项目输入 · The lead, and the project that it becomes.',
})
export class TurnLeadIntoProjectInput extends CreateProjectInput implements LeadConversion {
  @Field(() => String, { description: '招商线索 · The code of the lead.' })
  lead!: string;

  @Field(() => Int, {
    description:
      '版本 · The version of the lead that you have seen; another one now is a conflict.',
  })
  version!: number;
}

export const RecordTripPayload = payloadOf('RecordTrip', '登记出访', shownTrip);
export const CorrectTripPayload = payloadOf('CorrectTrip', '更正出访', shownTrip);
export const RecordLeadPayload = payloadOf('RecordLead', '登记线索', shownLead);
export const CorrectLeadPayload = payloadOf('CorrectLead', '更正线索', shownLead);
export const TurnLeadIntoProjectPayload = payloadOf('TurnLeadIntoProject', '线索转项目', {
  ...shownLead,
  ...shownProject,
});
