import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Client, type PoolConfig } from 'pg';
import { type EmbeddedServer, startEmbedded } from '../../src/db/embedded/server.ts';
import { readPidFile, stopPostmaster } from '../../src/db/embedded/postmaster.ts';

/** Small and not durable; what is tested is who runs where. */
const SETTINGS = { fsync: 'off', shared_buffers: '16MB' };
const HOLDER = fileURLToPath(new URL('./hold-server.ts', import.meta.url));

const NODE = [process.execPath, '--experimental-transform-types', '--no-warnings'];

/** Runs what follows where it may mount, seen by nobody else and gone when it ends. */
const OWN_MOUNTS =
  process.getuid?.() === 0
    ? ['unshare', '--mount']
    : ['unshare', '--user', '--map-current-user', '--keep-caps', '--mount'];

/** Whether this machine lets us mount disks of our own; a container most often does not. */
export async function canMount(): Promise<boolean> {
  const [command, ...args] = [...OWN_MOUNTS, 'mount', '-t', 'tmpfs', 'tmpfs', tmpdir()];
  return run(command, args).then(
    () => true,
    () => false,
  );
}

/** Waits for a condition. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await delay(10);
}

const run = promisify(execFile);

/** A file's own place for data directories; all servers in it are stopped when it goes. */
export class Clusters {
  private constructor(readonly home: string) {}
  private readonly directories: string[] = [];
  private readonly holders: ChildProcess[] = [];

  static async create(): Promise<Clusters> {
    const clusters = new Clusters(await mkdtemp(join(tmpdir(), 'quanmai-clusters-')));
    // As root the servers run under another account, which has to come by here.
    await chmod(clusters.home, 0o755);
    const server = await clusters.start(clusters.path('pristine'));
    await server.stop();
    return clusters;
  }

  path(name: string): string {
    const directory = join(this.home, name, 'documents');
    this.directories.push(directory);
    return directory;
  }

  /** A data directory as a first start leaves it. */
  async made(name: string): Promise<string> {
    const directory = this.path(name);
    await run('mkdir', ['-p', join(this.home, name)]);
    await run('cp', ['-a', join(this.home, 'pristine', 'documents'), directory]);
    return directory;
  }

  start(directory: string): Promise<EmbeddedServer> {
    return startEmbedded({ directory, settings: SETTINGS, log: () => {} });
  }

  /** Starts the server from a process of its own; that one's message, if it refuses. */
  hold(directory: string): Promise<Holder> {
    return this.spawnHolder([...NODE, HOLDER, directory]);
  }

  /** The same, on a disk of its own that a shell script prepares at `$1`. */
  holdOn(disk: string, directory: string): Promise<Holder> {
    const script = `${disk} && shift && exec "$@"`;
    const command = ['sh', '-c', script, 'sh', dirname(directory), ...NODE, HOLDER, directory];
    return this.spawnHolder([...OWN_MOUNTS, ...command]);
  }

  private async spawnHolder([command, ...args]: string[]): Promise<Holder> {
    const child = spawn(command as string, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    this.holders.push(child);
    const [said, complained] = [firstLine(child.stdout), firstLine(child.stderr)];
    const line = await Promise.race([said, complained]);
    if (!line.startsWith('{')) return { child, refused: line };
    return { child, ...(JSON.parse(line) as Omit<Holder, 'child'>) };
  }

  async remove(): Promise<void> {
    for (const holder of this.holders) holder.kill('SIGKILL');
    for (const directory of this.directories) {
      const data = await realpath(directory).catch(() => undefined);
      if (data === undefined) continue;
      const left = await readPidFile(data).catch(() => undefined);
      if (left?.alive) {
        await stopPostmaster(data, left.pid);
        await rm(left.socketDirectory, { recursive: true });
      }
      // Where `directory` is a link, the data are elsewhere.
      await rm(data, { recursive: true, force: true });
    }
    await rm(this.home, { recursive: true, force: true });
  }
}

export interface Holder {
  readonly child: ChildProcess;
  readonly adopted?: boolean;
  readonly connection?: PoolConfig;
  readonly refused?: string;
}

async function firstLine(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of stream) {
    text += String(chunk);
    if (text.includes('\n')) return text.slice(0, text.indexOf('\n'));
  }
  return new Promise(() => {});
}

/** Kills a process as a lack of memory would, and waits until it is gone. */
export async function killHard(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

/** Kills a data directory's server, which is nobody's child any more. */
export async function killServer(directory: string): Promise<number> {
  const data = await realpath(directory);
  const found = await readPidFile(data);
  if (!found?.alive) throw new Error(`No server runs in ${directory}.`);
  process.kill(found.pid, 'SIGKILL');
  await until(async () => !(await readPidFile(data))?.alive);
  return found.pid;
}

export async function query(connection: PoolConfig, text: string): Promise<unknown[]> {
  const client = new Client(connection);
  await client.connect();
  try {
    return (await client.query(text)).rows as unknown[];
  } finally {
    await client.end();
  }
}
