import type { GraphQLFormattedError } from 'graphql';
import type { Place } from '../../events/place.ts';

/** One message of a stream, made once for all who get it. */
export interface Rendered {
  /** Complete up to here. */
  readonly place: Place;
  readonly cursor: string;
  /** The execution's result, as JSON. */
  readonly text: string;
}

/** Messages that go out in one write: up to 64, made eight times as many deliveries as one by one. */
export const MESSAGES = 64;
/** Nor much more than this, or a slow reader's buffers would hold too much. */
const CHARACTERS = 64 * 1_024;

/** Some messages in order, and what each way of sending has made of them: once, for all its readers. */
export class Batch {
  private readonly encodings = new Map<unknown, unknown>();

  constructor(readonly messages: readonly Rendered[]) {}

  /** Behind its last message. */
  get end(): Place {
    const last = this.messages.at(-1);
    if (!last) throw new Error('A batch holds at least one message.');
    return last.place;
  }

  /** What lies behind a place; the same batch where all of it does, undefined where nothing. */
  behind({ position }: Place): Batch | undefined {
    if (this.end.position <= position) return undefined;
    const first = this.messages.findIndex(({ place }) => place.position > position);
    return first === 0 ? this : new Batch(this.messages.slice(first));
  }

  /** The messages in some form; `key` is one for each form. */
  encodedAs<T>(key: unknown, encode: (messages: readonly Rendered[]) => T): T {
    if (!this.encodings.has(key)) this.encodings.set(key, encode(this.messages));
    return this.encodings.get(key) as T;
  }
}

/** Messages as batches that go out in one write each. */
export function inBatches(messages: readonly Rendered[]): Batch[] {
  const lots: Rendered[][] = [];
  let characters = 0;
  for (const message of messages) {
    const lot = lots.at(-1);
    characters += message.text.length;
    if (lot && lot.length < MESSAGES && characters <= CHARACTERS) {
      lot.push(message);
    } else {
      lots.push([message]);
      characters = message.text.length;
    }
  }
  return lots.map((lot) => new Batch(lot));
}

/** Where the messages of one stream go. */
export interface Sink {
  /** Whether so much waits to be taken that nothing more should be given. */
  readonly isFull: boolean;
  /** Resolves when there is room, or nobody left to take anything. */
  room(): Promise<void>;
  deliver(batch: Batch): void;
  /** The stream is over, and these say why. */
  fail(errors: readonly GraphQLFormattedError[]): void;
  /** The server stops: the stream goes on elsewhere, from its last cursor. */
  leave(): void;
}
