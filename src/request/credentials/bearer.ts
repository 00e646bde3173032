import { Unauthenticated } from '../../access/refusals.ts';

/** RFC 6750, where the scheme's name may be written in any case. */
const BEARER = /^bearer +([A-Za-z0-9._~+/-]+=*) *$/i;

/** Node takes headers of 16 KB in all; a WebSocket's message may be longer. */
const LONGEST = 16 * 1024;

/**
 * The token in the value of an Authorization header.
 *
 * @throws Unauthenticated where there is no single one.
 */
export function tokenIn(authorization: string): string {
  const token = authorization.length <= LONGEST ? BEARER.exec(authorization)?.[1] : undefined;
  if (token !== undefined) return token;
  throw new Unauthenticated(
    'The Authorization is not "Bearer" and one token: send "Bearer qm_…" with an API key, or "Bearer …" with a JWT.',
  );
}
