import { RefusedRequest } from '../refused-request.ts';

export function foreignOrigin(origin: string | undefined): RefusedRequest {
  return new RefusedRequest(
    `A page from ${origin} may not connect here. Whoever runs this server can name its origin in CORS_ORIGINS.`,
    403,
    'FORBIDDEN_ORIGIN',
  );
}

export function tooManySockets(allowed: number): RefusedRequest {
  return new RefusedRequest(
    `${allowed} sockets and event streams are open, and no more are allowed. Try again shortly, or ask over plain HTTP.`,
    503,
    'SERVICE_BUSY',
    1,
  );
}
