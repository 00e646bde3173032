import { sql } from 'kysely';
import {
  boolean,
  code,
  date,
  dated,
  enumeration,
  filterOn,
  int,
  oneBy,
  type Row,
  text,
  tied,
} from '../../kit/filter/filter.ts';
import { sourced } from './source.filter.ts';

const attributeFilter = filterOn('Attribute', 'attribute', {
  code: code('code'),
  name: text('name'),
  nameEn: text('name_en'),
});

/** In how many documents the same is stated of the same subject; twice in one is once. */
export const documentsStating = (row: Row) => sql`(
  select count(distinct evidence.document_id)::int
    from statement as same
    join evidence on evidence.id = same.evidence_id
   where same.subject_id = ${row.column('subject_id')}
     and same.attribute = ${row.column('attribute')}
     and same.value = ${row.column('value')})`;

export const statementFilter = filterOn('Statement', 'statement', {
  code: code('code'),
  attribute: oneBy(
    () => attributeFilter,
    tied((mine, theirs) => sql`${theirs.column('code')} = ${mine.column('attribute')}`),
  ),
  valueType: enumeration('StatementValueType', 'value_type'),
  value: text('value'),
  valueEn: text('value_en'),
  position: int('position'),
  listComplete: boolean('list_complete'),
  kind: enumeration('ObservationKind', 'kind'),
  period: text('period_label'),
  periodFrom: date('period_from'),
  periodTo: date('period_to'),
  asOf: dated('as_of'),
  distinctDocuments: int(documentsStating),
  ...sourced,
});
