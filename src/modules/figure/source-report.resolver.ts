import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { DateScalar } from '../../kit/scalars.ts';
import type { RequestContext } from '../../request/context.ts';
import type { DocumentRow } from '../source/source.queries.ts';
import { SourceDocumentType } from '../source/source.type.ts';
import { type CrossVerdict, verdictOfComputed } from './figure-value.ts';
import { canonicalOfFigure, computedOfFigure, verdictOfFigure } from './figure-values.ts';
import type { FigureRow } from './figure.queries.ts';
import { coverageOfDocument, figuresOfDocument } from './source-report.queries.ts';
import {
  FailedRuleType,
  type FigureRule,
  figureRules,
  SourceCoverageType,
  SourceFreshnessType,
} from './source-report.type.ts';

/** How old each source is, how much of it is here, and what of it does not add up. */
@Resolver(() => SourceDocumentType)
export class SourceReportResolver {
  @FieldResolver(() => SourceCoverageType, {
    description: '来源覆盖 · How much of it is in the graph.',
  })
  coverage(@Root() document: DocumentRow, @Ctx() context: RequestContext) {
    return context.use(coverageOfDocument).load(document.key);
  }

  @FieldResolver(() => SourceFreshnessType, { description: '新鲜度 · How old it is on a day.' })
  async freshness(
    @Root() document: DocumentRow,
    @Arg('on', () => DateScalar, { description: '在 · The day that it is asked of.' }) on: string,
    @Ctx() context: RequestContext,
  ): Promise<SourceFreshnessType> {
    const coverage = await context.use(coverageOfDocument).load(document.key);
    const latestAsOf = coverage?.latestAsOf ?? null;
    return {
      daysSincePublished: daysBetween(document.publishedOn.latest, on),
      latestAsOf,
      daysSinceLatest: daysBetween(latestAsOf, on),
    };
  }

  @FieldResolver(() => [FailedRuleType], {
    description: '未通过规则 · What of its figures does not add up, or not yet.',
  })
  async failedRules(
    @Root() document: DocumentRow,
    @Ctx() context: RequestContext,
  ): Promise<FailedRuleType[]> {
    const figures = await context.use(figuresOfDocument).load(document.key);
    const broken = await Promise.all(
      figures.map(async (figure) => [figure, await rulesBrokenBy(figure, context)] as const),
    );
    return figureRules.flatMap((rule) => {
      const found = broken.flatMap(([figure, rules]) => (rules.includes(rule) ? [figure] : []));
      return found.length > 0 ? [{ rule, figures: found }] : [];
    });
  }
}

const OF_MEMBERS: Partial<Record<CrossVerdict, FigureRule>> = {
  DISAGREE: 'MEMBERS_DISAGREE',
  UNRESOLVED: 'MEMBERS_MISSING',
};

async function rulesBrokenBy(figure: FigureRow, context: RequestContext): Promise<FigureRule[]> {
  const [verdict, canonical, computed] = await Promise.all([
    verdictOfFigure(figure, context),
    canonicalOfFigure(figure, context),
    computedOfFigure(figure, context),
  ]);
  const ofMembers = computed && OF_MEMBERS[verdictOfComputed(canonical, computed) ?? 'AGREE'];
  return [
    ...(verdict === 'DISAGREE' ? ['DOCUMENTS_DISAGREE' as const] : []),
    ...(ofMembers ? [ofMembers] : []),
  ];
}

const DAY = 86_400_000;

function daysBetween(from: string | null, to: string): number | null {
  return from === null ? null : Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}
