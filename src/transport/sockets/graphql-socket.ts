import { randomUUID } from 'node:crypto';
import type { FormattedExecutionResult } from 'graphql';
import {
  CloseCode,
  type Message,
  MessageType,
  stringifyMessage,
  validateMessage,
} from 'graphql-ws';
import type { Access } from '../../access/access.ts';
import { Forbidden, Unauthenticated } from '../../access/refusals.ts';
import type { Viewer } from '../../access/viewer.ts';
import { shapeError } from '../../graph/errors.ts';
import { OverLimit } from '../../graph/limits.ts';
import type { DomainError } from '../../kit/errors.ts';
import { Turns } from '../../kit/turns.ts';
import { CallerLeft } from '../../request/given-up.ts';
import type { ReadJson } from '../json-text.ts';
import type { Operation } from '../perform.ts';
import type { LiveOperations } from './live-operations.ts';
import { WireSink } from './sinks.ts';
import type { Wire } from './wire.ts';

export interface SocketOptions {
  /** Who the peer is. */
  readonly access: Access;
  readonly live: LiveOperations;
  /** Operations at once on one socket. */
  readonly maxOperations: number;
  /** For the first message to come. */
  readonly initTimeoutMs: number;
  /** Reads a text as a body's is read, or throws why it cannot. */
  readonly readJson: ReadJson;
}

/** Operations of one socket that are worked on at once, about as many as a browser has connections. */
const AT_WORK = 10;

/** Whoever is shut out for a while, and not for what he is. */
const TRY_AGAIN_LATER = 1013;

const GOING_AWAY = [1001, 'This server is stopping.'] as const;

/**
 * What one peer asks, in the protocol graphql-transport-ws. A message that breaks the protocol closes
 * the socket with its code; whatever is wrong with an operation is told to that operation alone.
 */
export class GraphqlSocket {
  private readonly operations = new Map<string, AbortController>();
  private readonly initTimer: NodeJS.Timeout;
  private readonly turns = new Turns(AT_WORK);
  private isIdentifying = false;
  /** Who asks; known from `connection_ack` on. */
  private viewer: Viewer | undefined;
  private unwatch = () => {};

  constructor(
    private readonly wire: Wire,
    private readonly options: SocketOptions,
  ) {
    this.initTimer = setTimeout(() => {
      wire.close(
        CloseCode.ConnectionInitialisationTimeout,
        'Connection initialisation timeout: send "connection_init" first.',
      );
    }, options.initTimeoutMs);
  }

  receive(text: string): void {
    let message: Message;
    try {
      message = validateMessage(this.options.readJson(text));
    } catch (error) {
      return this.wire.close(CloseCode.BadRequest, reasonOf(error as Error));
    }
    this.heed(message);
  }

  /** The peer is gone: cancels all that it asked. */
  closed(): void {
    clearTimeout(this.initTimer);
    this.unwatch();
    for (const leaving of this.operations.values()) leaving.abort(new CallerLeft());
    this.operations.clear();
  }

  /** Closes as soon as everything is answered, and taken. */
  retire(): void {
    if (this.operations.size === 0) this.wire.closeWhenTaken(...GOING_AWAY);
  }

  /** Closes now. */
  end(): void {
    this.wire.close(...GOING_AWAY);
  }

  private heed(message: Message): void {
    switch (message.type) {
      case MessageType.ConnectionInit:
        return this.acknowledge(message.payload);
      case MessageType.Ping:
        return this.tell({ ...message, type: MessageType.Pong });
      case MessageType.Pong:
        return;
      case MessageType.Subscribe:
        return this.subscribe(message.id, message.payload);
      case MessageType.Complete:
        return this.leave(message.id);
      default:
        this.wire.close(CloseCode.BadRequest, `"${message.type}" is what a server sends.`);
    }
  }

  /** The payload of `connection_init` is where a caller says who he is. */
  private acknowledge(payload: unknown): void {
    if (this.isIdentifying || this.viewer) {
      return this.wire.close(
        CloseCode.TooManyInitialisationRequests,
        'Too many initialisation requests: one is enough.',
      );
    }
    clearTimeout(this.initTimer);
    this.isIdentifying = true;
    const { access } = this.options;
    access.identify(authorizationIn(payload)).then(
      (viewer) => {
        // Watched once closed, it would be watched for ever.
        if (!this.wire.isOpen) return;
        this.viewer = viewer;
        this.unwatch = access.watch(viewer, (why) => this.shutOut(why));
        this.tell({ type: MessageType.ConnectionAck });
      },
      (error: unknown) => this.wire.close(...refusalOfPeer(error)),
    );
  }

