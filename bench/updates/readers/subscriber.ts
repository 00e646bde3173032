import type { Protocol } from './line.ts';
import type { Place, Tally } from './tally.ts';
import { DIGITS, digits, MARK, numberFinder } from './update.ts';
import { WebSocketReader } from './web-socket.ts';

/** How a server is subscribed to. */
export type Dialect = 'graphql-ws' | 'bare-ws' | 'event-stream';

export interface Subscription {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A gateway that a thousand subscribe to at once asks some of them to try again shortly. */
const BUSY_WAIT = 200;

/** When the data that is being read came. */
export type ArrivedAt = () => number;

/** A reader of updates at its place in the tally. */
export function subscriber(
  dialect: Dialect,
  url: URL,
  subscription: Subscription,
  counted: { tally: Tally; place: Place; at: ArrivedAt },
): Protocol {
  if (dialect === 'event-stream') return new EventStreamReader(url, subscription, counted);
  const { tally, place, at } = counted;
  const find = numberFinder();
  const take = (data: Buffer, start: number, end: number) => {
    const number = find(data, start, end);
    if (number !== undefined) tally.take(place, number, end - start, at());
    return number;
  };
  if (dialect === 'bare-ws') return new WebSocketReader(url, undefined, { message: take });
  return new WebSocketReader(url, 'graphql-transport-ws', {
    opened: (say) => say('{"type":"connection_init"}'),
    message(data, start, end, say) {
      if (take(data, start, end) === undefined) heed(data.subarray(start, end).toString(), say);
    },
  });

  function heed(text: string, say: (text: string) => void): void {
    const { type } = JSON.parse(text) as { type: string };
    const subscribe = () =>
      say(JSON.stringify({ id: '1', type: 'subscribe', payload: subscription }));
    if (type === 'connection_ack') subscribe();
    else if (text.includes('SERVICE_BUSY')) setTimeout(subscribe, BUSY_WAIT);
    else if (type === 'ping') say('{"type":"pong"}');
    else if (type === 'error' || type === 'complete' || text.includes('"errors"')) {
      throw new Error(`A subscription ended: ${text}`);
    }
  }
}

/** Reads an event stream for the numbers in it alone; chunks and fields of the stream pass by. */
class EventStreamReader implements Protocol {
  readonly opening: string;
  private isOpen = false;

  constructor(
    url: URL,
    subscription: Subscription,
    private readonly counted: { tally: Tally; place: Place; at: ArrivedAt },
  ) {
    const body = JSON.stringify(subscription);
    this.opening = [
      `POST ${url.pathname} HTTP/1.1`,
      `Host: ${url.host}`,
      'Accept: text/event-stream',
      'Content-Type: application/json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ].join('\r\n');
  }

  take(data: Buffer): number {
    if (!this.isOpen) {
      if (!data.subarray(0, 12).equals(Buffer.from('HTTP/1.1 200'))) {
        throw new Error(`The event stream was refused: ${data.toString()}`);
      }
      this.isOpen = true;
    }
    const { tally, place, at } = this.counted;
    let done = 0;
    for (;;) {
      const mark = data.indexOf(MARK, done);
      if (mark < 0) break;
      const from = mark + MARK.length;
      if (from + DIGITS > data.length) return mark;
      tally.take(place, digits(data, from), from + DIGITS - done, at());
      done = from + DIGITS;
    }
    // Its last bytes may be the beginning of a mark.
    return Math.max(done, data.length - MARK.length + 1);
  }
}
