import { stat } from 'node:fs/promises';
import { guarded } from '../guarded.ts';
import { type FileLimits, megabytes } from '../limits.ts';
import type { RawRows } from '../raw-table.ts';
import { readTable } from '../read-table.ts';
import { Refusal, refused } from '../refusal.ts';
import type { FileNote, SheetRule, Table } from '../table.ts';
import { mergeFaults } from './merges.ts';
import type { SheetPart } from './workbook.ts';
import { WorkbookThread } from './workbook-thread.ts';

interface WorkbookOptions {
  readonly sheets?: readonly string[];
  readonly takes?: SheetRule;
  readonly headerRow?: number;
  readonly limits: FileLimits;
  readonly signal: AbortSignal;
}

interface OpenedWorkbook {
  readonly notes: readonly FileNote[];
  readonly tables: AsyncIterable<Table>;
  readonly close: () => Promise<void>;
}

/** Opens a workbook (XLSX). A thread of its own reads it. */
export async function openWorkbook(
  path: string,
  options: WorkbookOptions,
): Promise<OpenedWorkbook> {
  const { limits, signal } = options;
  const { size } = await stat(path);
  if (size > limits.workbookBytes) {
    throw refused(
      `the workbook has ${megabytes(size)}, and ${megabytes(limits.workbookBytes)} is the most; ` +
        'split it, or save it as “CSV UTF-8”.',
    );
  }
  const thread = new WorkbookThread(path, limits, signal);
  try {
    const { sheets = [] } = await thread.ask('sheets');
    return {
      notes: leftOut(sheets, options),
      tables: tablesOf(thread, chosen(sheets, options), options),
      close: () => thread.end(),
    };
  } catch (error) {
    await thread.end();
    throw error;
  }
}

/** Sheets with cells that are not read, though nobody asked for single ones by their names. */
function leftOut(
  sheets: readonly SheetPart[],
  { sheets: asked, takes }: WorkbookOptions,
): FileNote[] {
  const left = asked ? [] : sheets.filter(({ name, part }) => part && !takes?.holds(name));
  return left
    .filter(({ isHidden }) => isHidden || takes)
    .map(({ name, isHidden }) => {
      const kind = isHidden ? 'HIDDEN_SHEET' : 'OTHER_SHEET';
      return { kind, sheet: name, text: LEFT_OUT[kind] };
    });
}

const LEFT_OUT = {
  HIDDEN_SHEET: 'The sheet is hidden, and was left out.',
  OTHER_SHEET: 'The sheet was left out: it is none of those that are taken.',
};

function chosen(
  sheets: readonly SheetPart[],
  { sheets: asked, takes }: WorkbookOptions,
): SheetPart[] {
  if (takes) return taken(sheets, takes);
  if (!asked) return sheets.filter(({ isHidden, part }) => !isHidden && part !== undefined);
  return asked.map((name) => {
    const sheet = sheets.find((each) => each.name === name);
    if (sheet?.part !== undefined) return sheet;
    const problem = sheet ? 'it is a chart, and has no cells' : 'there is no such sheet';
    const known = sheets.map((each) => each.name).join(', ');
    throw refused(`${problem}; the sheets are ${known}.`, { sheet: name });
  });
}

/** One that is wanted and hidden is for its sender to show or to take out. */
function taken(sheets: readonly SheetPart[], { text, holds }: SheetRule): SheetPart[] {
  const wanted = sheets.filter(({ name, part }) => part !== undefined && holds(name));
  const hidden = wanted.find(({ isHidden }) => isHidden);
  if (hidden) {
    throw refused('the sheet is hidden: show it, or take it out.', { sheet: hidden.name });
  }
  if (wanted.length > 0) return wanted;
  const known = sheets.map(({ name }) => name).join(', ');
  throw refused(`no sheet is called "${text}"; the sheets are ${known}.`);
}

async function* tablesOf(
  thread: WorkbookThread,
  sheets: readonly SheetPart[],
  options: WorkbookOptions,
): AsyncGenerator<Table> {
  let count = 0;
  try {
    for (const sheet of sheets) {
      const table = await tableOf(thread, sheet, options).catch(namingSheet(sheet.name));
      if (!table && options.sheets) {
        throw refused('the sheet is empty, without a header.', { sheet: sheet.name });
      }
      if (!table) continue;
      count += 1;
      yield { ...table, rows: guarded(table.rows, namingSheet(sheet.name)) };
    }
    if (count === 0)
      throw refused('the workbook is empty: no sheet that is shown has anything in it.');
  } finally {
    await thread.end();
  }
}

async function tableOf(
  thread: WorkbookThread,
  sheet: SheetPart,
  { headerRow, limits }: WorkbookOptions,
): Promise<Table | undefined> {
  const { merges = [] } = await thread.ask({ sheet });
  return readTable(batches(thread), {
    ...(headerRow !== undefined && { headerRow }),
    ...{ sheet: sheet.name, limits, isRagged: true },
    faultsBelow: (row) => mergeFaults(merges, row),
  });
}

export async function* batches(thread: WorkbookThread): RawRows & AsyncGenerator {
  for (;;) {
    const { rows } = await thread.ask('rows');
    if (!rows) return;
    yield rows;
  }
}

function namingSheet(sheet: string) {
  return (error: unknown): never => {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(
      error.faults.map((fault) => ({ sheet, ...fault })),
      { cause: error },
    );
  };
}
