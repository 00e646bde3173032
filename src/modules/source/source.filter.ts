import { sql } from 'kysely';
import {
  code,
  date,
  dated,
  decimal,
  enumeration,
  filterOn,
  int,
  one,
  oneBy,
  part,
  text,
  tied,
} from '../../kit/filter/filter.ts';
import { metricFilter } from './metric.filter.ts';

export const documentFilter = filterOn('SourceDocument', 'source_document', {
  code: code('code'),
  kind: enumeration('DocumentKind', 'kind'),
  title: text('title'),
  titleEn: text('title_en'),
  fileName: text('file_name'),
  sha256: code('sha256'),
  script: enumeration('DocumentScript', 'script'),
  publishedOn: dated('published'),
});

const evidenceFilter = filterOn('Evidence', 'evidence', {
  code: code('code'),
  document: one(() => documentFilter, 'document_id'),
  role: enumeration('EvidenceRole', 'role'),
  paragraph: int('paragraph'),
  line: int('line'),
  anchor: text('anchor'),
});

/** What everything with evidence can be asked. */
export const sourced = { evidence: one(() => evidenceFilter, 'evidence_id') };

const quantityFilter = filterOn('Quantity', 'observation', {
  value: decimal('value'),
  unit: enumeration('Unit', 'unit'),
  qualifier: enumeration('Qualifier', 'qualifier'),
});

export const observationFilter = filterOn('Observation', 'observation', {
  code: code('code'),
  metric: oneBy(
    () => metricFilter,
    tied((mine, theirs) => sql`${theirs.column('code')} = ${mine.column('metric')}`),
  ),
  quantity: part(() => quantityFilter),
  kind: enumeration('ObservationKind', 'kind'),
  period: text('period_label'),
  periodFrom: date('period_from'),
  periodTo: date('period_to'),
  asOf: dated('as_of'),
  ...sourced,
});

/** What everything with a code and names can be asked. */
export const named = {
  code: code('code'),
  name: text('name'),
  nameEn: text('name_en'),
  nameHant: text('name_hant'),
};
