import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { sheetPath, workbookParts } from './workbook-parts.ts';

/** Excel's own limit, the head included. */
export const ROWS_PER_SHEET = 1_048_576;

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A sheet of a workbook that is being written. */
export interface WorkbookSheet {
  readonly name: string;
  /** What its file holds, from `sheetStart` to `SHEET_END`. */
  readonly xml: AsyncIterable<string> | Iterable<string>;
}

/** Of zlib's levels: a third of the default's time, and a file a tenth larger. */
const FAST = 2;
const BUFFERED = 65_536;

/**
 * A workbook (XLSX), written while its sheets come: each is asked for when the one before is written,
 * and its text when there is room for it. The parts that name the sheets come last, for only then it
 * is known which there are. Where nobody reads on, whoever gives the sheets is told by `return`.
 */
export function workbookOf(sheets: AsyncIterable<WorkbookSheet>): Readable {
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  const coming = sheets[Symbol.asyncIterator]();
  const names: string[] = [];
  let writing: Readable | undefined;
  const fail = (error: unknown) => void out.destroy(error as Error);
  const finish = () => {
    for (const [path, text] of workbookParts(names)) zip.addBuffer(Buffer.from(text), path);
    zip.end();
  };
  const goOn = async () => {
    const next = await coming.next();
    if (out.destroyed) return;
    if (next.done) {
      finish();
      return;
    }
    writing = Readable.from(next.value.xml, { objectMode: false, highWaterMark: BUFFERED });
    writing.once('end', () => void goOn().catch(fail));
    zip.addReadStream(writing, sheetPath(names.length), { compressionLevel: FAST });
    names.push(next.value.name);
  };
  zip.on('error', fail);
  out.once('close', () => {
    writing?.destroy();
    coming.return?.().catch(() => {});
  });
  void goOn().catch(fail);
  return out;
}
