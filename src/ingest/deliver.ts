import { createHash } from 'node:crypto';
import type { Viewer } from '../access/viewer.ts';
import type { Database } from '../db/database.ts';
import { today } from '../kit/clock.ts';
import { registerDataSource } from '../modules/source/data-source.commands.ts';
import { runCommand } from '../request/command.ts';
import { openFile } from './formats/open-file.ts';
import type { FileNote, OpenedFile, Table } from './formats/table.ts';
import {
  identifyNamed,
  identifyRegistered,
  namingColumns,
  type Undecided,
} from './identify/identify-rows.ts';
import { IdentityQuestions } from './identify/identity-questions.ts';
import { bindTable, type Reading } from './mapping/bind-table.ts';
import { matchHeader } from './mapping/match-header.ts';
import {
  type ColumnMapping,
  isOfSheet,
  type Mapping,
  type TableMapping,
} from './mapping/mapping.ts';
import { knownRegions } from './reading/known-regions.ts';
import type { BoundRow, Identify, ImportTable, Ledger } from './run/import-table.ts';
import { type ImportReport, runImport } from './run/run-import.ts';
import { noteReading, type RunNote } from './run/file-reading.ts';
import type { Counts } from './run/counts.ts';
import type { RunRequest } from './run/run-store.ts';
import type { Sheet } from './sheet.ts';
import { type Target, targets } from './targets/index.ts';

/** A file that a source delivers, and the run that takes it in; the run has been noted. */
export interface Delivery {
  readonly mapping: Mapping;
  readonly path: string;
  readonly request: RunRequest;
  /** Whose sight and reach bound it; nobody's for an operator at the command line. */
  readonly viewer?: Viewer;
  readonly onProgress?: (counts: Counts) => void;
  readonly signal?: AbortSignal;
  readonly resumes?: boolean;
}

/** What a run did, and what was noticed of its file. */
export interface DeliveryReport extends ImportReport {
  readonly notes: readonly RunNote[];
}

/**
 * Takes a delivery in, by the mapping of its source: checks it whole, and writes it, or tells what a
 * run would write.
 */
export async function deliver(database: Database, delivery: Delivery): Promise<DeliveryReport> {
  const { mapping, request, viewer, onProgress, signal, resumes } = delivery;
  const by = { actor: request.actor, source: `${request.source}/${request.id}` };
  const source = await runCommand(database, registerDataSource, mapping.source, {
    actor: 'mapping',
    source: mapping.file,
  });
  const { id, code } = await source.document.loadOrFail();
  const reading: Reading = {
    today: today(),
    asOf: request.asOf,
    year: Number(request.asOf.slice(0, 4)),
    regions: await knownRegions(database.kysely),
  };
  const questions = new IdentityQuestions(database, request);
  const opened = new OpenedDelivery(database, delivery, { id, code }, reading, questions);
  const report = await runImport(database, {
    request,
    by: { ...by, ...(viewer && { within: viewer }) },
    open: () => opened.tables(),
    ask: () => questions.ask(),
    ...(onProgress && { onProgress }),
    ...(signal && { signal }),
    ...(resumes && { resumes }),
  });
  return { ...report, notes: opened.notes() };
}

class OpenedDelivery {
  private readonly noticed = new Map<string, RunNote>();

  constructor(
    private readonly database: Database,
    private readonly delivery: Delivery,
    private readonly ledger: Ledger,
    private readonly reading: Reading,
    private readonly questions: IdentityQuestions,
  ) {}

  /** Each table of the mapping, in its order; the file is read once for each. */
  async *tables(): AsyncGenerator<ImportTable> {
    for (const mapped of this.delivery.mapping.tables) {
      const file = await this.open(mapped);
      try {
        for await (const table of file.tables) yield this.bound(mapped, file, table);
      } finally {
        await file.close();
      }
    }
  }

  notes(): readonly RunNote[] {
    return [...this.noticed.values()];
  }

  private async open(mapped: TableMapping): Promise<OpenedFile> {
    const { path, request, signal } = this.delivery;
    const { headerRow, sheet: text } = mapped;
    const file = await openFile(path, {
      name: request.fileName,
      ...(headerRow !== undefined && { headerRow }),
      ...(text !== undefined && { takes: { text, holds: (name) => isOfSheet(mapped, name) } }),
      ...(signal && { signal }),
    });
    const { format, encoding } = file;
    this.notice(file);
    await noteReading(this.database.kysely, request.id, {
      ...{ format, notes: this.notes() },
      ...(encoding !== undefined && { encoding }),
    });
    return file;
  }

