import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { BadInput } from '../../kit/errors.ts';
import { inputOf } from '../../kit/filter/inputs.ts';
import { readFilter } from '../../kit/filter/read-filter.ts';
import { DateScalar } from '../../kit/scalars.ts';
import type { RequestContext } from '../../request/context.ts';
import { AS_OF, QuantityType } from '../source/source.type.ts';
import { comparedOf, figureOf, knownAt } from './compared.ts';
import { compare } from './comparison.ts';
import { FigureComparisonType, FigureSumType, RankedFigureType } from './comparison.type.ts';
import { NotComparable } from './figure.errors.ts';
import { figureFilter } from './figure.filter.ts';
import { canonicalOfFigure } from './figure-values.ts';
import type { FigureRow } from './figure.queries.ts';
import { figuresMatching } from './matching.queries.ts';
import { quotientOf } from './quantity.ts';
import { rank } from './ranking.ts';
import { add } from './summing.ts';

const DECIMALS =
  '小数位 · To how many decimal places, 0 to 6; a bound is rounded so that it holds.';

/** What figures come to beside each other: compared, divided, ranked, added up. */
@Resolver()
export class FigureComparisonResolver {
  @Query(() => FigureComparisonType, {
    description: '数据比对 · Holds one figure against another, or tells why one must not.',
  })
  async compareFigures(
    @Arg('a', () => String, { description: '甲项 · The code of the first figure.' }) a: string,
    @Arg('b', () => String, { description: '乙项 · The code of the one it is held against.' })
    b: string,
    @Arg('decimals', () => Int, { defaultValue: 2, description: DECIMALS }) decimals: number,
    @Arg('asOf', () => DateScalar, { nullable: true, description: AS_OF }) asOf: string | null,
    @Ctx() context: RequestContext,
  ) {
    checkDecimals(decimals);
    const [one, other] = await Promise.all([
      figureOf(a, asOf, context, ['a']),
      figureOf(b, asOf, context, ['b']),
    ]);
    const [mine, theirs] = await Promise.all([
      comparedOf(one, context),
      comparedOf(other, context),
    ]);
    return { a: one, b: other, ...compare(mine, theirs, decimals) };
  }

  @Query(() => QuantityType, {
    nullable: true,
    description:
      '均值 · What there is of a total for each of a count; null while one has no value.',
  })
  async meanFigure(
    @Arg('total', () => String, {
      description: '总量 · The code of the figure that is shared out.',
    })
    total: string,
    @Arg('count', () => String, { description: '个数 · The code of the one that counts.' })
    count: string,
    @Arg('decimals', () => Int, { defaultValue: 2, description: DECIMALS }) decimals: number,
    @Arg('asOf', () => DateScalar, { nullable: true, description: AS_OF }) asOf: string | null,
    @Ctx() context: RequestContext,
  ) {
    checkDecimals(decimals);
    const [whole, parts] = await Promise.all([
      figureOf(total, asOf, context, ['total']),
      figureOf(count, asOf, context, ['count']),
    ]);
    refuseMean(whole, parts);
    const [sum, number] = await Promise.all([
      canonicalOfFigure(whole, context),
      canonicalOfFigure(parts, context),
    ]);
    return sum && number && quotientOf(sum, number, decimals, whole.metric.unit);
  }

  @Query(() => [RankedFigureType], {
    description:
      '数据排名 · Puts figures in the order of their values; refuses what does not rank.',
  })
  async rankFigures(
    @Arg('filter', () => inputOf(figureFilter), {
      description: '条件 · Which figures: of one metric, kind and level.',
    })
    filter: object,
    @Arg('ascending', () => Boolean, {
      defaultValue: false,
      description: '升序 · The smallest first.',
    })
    ascending: boolean,
    @Arg('asOf', () => DateScalar, { nullable: true, description: AS_OF }) asOf: string | null,
    @Ctx() context: RequestContext,
  ) {
    const found = await figuresMatching(context.db, readFilter(figureFilter, filter));
    const known = await Promise.all(found.map((figure) => knownAt(figure, asOf, context)));
    const items = await Promise.all(
      known
        .filter((figure) => figure !== null)
        .map(async (figure) => [figure, await comparedOf(figure, context)] as const),
    );
    return rank(items, ascending).map(({ item, ...place }) => ({ ...place, figure: item }));
  }

  @Query(() => FigureSumType, {
    description: '数据合计 · Adds figures up: of one unit and nature, and nothing twice.',
  })
  async sumFigures(
    @Arg('figures', () => [String], { description: '数据项 · Their codes, at most 200.' })
    codes: string[],
    @Arg('asOf', () => DateScalar, { nullable: true, description: AS_OF }) asOf: string | null,
    @Ctx() context: RequestContext,
  ) {
    if (codes.length > 200) {
      throw new BadInput(`"figures" names ${codes.length}; add up at most 200.`, ['figures'], {
        asked: codes.length,
        allowed: 200,
      });
    }
    const parts = await Promise.all(
      [...new Set(codes)].map(async (code) => {
        const item = await figureOf(code, asOf, context, ['figures']);
        return { item, compared: await comparedOf(item, context) };
      }),
    );
    const { quantity, counted, leftOut, warnings } = add(parts, ['figures']);
    return {
      quantity,
      figures: counted,
      leftOut: leftOut.map(({ item, ...why }) => ({ ...why, figure: item })),
      warnings: warnings.map(({ items, ...warning }) => ({ ...warning, figures: items })),
    };
  }
}

function refuseMean(whole: FigureRow, parts: FigureRow): void {
  if (parts.metric.unit !== 'COUNT') {
    throw new NotComparable(
      'UNIT',
      `${parts.metric.code} counts nothing: name a figure in COUNT.`,
      ['count'],
    );
  }
  if (!whole.metric.isAdditive) {
    throw new NotComparable('NOT_ADDITIVE', `${whole.metric.code} cannot be shared out.`, [
      'total',
    ]);
  }
  if (whole.subjectId !== parts.subjectId) {
    throw new NotComparable('SCOPE', 'The two figures are of different subjects.', ['count']);
  }
}

function checkDecimals(decimals: number): void {
  if (decimals >= 0 && decimals <= 6) return;
  throw new BadInput(`"decimals" is ${decimals}; it lies between 0 and 6.`, ['decimals'], {
    asked: decimals,
    allowed: 6,
  });
}
