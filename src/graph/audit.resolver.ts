import type { GraphQLResolveInfo } from 'graphql';
import { Args, Authorized, Ctx, Extensions, Info, Query, Resolver } from 'type-graphql';
import { MOMENTARY } from '../kit/momentary.ts';
import { type ListArguments, listArgs } from '../kit/relay/list-args.ts';
import type { RequestContext } from '../request/context.ts';
import { pageOf } from '../request/paging.ts';
import { auditEntries, auditFilter } from './audit.queries.ts';
import { AuditEntryConnection, AuditEntryOrder } from './audit.type.ts';

const AuditArgs = listArgs(auditFilter, AuditEntryOrder, 'The latest first');

@Resolver()
export class AuditResolver {
  @Authorized('audit:read')
  @Extensions(MOMENTARY)
  @Query(() => AuditEntryConnection, {
    description: '审计记录 · Who tried to change what; for those with the permission audit:read.',
  })
  auditEntries(
    @Args(() => AuditArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(auditEntries, {}, args, context, info);
  }
}
