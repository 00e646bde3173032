import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Args,
  Authorized,
  Ctx,
  FieldResolver,
  Info,
  Mutation,
  Resolver,
  Root,
} from 'type-graphql';
import { type ListArguments, listArgs } from '../../kit/relay/list-args.ts';
import type { RequestContext } from '../../request/context.ts';
import { mutate } from '../../request/mutation.ts';
import { pageOf } from '../../request/paging.ts';
import { reportInvestment } from './investment.commands.ts';
import { investmentFilter } from './investment.filter.ts';
import { type InvestmentRow, investmentsOfProject } from './investment.queries.ts';
import {
  InvestmentOrder,
  InvestmentReportConnection,
  InvestmentReportType,
  ReportInvestmentInput,
  ReportInvestmentPayload,
} from './investment.type.ts';
import { writePeriod } from './period.ts';
import { projectById, type ProjectRow } from './project.queries.ts';
import { ProjectType } from './project.type.ts';

const InvestmentsArgs = listArgs(investmentFilter, InvestmentOrder, 'By period');

/** What reports of investment add to a project. */
@Resolver(() => ProjectType)
export class ProjectInvestmentResolver {
  @Authorized('investment:read')
  @FieldResolver(() => InvestmentReportConnection, {
    nullable: true,
    description:
      '投资报送 · What was reported as invested in it, by period; null, with an error, for whoever may not read it.',
  })
  investmentReports(
    @Root() project: ProjectRow,
    @Args(() => InvestmentsArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(investmentsOfProject, { project_id: project.key }, args, context, info);
  }
}

@Resolver(() => InvestmentReportType)
export class InvestmentReportResolver {
  @Authorized('investment:report')
  @Mutation(() => ReportInvestmentPayload, {
    description:
      '报送投资 · Reports what was invested in a project in a period; again, it is put right.',
  })
  reportInvestment(
    @Arg('input', () => ReportInvestmentInput, { description: '输入 · The period and the amount.' })
    input: ReportInvestmentInput,
    @Ctx() context: RequestContext,
  ) {
    const shown = { project: projectById };
    return mutate(context, 'reportInvestment', reportInvestment, input, shown);
  }

  @FieldResolver()
  period(@Root() { periodFrom, periodTo }: InvestmentRow) {
    return writePeriod({ from: periodFrom, to: periodTo });
  }
}
