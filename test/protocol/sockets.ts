import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { type ClientOptions, WebSocket } from 'ws';
import type { Gateway } from '../support/gateway.ts';
import { until } from '../support/until.ts';

export interface Told {
  readonly type: string;
  readonly id?: string;
  readonly payload?: any;
}

/** A bare WebSocket that keeps what it is told: for saying what no client would say. */
export class Peer {
  readonly told: Told[] = [];
  /** Code and reason, once it is closed. */
  ended: { code: number; reason: string } | undefined;

  constructor(readonly ws: WebSocket) {
    ws.on('message', (data: Buffer) => this.told.push(JSON.parse(data.toString()) as Told));
    ws.on('close', (code, reason) => (this.ended = { code, reason: reason.toString() }));
    ws.on('error', () => {});
  }

  say(message: unknown): void {
    this.ws.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  subscribe(id: string, query: string, variables?: object): void {
    this.say({ id, type: 'subscribe', payload: { query, variables } });
  }

  /** All that an operation was told, once it is over. */
  async answer(id: string): Promise<Told[]> {
    const its = () => this.told.filter((message) => message.id === id);
    await until(() => its().some(({ type }) => type === 'complete' || type === 'error'));
    return its();
  }

  /** Asks, and tells the whole answer. */
  ask(id: string, query: string, variables?: object): Promise<Told[]> {
    this.subscribe(id, query, variables);
    return this.answer(id);
  }

  async closed(): Promise<{ code: number; reason: string }> {
    await until(() => this.ended !== undefined);
    return this.ended!;
  }
}

export interface Opening extends Omit<ClientOptions, 'protocol' | 'path'> {
  readonly protocol?: string | string[];
  readonly path?: string;
}

export function socketUrl({ url }: Gateway, path = '/graphql'): string {
  return new URL(path, url).href.replace('http', 'ws');
}

/** Opens a socket, and says nothing. */
export async function open(gateway: Gateway, opening: Opening = {}): Promise<Peer> {
  const { protocol = 'graphql-transport-ws', path, ...options } = opening;
  const peer = new Peer(new WebSocket(socketUrl(gateway, path), protocol, options));
  await once(peer.ws, 'open');
  return peer;
}

/** Opens a socket on which operations may be asked. */
export async function connect(gateway: Gateway, opening?: Opening): Promise<Peer> {
  const peer = await open(gateway, opening);
  peer.say({ type: 'connection_init' });
  await until(() => peer.told.length > 0);
  return peer;
}

/** What HTTP answers instead of opening one. */
export async function refusal(gateway: Gateway, opening: Opening = {}) {
  const { protocol = 'graphql-transport-ws', path, ...options } = opening;
  const ws = new WebSocket(socketUrl(gateway, path), protocol, options);
  ws.on('error', () => {});
  const [, response] = (await once(ws, 'unexpected-response')) as [unknown, IncomingMessage];
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) text += chunk as string;
  const { errors } = JSON.parse(text) as { errors: { message: string; extensions: any }[] };
  return { status: response.statusCode, headers: response.headers, error: errors[0]! };
}
