import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { type ListArguments, listArgs } from '../../kit/relay/list-args.ts';
import type { RequestContext } from '../../request/context.ts';
import { nodeKind } from '../../request/node.ts';
import { pageOf } from '../../request/paging.ts';
import type { SourcedRow } from './source.queries.ts';
import { Reported } from './source.type.ts';
import { statementFilter } from './statement.filter.ts';
import { statementById, statements, statementsOfSubject } from './statement.queries.ts';
import { StatementConnection, StatementOrder } from './statement.type.ts';

const StatementsArgs = listArgs(statementFilter, StatementOrder, 'By code');

@Resolver()
export class StatementResolver {
  @Query(() => StatementConnection, {
    description: '陈述 · All that sources state and is no number.',
  })
  statements(
    @Args(() => StatementsArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(statements, {}, args, context, info);
  }
}

/** What sources state of anything: one resolver for every type that can be a subject. */
@Resolver(() => Reported)
export class ReportedStatementsResolver {
  @FieldResolver(() => StatementConnection, {
    description: '陈述 · What sources state of it, and is no number.',
  })
  statements(
    @Root() row: SourcedRow,
    @Args(() => StatementsArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(statementsOfSubject, { subject_id: row.key }, args, context, info);
  }
}

export const statementNodes = [nodeKind('sta_', 'Statement', statementById)];
