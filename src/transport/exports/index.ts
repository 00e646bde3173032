import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Access } from '../../access/access.ts';
import { lacking, Unauthenticated } from '../../access/refusals.ts';
import type { Viewer } from '../../access/viewer.ts';
import { shapeError } from '../../graph/errors.ts';
import type { Export, Exporting } from '../../graph/export/exporting.ts';
import { type ExportRequest, readExportRequest } from '../../graph/export/request.ts';
import { CallerLeft } from '../../request/given-up.ts';
import { refusalOf, viewerOf } from '../identified.ts';
import { Places } from '../places.ts';
import { RefusedRequest } from '../refused-request.ts';
import { headersOf } from './file.ts';
import { EXPORTS_PATH, LINKS_PATH, type Links } from './links.ts';

export interface ExportsOptions {
  readonly exporting: Exporting;
  readonly links: Links;
  readonly access: Access;
  /** Under way at once. */
  readonly exportsAtOnce: number;
  readonly log: Logger;
}

/** Answers exports with their files: by POST to who says who he is, and by GET to who has a link. */
export function serveExports(http: FastifyInstance, options: ExportsOptions): void {
  const files = new Files(options);
  http.post(EXPORTS_PATH, (request, reply) =>
    files.answer(request, reply, () => ({
      request: readExportRequest(request.body),
      viewer: viewerOf(request),
    })),
  );
  http.get(LINKS_PATH, { exposeHeadRoute: false }, (request, reply) =>
    files.answer(request, reply, () => {
      const { link } = request.query as { link?: unknown };
      return options.links.follow(typeof link === 'string' ? link : '');
    }),
  );
}

/** Who wants which export. */
interface Wanted {
  readonly request: ExportRequest;
  readonly viewer: Viewer;
}

class Files {
  private readonly places: Places;

  constructor(private readonly options: ExportsOptions) {
    this.places = new Places(options.exportsAtOnce);
  }

  async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    wanted: () => Wanted | Promise<Wanted>,
  ): Promise<unknown> {
    const ending = new AbortController();
    reply.raw.once('close', () => {
      if (!reply.raw.writableFinished) ending.abort(new CallerLeft());
    });
    try {
      return await this.begin(request, reply, await wanted(), ending);
    } catch (error) {
      return this.refuse(request, reply, refusalOf(error, reply));
    }
  }

  private async begin(
    { id: requestId }: FastifyRequest,
    reply: FastifyReply,
    { request, viewer }: Wanted,
    ending: AbortController,
  ): Promise<unknown> {
    const { exporting, access } = this.options;
    checkPermission(viewer);
    const plan = exporting.plan(request);
    const leave = this.places.take();
    if (!leave) throw tooMany(this.places.size);
    try {
      const made = await exporting.begin(plan, { viewer, requestId, ending });
      const unwatch = access.watch(viewer, (why) => made.stream.destroy(why));
      made.stream.once('close', () => {
        leave();
        unwatch();
        this.tell(requestId, viewer, request, made);
      });
      // Who has left meanwhile closes nothing any more.
      if (reply.raw.destroyed) made.stream.destroy(new CallerLeft());
      return await reply.headers(headersOf(plan, made)).send(made.stream);
    } catch (error) {
      leave();
      throw error;
    }
  }

  private refuse({ id }: FastifyRequest, reply: FastifyReply, error: unknown): unknown {
    if (error instanceof RefusedRequest) throw error;
    const { formatted, retryAfter, fault } = shapeError(error, id);
    if (fault) this.options.log.error({ requestId: id, err: fault }, 'an export failed');
    if (retryAfter !== undefined) reply.header('retry-after', retryAfter);
    const status = retryAfter !== undefined ? 503 : fault ? 500 : 400;
    const isForbidden = formatted.extensions?.code === 'FORBIDDEN';
    return reply.code(isForbidden ? 403 : status).send({ errors: [formatted] });
  }

  /** What came of it: of one that stopped nobody else can tell, for its headers were sent. */
  private tell(
    requestId: string,
    { actor }: Viewer,
    { format }: ExportRequest,
    made: Export,
  ): void {
    const { stream, rows, cursor } = made;
    const line = { requestId, actor, format, rows, cursor };
    const error = stream.errored;
    if (!error && stream.readableEnded) this.options.log.info(line, 'an export was taken');
    else this.options.log.warn({ ...line, err: error }, 'an export was broken off');
  }
}

function checkPermission({ permissions, kind, role }: Viewer): void {
  if (permissions.has('graph:export')) return;
  if (kind !== 'ANONYMOUS') throw lacking('graph:export', role);
  throw new Unauthenticated(
    'An export needs the permission graph:export, which nobody has without saying who he is: send "Authorization: Bearer …" with an API key or a token.',
    false,
  );
}

function tooMany(allowed: number): RefusedRequest {
  return new RefusedRequest(
    allowed === 0
      ? 'This server gives no exports: EXPORTS_AT_ONCE is 0.'
      : `The server is busy: ${allowed} exports are under way, and no more are taken. Try again later.`,
    503,
    'TOO_MANY_EXPORTS',
    allowed === 0 ? undefined : 30,
    { asked: allowed + 1, allowed },
  );
}
