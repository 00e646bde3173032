import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { SAFE_HEADERS } from './answer-headers.ts';
import type { RefusedRequest } from './refused-request.ts';

interface RawHead {
  /** None, where there is no request to give one to. */
  readonly requestId?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Refuses on a bare connection what is not served as a request, in the form of all refusals; then ends it. */
export function answerRaw(
  socket: Socket,
  { statusCode, code, message, retryAfter, details }: RefusedRequest,
  { requestId, headers }: RawHead = {},
): void {
  const named = requestId !== undefined;
  const extensions = { ...details, code, ...(named && { requestId }) };
  const body = JSON.stringify({ errors: [{ message, extensions }] });
  const head = {
    ...SAFE_HEADERS,
    'content-type': 'application/json; charset=utf-8',
    ...(named && { 'x-request-id': requestId }),
    ...(retryAfter !== undefined && { 'retry-after': retryAfter }),
    ...headers,
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  };
  const lines = [
    `HTTP/1.1 ${statusCode} ${STATUS_CODES[statusCode]}`,
    ...Object.entries(head).map(([name, value]) => `${name}: ${value}`),
  ];
  // Its other end may be gone already.
  socket.on('error', () => socket.destroy());
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}
