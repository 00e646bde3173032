import { Field, InputType, ObjectType } from 'type-graphql';
import { graphEnum } from '../../kit/graph-enum.ts';
import { payloadOf } from '../../kit/payload.type.ts';
import { connectionOf } from '../../kit/relay/relay.type.ts';
import { DateScalar, DecimalScalar } from '../../kit/scalars.ts';
import { Qualifier, Sourced } from '../source/source.type.ts';
import type { InvestmentReporting } from './investment.commands.ts';
import { OfProjectInput } from './project-moves.type.ts';
import { shownProject } from './project-writes.type.ts';

export const InvestmentOrder = graphEnum(
  'InvestmentReportOrder',
  '投资报送排序 · How reports of investment are ordered.',
  {
    PERIOD: '按时期 · By the first day of the period, earliest first.',
    PERIOD_DESC: '按时期倒序 · By the first day of the period, latest first.',
  },
);

@ObjectType('InvestmentReport', {
  description:
    '投资报送 · What was invested in a project in a month, quarter or year, as reported.',
  implements: Sourced,
  simpleResolvers: true,
})
export class InvestmentReportType {
  @Field(() => String, { description: '时期 · The period, as "2024-03", "2024-Q1" or "2024".' })
  period!: string;

  @Field(() => DateScalar, { description: '时期起始 · Its first day.' })
  periodFrom!: string;

  @Field(() => DateScalar, { description: '时期截止 · Its last day.' })
  periodTo!: string;

  @Field(() => DecimalScalar, { description: '完成投资 · What was invested, 亿元.' })
  amount!: string;

  @Field(() => Qualifier, { description: '限定 · How exactly that is said.' })
  qualifier!: string;
}

export const InvestmentReportConnection = connectionOf(
  InvestmentReportType,
  'InvestmentReport',
  '投资报送',
);

@InputType('ReportInvestmentInput', {
  description: '报送投资输入 · What was invested in a project in a period.',
})
export class ReportInvestmentInput extends OfProjectInput implements InvestmentReporting {
  @Field(() => String, {
    description: '时期 · A month, quarter or year that has begun: "2024-03", "2024-Q1" or "2024".',
  })
  period!: string;

  @Field(() => DecimalScalar, { description: '完成投资 · 亿元; 0 where nothing was invested.' })
  amount!: string;

  @Field(() => Qualifier, {
    nullable: true,
    description: '限定 · How exactly that is said: EXACT unless told.',
  })
  qualifier?: InvestmentReporting['qualifier'];
}

export const ReportInvestmentPayload = payloadOf('ReportInvestment', '报送投资', shownProject);
