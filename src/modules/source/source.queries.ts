import { type RawBuilder, sql } from 'kysely';
import { asObject } from '../../kit/as-object.ts';
import type { Column, Columns } from '../../kit/columns.ts';
import { allOfEach, oneByKey } from '../../request/loaders.ts';
import { metricObject, type MetricRow } from './metric.queries.ts';

/** A date with its certainty, as rows carry it. */
export interface DatedRow {
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly certainty: string;
  readonly derivation: string | null;
}

export interface DocumentRow {
  readonly key: string;
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly publishedOn: DatedRow;
}

export interface EvidenceRow {
  readonly key: string;
  readonly id: string;
  readonly code: string;
  readonly document: DocumentRow;
}

/** What every row with evidence and an id of its own has in common. */
export interface SourcedRow {
  readonly key: string;
  readonly id: string;
  readonly evidenceId: string;
  /** Where it came with the row. */
  readonly evidence?: EvidenceRow;
}

export interface ObservationRow extends SourcedRow {
  readonly code: string;
  readonly metric: MetricRow;
}

/** The four columns of a date as one value. */
export function datedColumn(table: string, prefix: string): RawBuilder<DatedRow> {
  const column = (name: string) => sql.ref(`${table}.${prefix}_${name}`);
  return sql`jsonb_build_object('earliest', ${column('earliest')}, 'latest', ${column('latest')},
    'certainty', ${column('certainty')}, 'derivation', ${column('derivation')})`;
}

/** The columns of what has a code and names, and says where it is told; with others by their fields. */
export const namedColumns = (
  table: string,
  prefix: string,
  others: Columns['byField'] = {},
): Columns => ({
  always: keyColumn(table),
  byField: { ...namedFields(table, prefix), ...others },
});

/** The row's own uuid, by which what hangs on it is found. */
export const keyColumn = (table: string): Column => ({ key: sql.ref(`${table}.id`) });

/** The id that clients know a row by, given the prefix of its type. */
export const idField = (table: string, prefix: RawBuilder<unknown> | string): Column => ({
  id: sql`${typeof prefix === 'string' ? sql.lit(prefix) : prefix} || ${sql.ref(`${table}.id`)}`,
});

/** The columns of ids, names, codes and evidence, by the fields that show them. */
export function namedFields(
  table: string,
  prefix: RawBuilder<unknown> | string,
): Columns['byField'] {
  const column = (name: string) => sql.ref(`${table}.${name}`);
  return {
    id: idField(table, prefix),
    code: { code: column('code') },
    name: { name: column('name') },
    nameEn: { nameEn: column('name_en') },
    nameHant: { nameHant: column('name_hant') },
    evidence: { evidenceId: column('evidence_id') },
  };
}

const documentObject = sql`jsonb_build_object(
  'key', source_document.id, 'id', 'doc_' || source_document.id, 'code', source_document.code,
  'kind', source_document.kind, 'title', source_document.title, 'titleEn', source_document.title_en,
  'fileName', source_document.file_name, 'sha256', source_document.sha256,
  'script', source_document.script, 'publishedOn', ${datedColumn('source_document', 'published')})`;

/** Evidence with its document, which a statement of its own would not be worth. */
const evidenceColumns = sql`evidence.id as key, 'evd_' || evidence.id as id, evidence.code,
  evidence.role, evidence.paragraph, evidence.line, evidence.anchor, ${documentObject} as document`;

/** The same of a joined row. */
export const evidenceObject = asObject(evidenceColumns);

export const evidenceById = oneByKey<EvidenceRow>(
  (ids) => sql`
    select ${evidenceColumns}
      from evidence
      join source_document on source_document.id = evidence.document_id
     where evidence.id = any (${[...ids]})`,
);

const observationWithMetric = sql`observation join metric on metric.code = observation.metric`;

export const observationColumns = sql`observation.id as key, 'obs_' || observation.id as id, observation.code,
  ${metricObject} as metric, observation.kind, observation.evidence_id as "evidenceId",
  jsonb_build_object('value', trim_scale(observation.value)::text, 'unit', observation.unit,
    'qualifier', observation.qualifier) as quantity,
  observation.period_label as period, observation.period_from as "periodFrom",
  observation.period_to as "periodTo", ${datedColumn('observation', 'as_of')} as "asOf"`;

export const observationById = oneByKey<ObservationRow>(
  (ids) => sql`
    select ${observationColumns} from ${observationWithMetric}
     where observation.id = any (${[...ids]})`,
);

/** What sources report of each subject, in the order of codes. */
export const observationsOfEach = allOfEach<ObservationRow>(
  (subjects) => sql`
    select ${observationColumns}, observation.subject_id as parent
      from ${observationWithMetric}
     where observation.subject_id = any (${[...subjects]})
     order by observation.code`,
);
