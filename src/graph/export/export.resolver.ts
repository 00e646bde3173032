import { Arg, Authorized, Ctx, Extensions, Query, Resolver } from 'type-graphql';
import { MOMENTARY } from '../../kit/momentary.ts';
import type { RequestContext } from '../../request/context.ts';
import { ExportInput, ExportType } from './export.type.ts';

@Resolver()
export class ExportResolver {
  @Authorized('graph:export')
  @Extensions(MOMENTARY)
  @Query(() => ExportType, {
    description:
      '导出 · A link to a file of a whole list, in one snapshot; for those with the permission graph:export.',
  })
  export(
    @Arg('input', () => ExportInput, { description: '导出条件 · What to export, and how.' })
    input: ExportInput,
    @Ctx() context: RequestContext,
  ) {
    const { exportLinks, viewer } = context;
    if (!exportLinks) throw new Error('Nobody gives links to exports here.');
    return exportLinks.linkTo(input, viewer);
  }
}
