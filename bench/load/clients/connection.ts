import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** An HTTP answer, as far as a client here looks at it. */
export interface Answer {
  readonly status: number;
  /** Seconds; not a number where nothing was told. */
  readonly retryAfter: number;
  readonly body: Buffer;
}

/** Milliseconds without a byte after which nothing is waited for: longer than any answer may take. */
const PATIENCE = 60_000;
const HEAD_END = Buffer.from('\r\n\r\n');
const NOTHING: Buffer = Buffer.alloc(0);

/**
 * A connection of its own for each client, with one request on it at a time. A library would find out
 * more about each answer than is asked here, and be in the way of a thousand of them.
 */
export class Connection {
  private unread: Buffer = NOTHING;
  private waiting: PromiseWithResolvers<Answer> | undefined;

  private constructor(
    private readonly socket: Socket,
    private readonly head: string,
  ) {
    socket.on('data', (data) => this.read(data));
    socket.setTimeout(PATIENCE, () => socket.destroy());
    // What is amiss with it shows when it closes.
    socket.on('error', () => {});
    socket.on('close', () => this.waiting?.reject(new Error('The connection was closed.')));
  }

  static async open(address: string): Promise<Connection> {
    const { hostname, port, host, pathname } = new URL(address);
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    await once(socket, 'connect');
    const lines = [`POST ${pathname} HTTP/1.1`, `Host: ${host}`, 'Content-Type: application/json'];
    return new Connection(socket, `${lines.join('\r\n')}\r\nContent-Length: `);
  }

  /** Rejects when the connection ends before there is an answer. */
  ask(body: string): Promise<Answer> {
    const waiting = (this.waiting = Promise.withResolvers<Answer>());
    if (this.socket.destroyed) waiting.reject(new Error('The connection is closed.'));
    else this.socket.write(`${this.head}${Buffer.byteLength(body)}\r\n\r\n${body}`);
    return waiting.promise;
  }

  close(): void {
    this.socket.destroy();
  }

  private read(data: Buffer): void {
    this.unread = this.unread.length > 0 ? Buffer.concat([this.unread, data]) : data;
    const answer = answerIn(this.unread);
    if (!answer) return;
    this.unread = NOTHING;
    this.waiting?.resolve(answer);
  }
}

/** The answer that these bytes are, once all of it is there. */
function answerIn(data: Buffer): Answer | undefined {
  const end = data.indexOf(HEAD_END);
  if (end < 0) return undefined;
  const head = data.subarray(0, end).toString('latin1');
  const body = data.subarray(end + HEAD_END.length);
  const length = numberIn(head, /\r\ncontent-length: (\d+)/i);
  if (Number.isNaN(length)) throw new Error(`An answer does not tell its length: ${head}`);
  if (body.length < length) return undefined;
  const retryAfter = numberIn(head, /\r\nretry-after: (\d+)/i);
  return { status: numberIn(head, /^HTTP\/1\.1 (\d+)/), retryAfter, body };
}

const numberIn = (head: string, place: RegExp) => Number(place.exec(head)?.[1]);
