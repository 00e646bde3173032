import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { jsonReader } from './json-text.ts';
import { RefusedRequest } from './refused-request.ts';

/**
 * Takes JSON in UTF-8 and nothing else. Decoding would put U+FFFD for every byte that is not UTF-8,
 * and a name sent in GBK would be searched for, or stored, as rubbish. A form or plain text, which a
 * foreign page can make a browser send, is answered with 415.
 */
export function takeJsonOnly(http: FastifyInstance): void {
  const readJson = jsonReader(http);
  http.removeAllContentTypeParsers();
  http.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer' },
    (_request, body, done) => {
      try {
        if (!isUtf8(body))
          throw new RefusedRequest('The body is not UTF-8; JSON is sent in UTF-8.');
        done(null, readJson(body.toString('utf8')));
      } catch (error) {
        done(error as Error);
      }
    },
  );
}
