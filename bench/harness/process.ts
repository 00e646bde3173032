import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Answer } from './answering.ts';
import type { Effort } from './probe.ts';
import type { Run } from './run.ts';
import type { Vitals } from './vitals.ts';

export interface ProcessOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly flags?: readonly string[];
}

/** A process of the benchmark that answers questions over its IPC channel. */
export class Process {
  private asked = 0;
  private output = '';
  private readonly waiting = new Map<number, PromiseWithResolvers<unknown>>();
  private readonly child: ChildProcess;
  private readonly ended: Promise<unknown>;

  constructor(
    private readonly script: string,
    { env = {}, flags = [] }: ProcessOptions = {},
  ) {
    this.child = spawn(process.execPath, ['--enable-source-maps', ...flags, script], {
      env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      serialization: 'advanced',
    });
    this.child.stdout?.on('data', (chunk) => (this.output += String(chunk)));
    this.child.on('message', ({ id, answer, fault }: Answer) => {
      const asked = this.waiting.get(id);
      this.waiting.delete(id);
      if (fault === undefined) asked?.resolve(answer);
      else asked?.reject(new Error(`${script}: ${fault}`));
    });
    this.ended = once(this.child, 'close').then(() => {
      const gone = new Error(`${script} ended: ${this.output}`);
      for (const { reject } of this.waiting.values()) reject(gone);
    });
  }

  async ask<T>(question: string, about: unknown = {}): Promise<T> {
    const asked = Promise.withResolvers<unknown>();
    if (!this.child.connected) throw new Error(`${this.script} has ended: ${this.output}`);
    this.asked += 1;
    this.waiting.set(this.asked, asked);
    this.child.send({ id: this.asked, ask: question, about }, (fault) => {
      if (fault) asked.reject(fault);
    });
    return asked.promise as Promise<T>;
  }

  /** Where it serves, once it has said so. */
  async url(): Promise<string> {
    for (;;) {
      const url = /https?:\S+/.exec(this.output)?.[0];
      if (url) return url;
      if (this.child.exitCode !== null) throw new Error(`${this.script} did not start.`);
      await Promise.race([once(this.child.stdout as NodeJS.ReadableStream, 'data'), this.ended]);
    }
  }

  async end(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill('SIGKILL');
    await this.ended;
  }
}

/** A server that is measured: a process of its own, with the probe in it. */
export class Server extends Process {
  constructor(run: Run, script: string, { env, flags = [] }: ProcessOptions = {}) {
    const probe = ['--expose-gc', '--import', run.compiled('bench/harness/probe.ts')];
    const { BENCH_PROFILES } = process.env;
    const seen = { ...env, ...(BENCH_PROFILES && { BENCH_PROFILES }) };
    super(script, { env: seen, flags: [...probe, ...flags] });
    run.closing(() => this.end());
  }

  /** What it did while something went on. */
  async during<T>(work: () => Promise<T>): Promise<{ done: T; effort: Effort }> {
    await this.ask('begin');
    const done = await work();
    return { done, effort: await this.ask<Effort>('effort') };
  }

  /** What it was like since this was asked last. */
  vitals(): Promise<Vitals> {
    return this.ask<Vitals>('vitals');
  }

  /** Its resident memory in KB, after garbage collection. */
  memory(): Promise<number> {
    return this.ask<number>('memory');
  }
}
