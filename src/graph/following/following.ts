import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { lacking } from '../../access/refusals.ts';
import { sightOf, type Viewer } from '../../access/viewer.ts';
import type { LoggedEvent } from '../../events/event.ts';
import type { Head, Place } from '../../events/place.ts';
import type { Tail } from '../../events/tail.ts';
import { Turns } from '../../kit/turns.ts';
import type { RequestContext } from '../../request/context.ts';
import type { Interest } from '../../request/followed.ts';
import type { Admission, RequestParts } from '../admission.ts';
import { shapeError, withoutSuggestion } from '../errors.ts';
import { Audience, Group, type Member } from './audience.ts';
import { Batch, type Sink } from './batch.ts';
import { Pace } from './pace.ts';
import { Rendition, type Surroundings } from './rendition.ts';
import { type SeatLimits, Seats } from './seats.ts';
import { Stream } from './stream.ts';
import { type Asked, Refused, Subscriptions } from './subscriptions.ts';

export interface FollowingOptions {
  readonly schema: GraphQLSchema;
  readonly admission: Admission;
  readonly tail: Tail;
  readonly contextFor: (viewer: Viewer, requestId: string, signal: AbortSignal) => RequestContext;
  readonly onFault: (fault: unknown, requestId: string) => void;
  readonly seats: SeatLimits;
  /** Between two heartbeats of a stream. */
  readonly heartbeatMs: number;
}

/** One who wants to follow. */
export interface Follower {
  readonly viewer: Viewer;
  readonly requestId: string;
  /** Aborted when he leaves. */
  readonly signal: AbortSignal;
  readonly sink: Sink;
  /** The cursor that he has from elsewhere than the operation; it is the later one. */
  readonly after?: string | undefined;
}

/** Renditions made at once, and looks at the log of those who catch up: a third of the pool each. */
const AT_ONCE = 3;

/** Feeds all who follow the log in this process. See ADR 0016. */
export class Following {
  readonly subscriptions: Subscriptions;
  private readonly seats: Seats;
  private readonly audience = new Audience();
  private readonly renditions = new Map<string, Rendition>();
  private readonly streams = new Set<Stream>();
  private readonly pace = new Pace();
  private readonly reading = new Turns(AT_ONCE);
  private readonly around: Surroundings;
  private readonly deafen: (() => void)[];
  private beating: NodeJS.Timeout | undefined;
  private aliveAt = new Date();
  /** Up to where events were handed on. */
  private handedOn: Place | undefined;
  private isStopping = false;

  constructor(private readonly options: FollowingOptions) {
    const { schema, admission, tail, contextFor, onFault, seats } = options;
    this.subscriptions = new Subscriptions(schema, admission);
    this.seats = new Seats(seats);
    this.around = {
      ...{ schema, tail, contextFor, onFault, pace: this.pace },
      turns: new Turns(AT_ONCE),
      headKnownAt: () => this.headKnownAt(),
    };
    this.deafen = [
      tail.onBatch((events, head) => this.handOn(events, head)),
      tail.onBreak((fault) => void this.endAll((stream) => stream.tellFault(fault))),
    ];
  }

  /**
   * Begins a stream; its messages go to the sink. Resolves when it has begun, or to why it has not.
   */
  async follow(
    operation: RequestParts,
    follower: Follower,
  ): Promise<readonly GraphQLFormattedError[] | undefined> {
    const { requestId, viewer, signal } = follower;
    try {
      const asked = this.subscriptions.read(operation);
      const { permission } = asked.followed;
      if (!viewer.permissions.has(permission)) throw lacking(permission, viewer.role);
      const give = this.seats.take(viewer.credential);
      try {
        await this.begin(asked, follower, give);
      } catch (error) {
        give();
        throw error;
      }
      return undefined;
    } catch (error) {
      const errors: readonly unknown[] = error instanceof Refused ? error.errors : [error];
      const shaped = errors.map((one) => shapeError(one, requestId));
      for (const { fault } of shaped) {
        if (fault && !signal.aborted) this.options.onFault(fault, requestId);
      }
      const formatted = shaped.map((one) => one.formatted);
      const { hideSuggestions } = this.options.admission.validation;
      return hideSuggestions ? formatted.map(withoutSuggestion) : formatted;
    }
  }

