import { type Kysely, sql } from 'kysely';
import type { FileFault } from '../ingest-fault.ts';
import { Cascades } from './cascades.ts';
import type { RunTable } from './counts.ts';
import type { RowFault } from './import-table.ts';

type Db = Kysely<unknown>;

/** What a run has told of its file. */
export interface ToldRun {
  readonly run: string;
  readonly format: string | null;
  readonly tables: readonly RunTable[];
  /** Of the file itself; rows tell their own. */
  readonly faults: readonly FileFault[];
}

export async function toldRun(db: Db, run: string): Promise<ToldRun> {
  const { rows } = await sql<ToldRun>`
    select id as run, format, tables, faults from import_run where id = ${run}`.execute(db);
  return rows[0] ?? { run, format: null, tables: [], faults: [] };
}

interface Refused {
  readonly row: number;
  readonly key: string;
  readonly faults: readonly RowFault[];
}

const PAGE = 500;

/** The refused rows of a table, in the order of its file. */
async function* refusedRows(db: Db, run: string, tableNo: number): AsyncGenerator<Refused, void> {
  for (let after = 0; ;) {
    const { rows } = await sql<Refused>`
      select row_no as row, key, faults from import_row
       where run_id = ${run} and table_no = ${tableNo} and outcome = 'REFUSED' and row_no > ${after}
       order by row_no limit ${PAGE}`.execute(db);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.row;
  }
}

/**
 * What is wrong with the rows of a sheet, which are asked for in their order: a page of each of its
 * tables is all that is held.
 */
export class Problems {
  private constructor(
    private readonly tables: readonly Reading[],
    private readonly faults: readonly FileFault[],
  ) {}

  /** undefined where no table was read of the sheet. */
  static async ofSheet(db: Db, told: ToldRun, sheet: string): Promise<Problems | undefined> {
    const places = told.tables.flatMap((table, at) => ((table.sheet ?? '') === sheet ? [at] : []));
    const faults = told.faults.filter((fault) => (fault.sheet ?? '') === sheet && fault.row);
    if (places.length === 0) return undefined;
    const tables = places.map((at) => new Reading(refusedRows(db, told.run, at)));
    for (const table of tables) await table.goOn();
    return new Problems(tables, faults);
  }

  get areNone(): boolean {
    return this.faults.length === 0 && this.tables.every(({ next }) => next === undefined);
  }

  /**
   * In one text; '' where nothing is wrong. A cell that two tables take is told once, and what only
   * follows from another fault of the row is not told.
   */
  async of(row: number): Promise<string> {
    const cascades = new Cascades();
    const found: RowFault[] = [];
    for (const table of this.tables) {
      while (table.next && table.next.row < row) await table.goOn();
      if (table.next?.row !== row) continue;
      found.push(...table.next.faults);
      cascades.refused(table.next.key);
    }
    const own = cascades.own(found);
    const told = [
      ...this.faults.filter((fault) => fault.row === row),
      ...(own.length > 0 ? own : found),
    ];
    return [...new Set(told.map(sentence))].join('；');
  }
}

class Reading {
  next: Refused | undefined;

  constructor(private readonly rows: AsyncIterator<Refused, void>) {}

  async goOn(): Promise<void> {
    const next = await this.rows.next();
    this.next = next.done ? undefined : next.value;
  }
}

type Told = Pick<FileFault, 'column' | 'problem' | 'suggestion'>;

export function sentence({ column, problem, suggestion }: Told): string {
  const place = column === undefined ? '' : `${column}: `;
  const meant = suggestion === undefined ? '' : ` → ${suggestion}?`;
  return `${place}${problem}${meant}`;
}
