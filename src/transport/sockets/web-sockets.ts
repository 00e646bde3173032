import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { handleProtocols } from 'graphql-ws';
import type { Logger } from 'pino';
import { type ServerOptions, type WebSocket, WebSocketServer } from 'ws';
import { answerRaw } from '../raw-answer.ts';
import { RefusedRequest } from '../refused-request.ts';
import { requestIdOf } from '../request-id.ts';
import { STOPPING } from '../stopping.ts';
import { GraphqlSocket, type SocketOptions } from './graphql-socket.ts';
import { type HandshakeOptions, refusalOf } from './handshake.ts';
import type { Heartbeat } from './heartbeat.ts';
import type { Places } from '../places.ts';
import { tooManySockets } from './refusals.ts';
import { Wire } from './wire.ts';

export interface WebSocketOptions extends SocketOptions, HandshakeOptions {
  readonly messageBytes: number;
  readonly places: Places;
  readonly heartbeat: Heartbeat;
  readonly log: Logger;
}

/** How long a peer has for agreeing to a close; `ws` itself would wait 30 s. */
const CLOSE_WAIT_MS = 1_000;

/** Opens WebSockets on the HTTP server, and closes them. */
export class WebSockets {
  private readonly open = new Map<GraphqlSocket, WebSocket>();
  private readonly server: WebSocketServer;

  constructor(
    http: FastifyInstance,
    private readonly options: WebSocketOptions,
  ) {
    const settings: ServerOptions & { closeTimeout: number } = {
      noServer: true,
      clientTracking: false,
      // Compressed, a message's size would be known only once it is unpacked.
      perMessageDeflate: false,
      maxPayload: options.messageBytes,
      handleProtocols,
      closeTimeout: CLOSE_WAIT_MS,
    };
    this.server = new WebSocketServer(settings);
    this.server.on('wsClientError', ({ message }, socket, request) => {
      this.refuse(request, socket as Socket, new RefusedRequest(message));
    });
    http.server.on('upgrade', (request, socket, head) => {
      this.shake(request, socket as Socket, head);
    });
    ignoreOtherUpgrades(http);
  }

  /** Closes every socket, each when its last operation is answered; all of them once `patience` ends. */
  async close(patience: Promise<unknown>): Promise<void> {
    const closed = Promise.all(
      [...this.open.values()].map((ws) => new Promise((resolve) => ws.once('close', resolve))),
    );
    for (const socket of this.open.keys()) socket.retire();
    await Promise.race([closed, patience]);
    for (const socket of this.open.keys()) socket.end();
    await closed;
  }

  private shake(request: IncomingMessage, socket: Socket, head: Buffer): void {
    const refusal = refusalOf(request, this.options);
    if (refusal) return this.refuse(request, socket, refusal);
    if (this.options.live.isStopping) return this.refuse(request, socket, STOPPING);
    const leave = this.options.places.take();
    if (!leave) return this.refuse(request, socket, tooManySockets(this.options.places.size));
    socket.once('close', leave);
    this.server.handleUpgrade(request, socket, head, (ws) => {
      this.begin(ws, socket, requestIdOf(request));
    });
  }

  private begin(ws: WebSocket, raw: Socket, socketId: string): void {
    const { heartbeat, log } = this.options;
    const wire = new Wire(ws, raw, heartbeat.everyMs);
    const socket = new GraphqlSocket(wire, this.options);
    this.open.set(socket, ws);
    const endBeat = heartbeat.add(() => wire.beat());
    const since = performance.now();
    ws.on('message', (data: Buffer, isBinary) => {
      // What still comes in behind the message that closed it is heeded no more.
      if (ws.readyState !== ws.OPEN) return;
      if (isBinary) wire.close(UNSUPPORTED_DATA, 'Messages are JSON, in text frames.');
      else socket.receive(data.toString('utf8'));
    });
    // What `ws` finds wrong it also closes for, with the protocol's code.
    ws.on('error', () => {});
    ws.once('close', (code) => {
      endBeat();
      this.open.delete(socket);
      socket.closed();
      log.info({ socketId, code, ms: Math.round(performance.now() - since) }, 'socket');
    });
  }

  private refuse(request: IncomingMessage, socket: Socket, refusal: RefusedRequest): void {
    const requestId = requestIdOf(request);
    const { statusCode: status, code } = refusal;
    this.options.log.info({ requestId, status, code }, 'a socket was refused');
    answerRaw(socket, refusal, { requestId, headers: { 'sec-websocket-version': '13' } });
  }
}

const UNSUPPORTED_DATA = 1003;

/**
 * With a listener for upgrades, Node hands it all of them: also that to HTTP/2 which Java's client
 * offers with every first request, and which a server may pass over.
 */
function ignoreOtherUpgrades({ server }: FastifyInstance): void {
  Object.assign(server, {
    shouldUpgradeCallback: ({ headers }: IncomingMessage) =>
      headers.upgrade?.toLowerCase() === 'websocket',
  });
}
