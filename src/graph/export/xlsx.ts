import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Column } from './columns.ts';
import type { Nodes } from './nodes.ts';
import { cellsOf } from './rows.ts';
import { SHEET_END, sheetRow, sheetStart } from './sheet-xml.ts';
import { NOTES_SHEET, workbookParts } from './workbook.ts';

/** Excel's own limit, the head included. */
const ROWS_PER_SHEET = 1_048_576;

export interface XlsxOptions {
  readonly columns: readonly Column[];
  readonly pages: Nodes;
  /** What is told of the export on a sheet of its own; asked for when all rows are written. */
  readonly notes: () => readonly (readonly [string, string])[];
  readonly rowsPerSheet?: number;
}

/**
 * A workbook, written while its rows are read: a page is all that is held of it. What does not fit on
 * one sheet goes on on the next. The parts that name the sheets come last, for only then it is known
 * how many there are.
 */
export function xlsxOf(options: XlsxOptions): Readable {
  const zip = new ZipFile();
  const sheets = new Sheets(options);
  const out = zip.outputStream as Readable;
  zip.on('error', (error) => out.destroy(error as Error));
  const addSheet = () => {
    const name = sheets.begin();
    zip.addReadStreamLazy(`xl/worksheets/${name}`, { compressionLevel: FAST }, (done) => {
      const sheet = Readable.from(sheets.xml(), { objectMode: false, highWaterMark: BUFFERED });
      sheet.once('end', () => (sheets.isOver ? finish() : addSheet()));
      done(null, sheet);
    });
  };
  const finish = () => {
    zip.addBuffer(Buffer.from(notesXml(options.notes())), `xl/worksheets/${NOTES_SHEET}`);
    for (const [path, text] of workbookParts(sheets.count)) zip.addBuffer(Buffer.from(text), path);
    zip.end();
  };
  addSheet();
  return out;
}

/** Of zlib's levels: a third of the default's time, and a file a tenth larger. */
const FAST = 2;
const BUFFERED = 65_536;

/** The rows, a sheet after the other. */
class Sheets {
  count = 0;
  isOver = false;
  private readonly pages: AsyncIterator<readonly unknown[]>;
  private readonly most: number;
  /** What was read and is not yet written. */
  private waiting: readonly unknown[] = [];

  constructor(private readonly options: XlsxOptions) {
    this.pages = options.pages[Symbol.asyncIterator]();
    this.most = options.rowsPerSheet ?? ROWS_PER_SHEET;
  }

  /** The file of the next sheet. */
  begin(): string {
    this.count += 1;
    return `sheet${this.count}.xml`;
  }

  async *xml(): AsyncGenerator<string> {
    const { columns } = this.options;
    const kinds = columns.map(({ kind }) => kind);
    yield sheetStart(columns.map(({ name }) => name));
    let row = 1;
    // One look further than the sheet goes tells whether another follows.
    while ((await this.fill()) && row < this.most) {
      const taken = this.waiting.slice(0, this.most - row);
      this.waiting = this.waiting.slice(taken.length);
      yield taken.map((node) => sheetRow((row += 1), cellsOf(node, columns), kinds)).join('');
    }
    yield SHEET_END;
  }

  /** Whether there is a row to write. */
  private async fill(): Promise<boolean> {
    while (this.waiting.length === 0 && !this.isOver) {
      const page = await this.pages.next();
      if (page.done) this.isOver = true;
      else this.waiting = page.value;
    }
    return this.waiting.length > 0;
  }
}

function notesXml(notes: ReturnType<XlsxOptions['notes']>): string {
  const rows = notes.map((note, at) => sheetRow(at + 2, note, ['text', 'text']));
  return `${sheetStart(['项目 · What', '内容 · Value'])}${rows.join('')}${SHEET_END}`;
}
