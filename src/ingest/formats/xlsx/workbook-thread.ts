import { Worker } from 'node:worker_threads';
import type { FileLimits } from '../limits.ts';
import { Refusal, refused } from '../refusal.ts';
import type { Answers, Ask, Reply, Start } from './protocol.ts';

/** Where the thread's program is: beside the one that the build makes, or among the sources. */
const PROGRAM = new URL(
  import.meta.url.endsWith('.ts') ? './worker.ts' : './workbook-worker.js',
  import.meta.url,
);

/** A thread that reads one workbook. It is asked one thing at a time, and waits meanwhile. */
export class WorkbookThread {
  private readonly worker: Worker;
  private readonly stop = () => void this.worker.terminate();
  /** Why it ended, once it has: nobody may have been asking. */
  private over: Error | undefined;

  constructor(
    path: string,
    private readonly limits: FileLimits,
    private readonly signal: AbortSignal,
  ) {
    const workerData: Start = { path, limits };
    this.worker = new Worker(PROGRAM, {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: limits.workerMegabytes },
    });
    this.worker
      .on('error', (error: Error) => (this.over = this.told(error)))
      .on('exit', () => (this.over ??= new Error('The thread that reads a workbook has ended.')))
      .unref();
    signal.addEventListener('abort', this.stop, { once: true });
  }

  /** @throws Refusal of the workbook. */
  async ask(ask: Ask): Promise<Answers> {
    this.signal.throwIfAborted();
    this.worker.ref();
    try {
      const reply = await this.reply(ask);
      if ('refused' in reply) throw new Refusal(reply.refused);
      return reply;
    } finally {
      this.worker.unref();
    }
  }

  async end(): Promise<void> {
    this.signal.removeEventListener('abort', this.stop);
    await this.worker.terminate();
  }

  private async reply(ask: Ask): Promise<Reply> {
    if (this.over) throw this.over;
    const { promise, resolve, reject } = Promise.withResolvers<Reply>();
    const ended = () => reject(this.signal.aborted ? this.signal.reason : this.over);
    this.worker.once('message', resolve).once('exit', ended);
    this.worker.postMessage(ask);
    try {
      return await promise;
    } finally {
      this.worker.off('message', resolve).off('exit', ended);
    }
  }

  private told(error: Error & { code?: string }): Error {
    if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return error;
    return refused(
      `reading the workbook takes more than ${this.limits.workerMegabytes} MiB of memory; split it, or save it as “CSV UTF-8”.`,
    );
  }
}
