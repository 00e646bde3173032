import type { RequestContext, RequestScoped } from '../../request/context.ts';
import type { Keyed, RowLoader } from '../../request/loaders.ts';
import { chainById } from '../chain/chain.queries.ts';
import { organisationById } from '../enterprise/organisation.queries.ts';
import { batchById } from '../project/batch.queries.ts';
import { projectById } from '../project/project.queries.ts';
import { eventById } from '../promotion/event.queries.ts';
import { tripById } from '../promotion/trip.queries.ts';
import { regionById } from '../region/region.queries.ts';
import type { SubjectType } from '../source/subject.ts';
import { subjectById } from '../subject/subject.queries.ts';

const loaders: Readonly<Record<SubjectType, RequestScoped<RowLoader<Keyed>>>> = {
  region: regionById,
  organisation: organisationById,
  project: projectById,
  project_batch: batchById,
  industry_chain: chainById,
  promotion_trip: tripById,
  promotion_event: eventById,
  named_subject: subjectById,
};

/** What a figure is of, by its own type's loader: one statement a type for a whole page. */
export const subjectOf = (
  { subjectType, subjectId }: { readonly subjectType: SubjectType; readonly subjectId: string },
  context: RequestContext,
): Promise<Keyed | null> => context.use(loaders[subjectType]).load(subjectId);
