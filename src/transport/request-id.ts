import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** What a proxy before us may have named the request: short, and harmless in a log or a header. */
const SANE = /^[\w.:-]{1,128}$/;

/** The id under which the log, every answer's header and every error's extensions know a request. */
export function requestIdOf({ headers }: IncomingMessage): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && SANE.test(given) ? given : randomUUID();
}
