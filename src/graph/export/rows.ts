import type { Cell } from '../../kit/table/cell-rules.ts';
import { type Column, PAGE_KEY } from './columns.ts';
import { InnerListCut } from './errors.ts';

/** Between the values of a list in one cell. */
const BETWEEN = ';';

/** A node as a row of these columns. */
export function cellsOf(node: unknown, columns: readonly Column[]): Cell[] {
  return columns.map(({ steps, isList }) => {
    if (!isList) return toCell(steps.reduce(stepInto, node));
    const values: unknown[] = [];
    gather(node, steps, 0, values);
    if (values.length === 0) return null;
    return values.map((value) => toCell(value) ?? '').join(BETWEEN);
  });
}

/** The values of all items; an unknown one among them too, so that cells side by side fit each other. */
function gather(value: unknown, steps: readonly string[], at: number, into: unknown[]): void {
  if (Array.isArray(value)) {
    for (const item of value) gather(item, steps, at, into);
  } else if (at === steps.length || value === null || value === undefined) {
    into.push(value);
  } else gather(stepInto(value, steps[at] as string), steps, at + 1, into);
}

function stepInto(value: unknown, key: string): unknown {
  return (value as Readonly<Record<string, unknown>> | null | undefined)?.[key];
}

function toCell(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  return typeof value === 'object' ? JSON.stringify(value) : (value as Cell);
}

/**
 * Takes out of a node what we asked for ourselves.
 *
 * @throws InnerListCut where a list is longer than what was read of it.
 */
export function withoutPages(value: unknown, path: readonly string[]): void {
  if (Array.isArray(value)) {
    for (const item of value) withoutPages(item, path);
  } else if (typeof value === 'object' && value !== null) {
    const fields = value as Record<string, unknown>;
    if (PAGE_KEY in fields) {
      if ((fields[PAGE_KEY] as { hasNextPage: boolean }).hasNextPage) {
        throw new InnerListCut(path.join('.'));
      }
      Reflect.deleteProperty(fields, PAGE_KEY);
    }
    for (const key of Object.keys(fields)) withoutPages(fields[key], [...path, key]);
  }
}
