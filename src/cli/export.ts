import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { extname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { permissions } from '../access/permission.ts';
import type { Viewer } from '../access/viewer.ts';
import { type Config, readConfig } from '../config/config.ts';
import type { Database } from '../db/database.ts';
import { Admission } from '../graph/admission.ts';
import { shapeError } from '../graph/errors.ts';
import { Answers } from '../graph/execution/answers.ts';
import { type Export, Exporting } from '../graph/export/exporting.ts';
import { type ExportRequest, readExportRequest } from '../graph/export/request.ts';
import { assembleSchema } from '../graph/schema.ts';
import { StartFault } from '../kit/errors.ts';
import { readQuery } from './export-query.ts';
import { readVariables } from './given-files.ts';
import { keepMemoryLean } from './lean-memory.ts';
import { asOperator } from './operator.ts';
import { orStartFault } from './start-fault.ts';
import { stopSignal } from './stop-signal.ts';

export interface ExportOptions {
  readonly variables?: string;
  readonly format?: string;
  readonly operation?: string;
  readonly out?: string;
  readonly city?: boolean;
}

/** Writes a whole list of the graph to a file, or to stdout; what is broken off leaves no file. */
export async function runExport(what: string, options: ExportOptions): Promise<void> {
  keepMemoryLean();
  const signal = stopSignal();
  const request = await orStartFault(() => toRequest(what, options));
  const { limits } = await orStartFault(() => readConfig(process.env, options));
  await asOperator(options, async (database, operator) => {
    const ending = new AbortController();
    signal.addEventListener('abort', () =>
      ending.abort(new StartFault('Stopped; no file is left.')),
    );
    const { out } = options;
    try {
      const exporting = exportingOn(database, limits);
      const asker = { viewer: viewerOf(operator), requestId: 'export', ending, onRows: counter() };
      const made = await exporting.begin(exporting.plan(request), asker);
      await (out === undefined ? pipeline(made.stream, process.stdout) : toFile(made, out));
      process.stderr.write(summaryOf(made, out));
    } catch (error) {
      throw signal.aborted ? new StartFault('Stopped; no file is left.') : told(error);
    }
  });
}

async function toRequest(what: string, options: ExportOptions): Promise<ExportRequest> {
  const { variables, operation, out, format = endingOf(out) } = options;
  const { query, operationName } = await readQuery(what);
  return readExportRequest({
    query,
    operationName: operation ?? operationName,
    variables: variables === undefined ? null : await readVariables(variables),
    format: format ?? 'CSV',
  });
}

function endingOf(path = ''): string | undefined {
  const ending = extname(path);
  return ending === '' ? undefined : ending.slice(1);
}

/** Without a gateway there is nobody whose answers could be kept. */
function exportingOn(database: Database, limits: Config['limits']): Exporting {
  const schema = assembleSchema();
  const stamp = { known: () => undefined, confirmed: () => Promise.resolve(undefined) };
  const answers = new Answers({ schema, compiling: 'always', keptBytes: 0, stamp });
  return new Exporting({ schema, database, answers, admission: new Admission(schema, limits) });
}

/** Whoever reaches the database sees all that it holds. */
function viewerOf(operator: string): Viewer {
  return {
    ...{ kind: 'API_KEY', actor: operator, credential: operator, role: 'OPERATOR' },
    ...{ permissions: new Set(permissions), sees: 'ALL', mayChange: [] },
  };
}

/** Until it is whole it has another name, so that nobody takes a part for it. */
async function toFile({ stream }: Export, path: string): Promise<void> {
  const part = `${path}.part`;
  try {
    await pipeline(stream, createWriteStream(part));
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** How many rows were read, for a person who watches. */
function counter(): (rows: number) => void {
  if (!process.stderr.isTTY) return () => {};
  return (rows) => process.stderr.write(`\r${rows} rows`);
}

function summaryOf({ rows, cursor, takenAt }: Export, out: string | undefined): string {
  const start = process.stderr.isTTY ? '\r' : '';
  const where = out === undefined ? '' : ` in ${out}`;
  return `${start}${rows} rows${where}, of ${takenAt}; cursor ${cursor}\n`;
}

/** What its caller can put right, as a gateway would tell it. */
function told(error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EPIPE') return new StartFault('Whoever reads stdout has left before the end.');
  if (code === 'ENOENT' || code === 'EACCES' || code === 'ENOSPC' || code === 'EISDIR') {
    return new StartFault(`The file cannot be written (${code}): name another one by --out.`);
  }
  const { formatted, fault } = shapeError(error, 'export');
  if (fault) return error;
  const path = formatted.path ? ` (at ${formatted.path.join('.')})` : '';
  return new StartFault(`${String(formatted.extensions?.code)}: ${formatted.message}${path}`);
}
