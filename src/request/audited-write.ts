import type { Kysely } from 'kysely';
import type { Written } from '../events/recording.ts';
import { auditedBy, auditEntry } from './audit.ts';
import type { Asked } from './written-by.ts';

/** How many of the things that one write changed its line in the audit names; the log has all. */
const NAMED = 20;

/** Says in the audit what a caller has done, in the transaction that does it. */
export async function auditDone(
  db: Kysely<unknown>,
  { viewer, operation, requestId }: Asked,
  written: readonly Written[],
): Promise<void> {
  const [first, ...others] = written;
  await auditEntry(db, {
    ...auditedBy(viewer, requestId),
    operation,
    outcome: 'DONE',
    ...(first && { entityType: first.table, ...codeOf(first) }),
    ...(others.length > 0 && {
      details: {
        also: others.slice(0, NAMED).map((other) => ({ type: other.table, ...codeOf(other) })),
      },
    }),
  });
}

function codeOf({ root }: Written): { entityCode?: string } {
  const { code } = root as { code?: unknown };
  return typeof code === 'string' ? { entityCode: code } : {};
}
