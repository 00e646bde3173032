import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../../request/context.ts';
import { mutate } from '../../request/mutation.ts';
import { correctEnterprise, createEnterprise } from './enterprise.commands.ts';
import {
  CorrectEnterpriseInput,
  CorrectEnterprisePayload,
  CreateEnterpriseInput,
  CreateEnterprisePayload,
} from './enterprise-writes.type.ts';
import { organisationById } from './organisation.queries.ts';

const shown = { enterprise: organisationById };

/** What can be written of enterprises. */
@Resolver()
export class EnterpriseWritesResolver {
  @Authorized('enterprise:write')
  @Mutation(() => CreateEnterprisePayload, {
    description: '新建企业 · Takes a new enterprise into the register.',
  })
  createEnterprise(
    @Arg('input', () => CreateEnterpriseInput, { description: '输入 · The new enterprise.' })
    input: CreateEnterpriseInput,
    @Ctx() context: RequestContext,
  ) {
    return mutate(context, 'createEnterprise', createEnterprise, input, shown);
  }

  @Authorized('enterprise:write')
  @Mutation(() => CorrectEnterprisePayload, {
    description: '更正企业 · Puts right what the register says of an enterprise.',
  })
  correctEnterprise(
    @Arg('input', () => CorrectEnterpriseInput, { description: '输入 · What to put right.' })
    input: CorrectEnterpriseInput,
    @Ctx() context: RequestContext,
  ) {
    return mutate(context, 'correctEnterprise', correctEnterprise, input, shown);
  }
}
