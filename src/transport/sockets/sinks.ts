import type { ServerResponse } from 'node:http';
import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import { print } from 'graphql-sse';
import type { Batch, Rendered, Sink } from '../../graph/following/batch.ts';
import { NextFrames } from './next-frames.ts';
import type { Wire } from './wire.ts';

/**
 * What may wait for one stream's reader; then he is given nothing until he has taken it, and reads
 * the log from where he is. The kernel holds some megabytes beside it.
 */
const HELD_BYTES = 128 * 1_024;

/** How an operation of a socket is over. */
export interface OperationEnd {
  readonly fail: (errors: readonly GraphQLFormattedError[]) => void;
  readonly leave: () => void;
}

/** The messages of one operation of a WebSocket. */
export class WireSink implements Sink {
  private readonly id: string;
  private readonly idBytes: number;
  readonly fail: OperationEnd['fail'];
  readonly leave: OperationEnd['leave'];

  constructor(
    private readonly wire: Wire,
    id: string,
    { fail, leave }: OperationEnd,
  ) {
    this.id = JSON.stringify(id);
    this.idBytes = Buffer.byteLength(this.id);
    this.fail = fail;
    this.leave = leave;
  }

  get isFull(): boolean {
    return this.wire.holds(HELD_BYTES);
  }

  room(): Promise<void> {
    return this.wire.room(HELD_BYTES);
  }

  deliver(batch: Batch): void {
    const { id, idBytes } = this;
    const frames = batch.encodedAs(idBytes, (messages) => new NextFrames(messages, idBytes));
    this.wire.sendFrames(frames.of(id));
  }
}

/** The messages of an event stream, each under its cursor, from which an EventSource goes on by itself. */
export class StreamSink implements Sink {
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly raw: ServerResponse) {
    const letIn = () => {
      for (const resolve of this.waiting.splice(0)) resolve();
    };
    raw.on('drain', letIn).once('close', letIn);
  }

  get isFull(): boolean {
    return this.raw.writableLength > HELD_BYTES;
  }

  async room(): Promise<void> {
    if (!this.isFull || this.raw.destroyed) return;
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  deliver(batch: Batch): void {
    if (!this.raw.writableEnded) this.raw.write(batch.encodedAs('event stream', eventsOf));
  }

  fail(errors: readonly GraphQLFormattedError[]): void {
    endWith(this.raw, { errors });
  }

  leave(): void {
    this.raw.end();
  }
}

/** The last result of a stream, and its end. */
export function endWith(raw: ServerResponse, result: FormattedExecutionResult): void {
  if (raw.writableEnded) return;
  raw.write(print({ event: 'next', data: result as never }));
  raw.end(print({ event: 'complete', data: null }));
}

function eventsOf(messages: readonly Rendered[]): Buffer {
  const events = messages.map(
    ({ cursor, text }) => `event: next\nid: ${cursor}\ndata: ${text}\n\n`,
  );
  return Buffer.from(events.join(''));
}
