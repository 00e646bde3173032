import { namedByCode } from '../project/project-update.changes.ts';
import { projectUpdateKinds } from '../project/project-update.kinds.ts';
import { eventById } from './event.queries.ts';
import { tripById } from './trip.queries.ts';

/** What promotion adds to the updates of projects: kinds, and how its rows are named. */

projectUpdateKinds({
  LEAD_RECORDED: '登记线索 · A lead about it was noted on a trip.',
  LEAD_CORRECTED: '更正线索 · A lead about it was corrected.',
  LEAD_BECAME_PROJECT: '线索转项目 · It was made of a lead, or a lead turned out to be it.',
});

namedByCode(['trip'], tripById);
namedByCode(['event'], eventById);
