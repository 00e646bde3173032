import type { Permission } from '../../access/permission.ts';
import type { Change } from '../../events/event.ts';
import { isUuid } from '../../kit/uuid.ts';
import type { RequestContext, RequestScoped } from '../../request/context.ts';
import { organisationById } from '../enterprise/organisation.queries.ts';
import { regionById } from '../region/region.queries.ts';
import { evidenceById } from '../source/source.queries.ts';
import { batchById } from './batch.queries.ts';
import { projectById } from './project.queries.ts';
import type { ProjectUpdate } from './project-update.ts';

/** Looks rows up by their ids, as the viewer may see them. */
type Lookup<Row> = RequestScoped<{ load(id: string): Promise<Row | null> }>;

/** What the rows are, that a property of an event's changes leads to, and how they are named. */
const names = new Map<string, (id: string, context: RequestContext) => Promise<string | null>>();

/** Fields of changes that not everybody may read. */
const permitted = new Map<string, Permission>([['investmentReport', 'investment:read']]);

/** Says by what a row is named, of which changes hold the id in these properties. */
export function namedBy<Row>(
  properties: readonly string[],
  lookup: Lookup<Row>,
  name: (row: Row) => string,
): void {
  for (const property of properties) {
    names.set(property, async (id, context) => {
      const row = await context.use(lookup).load(id);
      return row && name(row);
    });
  }
}

/** Whether it was said how to name the rows that a property leads to; others' ids are not shown. */
export const isNamed = (property: string): boolean => names.has(property);

/** The same for rows that have a code. */
export function namedByCode(
  properties: readonly string[],
  lookup: Lookup<{ readonly code: string }>,
): void {
  namedBy(properties, lookup, ({ code }) => code);
}

namedByCode(['district', 'administrativeDistrict', 'site', 'region'], regionById);
namedByCode(['organisation'], organisationById);
namedByCode(['evidence'], evidenceById);
namedByCode(['batch'], batchById);
namedByCode(['project', 'predecessor'], projectById);

/** Fields that the graph calls otherwise than the log does. */
const graphNames: Readonly<Record<string, string>> = { started: 'startedOn' };

/**
 * What an event changed, as its viewer may read it: rows by their codes, where the log has their
 * ids. An id that nobody has said how to show is not shown, nor is that of a row out of sight.
 */
export function shownChanges(
  update: ProjectUpdate,
  context: RequestContext,
): readonly Change[] | Promise<readonly Change[]> {
  if (update.isOutOfSight) return [];
  const { permissions } = context.viewer;
  const readable = update.event.changes.filter(({ field }) => {
    const permission = permitted.get(field);
    return permission === undefined || permissions.has(permission);
  });
  const changes = readable.map((change): Change | Promise<Change> => {
    const before = update.showsBefore ? shown(change.field, change.before, context) : null;
    const after = shown(change.field, change.after, context);
    const field = graphNames[change.field] ?? change.field;
    if (!(before instanceof Promise) && !(after instanceof Promise)) {
      return { field, before, after };
    }
    return Promise.all([Promise.resolve(before), Promise.resolve(after)]).then(([was, is]) => ({
      field,
      before: was,
      after: is,
    }));
  });
  return gathered(changes);
}

/** A value of a property; a promise only where a row has to be looked up. */
function shown(property: string, value: unknown, context: RequestContext): unknown {
  if (typeof value === 'string') return isUuid(value) ? nameOf(property, value, context) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return gathered(value.map((item) => shown(property, item, context)));
  // A row's own id is nothing that anybody could ask for.
  const entries = Object.entries(value).filter(([name]) => name !== 'id');
  const values = gathered(entries.map(([name, inside]) => shown(name, inside, context)));
  const named = (all: readonly unknown[]) =>
    Object.fromEntries(entries.map(([name], index) => [name, all[index]]));
  return values instanceof Promise ? values.then(named) : named(values);
}

/** A promise only where one is among them. */
function gathered<T>(values: readonly (T | Promise<T>)[]): readonly T[] | Promise<T[]> {
  return values.some((value) => value instanceof Promise)
    ? Promise.all(values.map((value) => Promise.resolve(value)))
    : (values as readonly T[]);
}

function nameOf(property: string, id: string, context: RequestContext): unknown {
  return names.get(property)?.(id, context) ?? null;
}
