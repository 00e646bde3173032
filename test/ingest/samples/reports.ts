import { sql } from 'kysely';
import type { Database } from '../../../src/db/database.ts';
import type { FileFault } from '../../../src/ingest/ingest-fault.ts';
import type { RowFault } from '../../../src/ingest/run/import-table.ts';
import type { RunNote } from '../../../src/ingest/run/file-reading.ts';
import type { ImportReport } from '../../../src/ingest/run/run-import.ts';

interface ReportedRun {
  readonly source: string;
  readonly mode: string;
  readonly isDry: boolean;
  readonly fileName: string;
  readonly asOf: string;
  readonly format: string;
  readonly encoding: string | null;
  readonly notes: readonly RunNote[];
}

interface ReportedRow {
  readonly tableNo: number;
  readonly row: number;
  readonly key: string;
  readonly outcome: string;
  readonly changes: readonly { field: string; before: unknown; after: unknown }[] | null;
  readonly faults: readonly RowFault[] | null;
  readonly warnings: readonly RowFault[] | null;
}

/** A run as a steward reads it: what was read, what each row did, and whom it leaves to ask about. */
export async function reportOf(database: Database, report: ImportReport): Promise<string> {
  const { kysely } = database;
  const { rows: runs } = await sql<ReportedRun>`
    select source, mode, is_dry as "isDry", file_name as "fileName", as_of::text as "asOf", format, encoding,
           notes
      from import_run where id = ${report.run}`.execute(kysely);
  const { rows } = await sql<ReportedRow>`
    select table_no as "tableNo", row_no as row, key, outcome, changes, faults, warnings
      from import_row where run_id = ${report.run}
     order by table_no, row_no < 0, abs(row_no)`.execute(kysely);
  const run = runs[0]!;
  const { read, new: made, changed, unchanged, refused, gone } = report.counts;
  return [
    `${run.fileName} · ${run.format}${run.encoding ? ` ${run.encoding}` : ''} · ${run.source} · as of ${run.asOf}`,
    `${run.isDry ? 'dry run, ' : ''}${run.mode}: ${report.state}`,
    `${read} rows: ${made} new, ${changed} changed, ${unchanged} unchanged, ${refused} refused, ${gone} gone`,
    ...run.notes.map(noticed),
    ...report.faults.filter(({ rule }) => rule === undefined).map(ofFile),
    ...report.tables.flatMap(({ sheet, target, ...counts }, at) => [
      '',
      `${sheet === undefined ? '' : `${sheet} `}→ ${target}: ${counts.rows} rows, ${counts.changed} changed, ${counts.refused} refused`,
      ...rows.filter(({ tableNo }) => tableNo === at).flatMap(linesOf),
    ]),
    '',
    ...toldTwice(report),
    ...(await questions(database, report.run)),
  ].join('\n');
}

function noticed({ file, sheet, kind, text }: RunNote): string {
  return `  · ${file}${sheet === undefined ? '' : `, ${sheet}`}: ${kind}: ${text}`;
}

function ofFile({ file, row, column, value, problem }: FileFault): string {
  const place = [file, row && `row ${row}`, column, value && `[${value}]`].filter(Boolean);
  return `  ! ${place.join(', ')}: ${problem}`;
}

function linesOf({ row, key, outcome, changes, faults, warnings }: ReportedRow): string[] {
  return [
    `  ${row > 0 ? `row ${row}` : 'gone'} ${outcome} ${key}`,
    ...(changes ?? []).map(
      ({ field, before, after }) => `      ${field}: ${told(before)} → ${told(after)}`,
    ),
    ...(faults ?? []).map((fault) => `      ✗ ${ofCell(fault)}`),
    ...(warnings ?? []).map((warning) => `      ⚠ ${ofCell(warning)}`),
  ];
}

function ofCell({ column, rule, problem, suggestion }: RowFault): string {
  const meant = suggestion === undefined ? '' : ` (${suggestion}?)`;
  return `${column === undefined ? '' : `${column}: `}${rule}: ${problem.replaceAll('\n', '⏎')}${meant}`;
}

const told = (value: unknown): string =>
  typeof value === 'string' ? value : value === null ? 'nothing' : JSON.stringify(value);

/** What the report itself tells first, where that is more or less than its rows do. */
function toldTwice({ faults, counts }: ImportReport): string[] {
  const ofRows = faults.filter(({ rule }) => rule !== undefined);
  return [`${ofRows.length} faults to mend in ${counts.refused} refused rows`];
}

async function questions({ kysely }: Database, run: string): Promise<string[]> {
  const { rows } = await sql<{
    name: string;
    code: string | null;
    candidates: { name: string; score: number }[];
  }>`
    select name, credit_code as code, candidates from identity_question
     where run = ${`imp_${run}`} order by name, credit_code`.execute(kysely);
  return rows.map(({ name, code, candidates }) => {
    const offered = candidates.map((one) => `${one.name} ${one.score.toFixed(2)}`);
    return `? who is ${name}${code ? ` (${code})` : ''}: ${offered.join(', ')}`;
  });
}
