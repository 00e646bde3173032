import { sql } from 'kysely';
import { asObject } from '../../kit/as-object.ts';
import { type Columns, select } from '../../kit/columns.ts';
import { Row } from '../../kit/filter/filter.ts';
import type { Order } from '../../kit/relay/list.ts';
import { oneByKey, pagedList } from '../../request/loaders.ts';
import { datedColumn, keyColumn, type SourcedRow } from './source.queries.ts';
import { documentsStating, statementFilter } from './statement.filter.ts';

export interface StatementRow extends SourcedRow {
  readonly code: string;
  readonly value: string;
}

const attribute = asObject(sql`attribute.code, attribute.name, attribute.name_en as "nameEn"`);

export const statementColumns: Columns = {
  always: keyColumn('statement'),
  byField: {
    id: { id: sql`'sta_' || statement.id` },
    code: { code: sql`statement.code` },
    attribute: { attribute },
    valueType: { valueType: sql`statement.value_type` },
    value: { value: sql`statement.value` },
    valueEn: { valueEn: sql`statement.value_en` },
    position: { position: sql`statement.position` },
    listComplete: { listComplete: sql`statement.list_complete` },
    kind: { kind: sql`statement.kind` },
    period: { period: sql`statement.period_label` },
    periodFrom: { periodFrom: sql`statement.period_from` },
    periodTo: { periodTo: sql`statement.period_to` },
    asOf: { asOf: datedColumn('statement', 'as_of') },
    distinctDocuments: { distinctDocuments: documentsStating(new Row('statement')) },
    evidence: { evidenceId: sql`statement.evidence_id` },
  },
};

export const statementTables = sql`statement join attribute on attribute.code = statement.attribute`;

const orders: Record<string, Order> = {
  CODE: { by: sql`statement.code`, type: 'text' },
  CODE_DESC: { by: sql`statement.code`, type: 'text', isDescending: true },
  POSITION: { by: sql`coalesce(statement.position, 1000000)`, type: 'int' },
  POSITION_DESC: {
    by: sql`coalesce(statement.position, 0)`,
    type: 'int',
    isDescending: true,
  },
};

const everyStatement = {
  parent: {},
  from: statementTables,
  columns: statementColumns,
  key: sql`statement.id`,
  orders,
  filter: statementFilter,
  row: 'statement',
};

export const statements = pagedList<StatementRow>({ ...everyStatement, name: 'statements' });

/** What sources state of one subject. */
export const statementsOfSubject = pagedList<StatementRow>({
  ...everyStatement,
  name: 'statementsOfSubject',
  parent: { subject_id: 'uuid' },
  tie: sql`statement.subject_id = wanted.subject_id`,
});

export const statementById = oneByKey<StatementRow>(
  (ids) =>
    sql`select ${select(statementColumns)} from ${statementTables} where statement.id = any (${[...ids]})`,
);
