import type { PgBoss } from 'pg-boss';
import type { Logger } from 'pino';

/** The same trouble is told once in so long: while the database is away, it comes every second. */
const AGAIN = 60_000;

/** Tells the log how jobs fare. */
export class JobLog {
  private readonly told = new Map<string, number>();

  constructor(private readonly log: Logger) {}

  /** Unheard, an error of the queue would end the process. */
  follow(boss: PgBoss): void {
    boss.on('error', (error: unknown) => {
      if (this.isNews(error))
        this.log.warn({ err: error }, 'The job queue has trouble; it tries again.');
    });
    boss.on('warning', ({ message, data }) => {
      if (this.isNews({ message })) this.log.warn({ ...data }, message);
    });
  }

  /** Does a job, and says how it ended where that is worth a word. */
  async around(about: object, ending: AbortSignal, work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.log.debug(about, 'a job is done');
    } catch (error) {
      if (ending.aborted) this.log.info(about, 'a job was given up, for another gateway to take');
      else this.log.error({ ...about, err: error }, 'a job failed; it is tried again');
      throw error;
    }
  }

  private isNews(error: unknown): boolean {
    const message = error instanceof Error || isTold(error) ? error.message : String(error);
    // It names the queue and the worker at its end.
    const kind = message.replace(/ \(Queue: .*$/, '');
    const last = this.told.get(kind) ?? -Infinity;
    if (performance.now() - last < AGAIN) return false;
    if (this.told.size > 100) this.told.clear();
    this.told.set(kind, performance.now());
    return true;
  }
}

const isTold = (error: unknown): error is { message: string } =>
  typeof error === 'object' && error !== null && 'message' in error;
