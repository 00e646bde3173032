import { Process } from '../harness/process.ts';
import type { Run } from '../harness/run.ts';
import type { Lesson } from './clients/lesson.ts';
import type { Work } from './clients/main.ts';
import type { Outcome } from './clients/tally.ts';

/** Clients in a process of their own, a connection each. */
export class Crowd {
  private constructor(private readonly process: Process) {}

  /** Nobody is there yet; but all questions have been asked once, and their answers are known. */
  static async taught(run: Run, url: string, lessons: readonly Lesson[]): Promise<Crowd> {
    const process = new Process(run.compiled('bench/load/clients/main.ts'));
    run.closing(() => process.end());
    await process.ask('learn', { url, lessons });
    return new Crowd(process);
  }

  async gather(count: number): Promise<void> {
    await this.process.ask('gather', count);
  }

  /** All who are there ask for a while; answers what happened to them. */
  ask(work: Work): Promise<Outcome> {
    return this.process.ask<Outcome>('ask', work);
  }

  async leave(): Promise<void> {
    await this.process.ask('leave');
  }
}
