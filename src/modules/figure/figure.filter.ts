import { sql } from 'kysely';
import {
  code,
  date,
  described,
  enumeration,
  type Filter,
  filterOn,
  int,
  many,
  one,
  oneBy,
  type Row,
  text,
  tied,
} from '../../kit/filter/filter.ts';
import { chainFilter } from '../chain/chain.filter.ts';
import { organisationFilter, organisationFilters } from '../enterprise/organisation.filter.ts';
import { batchFilter } from '../project/batch.filter.ts';
import { projectFilter } from '../project/project.filter.ts';
import { eventFilter } from '../promotion/event.filter.ts';
import { tripFilter } from '../promotion/trip.filter.ts';
import { regionFilter } from '../region/region.filter.ts';
import { metricFilter } from '../source/metric.filter.ts';
import { observationFilter } from '../source/source.filter.ts';
import { subjectFilter } from '../subject/subject.filter.ts';

/** In how many documents a figure is told; twice in one is once. */
const documentsTelling = (row: Row) => sql`(
  select count(distinct evidence.document_id)::int
    from observation
    join evidence on evidence.id = observation.evidence_id
   where observation.figure_id = ${row.column('id')})`;

/** The first day on which a figure was told by anybody. */
const knownOn = (row: Row) => sql`(
  select min(known_on(observation.evidence_id, observation.as_of_latest))
    from observation where observation.figure_id = ${row.column('id')})`;

const of = (filter: () => Filter, description: string) =>
  described(description, one(filter, 'subject_id'));

export const figureFilter = filterOn('Figure', 'figure', {
  code: code('code'),
  metric: oneBy(
    () => metricFilter,
    tied((mine, theirs) => sql`${theirs.column('code')} = ${mine.column('metric')}`),
  ),
  kind: enumeration('ObservationKind', 'kind'),
  period: text('period_label'),
  periodFrom: date('period_from'),
  periodTo: date('period_to'),
  distinctDocuments: int(documentsTelling),
  knownOn: described('首次见于 · The first day on which it was known.', date(knownOn)),
  observations: many(() => observationFilter, 'figure_id'),
  region: of(() => regionFilter, '区域 · Only of a region, and such a one.'),
  organisation: of(() => organisationFilter, '组织 · Only of an organisation, and such a one.'),
  project: of(() => projectFilter, '项目 · Only of a project, and such a one.'),
  batch: of(() => batchFilter, '项目批次 · Only of a batch, and such a one.'),
  chain: of(() => chainFilter, '产业链 · Only of a chain, and such a one.'),
  trip: of(() => tripFilter, '招商出访 · Only of a trip, and such a one.'),
  event: of(() => eventFilter, '招商活动 · Only of an event, and such a one.'),
  namedSubject: of(() => subjectFilter, '登记主体 · Only of a named subject, and such a one.'),
});

const subjectFilters = [
  ...[regionFilter, ...organisationFilters, projectFilter, batchFilter, chainFilter],
  ...[tripFilter, eventFilter, subjectFilter],
];
for (const filter of subjectFilters) {
  filter.add({ figures: many(() => figureFilter, 'subject_id') });
}
