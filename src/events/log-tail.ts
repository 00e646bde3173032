import { setImmediate as turn } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { Client, type ClientConfig } from 'pg';
import type { Database } from '../db/database.ts';
import { kyselyOver } from '../db/session.ts';
import { placeIn, readLogCursor, writeLogCursor } from './cursor.ts';
import { type CursorEpochChanged, type CursorExpired, LogUnknown } from './errors.ts';
import type { LoggedEvent } from './event.ts';
import { isUnbroken, readWithHead, standing } from './log.ts';
import { faultOf, LogReader } from './log-reader.ts';
import type { Found, Wanted } from './matching.ts';
import { behind, type Head, type Place } from './place.ts';
import { Rest } from './rest.ts';
import { Ring } from './ring.ts';
import type { BatchListener, BreakListener, Tail } from './tail.ts';
import type { WorkLog } from './work-log.ts';

export interface TailOptions {
  /** For those who ask for what is not in memory. */
  readonly database: Pick<Database, 'kysely' | 'reads'>;
  /** Directly to the primary: a pooler that hands sessions around would lose the notifications. */
  readonly connection: ClientConfig;
  readonly log: WorkLog;
  /** How much of the log is kept in memory. */
  readonly recentBytes: number;
  /** Between two looks when nobody notifies, in milliseconds. */
  readonly pollMs?: number;
}

const BATCH = 500;
const POLL = 1_000;
const PATIENCE = 5_000;
/** Read at the start, so that those who come back from elsewhere are served from memory. */
const WARM = 2_000;

/** The one tail of a process: it follows the log on a session of its own, from `start` on. */
export class LogTail implements Tail {
  private readonly reader: LogReader;
  private readonly ring: Ring;
  private readonly rest = new Rest();
  private readonly tried = Promise.withResolvers<undefined>();
  private readonly batchListeners = new Set<BatchListener>();
  private readonly breakListeners = new Set<BreakListener>();
  private running: Promise<void> | undefined;
  /** What has been told: the place behind the last event in memory. Undefined until the head is reached. */
  private at: Head | undefined;
  /** How far it has read. */
  private position = 0;
  /** How far the log goes, as it was seen last. */
  private end = 0;
  private wakes = 0;
  private isStopped = false;
  private failures = 0;
  private answeredAt = 0;

  constructor(private readonly options: TailOptions) {
    this.reader = new LogReader(options.database);
    this.ring = new Ring(options.recentBytes);
  }

  /** Resolves when the head is known, or the first try has failed; it goes on trying. */
  async start(): Promise<void> {
    this.running = this.run();
    await this.tried.promise;
  }

  head(): Head {
    if (!this.at) throw new LogUnknown();
    return this.at;
  }

  known(): Head | undefined {
    return this.at;
  }

  onBatch(listener: BatchListener): () => void {
    this.batchListeners.add(listener);
    return () => this.batchListeners.delete(listener);
  }

  onBreak(listener: BreakListener): () => void {
    this.breakListeners.add(listener);
    return () => this.breakListeners.delete(listener);
  }

  recent(after: number, limit = BATCH): readonly LoggedEvent[] | undefined {
    if (!this.at) return undefined;
    return after >= this.at.position ? [] : this.ring.after(after, limit);
  }

  read(after: number, limit: number, signal?: AbortSignal): Promise<readonly LoggedEvent[]> {
    return this.reader.read(after, limit, signal);
  }

  async readMatching(after: Place, wanted: Wanted, signal?: AbortSignal): Promise<Found> {
    return this.reader.readMatching(after, this.head().epoch, wanted, signal);
  }

  async resume(cursor: string | null | undefined, signal?: AbortSignal): Promise<Place> {
    const head = this.head();
    if (cursor === null || cursor === undefined) return head;
    const sealed = readLogCursor(cursor);
    const place = placeIn(head.epoch, sealed);
    // What memory holds is of this history: a thousand who come back at once cost no statement.
    if (place && this.holds(place, head)) return place;
    return this.reader.resume(sealed, signal);
  }

  cursorAt(at: Place | LoggedEvent): string {
    const place = 'eventId' in at ? at : behind(at);
    return writeLogCursor({ ...place, epoch: this.head().epoch });
  }

