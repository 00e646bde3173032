import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { IsAllowedOrigin } from './origins.ts';
import { RefusedRequest } from './refused-request.ts';

/** A foreign page may not send any of these without asking first, and is told no. */
const ASKED_FIRST = ['apollo-require-preflight', 'x-apollo-operation-name', 'x-requested-with'];

/**
 * Refuses a GET that a foreign page could make a browser send, by an image or a link: the page could
 * not read the answer, but it could have costly questions asked, and time them, from a place in the
 * network where it is not itself. A POST needs nothing here, since it has to be JSON.
 */
export function refuseSimpleGets(
  http: FastifyInstance,
  paths: readonly string[],
  isAllowedOrigin: IsAllowedOrigin,
): void {
  http.addHook('onRequest', ({ method, routeOptions, headers }, _reply, done) => {
    const isGuarded = method === 'GET' && paths.includes(routeOptions.url ?? '');
    if (!isGuarded || isAskedFirst(headers) || isOurPage(headers, isAllowedOrigin)) done();
    else done(SIMPLE);
  });
}

function isAskedFirst(headers: IncomingHttpHeaders): boolean {
  return (
    headers.authorization !== undefined ||
    headers['content-type']?.startsWith('application/json') === true ||
    ASKED_FIRST.some((name) => headers[name] !== undefined)
  );
}

/** By what a browser says of the page that asks, which the page cannot change. */
function isOurPage(headers: IncomingHttpHeaders, isAllowedOrigin: IsAllowedOrigin): boolean {
  const { origin, host, 'sec-fetch-site': site } = headers;
  if (origin !== undefined) return isAllowedOrigin(origin, host);
  // "none" is somebody who typed the address.
  return site === 'same-origin' || site === 'none';
}

const SIMPLE = new RefusedRequest(
  'A foreign page could make a browser send this GET. Show that none did, by the header "apollo-require-preflight: true", or send the query by POST as application/json.',
  403,
  'CSRF_REFUSED',
);
