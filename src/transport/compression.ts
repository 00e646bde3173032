import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';
import { RefusedRequest } from './refused-request.ts';

/** Below this an answer fits one packet anyway. */
const THRESHOLD_BYTES = 1_024;

/**
 * Compresses answers for those who can read that. What comes compressed is refused unread: queries
 * are short, and a kilobyte of gzip can hold a megabyte of anything.
 */
export async function compressAnswers(http: FastifyInstance): Promise<void> {
  await http.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: THRESHOLD_BYTES,
    requestEncodings: ['identity'],
    onUnsupportedRequestEncoding: notIdentity,
  });
}

function notIdentity(encoding: string): RefusedRequest {
  return new RefusedRequest(
    `The body is compressed (${JSON.stringify(encoding)}); send it as it is.`,
    415,
    'UNSUPPORTED_MEDIA_TYPE',
  );
}
