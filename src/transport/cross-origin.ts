import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';

const TEN_MINUTES = 600;

/**
 * Lets pages of the named origins read our answers; to all others no header of CORS is sent. There
 * are no cookies here, and a token goes in a header that the page sets itself, so browsers are never
 * asked to send credentials of their own.
 */
export async function allowOrigins(http: FastifyInstance, named: readonly string[]): Promise<void> {
  const known = new Set(named);
  await http.register(cors, {
    origin:
      known.size > 0 &&
      ((origin, answer) => answer(null, origin !== undefined && known.has(origin) && origin)),
    methods: ['GET', 'POST'],
    allowedHeaders: [
      ...['accept', 'authorization', 'content-type', 'if-none-match'],
      ...['apollo-require-preflight', 'x-requested-with', 'x-request-id'],
    ],
    exposedHeaders: [
      ...['etag', 'retry-after', 'x-request-id'],
      ...['content-disposition', 'quanmai-cursor', 'quanmai-snapshot-at'],
    ],
    maxAge: TEN_MINUTES,
    strictPreflight: false,
  });
}
