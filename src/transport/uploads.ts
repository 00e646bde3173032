import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { lacking } from '../access/refusals.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Database } from '../db/database.ts';
import { databaseTrouble } from '../graph/database-trouble.ts';
import { fileNameOf } from '../ingest/uploads/file-name.ts';
import { UploadEmpty, UploadTooLarge, UploadUnnamed } from '../ingest/uploads/upload.errors.ts';
import { takeUpload, type Upload } from '../ingest/uploads/uploads.ts';
import { auditedBy, auditEntry } from '../request/audit.ts';
import { viewerOf } from './identified.ts';
import type { IsAllowedOrigin } from './origins.ts';
import { Places } from './places.ts';
import { RefusedRequest } from './refused-request.ts';

export const UPLOADS = '/uploads';

/** For a file to arrive: 200 MB at 2 Mbit/s. */
export const UPLOAD_ARRIVAL_MS = 15 * 60_000;

/** Files that come at once; each holds some MB, and a connection to the database now and then. */
const AT_ONCE = 8;

export interface UploadOptions {
  readonly maxBytes: number;
  readonly isAllowedOrigin: IsAllowedOrigin;
}

/** Takes files in, whatever their type, for an import to read. */
export async function serveUploads(
  http: FastifyInstance,
  { kysely: db }: Database,
  options: UploadOptions,
): Promise<void> {
  const places = new Places(AT_ONCE);
  await http.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _body, parsed) => parsed(null));
    scope.addHook('onRequest', (request, _reply, next) => next(refusalOf(request, options)));
    scope.post(UPLOADS, { bodyLimit: Number.MAX_SAFE_INTEGER }, async (request, reply) => {
      const leave = places.take();
      if (!leave) throw tooMany(places.size);
      try {
        const upload = await taken(request);
        return await reply.code(201).send(told(upload));
      } catch (error) {
        throw asRefusal(error);
      } finally {
        leave();
        // What was refused half-way is read to its end, or the answer might never be.
        request.raw.resume();
      }
    });
    done();
  });

  async function taken(request: FastifyRequest): Promise<Upload> {
    const { actor } = viewerOf(request);
    const name = await nameIn(request);
    const { maxBytes } = options;
    const upload = await takeUpload(db, { name, actor, maxBytes }, chunksOf(request.raw));
    await auditUpload(viewerOf(request), request.id, upload);
    return upload;
  }

  function auditUpload(viewer: Viewer, requestId: string, { id, ...details }: Upload) {
    return auditEntry(db, {
      ...auditedBy(viewer, requestId),
      ...{ operation: 'upload', outcome: 'DONE', entityType: 'upload', entityCode: id, details },
    });
  }
}

/** What refuses a file before a byte of it is read. */
function refusalOf(
  request: FastifyRequest,
  { maxBytes, isAllowedOrigin }: UploadOptions,
): RefusedRequest | undefined {
  const { origin, host, 'content-length': length } = request.headers;
  // A page of any other origin could have a browser send it, where the role PUBLIC may import.
  if (!isAllowedOrigin(origin, host)) {
    const message = `A page from ${origin} may not send files here. Whoever runs this server can name its origin in CORS_ORIGINS.`;
    return new RefusedRequest(message, 403, 'FORBIDDEN_ORIGIN');
  }
  const { permissions, role } = viewerOf(request);
  if (!permissions.has('import:run')) {
    const { message, code, details } = lacking('import:run', role);
    return new RefusedRequest(message, 403, code, undefined, details);
  }
  const asked = Number(length ?? 0);
  if (asked > maxBytes) return asRefusal(new UploadTooLarge(maxBytes, asked)) as RefusedRequest;
  return undefined;
}

/** @throws RefusedRequest, UploadUnnamed */
async function nameIn({ url, headers }: FastifyRequest): Promise<string> {
  const { search, searchParams } = new URL(url, 'http://here');
  const names = searchParams.getAll('name');
  if (names.length > 1) throw new RefusedRequest('The URL holds "name" twice: leave one out.');
  try {
    decodeURIComponent(search);
  } catch {
    throw new RefusedRequest('The URL is not UTF-8 in percent-encoding; the name is sent so.');
  }
  return fileNameOf(names[0], headers['content-disposition']);
}

/** As they come. Whoever stops early leaves the socket as it is, for the answer. */
async function* chunksOf(body: IncomingMessage): AsyncGenerator<Uint8Array> {
  for await (const chunk of body.iterator({ destroyOnReturn: false })) yield chunk as Uint8Array;
  if (!body.complete) throw new RefusedRequest('The file broke off: send it again.');
}

function told({ id, name, bytes, sha256 }: Upload) {
  return { upload: id, name, bytes, sha256 };
}

function asRefusal(error: unknown): unknown {
  if (error instanceof UploadTooLarge) {
    return new RefusedRequest(error.message, 413, error.code, undefined, error.details);
  }
  if (error instanceof UploadEmpty || error instanceof UploadUnnamed) {
    return new RefusedRequest(error.message, 400, error.code);
  }
  if (isDiskFull(error)) {
    const message =
      'The disk of the database is full; the file was not kept. Tell whoever runs this server.';
    return new RefusedRequest(message, 507, 'STORAGE_FULL');
  }
  const trouble = databaseTrouble(error);
  if (trouble?.retryAfter === undefined) return error;
  return new RefusedRequest(trouble.message, 503, trouble.code, trouble.retryAfter);
}

const isDiskFull = (error: unknown) => (error as { code?: unknown }).code === '53100';

function tooMany(places: number): RefusedRequest {
  return new RefusedRequest(
    `The server is busy: ${places} files are coming in, and no more are taken. Try again shortly.`,
    503,
    'SERVICE_BUSY',
    5,
    { asked: places + 1, allowed: places },
  );
}
