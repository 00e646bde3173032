import DataLoader from 'dataloader';
import { type RawBuilder, sql } from 'kysely';
import type { Viewer } from '../../access/viewer.ts';
import { type Columns, select } from '../../kit/columns.ts';
import { isUuid } from '../../kit/uuid.ts';
import type { RequestContext } from '../../request/context.ts';
import { oneByKey, pagedList } from '../../request/loaders.ts';
import { isInSight } from '../run/reach.ts';
import { rowKeyOf } from '../run/run-id.ts';
import { importRowFilter, importRunFilter } from './import-run.filter.ts';

export interface ImportRunRow {
  readonly key: string;
  readonly askedBy: string;
}

const moment = (column: string) => sql`
  to_char(${sql.ref(`import_run.${column}`)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const runColumns: Columns = {
  always: { key: sql`import_run.id`, askedBy: sql`import_run.actor` },
  byField: {
    id: { id: sql`'imp_' || import_run.id` },
    source: { source: sql`import_run.source` },
    state: { state: sql`import_run.state` },
    mode: { mode: sql`import_run.mode` },
    isDryRun: { isDryRun: sql`import_run.is_dry` },
    fileName: { fileName: sql`import_run.file_name` },
    format: { format: sql`import_run.format` },
    encoding: { encoding: sql`import_run.encoding` },
    asOf: { asOf: sql`import_run.as_of::text` },
    askedAt: { askedAt: moment('asked_at') },
    startedAt: { startedAt: moment('started_at') },
    endedAt: { endedAt: moment('ended_at') },
    undoneAt: { undoneAt: moment('undone_at') },
    counts: {
      counts: sql`json_build_object(
        'read', rows_read, 'new', rows_new, 'changed', rows_changed, 'unchanged', rows_unchanged,
        'refused', rows_refused, 'gone', rows_gone)`,
    },
    tables: { tables: sql`import_run.tables` },
    faults: { faults: sql`import_run.faults` },
    notes: { notes: sql`import_run.notes` },
    error: { error: sql`import_run.error` },
    errorFileUrl: {
      errorFileUrl: sql`
        case when rows_refused > 0 and upload_id is not null
        then '/imports/imp_' || import_run.id || '/errors' end`,
    },
  },
};

const everyColumn = select(runColumns);

type Parent = Readonly<Record<string, 'uuid' | 'text'>>;

function runsOf(name: string, parent: Parent, tie?: RawBuilder<unknown>) {
  return pagedList<ImportRunRow>({
    ...{ name, parent, from: sql`import_run`, columns: runColumns },
    ...(tie && { tie }),
    key: sql`import_run.id`,
    orders: {
      ASKED_AT_DESC: { by: sql`import_run.asked_at`, type: 'timestamptz', isDescending: true },
      ASKED_AT: { by: sql`import_run.asked_at`, type: 'timestamptz' },
    },
    filter: importRunFilter,
    row: 'import_run',
  });
}

const isOfSource = sql`import_run.source = wanted.source`;

const isWanteds = isInSight(sql`wanted.actor`, sql`wanted.reach`);

const all = runsOf('importRuns', {});
const own = runsOf('importRuns own', { actor: 'text', reach: 'text' }, isWanteds);
const ofSource = runsOf('runs', { source: 'text' }, isOfSource);
const ownOfSource = runsOf(
  'runs own',
  { source: 'text', actor: 'text', reach: 'text' },
  sql`${isOfSource} and ${isWanteds}`,
);

/** By what the runs are bounded that somebody sees. */
interface RunSight {
  readonly actor: string;
  /** As JSON. */
  readonly reach: string;
}

/**
 * Which runs a viewer sees: everybody's, or, where he answers for some districts alone, his own, as
 * far as he still has the districts that he had when he asked for them.
 */
function runSightOf({ sees, mayChange, actor }: Viewer): RunSight | undefined {
  return mayChange === 'ALL' ? undefined : { actor, reach: JSON.stringify({ sees, mayChange }) };
}

/** Whether a viewer may know of a run, in SQL over `import_run`. */
export function isRunInSight(viewer: Viewer): RawBuilder<boolean> {
  const sight = runSightOf(viewer);
  return sight ? isInSight(sight.actor, sight.reach) : sql<boolean>`true`;
}

/** The list of runs that a viewer sees, and the parent that it is asked of. */
export function runsSeenBy(viewer: Viewer, source?: string) {
  const sight = runSightOf(viewer);
  const parent = { ...(source !== undefined && { source }), ...sight };
  const [everybodys, ones] = source === undefined ? [all, own] : [ofSource, ownOfSource];
  return { list: sight === undefined ? everybodys : ones, parent };
}

/** Whoever may see them: of those who follow a run it was asked when they began. */
export const runByKey = oneByKey<ImportRunRow>(
  (ids) => sql`select ${everyColumn} from import_run where import_run.id = any (${[...ids]})`,
);

/** The keys of those of these runs that the viewer sees. */
const seenRunByKey = ({ db, viewer }: RequestContext) =>
  new DataLoader<string, ImportRunRow | null>(async (keys) => {
    const { rows } = await sql<ImportRunRow>`
      select ${everyColumn} from import_run
       where import_run.id = any (${[...keys]}) and ${isRunInSight(viewer)}`.execute(db);
    const found = new Map(rows.map((run) => [run.key, run]));
    return keys.map((key) => found.get(key) ?? null);
  });

/** The run that has this id, if the viewer sees it. */
export const importRunById = (context: RequestContext) => ({
  async load(id: string): Promise<ImportRunRow | null> {
    const key = rowKeyOf(id);
    return isUuid(key) ? context.use(seenRunByKey).load(key) : null;
  },
});

/** The latest run of each source, or the latest that somebody sees: the key is of both, as JSON. */
const lastRunByKey = oneByKey<ImportRunRow>(
  (keys) => sql`
    select ${everyColumn}, wanted.key as "soughtBy"
      from (select key, key::json->>0 as source, key::json->>1 as actor, key::json->>2 as reach
              from unnest(${[...keys]}::text[]) as key) wanted
     cross join lateral (
           select * from import_run
            where ${isOfSource} and (wanted.actor is null or ${isWanteds})
            order by asked_at desc, id desc
            limit 1) import_run`,
);

export function lastRunOf(source: string, context: RequestContext): Promise<ImportRunRow | null> {
  const sight = runSightOf(context.viewer);
  return context
    .use(lastRunByKey)
    .load(JSON.stringify([source, sight?.actor ?? null, sight?.reach ?? null]));
}

const place = sql`((import_row.table_no::bigint << 32) + import_row.row_no)`;

export const importRows = pagedList({
  name: 'rows',
  parent: { run: 'uuid' },
  from: sql`import_row`,
  tie: sql`import_row.run_id = wanted.run`,
  columns: {
    always: { row: sql`import_row.row_no` },
    byField: {
      table: { table: sql`import_row.table_no + 1` },
      key: { key: sql`import_row.key` },
      outcome: { outcome: sql`import_row.outcome` },
      changes: { changes: sql`coalesce(import_row.changes, '[]')` },
      faults: { faults: sql`coalesce(import_row.faults, '[]')` },
      warnings: { warnings: sql`coalesce(import_row.warnings, '[]')` },
    },
  },
  // A place is one row's of its run: there are no ties to break.
  key: sql`import_row.run_id`,
  orders: {
    PLACE: { by: place, type: 'bigint' },
    PLACE_DESC: { by: place, type: 'bigint', isDescending: true },
  },
  filter: importRowFilter,
  row: 'import_row',
});
