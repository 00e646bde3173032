import { setMaxListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { execute, type ExecutionResult, type GraphQLSchema } from 'graphql';
import type { Viewer } from '../../access/viewer.ts';
import type { LoggedEvent } from '../../events/event.ts';
import { behind, type Place } from '../../events/place.ts';
import type { Tail } from '../../events/tail.ts';
import type { Turns } from '../../kit/turns.ts';
import type { RequestContext } from '../../request/context.ts';
import type { Progress } from '../../request/followed.ts';
import { shapeError } from '../errors.ts';
import type { Group, Renderer } from './audience.ts';
import { inBatches, MESSAGES, type Rendered } from './batch.ts';
import { Copies } from './copies.ts';
import type { Pace } from './pace.ts';
import type { Asked } from './subscriptions.ts';

/** What all that follow in one process share. */
export interface Surroundings {
  readonly schema: GraphQLSchema;
  readonly tail: Tail;
  readonly contextFor: (viewer: Viewer, requestId: string, signal: AbortSignal) => RequestContext;
  /** Tells a fault of ours, and what it happened to. */
  readonly onFault: (fault: unknown, requestId: string) => void;
  /** So few are rendered at once that queries find the database free. */
  readonly turns: Turns;
  readonly pace: Pace;
  /** When the log's end was last known. */
  readonly headKnownAt: () => string;
}

interface Due {
  readonly event: LoggedEvent;
  readonly groups: ReadonlySet<Group>;
}

/** Events that may wait; whoever is fed by a rendition that has fallen further behind reads the log. */
const MOST_DUE = 4_096;
/** Values in the messages of one lot, which are made in one turn of the event loop. */
const LOT_COST = 2_000;
const PATIENCE_MS = 2_000;

/**
 * One selection as one sight is shown it. Each event is executed once for all its followers, whatever
 * they filter by, those of one lot in one context: one statement a level of the answer.
 */
export class Rendition implements Renderer {
  readonly groups = new Map<string, Group>();
  /** Streams that use it, live or catching up; without any it is forgotten. */
  users = 0;
  private due: Due[] = [];
  private isWorking = false;
  /** Behind what was delivered last, while there is more to deliver. */
  private reached: Place | undefined;
  private readonly copies = new Copies();
  private beat: { readonly key: string; readonly message: Promise<Rendered> } | undefined;
  private readonly ended = new AbortController();
  private readonly lot: number;

  constructor(
    readonly key: string,
    private readonly asked: Asked,
    /** One of those who are shown the same. */
    private readonly viewer: Viewer,
    private readonly around: Surroundings,
  ) {
    this.lot = Math.max(1, Math.min(MESSAGES, Math.floor(LOT_COST / asked.cost)));
    // Every statement of an answer listens to it.
    setMaxListeners(0, this.ended.signal);
  }

  /** Its live followers have everything up to here; undefined where that is not known. */
  get completeUpTo(): Place | undefined {
    return this.isWorking ? this.reached : this.around.tail.known();
  }

  add(event: LoggedEvent, groups: ReadonlySet<Group>, before: Place | undefined): void {
    if (!this.isWorking) this.reached = before;
    this.due.push({ event, groups });
    if (this.due.length > MOST_DUE) this.letGo();
    else if (!this.isWorking) void this.work();
  }

  /** The messages of some events, those made already as they are. */
  render(events: readonly LoggedEvent[]): Promise<Rendered[]> {
    const missing = events.filter(({ position }) => !this.copies.has(position));
    for (let from = 0; from < missing.length; from += this.lot) {
      this.copy(missing.slice(from, from + this.lot));
    }
    return Promise.all(events.map(({ position }) => this.copies.at(position)));
  }

  /** Says that all up to a place was told; one for all who are there. */
  heartbeat(place: Place): Promise<Rendered> {
    const { tail, headKnownAt } = this.around;
    const cursor = tail.cursorAt(place);
    const progress: Progress = {
      cursor,
      head: tail.cursorAt(tail.known() ?? place),
      at: headKnownAt(),
    };
    const key = JSON.stringify(progress);
    if (this.beat?.key !== key) {
      const message = this.execute((context) => [
        this.run(this.asked.followed.heartbeat(progress), context),
      ]).then(([result]) => ({ place, cursor, text: JSON.stringify(result) }));
      this.beat = { key, message };
    }
    return this.beat.message;
  }

  end(): void {
    this.ended.abort();
    this.due = [];
    this.copies.clear();
  }

  private async work(): Promise<void> {
    this.isWorking = true;
    try {
      while (this.due.length > 0) await this.deliver(this.due.splice(0, MESSAGES));
    } catch (error) {
      if (this.ended.signal.aborted) return;
      this.around.onFault(error, this.key);
      this.letGo();
    } finally {
      this.isWorking = false;
    }
  }

  private async deliver(due: readonly Due[]): Promise<void> {
    const messages = await this.render(due.map(({ event }) => event));
    const told = new Map<Group, Rendered[]>();
    for (const [index, message] of messages.entries()) {
      for (const group of due[index]?.groups ?? []) {
        const own = told.get(group) ?? [];
        told.set(group, own);
        own.push(message);
      }
    }
    for (const [group, own] of told) {
      for (const batch of inBatches(own)) {
        for (const member of group.members) {
          if (this.around.pace.isOver) await this.around.pace.turn();
          member.take(batch, this.reached);
        }
      }
    }
    const last = due.at(-1);
    if (last) this.reached = behind(last.event);
  }

  /** Nothing is lost by giving up what waits: the log has it, and its followers read it there. */
  private letGo(): void {
    this.due = [];
    for (const group of this.groups.values()) {
      for (const member of group.members) member.fallBack(this.reached);
    }
  }

  private copy(events: readonly LoggedEvent[]): void {
    // Only where others may want it: those who fell back, and those who come back together.
    const isKept = () => this.users > 1 && !this.ended.signal.aborted;
    const { followed } = this.asked;
    const { tail } = this.around;
    const placed = events.map((event) => ({ event, cursor: tail.cursorAt(event) }));
    const made = this.execute((context) =>
      placed.map(({ event, cursor }) => this.run(followed.update(event, cursor, context), context)),
    );
    for (const [index, { event, cursor }] of placed.entries()) {
      const message = made.then((results): Rendered => ({
        place: behind(event),
        cursor,
        text: JSON.stringify(results[index]),
      }));
      this.copies.add(event.position, message, isKept);
    }
  }

  /** Again and again while the database is away: a message that lacks what it could not read is none. */
  private async execute(
    run: (context: RequestContext) => readonly (ExecutionResult | Promise<ExecutionResult>)[],
  ): Promise<object[]> {
    const { turns, pace, contextFor, onFault } = this.around;
    const { signal } = this.ended;
    for (let wait = 100; ; wait = Math.min(wait * 2, PATIENCE_MS)) {
      const requestId = crypto.randomUUID();
      const give = await turns.take(signal);
      try {
        signal.throwIfAborted();
        if (pace.isOver) await pace.turn();
        const running = run(contextFor(this.viewer, requestId, signal));
        const results = await Promise.all(running.map((result) => Promise.resolve(result)));
        const shaped = results.map((result) => this.shaped(result, requestId));
        signal.throwIfAborted();
        if (shaped.every(({ passes }) => !passes)) {
          for (const fault of shaped.flatMap(({ faults }) => faults)) onFault(fault, requestId);
          return shaped.map(({ result }) => result);
        }
      } finally {
        give();
      }
      await delay(wait, undefined, { signal, ref: false });
    }
  }

  private run(rootValue: object, contextValue: RequestContext) {
    const { selection, variables } = this.asked;
    return execute({
      schema: this.around.schema,
      document: selection.document,
      rootValue,
      contextValue,
      variableValues: variables,
    });
  }

  private shaped({ data, errors = [] }: ExecutionResult, requestId: string) {
    const shaped = errors.map((error) => shapeError(error, requestId));
    return {
      result: {
        ...(errors.length > 0 && { errors: shaped.map(({ formatted }) => formatted) }),
        data,
      },
      passes: shaped.some(({ retryAfter }) => retryAfter !== undefined),
      faults: shaped.flatMap(({ fault }) => (fault === undefined ? [] : [fault])),
    };
  }
}
