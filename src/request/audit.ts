import { type Kysely, sql } from 'kysely';
import type { Viewer } from '../access/viewer.ts';

/**
 * One line of the audit: who did what, and how it ended. Written by
 *
 *     auditEntry(db, { ...auditedBy(viewer, requestId), operation: 'moveProject', outcome: 'DONE', … })
 *
 * with the Kysely of the writing transaction (`em.getKysely()`) for what was done, so that there is
 * neither without the other; and with `database.kysely`, after the rollback, for what was refused.
 */
export interface AuditEntry {
  /** The viewer's actor, or the operator's at the command line. */
  readonly actor: string;
  /** Which of his credentials; never the secret. */
  readonly credential?: string;
  /** The mutation's name, or that of a command: `token create`. */
  readonly operation: string;
  readonly outcome: AuditOutcome;
  /** The permission that was missing, for REFUSED. */
  readonly permission?: string;
  /** The code of the error, for REFUSED and FAILED. */
  readonly errorCode?: string;
  readonly requestId?: string;
  /** What it was done to, or was to be: a type, where that is known, and its code. */
  readonly entityType?: string;
  readonly entityCode?: string;
  /** Whatever else tells what was done; never a secret. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** DONE changed something; REFUSED lacked the right to; FAILED had it, and met a fault of the input or state. */
export type AuditOutcome = 'DONE' | 'REFUSED' | 'FAILED';

/** Who, as the audit names a request's caller. */
export function auditedBy(
  { actor, credential }: Viewer,
  requestId: string,
): Pick<AuditEntry, 'actor' | 'credential' | 'requestId'> {
  return { actor, credential, requestId };
}

/** What a mutation was asked to change or make, where nothing was done and its input alone tells. */
export function namedIn(input: unknown): Pick<AuditEntry, 'entityCode'> {
  const { code } = (input ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' ? { entityCode: code } : {};
}

/** Adds one line to the audit. One statement. */
export async function auditEntry<DB>(db: Kysely<DB>, entry: AuditEntry): Promise<void> {
  const { actor, credential, operation, outcome, permission, errorCode, requestId } = entry;
  const { entityType, entityCode, details } = entry;
  await sql`
    insert into audit_entry (actor, credential, operation, outcome, permission, code, request_id,
                             entity_type, entity_code, details)
    values (${actor}, ${credential ?? null}, ${operation}, ${outcome}, ${permission ?? null},
            ${errorCode ?? null}, ${requestId ?? null}, ${entityType ?? null}, ${entityCode ?? null},
            ${details ? JSON.stringify(details) : null}::jsonb)`.execute(db);
}
