import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Access } from '../access/access.ts';
import { AccessUnavailable, Forbidden, Unauthenticated } from '../access/refusals.ts';
import type { Viewer } from '../access/viewer.ts';
import { RefusedRequest } from './refused-request.ts';

const viewers = new WeakMap<FastifyRequest, Viewer>();

/** Who sent this request. */
export function viewerOf(request: FastifyRequest): Viewer {
  const viewer = viewers.get(request);
  if (!viewer) throw new Error(`${request.url} is not a route whose callers are identified.`);
  return viewer;
}

/**
 * Finds out who asks on these routes, by the Authorization header, before the body is read and before
 * a place is taken: whoever is not known costs no more than that.
 */
export function identifyCallers(
  http: FastifyInstance,
  paths: readonly string[],
  access: Access,
): void {
  http.addHook('onRequest', async (request, reply) => {
    if (!paths.includes(request.routeOptions.url ?? '')) return;
    try {
      viewers.set(request, await access.identify(request.headers.authorization));
    } catch (error) {
      throw refusalOf(error, reply);
    }
  });
}

/** What stands in the way of who asks, as the transport tells it. */
export function refusalOf(error: unknown, reply: FastifyReply): unknown {
  if (error instanceof Unauthenticated) {
    // RFC 6750: nothing but the scheme to who sent no credential.
    const challenge = error.isOfCredential ? 'Bearer error="invalid_token"' : 'Bearer';
    reply.header('www-authenticate', challenge);
    return new RefusedRequest(error.message, 401, error.code);
  }
  if (error instanceof Forbidden) {
    return new RefusedRequest(error.message, 403, error.code, undefined, error.details);
  }
  if (error instanceof AccessUnavailable) {
    return new RefusedRequest(error.message, 503, error.code, error.retryAfter);
  }
  return error;
}
