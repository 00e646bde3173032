import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { RefusedRequest } from './refused-request.ts';

/**
 * Takes JSON in UTF-8 and nothing else. Decoding would put U+FFFD for every byte that is not UTF-8,
 * and a name sent in GBK would be searched for, or stored, as rubbish. A form or plain text, which a
 * foreign page can make a browser send, is answered with 415.
 */
export function takeJsonOnly(http: FastifyInstance): void {
  const parseJson = http.getDefaultJsonParser('error', 'error');
  http.removeAllContentTypeParsers();
  http.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer' },
    (request, body, done) => {
      if (isUtf8(body)) void parseJson(request, body.toString('utf8'), done);
      else done(new RefusedRequest('The body is not UTF-8; JSON is sent in UTF-8.'));
    },
  );
}
