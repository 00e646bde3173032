/**
 * The thread that reads a workbook: what is in one may take seconds, and more memory than there is. Node
 * runs this file as it stands, in the tests, so that it and what it imports have only types to strip.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { RawRow } from '../raw-table.ts';
import { Refusal } from '../refusal.ts';
import { readMerges } from './merges.ts';
import { Package } from './package.ts';
import type { Answers, Ask, Reply, Start } from './protocol.ts';
import { sheetRows } from './sheet-rows.ts';
import { readWorkbook, type SheetPart, type Workbook } from './workbook.ts';

const { path, limits } = workerData as Start;

let from: Package | undefined;
let workbook: Workbook | undefined;
let rows: AsyncGenerator<RawRow[]> | undefined;

parentPort?.on('message', (ask: Ask) => void reply(ask));

async function reply(ask: Ask): Promise<void> {
  const answer: Reply = await answerTo(ask).catch((error: unknown) => {
    if (error instanceof Refusal) return { refused: error.faults };
    throw error;
  });
  parentPort?.postMessage(answer);
}

async function answerTo(ask: Ask): Promise<Answers> {
  from ??= await Package.open(path, limits);
  workbook ??= await readWorkbook(from, limits);
  if (ask === 'sheets') return { sheets: workbook.sheets };
  if (ask === 'rows') {
    const next = await rows?.next();
    return next && !next.done ? { rows: next.value } : {};
  }
  return start(ask.sheet, from, workbook);
}

async function start({ part = '' }: SheetPart, pkg: Package, book: Workbook): Promise<Answers> {
  await rows?.return(undefined);
  rows = sheetRows(part, pkg.read(part), book, limits);
  return { merges: await readMerges(part, () => pkg.read(part)) };
}
