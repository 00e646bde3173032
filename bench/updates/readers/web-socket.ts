import type { Protocol } from './line.ts';

/** What a reader does with the messages of its socket. */
export interface Messages {
  /** The socket is open. */
  opened?(say: (text: string) => void): void;
  /** A text message, between two places of `data`. */
  message(data: Buffer, start: number, end: number, say: (text: string) => void): void;
}

const TEXT = 1;
const CLOSE = 8;
const PING = 9;
const PONG = 10;
const HEAD_END = Buffer.from('\r\n\r\n');

/**
 * The client's side of a WebSocket, as far as a reader needs it: frames are looked at where they lie,
 * and pings are answered. A client for use costs more than some of the servers that are measured.
 */
export class WebSocketReader implements Protocol {
  readonly opening: string;
  say?: (bytes: Buffer) => void;
  private isOpen = false;

  constructor(
    url: URL,
    subprotocol: string | undefined,
    private readonly messages: Messages,
  ) {
    this.opening = [
      `GET ${url.pathname}${url.search} HTTP/1.1`,
      `Host: ${url.host}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      ...(subprotocol ? [`Sec-WebSocket-Protocol: ${subprotocol}`] : []),
      '\r\n',
    ].join('\r\n');
  }

  take(data: Buffer): number {
    if (!this.isOpen) return this.open(data);
    let at = 0;
    while (data.length - at >= 2) {
      const kind = (data[at] ?? 0) & 15;
      let length = (data[at + 1] ?? 0) & 127;
      let start = at + 2;
      if (length === 126) {
        if (data.length < at + 4) break;
        length = data.readUInt16BE(at + 2);
        start = at + 4;
      } else if (length === 127) {
        if (data.length < at + 10) break;
        length = Number(data.readBigUInt64BE(at + 2));
        start = at + 10;
      }
      const end = start + length;
      if (end > data.length) break;
      this.frame(kind, data, start, end);
      at = end;
    }
    return at;
  }

  private readonly tellText = (text: string) => this.say?.(frameOf(TEXT, Buffer.from(text)));

  private open(data: Buffer): number {
    const end = data.indexOf(HEAD_END);
    if (end < 0) return 0;
    const head = data.subarray(0, end).toString('latin1');
    if (!head.startsWith('HTTP/1.1 101')) {
      throw new Error(`The WebSocket was refused: ${data.toString('utf8')}`);
    }
    this.isOpen = true;
    this.messages.opened?.(this.tellText);
    const from = end + HEAD_END.length;
    return from + this.take(data.subarray(from));
  }

  private frame(kind: number, data: Buffer, start: number, end: number): void {
    if (kind === TEXT) this.messages.message(data, start, end, this.tellText);
    else if (kind === PING) this.say?.(frameOf(PONG, data.subarray(start, end)));
    else if (kind === CLOSE) {
      const reason = data.subarray(start + 2, end).toString();
      throw new Error(`The server closed a socket: ${data.readUInt16BE(start)} ${reason}`);
    }
  }
}

/** A client's frames are masked; a mask of zeros is one too. */
function frameOf(kind: number, content: Buffer): Buffer {
  const { length } = content;
  const head = length < 126 ? [128 | length] : [128 | 126, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([128 | kind, ...head, 0, 0, 0, 0]), content]);
}
