import etag from '@fastify/etag';
import type { FastifyInstance } from 'fastify';

/**
 * For the GETs of a scope: an ETag on each answer, and 304 to who has that answer already. It saves
 * sending, not reading: whether anything changed, only the database knows. The tag is weak, for it
 * stands for the answer, however that is compressed. An answer with errors holds its request's id,
 * so it is never taken for an earlier one.
 */
export async function revalidateAnswers(scope: FastifyInstance): Promise<void> {
  scope.addHook('onSend', (_request, reply, _payload, done) => {
    const isWhole = reply.statusCode === 200;
    reply.header('cache-control', isWhole ? 'private, no-cache' : 'no-store');
    reply.header('vary', [reply.getHeader('vary') ?? [], VARY].flat().join(', '));
    done();
  });
  await scope.register(etag, { weak: true });
}

/** What else of a request its answer depends on. */
const VARY = 'accept, accept-encoding, authorization';
