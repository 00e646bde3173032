import { type RawBuilder, sql } from 'kysely';
import type { Viewer } from '../../access/viewer.ts';
import { type Columns, select } from '../../kit/columns.ts';
import { isUuid } from '../../kit/uuid.ts';
import type { RequestContext } from '../../request/context.ts';
import { oneByKey, pagedList } from '../../request/loaders.ts';
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
const isOfActor = sql`import_run.actor = wanted.actor`;

const all = runsOf('importRuns', {});
const own = runsOf('importRuns own', { actor: 'text' }, isOfActor);
const ofSource = runsOf('runs', { source: 'text' }, isOfSource);
const ownOfSource = runsOf(
  'runs own',
  { source: 'text', actor: 'text' },
  sql`${isOfSource} and ${isOfActor}`,
);

/** Whose runs a viewer sees: everybody's, or his own, where he answers for some districts alone. */
export const seesRunsOf = ({ mayChange, actor }: Viewer): string | undefined =>
  mayChange === 'ALL' ? undefined : actor;

/** The list of runs that a viewer sees, and the parent that it is asked of. */
export function runsSeenBy(viewer: Viewer, source?: string) {
  const actor = seesRunsOf(viewer);
  const parent = { ...(source !== undefined && { source }), ...(actor !== undefined && { actor }) };
  const [everybodys, ones] = source === undefined ? [all, own] : [ofSource, ownOfSource];
  return { list: actor === undefined ? everybodys : ones, parent };
}

/** Whoever may see them: of those who follow a run it was asked when they began. */
export const runByKey = oneByKey<ImportRunRow>(
  (ids) => sql`select ${everyColumn} from import_run where import_run.id = any (${[...ids]})`,
);

/** The run that has this id, if the viewer sees it. */
export const importRunById = (context: RequestContext) => ({
  async load(id: string): Promise<ImportRunRow | null> {
    const key = id.replace(/^imp_/, '');
    if (!isUuid(key)) return null;
    const run = await context.use(runByKey).load(key);
    const actor = seesRunsOf(context.viewer);
    return run && (actor === undefined || run.askedBy === actor) ? run : null;
  },
});

/** The latest run of each source, or the latest of one actor: the key is of both, as JSON. */
const lastRunByKey = oneByKey<ImportRunRow>(
  (keys) => sql`
    select ${everyColumn}, wanted.key as "soughtBy"
      from unnest(${[...keys]}::text[]) as wanted (key)
     cross join lateral (
           select * from import_run
            where source = wanted.key::json->>0
              and (wanted.key::json->>1 is null or actor = wanted.key::json->>1)
            order by asked_at desc, id desc
            limit 1) import_run`,
);

export function lastRunOf(source: string, context: RequestContext): Promise<ImportRunRow | null> {
  const actor = seesRunsOf(context.viewer) ?? null;
  return context.use(lastRunByKey).load(JSON.stringify([source, actor]));
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
