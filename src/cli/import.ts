import { createWriteStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { v7 } from 'uuid';
import { readConfig } from '../config/config.ts';
import type { Database } from '../db/database.ts';
import { deliver, type DeliveryReport } from '../ingest/deliver.ts';
import type { FileFault } from '../ingest/ingest-fault.ts';
import type { RunNote } from '../ingest/run/file-reading.ts';
import type { Mapping } from '../ingest/mapping/mapping.ts';
import { readMapping } from '../ingest/mapping/read-mapping.ts';
import { type CopyFormat, writeErrorCopy } from '../ingest/run/error-copy.ts';
import { rowKeyOf } from '../ingest/run/run-id.ts';
import { listRuns } from '../ingest/run/run-list.ts';
import type { Counts } from '../ingest/run/counts.ts';
import { noteRun, type RunRequest } from '../ingest/run/run-store.ts';
import { undoImport } from '../ingest/run/undo.ts';
import { today } from '../kit/clock.ts';
import { StartFault } from '../kit/errors.ts';
import { isDate } from '../kit/scalars.ts';
import { keepMemoryLean } from './lean-memory.ts';
import { asOperator, inColumns } from './operator.ts';
import { orStartFault } from './start-fault.ts';
import { stopSignal } from './stop-signal.ts';

export interface ImportOptions {
  readonly source: string;
  readonly dryRun?: boolean;
  readonly rowByRow?: boolean;
  readonly asOf?: string;
  readonly errors?: string;
  readonly mappings?: string;
  readonly city?: boolean;
}

/** Takes a file in, or says what taking it in would do; ends with 1 where anything was refused. */
export async function runImportCommand(path: string, options: ImportOptions): Promise<void> {
  const { source, dryRun = false, rowByRow = false, asOf = today(), errors } = options;
  keepMemoryLean();
  const signal = stopSignal();
  const mapping = await orStartFault(() => {
    checkDay(asOf);
    if (errors !== undefined) copyFormatOf(errors);
    return mappingOf(source, options.mappings ?? readConfig(process.env, options).sourcesDir);
  });
  await asOperator(options, async (database, operator) => {
    const request: RunRequest = {
      ...{ id: v7(), source, isDry: dryRun, fileName: basename(path), asOf, actor: operator },
      mode: rowByRow ? 'ROW_BY_ROW' : 'ALL_OR_NOTHING',
    };
    await noteRun(database.kysely, request, 'RUNNING');
    const report = await deliver(database, {
      ...{ mapping, path, request, signal },
      onProgress: counter(),
    }).catch((error: unknown) => {
      if (signal.aborted) throw new StartFault(brokenOff(request));
      throw error;
    });
    process.stdout.write(told(report, request));
    if (errors !== undefined && report.counts.refused > 0) {
      await copyErrors(database, request, path, errors);
    }
    process.exitCode = report.faults.length > 0 ? 1 : 0;
  });
}

function checkDay(asOf: string): void {
  if (!isDate(asOf)) throw new StartFault(`--as-of is a day, as 2024-01-31; "${asOf}" is none.`);
  if (asOf <= today()) return;
  throw new StartFault(`--as-of is today or a day before; ${asOf} is still to come.`);
}

function brokenOff({ id, isDry, mode }: RunRequest): string {
  const isKept = mode === 'ROW_BY_ROW' && !isDry;
  const left = isKept
    ? 'What it had written stays; "imports" tells how much.'
    : 'Nothing was written.';
  const again = isKept ? ', and finds those rows unchanged; "undo-import" takes them back' : '';
  return `Run ${id} was interrupted. ${left} The same command begins again${again}.`;
}

async function mappingOf(source: string, directory: string): Promise<Mapping> {
  const path = join(directory, `${source}.yaml`);
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (isThere) return readMapping(path);
  throw new StartFault(
    `There is no source "${source}": its mapping would be ${path}. Name another, or its directory by --mappings.`,
  );
}

/** What a copy's name ends with says how it is written, whatever was delivered. */
function copyFormatOf(out: string): CopyFormat {
  const ending = extname(out).toLowerCase();
  if (ending === '.xlsx') return 'XLSX';
  if (ending === '.csv') return 'CSV';
  throw new StartFault(
    `--errors is a file that ends with .xlsx or .csv, and is written so; "${out}" ends with neither.`,
  );
}

async function copyErrors(
  database: Database,
  { id, fileName }: RunRequest,
  path: string,
  out: string,
): Promise<void> {
  const copy = { run: id, path, name: fileName, format: copyFormatOf(out) };
  await writeErrorCopy(database.kysely, copy, createWriteStream(out));
  process.stdout.write(`The rows with what is wrong are in ${out}.\n`);
}

/** How far it is, for a person who watches. */
function counter(): (counts: Counts) => void {
  if (!process.stderr.isTTY) return () => {};
  return ({ read, refused }) =>
    process.stderr.write(`\r${read} rows${refused > 0 ? `, ${refused} refused` : ''}`);
}

/** Faults that are printed; the others are counted. */
const PRINTED = 50;

function told(report: DeliveryReport, request: RunRequest): string {
  const { run, state, counts, tables, faults, warnings, notes } = report;
  const heading = ['table', 'rows', 'new or changed', 'refused'];
  const lines = tables.map(({ file, sheet, target, rows, changed, refused }) => [
    `${[file, sheet].filter(Boolean).join(' ')} → ${target}`,
    ...[String(rows), String(changed), String(refused)],
  ]);
  const { read, new: made, changed, unchanged, refused, gone } = counts;
  return [
    ...notes.map((note) => `${noted(note)}\n`),
    ...listed(warnings, 'the graph tells them with each row', 'Taken, with a warning: '),
    ...listed(faults, '--errors writes them all'),
    ...(lines.length > 0 ? [inColumns([heading, ...lines])] : []),
    `${read} rows: ${made} new, ${changed} changed, ${unchanged} unchanged, ${refused} refused, ${gone} gone.\n`,
    `${outcomeOf(state, request)} Run ${run}.\n`,
  ].join('');
}

function listed(faults: readonly FileFault[], others: string, before = ''): string[] {
  const more = faults.length - PRINTED;
  return [
    ...faults.slice(0, PRINTED).map((fault) => `${before}${placeOf(fault)}\n`),
    ...(more > 0 ? [`… and ${more} more; ${others}.\n`] : []),
  ];
}

function placeOf({ file, sheet, row, column, problem, suggestion }: FileFault): string {
  const place = [file, sheet && `sheet ${sheet}`, row && `row ${row}`, column].filter(Boolean);
  return `${place.join(', ')}: ${problem}${suggestion === undefined ? '' : ` Was it "${suggestion}"?`}`;
}

function noted({ file, sheet, text }: RunNote): string {
  return `${file}${sheet === undefined ? '' : `, sheet ${sheet}`}: ${text}`;
}

function outcomeOf(state: DeliveryReport['state'], { isDry, mode }: RunRequest): string {
  if (state === 'REFUSED') return 'Nothing was written: correct it and import again.';
  if (isDry) return 'A dry run: nothing was written.';
  return mode === 'ROW_BY_ROW' ? 'What is in order was written.' : 'All was written.';
}

/** Prints the latest runs. */
export async function showImports(options: { readonly city?: boolean }): Promise<void> {
  const runs = await asOperator(options, ({ kysely }) => listRuns(kysely, 50));
  const rows = runs.map((run) => [
    ...[run.id, run.askedAt, run.source, run.fileName, run.isDry ? 'dry run' : run.state],
    `${run.read} read, ${run.new} new, ${run.changed} changed, ${run.refused} refused`,
  ]);
  process.stdout.write(inColumns([['run', 'asked', 'source', 'file', 'state', 'rows'], ...rows]));
}

/** Takes a run back. */
export async function undoImportCommand(
  run: string,
  options: { readonly city?: boolean },
): Promise<void> {
  const id = rowKeyOf(run);
  await asOperator(options, (database, operator) =>
    undoImport(database, id, { actor: operator, source: `undo/${id}` }),
  );
  process.stdout.write(`Run ${id} was taken back.\n`);
}
