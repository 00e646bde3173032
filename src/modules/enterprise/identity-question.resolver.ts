import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Args,
  Authorized,
  Ctx,
  FieldResolver,
  Info,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { type ListArguments, listArgs } from '../../kit/relay/list-args.ts';
import type { RequestContext } from '../../request/context.ts';
import { mutate } from '../../request/mutation.ts';
import { pageOf } from '../../request/paging.ts';
import { regionById } from '../region/region.queries.ts';
import { decideIdentity } from './identity-question.commands.ts';
import {
  identityQuestionById,
  identityQuestionFilter,
  type IdentityQuestionRow,
  identityQuestions,
} from './identity-question.queries.ts';
import {
  DecideIdentityInput,
  DecideIdentityPayload,
  IdentityQuestionConnection,
  IdentityQuestionOrder,
  IdentityQuestionType,
} from './identity-question.type.ts';
import { organisationById } from './organisation.queries.ts';

export const IdentityQuestionsArgs = listArgs(
  identityQuestionFilter,
  IdentityQuestionOrder,
  'The earliest first',
);

/** What stewards are asked, and decide: who is who. */
@Resolver(() => IdentityQuestionType)
export class IdentityQuestionResolver {
  @Authorized('enterprise:merge')
  @Query(() => IdentityQuestionConnection, {
    description:
      '身份待判 · Names of which it is not sure whom they mean; for those who may merge enterprises.',
  })
  identityQuestions(
    @Args(() => IdentityQuestionsArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(identityQuestions, {}, args, context, info);
  }

  @Authorized('enterprise:merge')
  @Mutation(() => DecideIdentityPayload, {
    description:
      '判定身份 · Decides which enterprise a source means; the name is remembered as its.',
  })
  decideIdentity(
    @Arg('input', () => DecideIdentityInput, { description: '输入 · The question, and whom.' })
    input: DecideIdentityInput,
    @Ctx() context: RequestContext,
  ) {
    const shown = { question: identityQuestionById };
    return mutate(context, 'decideIdentity', decideIdentity, input, shown);
  }

  @FieldResolver()
  district(@Root() { districtId }: IdentityQuestionRow, @Ctx() context: RequestContext) {
    return districtId && context.use(regionById).load(districtId);
  }

  @FieldResolver()
  organisation(@Root() { organisationId }: IdentityQuestionRow, @Ctx() context: RequestContext) {
    return organisationId && context.use(organisationById).load(organisationId);
  }
}
