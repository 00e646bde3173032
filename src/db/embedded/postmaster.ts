import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { open, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { PoolConfig } from 'pg';
import type { Account } from './account.ts';

/** A running server, as its `postmaster.pid` tells. */
export interface Postmaster {
  readonly pid: number;
  readonly socketDirectory: string;
  readonly port: number;
  readonly status: 'starting' | 'ready' | 'standby' | 'stopping' | '';
}

/** What a pid file says, and whether the process that it names is still its server. */
export interface PidFile extends Postmaster {
  readonly alive: boolean;
}

/** The superuser that initdb made: ours alone, behind a socket directory that only we can enter. */
export const USER = 'quanmai';

export function connectionTo(postmaster: Postmaster, database: string): PoolConfig {
  const { socketDirectory, port } = postmaster;
  // All of it spelled out: what is left out, `pg` takes from PGPORT, PGSSLMODE and the like.
  return { host: socketDirectory, port, user: USER, database, password: '', ssl: false };
}

export async function readPidFile(data: string): Promise<PidFile | undefined> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  });
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!pid) return undefined;
  return {
    pid,
    port: Number(lines[3]),
    socketDirectory: lines[4] ?? '',
    status: (lines[7] ?? '') as Postmaster['status'],
    alive: await isPostmaster(pid, data),
  };
}

/**
 * Whether a pid is this directory's server. That a process of that number lives says little: numbers
 * are given again (in a container the same ones at every start), and where nobody reaps orphans a
 * killed server stays as a zombie.
 */
async function isPostmaster(pid: number, data: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return looksLikePostgres(pid);
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const [, name, state] = /^\d+ \((.*)\) (\w)/s.exec(status) ?? [];
  if (name !== 'postgres' || state === 'Z' || state === 'X') return false;
  // The server works in its data directory. Root without CAP_SYS_PTRACE may not look.
  const [cwd, here] = await Promise.all([
    stat(`/proc/${pid}/cwd`).catch(() => undefined),
    stat(data),
  ]);
  return !cwd || (cwd.dev === here.dev && cwd.ino === here.ino);
}

async function looksLikePostgres(pid: number): Promise<boolean> {
  const found = await promisify(execFile)('ps', ['-o', 'stat=,comm=', '-p', `${pid}`]).catch(
    () => ({ stdout: '' }),
  );
  return /^[^Z]\S*\s.*postgres/.test(found.stdout.trim());
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Enough for a small machine; a database of one's own is tuned by its keeper. */
const SETTINGS = {
  shared_buffers: '256MB',
  max_connections: '100',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  // After a crash every file is synced before recovery: one by one 2.5 s, by file system 0.3 s.
  ...(process.platform === 'linux' && { recovery_init_sync_method: 'syncfs' }),
};

export type Settings = Readonly<Record<string, string>>;

export interface Launch {
  readonly postgres: string;
  readonly account: Account | undefined;
  readonly data: string;
  readonly socketDirectory: string;
  readonly logFile: string;
  readonly settings: Settings;
  /** The pid in a `postmaster.pid` that is known not to be this directory's server. */
  readonly stalePid: number | undefined;
}

/**
 * Starts the server in a session of its own: Ctrl-C in the terminal must not reach it before we have
 * finished what is in flight, nor a SIGKILL of ours take it along.
 */
export async function launch(options: Launch): Promise<ChildProcess> {
  const log = await open(options.logFile, 'a');
  try {
    const settings = { ...SETTINGS, ...options.settings, listen_addresses: '' };
    const child = spawn(
      options.postgres,
      [
        ...['-D', options.data, '-k', options.socketDirectory],
        ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
      ],
      {
        ...options.account,
        cwd: '/',
        env: serverEnvironment(options.stalePid),
        detached: true,
        stdio: ['ignore', log.fd, log.fd],
      },
    );
    child.unref();
    await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject));
    return child;
  } finally {
    await log.close();
  }
}

/**
 * Nothing of ours but the locale of messages that we read. PostgreSQL takes a pid file for a running
 * server's while any process has its number; `pg_ctl` tells it by PG_GRANDPARENT_PID of one that is
 * not, and so do we: unlike removing the file, this leaves its check of shared memory in place.
 */
export function serverEnvironment(stalePid?: number): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    LC_ALL: 'C',
    ...(stalePid && { PG_GRANDPARENT_PID: String(stalePid) }),
  };
}

/** How long a fast shutdown may take before an immediate one, which costs a recovery at next start. */
const FAST_SHUTDOWN = 30_000;
const IMMEDIATE_SHUTDOWN = 10_000;

/** Stops a server, started by us or found running, and waits until it is gone. */
export async function stopPostmaster(data: string, pid: number): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', FAST_SHUTDOWN],
    ['SIGQUIT', IMMEDIATE_SHUTDOWN],
  ] as const) {
    if (!(await isRunning(data, pid))) return;
    process.kill(pid, signal);
    const deadline = Date.now() + patience;
    while (Date.now() < deadline) {
      if (!(await isRunning(data, pid))) return;
      await delay(10);
    }
  }
  throw new Error(`PostgreSQL (pid ${pid}) in ${data} did not stop.`);
}

/** The pid file is the last thing that a server puts away. */
async function isRunning(data: string, pid: number): Promise<boolean> {
  const found = await readPidFile(data);
  return found?.pid === pid && found.alive;
}
