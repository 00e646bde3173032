import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { type ListArguments, listArgs } from '../../kit/relay/list-args.ts';
import type { RequestContext } from '../../request/context.ts';
import { nodeKind } from '../../request/node.ts';
import { pageOf } from '../../request/paging.ts';
import { discrepancyFilter } from './discrepancy.filter.ts';
import { rulingOfEach, sidesOfEach } from './discrepancy.loaders.ts';
import {
  discrepancies,
  discrepancyByCode,
  discrepancyById,
  type DiscrepancyRow,
} from './discrepancy.queries.ts';
import { DiscrepancyConnection, DiscrepancyOrder, DiscrepancyType } from './discrepancy.type.ts';

const DiscrepanciesArgs = listArgs(discrepancyFilter, DiscrepancyOrder, 'By code');

@Resolver(() => DiscrepancyType)
export class DiscrepancyResolver {
  @Query(() => DiscrepancyType, {
    nullable: true,
    description: '比对 · One discrepancy by its code.',
  })
  discrepancy(
    @Arg('code', () => String, { description: '代码 · Its code.' }) code: string,
    @Ctx() context: RequestContext,
  ) {
    return context.use(discrepancyByCode).load(code);
  }

  @Query(() => DiscrepancyConnection, { description: '比对 · All discrepancies.' })
  discrepancies(
    @Args(() => DiscrepanciesArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(discrepancies, {}, args, context, info);
  }

  @FieldResolver()
  async sideA(@Root() row: DiscrepancyRow, @Ctx() context: RequestContext) {
    return (await context.use(sidesOfEach).load(row)).a;
  }

  @FieldResolver()
  async sideB(@Root() row: DiscrepancyRow, @Ctx() context: RequestContext) {
    return (await context.use(sidesOfEach).load(row)).b;
  }

  @FieldResolver()
  async verdict(@Root() row: DiscrepancyRow, @Ctx() context: RequestContext) {
    return (await context.use(rulingOfEach).load(row))?.verdict ?? row.judgedVerdict;
  }

  @FieldResolver()
  async decidedBy(@Root() row: DiscrepancyRow, @Ctx() context: RequestContext) {
    return (await context.use(rulingOfEach).load(row)) ? 'RULE' : 'JUDGEMENT';
  }

  @FieldResolver()
  async rule(@Root() row: DiscrepancyRow, @Ctx() context: RequestContext) {
    return (await context.use(rulingOfEach).load(row))?.rule;
  }

  @FieldResolver()
  async reason(@Root() row: DiscrepancyRow, @Ctx() context: RequestContext) {
    return (await context.use(rulingOfEach).load(row))?.reason;
  }
}

export const discrepancyNodes = [nodeKind('dis_', 'Discrepancy', discrepancyById)];
