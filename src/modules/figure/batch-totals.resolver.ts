import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { inputOf } from '../../kit/filter/inputs.ts';
import { readFilter } from '../../kit/filter/read-filter.ts';
import { DateScalar } from '../../kit/scalars.ts';
import type { RequestContext } from '../../request/context.ts';
import { batchFilter } from '../project/batch.filter.ts';
import { AS_OF } from '../source/source.type.ts';
import { batchTotals } from './batch-totals.ts';
import { BatchTotalsType } from './batch-totals.type.ts';
import { batchesMatching } from './matching.queries.ts';

@Resolver()
export class BatchTotalsResolver {
  @Query(() => BatchTotalsType, {
    description:
      '批次合计 · What batches add up to, by region and in all: none twice, and what is open is said.',
  })
  async batchTotals(
    @Arg('filter', () => inputOf(batchFilter), {
      nullable: true,
      description: '条件 · Only those that match.',
    })
    filter: object | null,
    @Arg('asOf', () => DateScalar, { nullable: true, description: AS_OF }) asOf: string | null,
    @Ctx() context: RequestContext,
  ) {
    const batches = await batchesMatching(context.db, readFilter(batchFilter, filter));
    return batchTotals(batches, asOf, context);
  }
}