  /**
   * What the peer was known by is good no more: each of its operations is told why, then it may come
   * again as who it is now. Clients of graphql-ws do so by themselves after a 4403, and not after a 4401.
   */
  private shutOut(why: DomainError): void {
    const payload = [shapeError(why, randomUUID()).formatted];
    for (const [id, leaving] of this.operations) {
      leaving.abort(why);
      this.tell({ id, type: MessageType.Error, payload });
    }
    this.operations.clear();
    this.wire.close(CloseCode.Forbidden, why.message);
  }

  private subscribe(id: string, operation: Operation): void {
    const { viewer } = this;
    if (!viewer) {
      return this.wire.close(
        CloseCode.Unauthorized,
        'Unauthorized: send "connection_init" and wait for "connection_ack".',
      );
    }
    if (this.operations.has(id)) {
      return this.wire.close(
        CloseCode.SubscriberAlreadyExists,
        `Subscriber for ${id} already exists`,
      );
    }
    const { maxOperations } = this.options;
    if (this.operations.size >= maxOperations) {
      return this.tell(refusal(id, tooManyOperations(this.operations.size + 1, maxOperations)));
    }
    const leaving = new AbortController();
    this.operations.set(id, leaving);
    void this.answer(id, operation, viewer, leaving);
  }

  /** Whoever asks much at once, or takes his answers slowly, keeps nobody waiting but himself. */
  private async answer(
    id: string,
    operation: Operation,
    viewer: Viewer,
    leaving: AbortController,
  ): Promise<void> {
    let give = () => {};
    const turn = async () => {
      give = await this.turns.take(leaving.signal);
      await this.wire.room();
      // It is closing: what has not begun never will.
      if (!this.wire.isOpen) leaving.abort(new CallerLeft());
    };
    const { live } = this.options;
    if (live.isSubscription(operation)) {
      const sink = new WireSink(this.wire, id, {
        fail: (errors) => this.answered(id, leaving, { errors }),
        leave: () => this.answered(id, leaving),
      });
      const errors = await live.follow(operation, viewer, leaving, sink, { turn });
      if (errors) sink.fail(errors);
    } else {
      this.answered(id, leaving, await live.run(operation, viewer, leaving, { turn }));
    }
    give();
  }

  /** Meanwhile the peer may have left it, and given its id to another. Without a result there is no last word. */
  private answered(id: string, leaving: AbortController, result?: FormattedExecutionResult): void {
    if (this.operations.get(id) !== leaving) return;
    this.operations.delete(id);
    if (result) this.tellAnswer(id, result);
    if (this.options.live.isStopping) this.retire();
  }

  private tellAnswer(id: string, result: FormattedExecutionResult): void {
    // What was refused before it was executed has no `data`, not even null.
    if (result.data === undefined) {
      this.tell({ id, type: MessageType.Error, payload: result.errors ?? [] });
    } else {
      this.tell({ id, type: MessageType.Next, payload: result });
      this.tell({ id, type: MessageType.Complete });
    }
  }

  private leave(id: string): void {
    this.operations.get(id)?.abort(new CallerLeft());
    this.operations.delete(id);
  }

  private tell(message: Message): void {
    this.wire.send(stringifyMessage(message));
  }
}

/** A browser's WebSocket cannot send headers, so the header's value stands in the payload. */
function authorizationIn(payload: unknown): string | undefined {
  const { authorization, Authorization } = (payload ?? {}) as Record<string, unknown>;
  const value = authorization ?? Authorization;
  if (value === undefined || value === null) return undefined;
  // What is no text is no credential either, and is refused as one.
  return typeof value === 'string' ? value : '';
}

function refusalOfPeer(error: unknown): readonly [code: number, reason: string] {
  const { message } = shapeError(error, randomUUID()).formatted;
  if (error instanceof Unauthenticated) return [CloseCode.Unauthorized, message];
  return [error instanceof Forbidden ? CloseCode.Forbidden : TRY_AGAIN_LATER, message];
}

/** Fastify's parser speaks of a body. */
function reasonOf({ code = '', message }: Error & { code?: string }): string {
  return code.startsWith('FST_') ? 'The message is not JSON.' : message;
}

function tooManyOperations(asked: number, allowed: number): OverLimit {
  return new OverLimit(
    'TOO_MANY_OPERATIONS',
    asked,
    allowed,
    `${allowed} operations are being answered on this socket, and no more are allowed. Complete one first, or ask in one document.`,
  );
}

function refusal(id: string, error: OverLimit): Message {
  const { formatted } = shapeError(error, randomUUID());
  return { id, type: MessageType.Error, payload: [formatted] };
}
