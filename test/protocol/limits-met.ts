import { once } from 'node:events';
import { connect as connectSocket } from 'node:net';
import { Client } from 'pg';
import type { Gateway } from '../support/gateway.ts';
import { until } from '../support/until.ts';
import { connect, type Peer } from './sockets.ts';

/** What others do while a limit is met; `peer` is the socket on which one of them does it. */
export interface Circumstance {
  readonly peer?: Peer;
  end(): unknown;
}

const PROJECTS = '{ projects { totalCount } }';

/** What has to be the case for a limit of time or room to be met, by the section that tells of it. */
export const circumstances: Readonly<Record<string, (gateway: Gateway) => Promise<Circumstance>>> =
  {
    Statement: locked,
    Answer: locked,
    Lock: locked,
    Pool: async ({ database: { pool } }) => {
      const clients = await Promise.all(
        Array.from({ length: pool.options.max }, () => pool.connect()),
      );
      const end = () => {
        for (const client of clients) client.release();
      };
      return { end };
    },
    'Requests at once': async (gateway) => {
      const lock = await locked(gateway);
      const inside = gateway.request(PROJECTS);
      await until(() => isBusy(gateway));
      return { end: () => Promise.all([lock.end(), inside]) };
    },
    'Sockets at once': async (gateway) => {
      const peer = await connect(gateway);
      const end = () => peer.ws.close();
      return { end };
    },
    'Operations on one socket': async (gateway) => {
      const lock = await locked(gateway);
      const peer = await connect(gateway);
      peer.subscribe('1', PROJECTS);
      await until(() => isBusy(gateway));
      return { peer, end: () => Promise.all([lock.end(), peer.answer('1')]) };
    },
    'Subscriptions of one credential': following,
    'Subscriptions at once': following,
  };

const isBusy = ({ database: { pool } }: Gateway) => pool.totalCount > pool.idleCount;

/** Nobody reads projects. */
async function locked(gateway: Gateway): Promise<Circumstance> {
  const holder = new Client(gateway.connection);
  await holder.connect();
  await holder.query('begin; lock table project in access exclusive mode');
  return { end: () => holder.end() };
}

/** One follows, on a socket of his own. */
async function following(gateway: Gateway): Promise<Circumstance> {
  await until(() => gateway.tail.known() !== undefined);
  const peer = await connect(gateway);
  peer.subscribe('1', 'subscription { projectUpdates { __typename } }');
  await until(() => peer.told.some(({ type }) => type === 'next'));
  const end = async () => {
    peer.say({ id: '1', type: 'complete' });
    // Heard by the gateway when it answers what was said after it.
    peer.say({ type: 'ping' });
    await until(() => peer.told.some(({ type }) => type === 'pong'));
    peer.ws.close();
  };
  return { end };
}

interface Told {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
  /** The code that closed the socket. */
  readonly close?: number;
}

/** Sends what the page shows, in the way that it is meant, and reads what is told first. */
export async function send(gateway: Gateway, shown: unknown, peer?: Peer): Promise<Told[]> {
  if (typeof shown === 'string') return [await sentRaw(gateway, shown)];
  if (isMessage(shown)) return [await told(peer ?? (await connect(gateway)), shown)];
  return [(await (await gateway.post(shown)).json()) as Told | Told[]].flat();
}

interface Message {
  readonly id: string;
  readonly type: 'subscribe';
}

const isMessage = (shown: unknown): shown is Message =>
  (shown as Partial<Message>).type === 'subscribe';

async function told(peer: Peer, message: Message): Promise<Told> {
  peer.say(message);
  const first = () => peer.told.find(({ id }) => id === message.id);
  await until(() => first() !== undefined || peer.ended !== undefined);
  const answer = first();
  if (!answer) return { close: peer.ended!.code };
  return answer.type === 'error'
    ? { errors: answer.payload as Told['errors'] }
    : (answer.payload as Told);
}

/** As the page shows it, with a token in the place of the one that it leaves out. */
async function sentRaw(gateway: Gateway, lines: string): Promise<Told> {
  const socket = connectSocket(Number(new URL(gateway.url).port), '127.0.0.1');
  let text = '';
  socket.on('data', (chunk) => (text += String(chunk)));
  const token = lines.includes('qm_…') ? await gateway.keyFor({ role: 'CITY_OFFICER' }) : '';
  socket.write(`${lines.replace('qm_…', token).replaceAll('\n', '\r\n')}\r\n`);
  await once(socket, 'close');
  const answer = JSON.parse(text.slice(text.indexOf('\r\n\r\n'))) as Told;
  // What is answered beside the graph is data as a whole.
  return answer.errors ? answer : { data: answer };
}
