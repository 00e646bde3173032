import { Client, type ClientConfig } from 'pg';
import { Housekeeping, type HousekeepingTask } from './housekeeping.ts';
import { makePartitions } from './partitions.ts';
import type { Head } from './place.ts';
import { Rest } from './rest.ts';
import type { WorkLog } from './work-log.ts';

/** How fast it goes, in milliseconds. */
export interface Pace {
  /** Between two steps while there is work. */
  readonly busy: number;
  /** Between two looks when there was none lately; other processes commit without a word. */
  readonly idle: number;
  /** Between two tries to become the leader. */
  readonly candidate: number;
  /** How long after work the busy pace is kept. */
  readonly linger: number;
}

export interface SequencerOptions {
  /** Directly to the primary: a pooler that hands sessions around would break the lead. */
  readonly connection: ClientConfig;
  readonly log: WorkLog;
  readonly pace?: Partial<Pace>;
  /** What the leader does beside numbering and making partitions. */
  readonly housekeeping?: readonly HousekeepingTask[];
}

/** One candidate for the lead of a database's log. */
export interface Sequencer {
  /** The head as far as this process knows it; undefined until the first answer. */
  head(): Head | undefined;
  isLeading(): boolean;
  /** Whether the database answered lately. */
  alive(): boolean;
  /** Something was committed: look soon. Costs nothing when called often. */
  wake(): void;
  /** Numbers what is committed by now if it leads, gives up the lead, and closes its session. */
  stop(): Promise<void>;
}

const PACE: Pace = { busy: 20, idle: 100, candidate: 200, linger: 1_000 };
/** 2,000 events take 16 ms; 100,000 in one step would hold up the others for 2 s. */
const BATCH = 2_000;
/** A leader that freezes loses its session after this, and with it the lead. */
const FROZEN_AFTER = 2_000;
const LAST_STEPS = 50;
const SILENT_AFTER = 5_000;

interface HeadRow {
  readonly epoch: string;
  readonly position: string;
  readonly event_id: string;
}

/**
 * Takes part in numbering a database's log: one of all gateways' sequencers leads, and gives the
 * committed events that have no position the next ones, in id order. Writers never wait for it.
 *
 * It has a session of its own, since the lead is that session's lock and ends with it: in 2 s when
 * the process hangs, at once when it dies. Resolves when the head is known, or the first try failed.
 */
export async function startSequencer(options: SequencerOptions): Promise<Sequencer> {
  const sequencer = new RunningSequencer(options);
  await sequencer.start();
  return sequencer;
}

class RunningSequencer implements Sequencer {
  private readonly pace: Pace;
  private readonly tried = Promise.withResolvers<undefined>();
  private running: Promise<void> | undefined;
  private isStopped = false;
  private wakes = 0;
  private readonly rest = new Rest();
  private readonly housekeeping: Housekeeping;
  private known: Head | undefined;
  private fence: string | undefined;
  private broken: Error | undefined;
  private failures = 0;
  private answeredAt = 0;
  private workedAt = 0;

  constructor(private readonly options: SequencerOptions) {
    this.pace = { ...PACE, ...options.pace };
    const tasks = [makePartitions, ...(options.housekeeping ?? [])];
    this.housekeeping = new Housekeeping(tasks, options.log);
  }

  async start(): Promise<void> {
    this.running = this.run();
    await this.tried.promise;
  }

  head(): Head | undefined {
    return this.known;
  }

  isLeading(): boolean {
    return this.fence !== undefined;
  }

  alive(): boolean {
    return Date.now() - this.answeredAt < SILENT_AFTER;
  }

  wake(): void {
    this.workedAt = Date.now();
    this.wakes += 1;
    this.rest.wake();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    this.rest.stop();
    await this.running;
  }

  /** Session after session: one that fails is left, with its lock, and the next is a candidate. */
  private async run(): Promise<void> {
    while (!this.isStopped) {
      const session = this.newSession();
      try {
        await session.connect();
        await session.query(`set idle_session_timeout = ${FROZEN_AFTER}`);
        await this.serve(session);
      } catch (error) {
        this.failed(error);
      } finally {
        this.fence = undefined;
        await session.end().catch(() => {});
      }
      await this.rest.pause(Math.min(this.pace.candidate * this.failures, FROZEN_AFTER));
    }
  }

  private newSession(): Client {
    const session = new Client({
      ...this.options.connection,
      application_name: `quanmai sequencer ${process.pid}`,
      connectionTimeoutMillis: 5_000,
      query_timeout: 30_000,
      statement_timeout: 30_000,
      lock_timeout: 5_000,
      idle_in_transaction_session_timeout: FROZEN_AFTER,
      keepAlive: true,
    });
    // A session that breaks while it rests says why here; its next query fails, and that is handled.
    this.broken = undefined;
    session.on('error', (error) => (this.broken ??= error));
    return session;
  }

  private async serve(session: Client): Promise<void> {
    while (!this.isStopped && !(await this.tryLead(session))) {
      await this.rest.pause(this.pace.candidate);
    }
    while (!this.isStopped) {
      const { wakes } = this;
      const numbered = await this.step(session);
      await this.housekeeping.turn(session);
      // At the busy pace nothing wakes it earlier: what comes in meanwhile makes one batch.
      if (numbered < BATCH) await this.rest.pause(this.pace.busy);
      const isQuiet = Date.now() - this.workedAt > this.pace.linger;
      // A wake that came during the step may be of a commit that the step did not see.
      if (isQuiet && this.wakes === wakes) await this.rest.pause(this.pace.idle, true);
    }
    for (let steps = 0; this.isLeading() && steps < LAST_STEPS; steps += 1) {
      if ((await this.step(session)) < BATCH) break;
    }
  }

  private async tryLead(session: Client): Promise<boolean> {
    const { rows } = await session.query<HeadRow & { fence: string | null; renewed: boolean }>(
      'select fence::text, epoch, position::text, event_id::text, renewed from event_try_lead()',
    );
    const [answer] = rows;
    if (!answer) return false;
    this.learn(answer);
    const { fence, epoch, position, renewed } = answer;
    if (fence === null) {
      this.recovered();
      return false;
    }
    this.fence = fence;
    this.options.log.info({ fence, epoch, position }, 'This process numbers the log.');
    if (renewed) {
      this.options.log.warn({ epoch }, 'The log is on another server or history: a new epoch.');
    }
    return true;
  }

  private async step(session: Client): Promise<number> {
    const { rows } = await session.query<HeadRow & { numbered: number }>(
      'select numbered, epoch, position::text, event_id::text from event_step($1, $2)',
      [this.fence, BATCH],
    );
    const [answer] = rows;
    if (!answer) return 0;
    this.learn(answer);
    this.recovered();
    if (answer.numbered > 0) this.workedAt = Date.now();
    return answer.numbered;
  }

  private learn({ epoch, position, event_id: eventId }: HeadRow): void {
    this.known = { epoch, position: Number(position), eventId };
    this.answeredAt = Date.now();
    this.tried.resolve(undefined);
  }

  /** Said once, not with every try. */
  private failed(error: unknown): void {
    this.tried.resolve(undefined);
    this.failures += 1;
    if (this.failures > 1) return;
    this.options.log.warn(
      { err: this.broken ?? error },
      'The sequencer lost its session, and tries again.',
    );
  }

  private recovered(): void {
    if (this.failures === 0) return;
    this.options.log.info({ failures: this.failures }, 'The sequencer has a session again.');
    this.failures = 0;
  }
}
