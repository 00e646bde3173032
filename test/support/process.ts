import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { promisify } from 'node:util';
import type { PoolConfig } from 'pg';
import { until } from './until.ts';

/** A start takes a second or two; on a machine that is busy with other things, many times that. */
const START_WAIT = 90_000;

/** Compiles `src` to `dist`, as `npm start` does. */
export async function build(): Promise<void> {
  await promisify(execFile)(process.execPath, ['scripts/build.js']);
}

/** One of our processes, as a shell would start it. */
export class Run {
  stdout = '';
  stderr = '';
  private readonly child: ChildProcess;
  private readonly ended: Promise<unknown>;

  constructor(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    this.child = spawn(process.execPath, [...args], {
      env: { PATH: process.env.PATH, LOG_LEVEL: 'warn', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child.stdout?.on('data', (chunk) => (this.stdout += String(chunk)));
    this.child.stderr?.on('data', (chunk) => (this.stderr += String(chunk)));
    this.ended = once(this.child, 'close');
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  signal(signal: 'SIGTERM' | 'SIGINT' | 'SIGSTOP' | 'SIGCONT'): void {
    this.child.kill(signal);
  }

  /** Its exit code. */
  async exit(): Promise<number | null> {
    await this.ended;
    return this.child.exitCode;
  }

  /** Where the graph is, once it says so. */
  async url(): Promise<string> {
    await until(() => this.stdout.includes('\n') || this.child.exitCode !== null, START_WAIT);
    const url = /http:\S+/.exec(this.stdout)?.[0];
    if (!url) throw new Error(`It did not start: ${this.stderr}`);
    return url;
  }

  /** Whatever the test came to, nothing of it is left running. */
  async end(): Promise<void> {
    if (this.child.exitCode === null) this.child.kill('SIGKILL');
    await this.ended;
  }
}

/** A port that nobody listens on: for a process that has to come back where it was. */
export async function freePort(): Promise<number> {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const { port } = holder.address() as AddressInfo;
  holder.close();
  await once(holder, 'close');
  return port;
}

/** A connection as a URL, as DATABASE_URL wants it. */
export function urlOf({ host, port, user, password, database }: PoolConfig): string {
  const query = new URLSearchParams({ host: String(host), port: String(port), user: String(user) });
  if (password) query.set('password', String(password));
  return `postgresql:///${database}?${query.toString()}`;
}
