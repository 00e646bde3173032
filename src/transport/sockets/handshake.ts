import type { IncomingMessage } from 'node:http';
import { GRAPHQL_TRANSPORT_WS_PROTOCOL, handleProtocols } from 'graphql-ws';
import type { IsAllowedOrigin } from '../origins.ts';
import { RefusedRequest } from '../refused-request.ts';
import { foreignOrigin } from './refusals.ts';

export interface HandshakeOptions {
  /** The one path that speaks it. */
  readonly path: string;
  readonly isAllowedOrigin: IsAllowedOrigin;
}

/** Why this handshake is refused, if it is. What the WebSocket protocol itself asks for, `ws` checks. */
export function refusalOf(
  request: IncomingMessage,
  { path, isAllowedOrigin }: HandshakeOptions,
): RefusedRequest | undefined {
  const { origin, host, 'sec-websocket-version': version } = request.headers;
  const asked = request.url?.split('?')[0] ?? '';
  if (asked !== path) {
    const message = `There is no WebSocket at ${asked}; the graph's is at ${path}.`;
    return new RefusedRequest(message, 404, 'NOT_FOUND');
  }
  if (!isAllowedOrigin(origin, host)) return foreignOrigin(origin);
  if (version !== '13') {
    const message = 'Only version 13 of the WebSocket protocol is spoken, that of RFC 6455.';
    return new RefusedRequest(message, 426);
  }
  if (!handleProtocols(request.headers['sec-websocket-protocol'] ?? '')) {
    return new RefusedRequest(
      `Ask for the subprotocol "${GRAPHQL_TRANSPORT_WS_PROTOCOL}", that of the package graphql-ws; no other is spoken.`,
    );
  }
  return undefined;
}
