import { readdir } from 'node:fs/promises';
import type { EventSubscriber, FlushEventArgs } from '@mikro-orm/core';
import type { Database } from '../db/database.ts';
import { DomainError } from '../kit/errors.ts';
import { command, type CommandContext, runCommand, type WrittenBy } from '../request/command.ts';
import { type FileFault, IngestFault } from './ingest-fault.ts';
import { columnName, readSheet, type Sheet, type SheetRow } from './sheet.ts';

/** A sheet with the rows of its file. */
interface FilledSheet {
  readonly sheet: Sheet;
  readonly rows: readonly SheetRow[];
}

/** What a load did, file by file. */
export interface LoadReport {
  readonly files: readonly FileReport[];
}

interface FileReport {
  readonly file: string;
  readonly rows: number;
  /** Rows that were new, or said something else than the graph did. */
  readonly changed: number;
}

/**
 * Reads a directory that holds exactly these sheets.
 *
 * @throws IngestFault with what is wrong in any of the files.
 */
export async function readSheets(
  sheets: readonly Sheet[],
  directory: string,
): Promise<FilledSheet[]> {
  const faults = await unknownFiles(sheets, directory);
  const filled: FilledSheet[] = [];
  for (const sheet of sheets) {
    try {
      filled.push({ sheet, rows: await readSheet(sheet, directory) });
    } catch (error) {
      if (!(error instanceof IngestFault)) throw error;
      faults.push(...error.faults);
    }
  }
  if (faults.length > 0) throw new IngestFault(faults);
  return filled;
}

/** A file under a slightly wrong name would otherwise be left out in silence. */
async function unknownFiles(sheets: readonly Sheet[], directory: string): Promise<FileFault[]> {
  const known = sheets.map(({ file }) => file);
  const there = await readdir(directory).catch(() => []);
  return there
    .filter((file) => file.endsWith('.csv') && !known.includes(file))
    .map((file) => ({ file, problem: `no such file is known; they are ${known.join(', ')}.` }));
}

/**
 * Runs every row's command, in order, in one transaction: all of it is loaded, or nothing.
 *
 * Each flush walks all entities that the unit of work has met, so rows are written as late as can
 * be, many at a time. When the database refuses some, they are run once more, each written by
 * itself, to learn which row it was.
 */
export async function loadSheets(
  database: Database,
  filled: readonly FilledSheet[],
  by: WrittenBy,
): Promise<LoadReport> {
  try {
    return await runCommand(database, runSheets, { filled, oneByOne: false }, by);
  } catch (error) {
    if (!isRefusedByDatabase(error)) throw error;
    return await runCommand(database, runSheets, { filled, oneByOne: true }, by);
  }
}

interface Run {
  readonly filled: readonly FilledSheet[];
  /** Whether each row is written before the next is run. */
  readonly oneByOne: boolean;
}

const runSheets = command(async (context, { filled, oneByOne }: Run): Promise<LoadReport> => {
  const written = new WrittenEntities();
  context.em.getEventManager().registerSubscriber(written);
  const files: FileReport[] = [];
  for (const { sheet, rows } of filled) {
    const entities = await runRows(context, sheet, rows, oneByOne);
    const changed = entities.filter((entity) => written.has(entity)).length;
    files.push({ file: sheet.file, rows: rows.length, changed });
  }
  return { files };
});

/** Runs a sheet's rows and writes them; answers the entity that each made or found. */
async function runRows(
  context: CommandContext,
  sheet: Sheet,
  rows: readonly SheetRow[],
  oneByOne: boolean,
): Promise<unknown[]> {
  const { em } = context;
  const entities: unknown[] = [];
  const unwritten = new Set<string | undefined>();
  // What a row is named by: its code, or, where its command looks at its siblings, whose it is.
  const [name] = sheet.key.length === 1 || sheet.readsSiblings ? sheet.key : [];
  for (const row of rows) {
    // A row that names an earlier one of its file, or what that one is about, has to find it.
    if ([...row.cells.values()].some((cell) => unwritten.has(cell))) {
      await em.flush();
      unwritten.clear();
    }
    try {
      entities.push(await sheet.command(context, row.input));
      if (oneByOne) await em.flush();
    } catch (error) {
      const isItsOwn = error instanceof DomainError || (oneByOne && isRefusedByDatabase(error));
      throw isItsOwn ? faultOf(sheet, row, error) : error;
    }
    if (name !== undefined) unwritten.add(row.cells.get(name));
    // Else the next row's look-up of its own key would write this one.
    em.getUnitOfWork().clearActionsQueue();
  }
  await em.flush();
  return entities;
}

/** The entities that flushes had something to write of. */
class WrittenEntities implements EventSubscriber {
  private readonly entities = new WeakSet();

  onFlush({ uow }: FlushEventArgs): void {
    for (const { entity } of uow.getChangeSets()) this.entities.add(entity);
  }

  has(entity: unknown): boolean {
    return this.entities.has(entity as object);
  }
}

/** What a row's command threw, or the database said of it, with its place. */
function faultOf({ file, columns }: Sheet, { row, cells }: SheetRow, error: Error): IngestFault {
  const field = error instanceof DomainError ? error.field : undefined;
  const column = field && columns.find(({ name }) => name === columnName(field))?.name;
  const value = column && cells.get(column);
  const { constraint, detail } = error as Error & Partial<Record<string, string>>;
  const problem = [error.message, constraint && `rule ${constraint}`, detail].filter(Boolean);
  const fault = {
    file,
    row,
    ...(column && { column }),
    ...(value && { value }),
    problem: problem.join('; ').replace(/[^.]$/, '$&.'),
  };
  return new IngestFault([fault], { cause: error });
}

/** SQLSTATE 22: a value that its column cannot hold; 23: a constraint that the row breaks. */
function isRefusedByDatabase(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && /^2[23]/.test(String(error.code));
}
