import type { Client } from 'pg';
import type { WorkLog } from './work-log.ts';

/**
 * Work that is to be done now and then by one gateway among all: by the log's leader, on its
 * session, between two steps. No step is made meanwhile, so a task is short, or does a piece of its
 * work and says that there is more.
 */
export interface HousekeepingTask {
  /** Completes the sentence "The leader could not … yet." */
  readonly what: string;
  readonly everyMs: number;
  /** Answers true when there is more to do at once. */
  run(session: Client): Promise<boolean>;
}

/** A task that failed is tried again after this, if it would not come up before. */
const AGAIN = 60_000;

/** When each task is due. */
export class Housekeeping {
  private readonly due = new Map<HousekeepingTask, number>();
  private readonly failing = new Set<HousekeepingTask>();

  constructor(
    private readonly tasks: readonly HousekeepingTask[],
    private readonly log: WorkLog,
  ) {}

  /** Runs what has waited longest, if anything is due. */
  async turn(session: Client): Promise<void> {
    const [task] = this.tasks
      .filter((one) => this.dueAt(one) <= Date.now())
      .sort((one, other) => this.dueAt(one) - this.dueAt(other));
    if (!task) return;
    try {
      const isMore = await task.run(session);
      this.due.set(task, Date.now() + (isMore ? 0 : task.everyMs));
      this.failing.delete(task);
    } catch (error) {
      this.due.set(task, Date.now() + Math.min(AGAIN, task.everyMs));
      if (this.failing.has(task)) return;
      this.failing.add(task);
      this.log.warn({ err: error }, `The leader could not ${task.what} yet; it tries again.`);
    }
  }

  private dueAt(task: HousekeepingTask): number {
    return this.due.get(task) ?? 0;
  }
}
