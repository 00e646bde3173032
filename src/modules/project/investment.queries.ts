import { sql } from 'kysely';
import { pagedList } from '../../request/loaders.ts';
import { investmentFilter } from './investment.filter.ts';

export interface InvestmentRow {
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly evidenceId: string;
}

/** What was reported of a project, by period. */
export const investmentsOfProject = pagedList<InvestmentRow>({
  name: 'investmentsOfProject',
  parent: { project_id: 'uuid' },
  tie: sql`investment_report.project_id = wanted.project_id`,
  from: sql`investment_report`,
  columns: {
    always: {
      periodFrom: sql`investment_report.period_from`,
      periodTo: sql`investment_report.period_to`,
      amount: sql`trim_scale(investment_report.amount)::text`,
      qualifier: sql`investment_report.qualifier`,
      evidenceId: sql`investment_report.evidence_id`,
    },
    byField: {},
  },
  key: sql`investment_report.id`,
  filter: investmentFilter,
  row: 'investment_report',
  orders: {
    PERIOD: { by: sql`investment_report.period_from`, type: 'date' },
    PERIOD_DESC: { by: sql`investment_report.period_from`, type: 'date', isDescending: true },
  },
});
