import {
  code,
  dated,
  decimal,
  enumeration,
  filterOn,
  int,
  many,
  one,
  part,
  text,
} from '../../kit/filter/filter.ts';

const documentFilter = filterOn('SourceDocument', 'source_document', {
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

const observationFilter = filterOn('Observation', 'observation', {
  code: code('code'),
  metric: code('metric'),
  quantity: part(() => quantityFilter),
  kind: enumeration('ObservationKind', 'kind'),
  period: text('period_label'),
  asOf: dated('as_of'),
  ...sourced,
});

/** What everything that sources report numbers of can be asked. */
export const reported = { observations: many(() => observationFilter, 'subject_id') };

/** What everything with a code and names can be asked. */
export const named = {
  code: code('code'),
  name: text('name'),
  nameEn: text('name_en'),
  nameHant: text('name_hant'),
};