  /** The file is opened for each table, and each time says the same. */
  private notice({ file, notes }: OpenedFile): void {
    for (const note of notes) {
      if (!this.isTaken(note)) this.noticed.set(JSON.stringify(note), { file, ...note });
    }
  }

  /** What one table leaves out may be another one's. */
  private isTaken({ kind, sheet }: FileNote): boolean {
    const { tables } = this.delivery.mapping;
    return kind === 'OTHER_SHEET' && tables.some((mapped) => isOfSheet(mapped, sheet));
  }

  private bound(mapped: TableMapping, { file }: OpenedFile, table: Table): ImportTable {
    const target = targets.get(mapped.target);
    if (!target) throw new Error(`${mapped.target} was checked, and is no target.`);
    const { sheet } = target;
    const head = { file, header: table.header, headerRow: table.headerRow };
    const isOf = table.sheet === undefined ? {} : { sheet: table.sheet };
    const bind = bindTable(mapped, sheet, { ...head, ...isOf }, this.reading);
    const matched = matchHeader(mapped, { ...head, ...isOf });
    const found = matched.filter((one) => one.place !== undefined);
    const headers = new Map(
      matched.flatMap(({ column: { field, qualifier = field }, header }) => [
        [field, header] as const,
        [qualifier, header] as const,
      ]),
    );
    const nameOf = (column: string) =>
      headers.get(column) ??
      headers.get(column.replace(/_(earliest|latest|certainty|derivation|from|to|label)$/, '')) ??
      column;
    return {
      ...(mapped.headerRow !== undefined && { headerRow: mapped.headerRow }),
      ...{ file, ...isOf, name: mapped.target, target: sheet, rows: table.rows, bind, nameOf },
      speaksOf: spokenOf(
        found.map(({ column }) => column),
        mapped.constants,
        target,
      ),
      ledger: this.ledger,
      isComplete: mapped.isComplete,
      supplied: new Set(target.supplied),
      namedBy: namesOf(mapped.target, sheet),
      identify: this.identify(mapped, target, nameOf),
    };
  }

  private identify(
    { target: name }: TableMapping,
    { sheet, supplied }: Target,
    nameOf: (column: string) => string,
  ): Identify {
    const columns = namingColumns(sheet);
    const options = {
      source: this.delivery.request.source,
      nameOf,
      onUndecided: (one: Undecided) => this.questions.add(one),
    };
    return async (db, rows) => {
      if (name === 'enterprises') return identifyRegistered(db, rows, options);
      const named = await identifyNamed(db, rows, columns, options);
      return supplied.includes('code') ? named.map((row) => withCode(row, this.ledger)) : named;
    };
  }
}

/** What a table speaks of: the columns that it has, its constants, and what is supplied to it. */
function spokenOf(
  columns: readonly ColumnMapping[],
  constants: ReadonlyMap<string, string>,
  target: Target,
): ReadonlySet<string> {
  const told = new Set([...constants.keys(), ...target.supplied]);
  for (const { field, as, qualifier, exactly } of columns) {
    if (as === 'date') for (const part of DATE_PARTS) told.add(`${field}_${part}`);
    else if (as === 'period') for (const part of PERIOD_PARTS) told.add(`${field}_${part}`);
    else told.add(field);
    if (qualifier !== undefined) told.add(qualifier);
    if (exactly !== undefined) told.add(exactly);
  }
  if (target.sheet.columns.some(({ name }) => name === 'as_of_certainty')) {
    for (const part of DATE_PARTS) told.add(`as_of_${part}`);
  }
  return told;
}

const DATE_PARTS = ['earliest', 'latest', 'certainty', 'derivation'];
const PERIOD_PARTS = ['from', 'to', 'label'];

/** How a source names a row whose code is ours. */
function namesOf(target: string, { key }: Sheet): NonNullable<ImportTable['namedBy']> {
  if (target === 'enterprises') {
    return (cells) => (cells.has('credit_code') ? ['credit_code'] : ['name']);
  }
  const isNumbered = target === 'observations' || target === 'statements';
  return () => (isNumbered ? ['subject', 'metric', 'attribute', 'period_label'] : key);
}

/** A number of a source is known by what it is of, which is the same in every delivery. */
function withCode(row: BoundRow, ledger: Ledger): BoundRow {
  const parts = CODE_PARTS.map((column) => row.cells.get(column) ?? '');
  const hash = createHash('sha256').update(parts.join('|')).digest('hex').slice(0, 20);
  const code = `${ledger.code}-${hash.toUpperCase()}`;
  return { ...row, cells: new Map([...row.cells, ['code', code]]) };
}

const CODE_PARTS = [
  ...['subject_type', 'subject', 'metric', 'attribute', 'kind', 'period_from', 'period_to'],
  ...['period_label', 'position'],
];
