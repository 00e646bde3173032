import { defineEntity, p } from '@mikro-orm/core';
import { exactDecimal } from '../../db/exact-decimal.ts';
import { rowId } from '../../db/row-id.ts';
import { Evidence, qualifiers } from '../source/source.entity.ts';
import { Project } from './project.entity.ts';

const InvestmentReportSchema = defineEntity({
  name: 'InvestmentReport',
  tableName: 'investment_report',
  properties: {
    id: rowId(),
    project: () => p.manyToOne(Project).ref(),
    periodFrom: p.date(),
    periodTo: p.date(),
    amount: exactDecimal(18, 4),
    qualifier: p.enum(qualifiers),
    evidence: () => p.manyToOne(Evidence).ref(),
  },
});

/** What was invested in a project in a month, quarter or year (投资报送), 亿元. */
export class InvestmentReport extends InvestmentReportSchema.class {}
InvestmentReportSchema.setClass(InvestmentReport);
