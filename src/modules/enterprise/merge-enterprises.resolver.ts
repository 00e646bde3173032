import { Arg, Authorized, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../request/context.ts';
import { mutate } from '../../request/mutation.ts';
import { mergeEnterprises } from './merge-enterprises.commands.ts';
import { mergedIntoEach } from './merge-enterprises.queries.ts';
import {
  MergedEnterpriseType,
  MergeEnterprisesInput,
  MergeEnterprisesPayload,
  SplitEnterprisesInput,
  SplitEnterprisesPayload,
} from './merge-enterprises.type.ts';
import { organisationById, type OrganisationRow } from './organisation.queries.ts';
import { EnterpriseType } from './organisation.type.ts';
import { splitEnterprises } from './split-enterprises.commands.ts';

/** How two enterprises become one, and two again. */
@Resolver(() => EnterpriseType)
export class EnterpriseMergeResolver {
  @Authorized('enterprise:merge')
  @Mutation(() => MergeEnterprisesPayload, {
    description: '企业合并 · Makes two enterprises that are one in truth one in the graph.',
  })
  mergeEnterprises(
    @Arg('input', () => MergeEnterprisesInput, { description: '输入 · The two, and why.' })
    input: MergeEnterprisesInput,
    @Ctx() context: RequestContext,
  ) {
    const shown = { enterprise: organisationById };
    return mutate(context, 'mergeEnterprises', mergeEnterprises, input, shown);
  }

  @Authorized('enterprise:merge')
  @Mutation(() => SplitEnterprisesPayload, {
    description: '企业拆分 · Takes a merge back, unless what it moved was changed since.',
  })
  splitEnterprises(
    @Arg('input', () => SplitEnterprisesInput, { description: '输入 · The one that was merged.' })
    input: SplitEnterprisesInput,
    @Ctx() context: RequestContext,
  ) {
    const shown = { enterprise: organisationById, kept: organisationById };
    return mutate(context, 'splitEnterprises', splitEnterprises, input, shown);
  }

  @FieldResolver(() => [MergedEnterpriseType], {
    description: '被合并企业 · Those that turned out to be this one, the earliest first.',
  })
  merged(@Root() { key }: OrganisationRow, @Ctx() context: RequestContext) {
    return context.use(mergedIntoEach).load(key);
  }
}
