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
  columns: sql`audit_entry.id, audit_entry.actor, audit_entry.credential, audit_entry.operation,
    audit_entry.outcome, audit_entry.permission, audit_entry.code as "errorCode",
    audit_entry.request_id as "requestId", audit_entry.entity_type as "entityType",
    audit_entry.entity_code as "entityCode", audit_entry.details,
    to_char(audit_entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`,
  key: sql`audit_entry.id`,
  orders: {
    AT_DESC: { by: sql`audit_entry.at`, type: 'timestamptz', isDescending: true },
    AT: { by: sql`audit_entry.at`, type: 'timestamptz' },
  },
  filter: auditFilter,
  row: 'audit_entry',
});
