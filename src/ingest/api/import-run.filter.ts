import { sql } from 'kysely';
import {
  boolean,
  code,
  date,
  dateTime,
  enumeration,
  filterOn,
  int,
  text,
} from '../../kit/filter/filter.ts';

export const importRunFilter = filterOn('ImportRun', 'import_run', {
  source: code('source'),
  state: enumeration('ImportState', 'state'),
  mode: enumeration('ImportMode', 'mode'),
  isDryRun: boolean('is_dry'),
  fileName: text('file_name'),
  format: code('format'),
  encoding: code('encoding'),
  asOf: date('as_of'),
  askedAt: dateTime('asked_at'),
  startedAt: dateTime('started_at'),
  endedAt: dateTime('ended_at'),
  undoneAt: dateTime('undone_at'),
  error: text('error'),
});

export const importRowFilter = filterOn('ImportRow', 'import_row', {
  table: int((row) => sql`(${row.column('table_no')} + 1)`),
  row: int('row_no'),
  key: code('key'),
  outcome: enumeration('ImportRowOutcome', 'outcome'),
});
