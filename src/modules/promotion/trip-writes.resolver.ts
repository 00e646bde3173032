import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../../request/context.ts';
import { mutate } from '../../request/mutation.ts';
import { projectById } from '../project/project.queries.ts';
import { correctLead, recordNewLead, turnLeadIntoProject } from './lead.commands.ts';
import { correctTrip, recordTrip } from './trip-writes.commands.ts';
import {
  CorrectLeadInput,
  CorrectLeadPayload,
  CorrectTripInput,
  CorrectTripPayload,
  RecordLeadInput,
  RecordLeadPayload,
  RecordTripInput,
  RecordTripPayload,
  TurnLeadIntoProjectInput,
  TurnLeadIntoProjectPayload,
} from './trip-writes.type.ts';
import { leadById, tripById } from './trip.queries.ts';

const trip = { trip: tripById };
const lead = { lead: leadById };

/** What can be written of trips. */
@Resolver()
export class TripWritesResolver {
  @Authorized('trip:write')
  @Mutation(() => RecordTripPayload, {
    description: '登记出访 · Records a trip: who went, and where to, as two sets.',
  })
  recordTrip(
    @Arg('input', () => RecordTripInput, { description: '输入 · The trip.' })
    input: RecordTripInput,
    @Ctx() context: RequestContext,
  ) {
    return mutate(context, 'recordTrip', recordTrip, input, trip);
  }

  @Authorized('trip:write')
  @Mutation(() => CorrectTripPayload, {
    description: '更正出访 · Puts right what is said of a trip.',
  })
  correctTrip(
    @Arg('input', () => CorrectTripInput, { description: '输入 · What to put right.' })
    input: CorrectTripInput,
    @Ctx() context: RequestContext,
  ) {
    return mutate(context, 'correctTrip', correctTrip, input, trip);
  }
}

/** What can be written of the leads that trips bring home. */
@Resolver()
export class LeadWritesResolver {
  @Authorized('trip:write')
  @Mutation(() => RecordLeadPayload, {
    description: '登记线索 · Records a lead that a trip brought home.',
  })
  recordLead(
    @Arg('input', () => RecordLeadInput, { description: '输入 · The lead.' })
    input: RecordLeadInput,
    @Ctx() context: RequestContext,
  ) {
    return mutate(context, 'recordLead', recordNewLead, input, lead);
  }

  @Authorized('trip:write')
  @Mutation(() => CorrectLeadPayload, {
    description: '更正线索 · Puts right what is said of a lead, or of what it has become.',
  })
  correctLead(
    @Arg('input', () => CorrectLeadInput, { description: '输入 · What to put right.' })
    input: CorrectLeadInput,
    @Ctx() context: RequestContext,
  ) {
    return mutate(context, 'correctLead', correctLead, input, lead);
  }

  @Authorized('trip:write', 'project:write')
  @Mutation(() => TurnLeadIntoProjectPayload, {
    description: '线索转项目 · Makes a lead a new project of the library, once.',
  })
  turnLeadIntoProject(
    @Arg('input', () => TurnLeadIntoProjectInput, {
      description: '输入 · The lead, and the project.',
    })
    input: TurnLeadIntoProjectInput,
    @Ctx() context: RequestContext,
  ) {
    return mutate(context, 'turnLeadIntoProject', turnLeadIntoProject, input, {
      ...lead,
      project: projectById,
    });
  }
}
