import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Args,
  Authorized,
  Ctx,
  Extensions,
  FieldResolver,
  ID,
  Info,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { MOMENTARY } from '../../kit/momentary.ts';
import { type ListArguments, listArgs } from '../../kit/relay/list-args.ts';
import { questionsOfRun } from '../../modules/enterprise/identity-question.queries.ts';
import { idOfRun } from '../run/run-id.ts';
import { IdentityQuestionsArgs } from '../../modules/enterprise/identity-question.resolver.ts';
import { IdentityQuestionConnection } from '../../modules/enterprise/identity-question.type.ts';
import type { RequestContext } from '../../request/context.ts';
import { pageOf } from '../../request/paging.ts';
import { importRowFilter, importRunFilter } from './import-run.filter.ts';
import { importRows, importRunById, type ImportRunRow, runsSeenBy } from './import-run.queries.ts';
import { ImportRowConnection, ImportRowOrder } from './import-row.type.ts';
import { ImportRunConnection, ImportRunOrder, ImportRunType } from './import-run.type.ts';

const RunsArgs = listArgs(importRunFilter, ImportRunOrder, 'The latest first');
const RowsArgs = listArgs(importRowFilter, ImportRowOrder, 'As they stand in the file');

/** What was delivered, and what became of it. */
@Resolver(() => ImportRunType)
export class ImportRunResolver {
  @Authorized('import:run')
  @Extensions(MOMENTARY)
  @Query(() => ImportRunType, {
    nullable: true,
    description: '导入批次 · One run by its id; for those with the permission import:run.',
  })
  importRun(
    @Arg('id', () => ID, { description: '标识 · The id of the run.' }) id: string,
    @Ctx() context: RequestContext,
  ) {
    return context.use(importRunById).load(id);
  }

  @Authorized('import:run')
  @Extensions(MOMENTARY)
  @Query(() => ImportRunConnection, {
    description: '导入批次 · The runs that you may see; for those with the permission import:run.',
  })
  importRuns(
    @Args(() => RunsArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { list, parent } = runsSeenBy(context.viewer);
    return pageOf(list, parent, args, context, info);
  }

  @FieldResolver()
  actor(@Root() { askedBy }: ImportRunRow, @Ctx() { viewer }: RequestContext) {
    return viewer.permissions.has('actor:read') ? askedBy : null;
  }

  @FieldResolver(() => ImportRowConnection, {
    description: '导入行 · Its rows, and what became of each.',
  })
  rows(
    @Root() { key }: ImportRunRow,
    @Args(() => RowsArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(importRows, { run: key }, args, context, info);
  }

  @Authorized('enterprise:merge')
  @FieldResolver(() => IdentityQuestionConnection, {
    description:
      '身份待判 · Whom it leaves to decide: what it asked first, and no run before it; for those who may merge enterprises.',
  })
  questions(
    @Root() { key }: ImportRunRow,
    @Args(() => IdentityQuestionsArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(questionsOfRun, { run: idOfRun(key) }, args, context, info);
  }
}
