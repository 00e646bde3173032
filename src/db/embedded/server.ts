import type { ChildProcess } from 'node:child_process';
import { chown, mkdtemp, readFile, realpath, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { PoolConfig } from 'pg';
import { StartFault } from '../../kit/errors.ts';
import { type Account, canEnter, serverAccount } from './account.ts';
import { hasCluster, makeCluster, makeParent } from './cluster.ts';
import { asFault, explainExit } from './faults.ts';
import { type Ownership, takeOwnership } from './owner.ts';
import { type Binaries, findBinaries } from './platform.ts';
import {
  connectionTo,
  launch,
  type Postmaster,
  readPidFile,
  type Settings,
  stopPostmaster,
} from './postmaster.ts';

export interface EmbeddedOptions {
  /** The data directory; made at the first start. */
  readonly directory: string;
  /** Told in one line what takes time or has happened before. */
  readonly log: (message: string) => void;
  /** Server settings over our own, for tests. */
  readonly settings?: Settings;
}

export interface EmbeddedServer {
  readonly connection: PoolConfig;
  /** Whether the server was running, left behind by a process that was killed. */
  readonly adopted: boolean;
  stop(): Promise<void>;
}

/** Recovery after a crash reads up to 1 GB of log, which a slow disk takes a minute for. */
const START_WAIT = 120_000;
/** The log of a server is kept from start to start up to this size. */
const LOG_LIMIT = 10 * 1024 * 1024;
/** A socket's path has at most 103 bytes on macOS, and ends in 14 of PostgreSQL's. */
const SOCKET_DIRECTORY_LIMIT = 103 - '/.s.PGSQL.5432'.length;
const SOCKET_PREFIX = 'quanmai-';

/**
 * Starts the PostgreSQL that came with npm on a data directory of ours, or takes over the one that a
 * killed process left running there. It listens on a Unix socket alone, in a directory that only its
 * account can enter: no port to collide, no password to keep.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  if (process.platform === 'win32') {
    throw new StartFault(
      'The embedded PostgreSQL does not run on Windows: set DATABASE_URL to a server of your own, or use WSL.',
    );
  }
  const directory = resolve(options.directory);
  try {
    return await start({ ...options, directory });
  } catch (error) {
    throw asFault(error, directory);
  }
}

async function start({ directory, log, settings = {} }: EmbeddedOptions): Promise<EmbeddedServer> {
  const account = await serverAccount(directory);
  const binaries = await findBinaries(account);
  await makeParent(directory);
  if (!(await hasCluster(directory, binaries.major))) {
    log(`Making a database in ${directory}.`);
    await makeCluster({ directory, binaries, account, sync: settings.fsync !== 'off' });
  }
  const data = await realpath(directory);
  return serve({ directory, data, binaries, account, settings, log, logFile: `${directory}.log` });
}

interface Place {
  readonly directory: string;
  /** Where `directory` leads, if it is a link. */
  readonly data: string;
  readonly binaries: Binaries;
  readonly account: Account | undefined;
  readonly settings: Settings;
  readonly log: (message: string) => void;
  readonly logFile: string;
}

/** Waits for the directory's one server, launches it if there is none, and takes hold of it. */
async function serve(place: Place): Promise<EmbeddedServer> {
  const deadline = Date.now() + START_WAIT;
  let launched: Launched | undefined;
  while (Date.now() < deadline) {
    const found = await readPidFile(place.data);
    if (found?.alive) {
      const ownership =
        found.status === 'ready' ? await takeOwnership(found, place.directory) : undefined;
      if (ownership)
        return await serving(place, found, ownership, found.pid !== launched?.child.pid);
    } else if (!launched || hasEnded(launched.child)) {
      if (launched) await checkExit(launched, place);
      if (found) await removeSocketDirectory(found.socketDirectory);
      launched = await launchIn(place, found?.pid);
    }
    await delay(10);
  }
  throw new StartFault(
    `PostgreSQL was not ready in ${place.directory} within ${START_WAIT / 1000} s; see ${place.logFile}.`,
  );
}

async function serving(
  { data, log }: Place,
  postmaster: Postmaster,
  ownership: Ownership,
  adopted: boolean,
): Promise<EmbeddedServer> {
  if (adopted) log(`Took over the database that was left running (pid ${postmaster.pid}).`);
  const stop = async () => {
    await ownership.endWith(() => stopPostmaster(data, postmaster.pid));
    await removeSocketDirectory(postmaster.socketDirectory);
  };
  try {
    await ownership.makeDatabase();
  } catch (error) {
    await stop();
    throw error;
  }
  let stopped: Promise<void> | undefined;
  return {
    connection: connectionTo(postmaster, 'quanmai'),
    adopted,
    stop: () => (stopped ??= stop()),
  };
}

interface Launched {
  readonly child: ChildProcess;
  readonly socketDirectory: string;
  /** Where this server's part of the log begins. */
  readonly logStart: number;
}

async function launchIn(place: Place, stalePid: number | undefined): Promise<Launched> {
  const { account, binaries, data, logFile, settings } = place;
  const logStart = await startOfLog(logFile);
  const socketDirectory = await makeSocketDirectory(account);
  const { postgres } = binaries;
  try {
    const child = await launch({
      ...{ postgres, account, data, socketDirectory, logFile, settings, stalePid },
    });
    return { child, socketDirectory, logStart };
  } catch (error) {
    await removeSocketDirectory(socketDirectory);
    throw error;
  }
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

/** Explains why a server ended, unless it gave way to another one that starts or stops there. */
async function checkExit(launched: Launched, { directory, logFile }: Place): Promise<void> {
  await removeSocketDirectory(launched.socketDirectory);
  const output = (await readFile(logFile)).subarray(launched.logStart).toString();
  if (/lock file ".*" already exists|shared memory block .* is still in use/.test(output)) return;
  throw await explainExit(output, directory, logFile);
}

async function startOfLog(logFile: string): Promise<number> {
  const found = await stat(logFile).catch(() => undefined);
  if (!found) return 0;
  if (found.size <= LOG_LIMIT) return found.size;
  await truncate(logFile);
  return 0;
}

async function makeSocketDirectory(account: Account | undefined): Promise<string> {
  const fits = Buffer.byteLength(tmpdir()) + SOCKET_PREFIX.length + 7 <= SOCKET_DIRECTORY_LIMIT;
  const parent = fits && (!account || (await canEnter(account, tmpdir()))) ? tmpdir() : '/tmp';
  const directory = await mkdtemp(join(parent, SOCKET_PREFIX));
  if (account) await chown(directory, account.uid, account.gid);
  return directory;
}

/** Only ever one of ours, by its name: a pid file may be anyone's. */
async function removeSocketDirectory(directory: string): Promise<void> {
  if (!basename(directory).startsWith(SOCKET_PREFIX)) return;
  await rm(directory, { recursive: true, force: true });
}
