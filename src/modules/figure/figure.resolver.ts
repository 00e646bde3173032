import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Info, Query } from 'type-graphql';
import { Resolver, Root } from 'type-graphql';
import type { Connection, Paged } from '../../kit/relay/connection.ts';
import type { ParentKey } from '../../kit/relay/list.ts';
import { type ListArguments, listArgs } from '../../kit/relay/list-args.ts';
import { DateScalar } from '../../kit/scalars.ts';
import type { RequestContext } from '../../request/context.ts';
import type { PagedList } from '../../request/loaders.ts';
import { nodeKind } from '../../request/node.ts';
import { pageOf } from '../../request/paging.ts';
import type { SourcedRow } from '../source/source.queries.ts';
import { AS_OF, Reported } from '../source/source.type.ts';
import { knownFigure } from './compared.ts';
import { figureFilter } from './figure.filter.ts';
import {
  type Computed,
  differenceToComputed,
  type CrossVerdict,
  verdictOfComputed,
} from './figure-value.ts';
import {
  canonicalOfFigure,
  computedOfFigure,
  documentsOfFigure,
  reportsOf,
  verdictOfFigure,
} from './figure-values.ts';
import {
  actualOfEach,
  figureById,
  type FigureRow,
  figures,
  figuresOfSubject,
} from './figure.queries.ts';
import { ComputedType, FigureConnection, FigureOrder, FigureType } from './figure.type.ts';
import { progressOf } from './progress.ts';
import type { Quantity } from './quantity.ts';
import { subjectOf } from './subjects-of-figures.ts';

@ArgsType()
class FiguresArgs extends listArgs(figureFilter, FigureOrder, 'By code') {
  @Field(() => DateScalar, { nullable: true, description: AS_OF })
  asOf?: string | null;
}

/** A computed value with the figure that it is of. */
interface ComputedRow extends Computed {
  readonly canonical: Quantity | null;
}

@Resolver(() => FigureType)
export class FigureResolver {
  @Query(() => FigureType, {
    nullable: true,
    description: '数据项 · One figure by its code; null where nobody told it by then.',
  })
  figure(
    @Arg('code', () => String, { description: '代码 · Its code.' }) code: string,
    @Arg('asOf', () => DateScalar, { nullable: true, description: AS_OF }) asOf: string | null,
    @Ctx() context: RequestContext,
  ) {
    return knownFigure(code, asOf, context);
  }

  @Query(() => FigureConnection, { description: '数据项 · All figures.' })
  figures(
    @Args(() => FiguresArgs) args: FiguresArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return figuresAsOf(figures, {}, args, context, info);
  }

  @FieldResolver()
  subject(@Root() figure: FigureRow, @Ctx() context: RequestContext) {
    return subjectOf(figure, context);
  }

  @FieldResolver()
  observations(@Root() figure: FigureRow, @Ctx() context: RequestContext) {
    return reportsOf(figure, context);
  }

  @FieldResolver()
  canonical(@Root() figure: FigureRow, @Ctx() context: RequestContext) {
    return canonicalOfFigure(figure, context);
  }

  @FieldResolver()
  distinctDocuments(@Root() figure: FigureRow, @Ctx() context: RequestContext) {
    return documentsOfFigure(figure, context);
  }

  @FieldResolver()
  verdict(@Root() figure: FigureRow, @Ctx() context: RequestContext) {
    return verdictOfFigure(figure, context);
  }

  @FieldResolver()
  async computed(
    @Root() figure: FigureRow,
    @Ctx() context: RequestContext,
  ): Promise<ComputedRow | null> {
    const [computed, canonical] = await Promise.all([
      computedOfFigure(figure, context),
      canonicalOfFigure(figure, context),
    ]);
    return computed && { ...computed, canonical };
  }

  @FieldResolver()
  async difference(@Root() figure: FigureRow, @Ctx() context: RequestContext) {
    const computed = await this.computed(figure, context);
    return computed && differenceToComputed(computed.canonical, computed);
  }

  @FieldResolver()
  async progress(@Root() figure: FigureRow, @Ctx() context: RequestContext) {
    const actual = await context.use(actualOfEach).load(figure.key);
    return actual && progressOf(figure, { ...actual, asOf: figure.asOf ?? null }, context);
  }
}

@Resolver(() => ComputedType)
export class ComputedResolver {
  @FieldResolver()
  difference(@Root() computed: ComputedRow): Quantity | null {
    return differenceToComputed(computed.canonical, computed);
  }

  @FieldResolver()
  verdict(@Root() computed: ComputedRow): CrossVerdict | null {
    return verdictOfComputed(computed.canonical, computed);
  }
}

/** What figures add to everything that sources report numbers of. */
@Resolver(() => Reported)
export class ReportedFiguresResolver {
  @FieldResolver(() => FigureConnection, {
    description: '数据项 · Its numbers, each with all who report it.',
  })
  figures(
    @Root() row: SourcedRow,
    @Args(() => FiguresArgs) args: FiguresArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return figuresAsOf(figuresOfSubject, { subject_id: row.key }, args, context, info);
  }
}

/** A page of figures of which any was known on a day; each goes on to speak as of that day. */
async function figuresAsOf(
  list: PagedList<FigureRow>,
  parent: ParentKey,
  { asOf = null, filter, ...args }: FiguresArgs & ListArguments,
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<Connection<FigureRow & Paged>> {
  if (asOf === null)
    return pageOf(list, parent, { ...args, filter: filter ?? null }, context, info);
  const known = { knownOn: { lte: asOf } };
  const asked = { ...args, filter: filter ? { and: [filter, known] } : known, within: asOf };
  const page = await pageOf(list, parent, asked, context, info);
  for (const figure of page.nodes) Object.assign(figure, { asOf });
  return page;
}

export const figureNodes = [nodeKind('fig_', 'Figure', figureById)];
