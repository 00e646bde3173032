import { createHash } from 'node:crypto';
import { DomainError } from '../errors.ts';
import { isUuid } from '../uuid.ts';

/** Where a page begins or ends: the value that rows are ordered by, and the row's own key. */
export type Bound = readonly [value: string, key: string];

/** A cursor that this connection did not give, or gave under another ordering or filter. */
export class CursorMismatch extends DomainError {
  readonly code = 'CURSOR_MISMATCH';
}

/** Names an ordering and filter in a few characters, which every cursor given under it carries. */
export function cursorScope(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 8);
}

/** The opaque text of a bound. */
export function writeCursor(scope: string, [value, key]: Bound): string {
  return Buffer.from(JSON.stringify([scope, value, key])).toString('base64url');
}

/**
 * Reads back what `writeCursor` wrote under the same scope.
 *
 * @throws CursorMismatch for any other text; `field` names the argument that held it.
 */
export function readCursor(scope: string, text: string, field: 'after' | 'before'): Bound {
  const [writtenScope, value, key] = parts(text);
  if (typeof value !== 'string' || typeof key !== 'string' || !isUuid(key)) {
    throw foreignCursor(field);
  }
  // base64 and JSON both read more than they write: only what we would write is ours.
  if (writeCursor(String(writtenScope), [value, key]) !== text) throw foreignCursor(field);
  if (writtenScope !== scope) {
    throw new CursorMismatch(
      `The cursor in "${field}" belongs to another list, ordering or filter: begin again without it.`,
      [field],
    );
  }
  return [value, key];
}

/** The refusal of a text that no connection gave. */
export function foreignCursor(field: 'after' | 'before'): CursorMismatch {
  return new CursorMismatch(
    `The cursor in "${field}" is none of ours: pass on an endCursor or startCursor as it came.`,
    [field],
  );
}

function parts(text: string): unknown[] {
  try {
    const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return Array.isArray(read) && read.length === 3 ? read : [];
  } catch {
    return [];
  }
}
