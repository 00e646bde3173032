import { sql } from 'kysely';
import { code, dateTime, enumeration, filterOn } from '../kit/filter/filter.ts';
import { pagedList } from '../request/loaders.ts';

export const auditFilter = filterOn('AuditEntry', 'audit_entry', {
  at: dateTime('at'),
  actor: code('actor'),
  credential: code('credential'),
  operation: code('operation'),
  outcome: enumeration('AuditOutcome', 'outcome'),
  permission: code('permission'),
  errorCode: code('code'),
  requestId: code('request_id'),
  entityType: code('entity_type'),
  entityCode: code('entity_code'),
});

export const auditEntries = pagedList({
  name: 'auditEntries',
  parent: {},
  from: sql`audit_entry`,
  columns: {
    always: {
      id: sql`audit_entry.id`,
      at: sql`to_char(audit_entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
      actor: sql`audit_entry.actor`,
      credential: sql`audit_entry.credential`,
      operation: sql`audit_entry.operation`,
      outcome: sql`audit_entry.outcome`,
      permission: sql`audit_entry.permission`,
      errorCode: sql`audit_entry.code`,
      requestId: sql`audit_entry.request_id`,
      entityType: sql`audit_entry.entity_type`,
      entityCode: sql`audit_entry.entity_code`,
      details: sql`audit_entry.details`,
    },
    byField: {},
  },
  key: sql`audit_entry.id`,
  orders: {
    AT_DESC: { by: sql`audit_entry.at`, type: 'timestamptz', isDescending: true },
    AT: { by: sql`audit_entry.at`, type: 'timestamptz' },
  },
  filter: auditFilter,
  row: 'audit_entry',
});
