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
    `${allowed} sockets and event streams are open, and no more are allowed. Try again shortly, ask over plain HTTP, or let several operations share one WebSocket.`,
    503,
    'SERVICE_BUSY',
    1,
    { asked: allowed + 1, allowed },
  );
}
