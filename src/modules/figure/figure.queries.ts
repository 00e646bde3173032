import { sql } from 'kysely';
import { type Columns, select } from '../../kit/columns.ts';
import type { Order } from '../../kit/relay/list.ts';
import { allOfEach, oneByKey, pagedList } from '../../request/loaders.ts';
import { metricObject, type MetricRow } from '../source/metric.queries.ts';
import {
  evidenceObject,
  type EvidenceRow,
  type ObservationRow,
  observationColumns,
} from '../source/source.queries.ts';
import type { SubjectType } from '../source/subject.ts';
import { figureFilter } from './figure.filter.ts';
import type { Quantity } from './quantity.ts';

export interface FigureRow {
  readonly key: string;
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly subjectType: SubjectType;
  readonly subjectId: string;
  readonly metric: MetricRow;
  /** The day as of which it is asked for; null for now. */
  readonly asOf?: string | null;
}

/** What tells a figure from all others. */
export type FigureIdentity = Omit<FigureRow, 'id' | 'code'>;

export const figureColumns: Columns = {
  always: {
    key: sql`figure.id`,
    kind: sql`figure.kind`,
    subjectType: sql`figure.subject_type`,
    subjectId: sql`figure.subject_id`,
    metric: metricObject,
  },
  byField: {
    id: { id: sql`'fig_' || figure.id` },
    code: { code: sql`figure.code` },
    period: { period: sql`figure.period_label` },
    periodFrom: { periodFrom: sql`figure.period_from` },
    periodTo: { periodTo: sql`figure.period_to` },
  },
};

export const figureTables = sql`figure join metric on metric.code = figure.metric`;

const orders: Record<string, Order> = {
  CODE: { by: sql`figure.code`, type: 'text' },
  CODE_DESC: { by: sql`figure.code`, type: 'text', isDescending: true },
};

const everyFigure = {
  parent: {},
  from: figureTables,
  columns: figureColumns,
  key: sql`figure.id`,
  orders,
  filter: figureFilter,
  row: 'figure',
};

export const figures = pagedList<FigureRow>({ ...everyFigure, name: 'figures' });

/** The figures of one subject. */
export const figuresOfSubject = pagedList<FigureRow>({
  ...everyFigure,
  name: 'figuresOfSubject',
  parent: { subject_id: 'uuid' },
  tie: sql`figure.subject_id = wanted.subject_id`,
});

export const figureById = oneByKey<FigureRow>(
  (ids) =>
    sql`select ${select(figureColumns)} from ${figureTables} where figure.id = any (${[...ids]})`,
);

export const figureByCode = oneByKey<FigureRow>(
  (codes) => sql`
    select ${select(figureColumns)}, figure.code as "soughtBy"
      from ${figureTables} where figure.code = any (${[...codes]})`,
);

/** Every figure of each subject, for what looks one up among them. */
export const figuresOfSubjects = allOfEach<FigureRow>(
  (subjects) => sql`
    select ${select(figureColumns)}, figure.subject_id as parent
      from ${figureTables}
     where figure.subject_id = any (${[...subjects]})
     order by figure.code`,
);

/** The actual that a target, a plan or a forecast is held against: of the same subject and metric, the latest. */
export const actualOfEach = oneByKey<FigureRow>(
  (ids) => sql`
    select distinct on (aim.id) ${select(figureColumns)}, aim.id as "soughtBy"
      from figure aim
      join figure on figure.subject_id = aim.subject_id and figure.metric = aim.metric
       and figure.kind = 'ACTUAL'
       and (aim.period_to is null or figure.period_from is null or figure.period_from <= aim.period_to)
      join metric on metric.code = figure.metric
     where aim.id = any (${[...ids]}) and aim.kind <> 'ACTUAL' and not metric.planned_by_nature
     order by aim.id, figure.period_to desc nulls last, figure.id`,
);

export interface ReportRow extends ObservationRow {
  readonly quantity: Quantity;
  readonly evidence: EvidenceRow & { readonly role: string };
  /** From when on it was known: the day of the document, else the day of which it is told. */
  readonly knownOn: string | null;
}

/** What each figure's sources report, with the evidence and its document: they decide what holds. */
export const reportsOfEach = allOfEach<ReportRow>(
  (figureIds) => sql`
    select observation.figure_id as parent, ${observationColumns}, ${evidenceObject} as evidence,
           coalesce(source_document.published_latest, observation.as_of_latest) as "knownOn"
      from observation
      join metric on metric.code = observation.metric
      join evidence on evidence.id = observation.evidence_id
      join source_document on source_document.id = evidence.document_id
     where observation.figure_id = any (${[...figureIds]})
     order by observation.code`,
);
