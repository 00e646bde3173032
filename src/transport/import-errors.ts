import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { lacking } from '../access/refusals.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Database } from '../db/database.ts';
import { keyOfRun } from '../ingest/api/import-writes.commands.ts';
import { copyFormatOf, writeErrorCopy } from '../ingest/run/error-copy.ts';
import { writeUpload } from '../ingest/uploads/uploads.ts';
import { notedRun } from '../ingest/work/open-runs.ts';
import { UnknownCode } from '../kit/errors.ts';
import { XLSX_TYPE } from '../kit/table/workbook.ts';
import { attachment } from './attachment.ts';
import { viewerOf } from './identified.ts';
import { Places } from './places.ts';
import { RefusedRequest } from './refused-request.ts';

export const IMPORT_ERRORS = '/imports/:run/errors';

/** Copies that are written at once: each reads a whole file. */
const AT_ONCE = 4;

/** Gives back files that were sent in, with what is wrong beside each row. */
export function serveImportErrors(http: FastifyInstance, { kysely: db }: Database): void {
  const places = new Places(AT_ONCE);
  http.get<{ Params: { run: string } }>(IMPORT_ERRORS, async (request, reply) => {
    const key = await runSeen(request.params.run, viewerOf(request));
    const leave = places.take();
    if (!leave) {
      const message = `The server is busy: ${places.size} such copies are being written. Try again shortly.`;
      throw new RefusedRequest(message, 503, 'SERVICE_BUSY', 5);
    }
    const directory = await mkdtemp(join(tmpdir(), 'quanmai-errors-'));
    const path = join(directory, 'delivery');
    const tidy = () => {
      leave();
      return rm(directory, { recursive: true, force: true });
    };
    try {
      const { uploadId } = (await notedRun(db, key)) ?? {};
      const { name } = await writeUpload(db, uploadId ?? '', path);
      const format = await copyFormatOf(db, key);
      const out = new PassThrough();
      writeErrorCopy(db, { run: key, path, name, format }, out)
        .catch((error: unknown) => out.destroy(error as Error))
        .finally(() => void tidy());
      const file = `${name.replace(/\.[^.]+$/, '')}-问题.${format.toLowerCase()}`;
      return await reply
        .type(format === 'XLSX' ? XLSX_TYPE : 'text/csv; charset=utf-8')
        .header('content-disposition', attachment(file))
        .header('cache-control', 'no-store')
        .send(out);
    } catch (error) {
      await tidy();
      throw asRefusal(error);
    }
  });

  async function runSeen(run: string, viewer: Viewer): Promise<string> {
    if (!viewer.permissions.has('import:run')) {
      const { message, code, details } = lacking('import:run', viewer.role);
      throw new RefusedRequest(message, 403, code, undefined, details);
    }
    return keyOfRun(db, run, viewer).catch((error: unknown) => {
      throw asRefusal(error);
    });
  }
}

function asRefusal(error: unknown): unknown {
  if (!(error instanceof UnknownCode)) return error;
  const message =
    error.kind === 'upload'
      ? 'The file of this run is not kept any more, or none was sent in. Files are kept for seven days.'
      : error.message;
  return new RefusedRequest(message, 404, error.code);
}
