import { date, decimal, enumeration, filterOn } from '../../kit/filter/filter.ts';
import { sourced } from '../source/source.filter.ts';

/** Of its own list alone: a condition on projects would tell amounts to whom may not read them. */
export const investmentFilter = filterOn('InvestmentReport', 'investment_report', {
  periodFrom: date('period_from'),
  periodTo: date('period_to'),
  amount: decimal('amount'),
  qualifier: enumeration('Qualifier', 'qualifier'),
  ...sourced,
});