  oldest(signal?: AbortSignal): Promise<Place> {
    return this.reader.oldest(signal);
  }

  alive(): boolean {
    return Date.now() - this.answeredAt < PATIENCE;
  }

  lag(): number {
    return this.at ? Math.max(0, this.end - this.at.position) : 0;
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    this.rest.stop();
    await this.running;
  }

  private holds({ position, eventId }: Place, head: Head): boolean {
    const known = position === head.position ? head.eventId : this.ring.at(position)?.id;
    return known === eventId;
  }

  /** Session after session: the next one goes on where the last one was, if the history did. */
  private async run(): Promise<void> {
    while (!this.isStopped) {
      const session = this.newSession();
      try {
        await session.connect();
        await session.query('listen quanmai_events');
        await this.follow(kyselyOver(session));
      } catch (error) {
        this.failed(error);
      } finally {
        await session.end().catch(() => {});
      }
      await this.rest.pause(Math.min(100 * this.failures, POLL));
    }
  }

  private newSession(): Client {
    const session = new Client({
      ...this.options.connection,
      application_name: `quanmai tail ${process.pid}`,
      connectionTimeoutMillis: PATIENCE,
      query_timeout: PATIENCE,
      statement_timeout: PATIENCE,
      lock_timeout: PATIENCE,
      keepAlive: true,
    });
    // Its next query fails, and that is handled; meanwhile it is not to end the process.
    session.on('error', () => this.wake());
    session.on('notification', () => this.wake());
    return session;
  }

  private wake(): void {
    this.wakes += 1;
    this.rest.wake();
  }

  private async follow(db: Kysely<unknown>): Promise<void> {
    await this.takeUp(db);
    while (!this.isStopped) {
      const { wakes } = this;
      const isMore = await this.readOn(db);
      if (isMore) await turn();
      // A wake that came during the read may be of what the read did not see.
      else if (this.wakes === wakes) await this.rest.pause(this.options.pollMs ?? POLL, true);
    }
  }

  /** At the start some way before the head; later where it was, if that is still a place. */
  private async takeUp(db: Kysely<unknown>): Promise<void> {
    const now = await standing(db, this.at?.position ?? 0);
    if (this.at) {
      const fault = faultOf(this.at, now);
      if (fault) this.break(fault, now.head);
    } else {
      this.ring.clear();
      this.position = Math.max(now.floor.position, now.head.position - WARM);
    }
  }

  /** One batch; answers whether there is more to read at once. */
  private async readOn(db: Kysely<unknown>): Promise<boolean> {
    const { head, events } = await readWithHead(db, this.position, BATCH);
    this.answered();
    const isSameHistory = head.epoch === (this.at?.epoch ?? head.epoch);
    const last = events.at(-1);
    const place = last ? behind(last) : head;
    const isWhole = last ? isUnbroken(this.position, events) : head.position === this.position;
    if (!isSameHistory || !isWhole) {
      await this.takeUp(db);
      return false;
    }
    this.end = head.position;
    this.position = place.position;
    this.ring.push(events);
    if (this.at || this.position === this.end) this.tell(events, { ...place, epoch: head.epoch });
    return this.position < this.end;
  }

  private tell(events: readonly LoggedEvent[], at: Head): void {
    this.at = at;
    this.tried.resolve(undefined);
    if (events.length === 0) return;
    for (const listener of [...this.batchListeners]) listener(events, at);
  }

  /** Nobody can go on from where he is; the tail itself goes on from the head. */
  private break(fault: CursorEpochChanged | CursorExpired, head: Head): void {
    this.options.log.warn(
      { code: fault.code, epoch: head.epoch },
      'The log cannot be followed on.',
    );
    this.ring.clear();
    this.at = head;
    this.position = head.position;
    for (const listener of [...this.breakListeners]) listener(fault);
  }

  private answered(): void {
    this.answeredAt = Date.now();
    if (this.failures === 0) return;
    this.options.log.info({ failures: this.failures }, 'The log is followed again.');
    this.failures = 0;
  }

  /** Said once, not with every try. */
  private failed(error: unknown): void {
    this.tried.resolve(undefined);
    this.failures += 1;
    if (this.failures > 1 || this.isStopped) return;
    this.options.log.warn({ err: error }, 'The log’s tail lost its session, and tries again.');
  }
}
