import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../request/context.ts';
import { nodeKind } from '../../request/node.ts';
import { cited } from './citing.ts';
import { documentById } from './document.queries.ts';
import {
  evidenceById,
  observationById,
  observationsOfEach,
  type SourcedRow,
} from './source.queries.ts';
import { Reported, Sourced } from './source.type.ts';

/** Where anything is told: one resolver for every type that has evidence. */
@Resolver(() => Sourced)
export class SourcedResolver {
  @FieldResolver()
  async evidence(@Root() row: SourcedRow, @Ctx() context: RequestContext) {
    return cited(row.evidence ?? (await context.use(evidenceById).load(row.evidenceId)), context);
  }
}

/** What sources report of anything: one resolver for every type that can be a subject. */
@Resolver(() => Reported)
export class ReportedResolver {
  @FieldResolver()
  observations(@Root() row: SourcedRow, @Ctx() context: RequestContext) {
    return context.use(observationsOfEach).load(row.key);
  }
}

export const sourceNodes = [
  nodeKind('doc_', 'SourceDocument', documentById),
  nodeKind('evd_', 'Evidence', evidenceById),
  nodeKind('obs_', 'Observation', observationById),
];
