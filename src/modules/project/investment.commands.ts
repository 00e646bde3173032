import { Decimal } from 'decimal.js';
import { today } from '../../kit/clock.ts';
import { BadInput, DomainError } from '../../kit/errors.ts';
import { command } from '../../request/command.ts';
import { held } from '../../request/held.ts';
import { assignChanged } from '../../request/put.ts';
import type { qualifiers } from '../source/source.entity.ts';
import { type Resubmitted, submittedEvidence } from '../source/submission.commands.ts';
import { InvestmentReport } from './investment.entity.ts';
import { readPeriod } from './period.ts';
import { Project } from './project.entity.ts';

class PeriodToCome extends DomainError {
  readonly code = 'PERIOD_TO_COME';

  constructor(period: string, begins: string) {
    super(`The period ${period} begins on ${begins}: report what was invested when it has begun.`, [
      'period',
    ]);
  }
}

export interface InvestmentReporting extends Resubmitted {
  /** The project's. */
  readonly code: string;
  /** "2024-03", "2024-Q1" or "2024". */
  readonly period: string;
  /** 亿元; 0 where nothing was. */
  readonly amount: string;
  readonly qualifier?: (typeof qualifiers)[number] | null;
}

/**
 * Reports what was invested in a project in a period, once; reported again, the amount is put right.
 * A month, its quarter and its year are three reports, which nobody adds up.
 */
export const reportInvestment = command(async (context, input: InvestmentReporting) => {
  const { em, asked, record } = context;
  const period = readPeriod(input.period);
  const { from: periodFrom, to: periodTo } = period;
  if (periodFrom > today()) throw new PeriodToCome(input.period, periodFrom);
  if (new Decimal(input.amount).isNegative()) {
    throw new BadInput('What was invested is 0 or more, in 亿元.', ['amount']);
  }
  const reportOf = (project: Project) =>
    em.findOne(InvestmentReport, { project, periodFrom, periodTo });
  // Some may report who may not read: a conflict would tell them the amount all the same.
  const readsAmounts = asked?.viewer.permissions.has('investment:read') ?? true;
  const project = await held(context, Project, input.code, input, async (found) => {
    if (!readsAmounts) return {};
    const report = await reportOf(found);
    return {
      amount: report ? new Decimal(report.amount).toFixed() : null,
      qualifier: report?.qualifier ?? null,
    };
  });
  const { amount } = input;
  const qualifier = input.qualifier ?? 'EXACT';
  const known = await reportOf(project);
  if (known && !assignChanged(em, known, { amount, qualifier })) return { project: project.id };
  const evidence = await submittedEvidence(context, input);
  if (known) em.assign(known, { evidence });
  else
    em.create(InvestmentReport, {
      project,
      ...{ periodFrom, periodTo, amount, qualifier, evidence },
    });
  record('INVESTMENT_REPORTED', project);
  return { project: project.id };
});
