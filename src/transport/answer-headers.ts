import type { FastifyInstance } from 'fastify';

/**
 * On every answer, whatever it is: JSON that a browser should show nowhere, run never, and give to no
 * other site's page as an image or a script. A page of ours sets its own policy over this one.
 */
export const SAFE_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
};

/** The safe headers, the request's id, and what binds browsers to HTTPS where that is asked for. */
export function setAnswerHeaders(http: FastifyInstance, hstsSeconds: number): void {
  http.addHook('onRequest', (request, reply, done) => {
    reply.headers({ ...SAFE_HEADERS, 'x-request-id': request.id });
    // Told over HTTP it would mean nothing; behind a proxy that speaks HTTPS, TRUST_PROXY tells.
    if (hstsSeconds > 0 && request.protocol === 'https') {
      reply.header('strict-transport-security', `max-age=${hstsSeconds}`);
    }
    done();
  });
}