  /** Ends every stream without a fault, and takes no more. */
  async stop(): Promise<void> {
    this.isStopping = true;
    for (const end of this.deafen) end();
    await this.endAll((stream) => stream.tellLeave());
  }

  private async begin(asked: Asked, follower: Follower, give: () => void): Promise<void> {
    const { viewer, requestId, signal, sink } = follower;
    const { tail, contextFor, heartbeatMs, onFault } = this.options;
    const context = contextFor(viewer, requestId, signal);
    const interest = await asked.followed.interest(asked.args, context);
    const after = follower.after ?? (asked.args.after as string | null | undefined);
    let place: Place;
    let epoch: string;
    do {
      ({ epoch } = tail.head());
      place = await tail.resume(after, signal);
      // Whoever is not a stream yet would not be told that the history has changed meanwhile.
    } while (tail.head().epoch !== epoch);
    signal.throwIfAborted();
    const rendition = this.renditionOf(asked, viewer);
    const stream: Stream = new Stream(place, sink, {
      ...{ tail, rendition, interest, heartbeatMs, pace: this.pace, reading: this.reading },
      join: (member) => this.join(rendition, interest, member),
      leave: (member) => this.leave(rendition, interest, member),
      onFault,
      over: () => {
        give();
        this.forget(stream, rendition);
      },
    });
    this.streams.add(stream);
    this.beating ??= setInterval(() => void this.beat(), heartbeatMs);
    signal.addEventListener('abort', () => stream.end(), { once: true });
    if (this.isStopping && stream.end()) stream.tellLeave();
    else stream.start();
  }

  private renditionOf(asked: Asked, viewer: Viewer): Rendition {
    const key = `${sightOf(viewer)}\n${JSON.stringify(asked.variables)}\n${asked.selection.text}`;
    const known = this.renditions.get(key) ?? new Rendition(key, asked, viewer, this.around);
    this.renditions.set(key, known);
    known.users += 1;
    return known;
  }

  private forget(stream: Stream, rendition: Rendition): void {
    this.streams.delete(stream);
    if (this.streams.size === 0) {
      clearInterval(this.beating);
      this.beating = undefined;
    }
    rendition.users -= 1;
    if (rendition.users > 0) return;
    this.renditions.delete(rendition.key);
    rendition.end();
  }

  private join(rendition: Rendition, interest: Interest, member: Member): void {
    let group = rendition.groups.get(interest.key);
    if (!group) {
      group = new Group(rendition, interest);
      rendition.groups.set(interest.key, group);
      this.audience.add(group);
    }
    group.members.add(member);
  }

  private leave(rendition: Rendition, { key }: Interest, member: Member): void {
    const group = rendition.groups.get(key);
    if (!group?.members.delete(member) || group.members.size > 0) return;
    rendition.groups.delete(key);
    this.audience.remove(group);
  }

  /** In one turn of the event loop: whoever joins before or after knows what he has missed. */
  private handOn(events: readonly LoggedEvent[], head: Head): void {
    for (const event of events) {
      for (const [renderer, groups] of Map.groupBy(
        this.audience.of(event),
        ({ renderer }) => renderer,
      )) {
        renderer.add(event, new Set(groups), this.handedOn);
      }
    }
    this.handedOn = head;
  }

  private async beat(): Promise<void> {
    for (const rendition of [...this.renditions.values()]) {
      const place = rendition.completeUpTo;
      if (!place || rendition.users === 0) continue;
      const batch = await rendition.heartbeat(place).then((message) => new Batch([message]), none);
      if (!batch) continue;
      for (const group of rendition.groups.values()) {
        for (const member of group.members) {
          if (this.pace.isOver) await this.pace.turn();
          member.beat(batch);
        }
      }
    }
  }

  /** As long as the database answers the head is what it is now; then it stands still. */
  private headKnownAt(): string {
    if (this.options.tail.alive()) this.aliveAt = new Date();
    return this.aliveAt.toISOString();
  }

  /** All at once, so that nothing of what comes next reaches anybody; then they are told. */
  private async endAll(tell: (stream: Stream) => void): Promise<void> {
    this.handedOn = undefined;
    for (const stream of [...this.streams].filter((each) => each.end())) {
      if (this.pace.isOver) await this.pace.turn();
      tell(stream);
    }
  }
}

/** A heartbeat that cannot be made is left out. */
const none = () => undefined;
