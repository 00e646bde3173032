import { execFile } from 'node:child_process';
import { chmod, lstat, mkdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StartFault } from '../../kit/errors.ts';

const run = promisify(execFile);

/** Whom the server runs as where we are root, which PostgreSQL refuses to run as. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const NOBODY: Account = { uid: 65534, gid: 65534 };

/**
 * As root: the owner of the data that are there, else the machine's own account for PostgreSQL, else
 * nobody. As anyone else: undefined, and the server runs as ourselves.
 */
export async function serverAccount(directory: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const data = await stat(directory).catch(() => undefined);
  if (data && data.uid !== 0) return { uid: data.uid, gid: data.gid };
  return (await named('postgres')) ?? NOBODY;
}

async function named(user: string): Promise<Account | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', user]), run('id', ['-g', user])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

/** Whether the account can go into a directory. Tried, not computed: ACLs and mounts have a say. */
export async function canEnter(account: Account, directory: string): Promise<boolean> {
  try {
    await run('/bin/sh', ['-c', 'cd -- "$1"', 'sh', directory], { ...account, cwd: '/' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
    throw new StartFault(
      `PostgreSQL does not run as root, and this process may not change to uid ${account.uid}: start as another user, or set DATABASE_URL.`,
      { cause: error },
    );
  }
}

/**
 * A directory of root's that the account can enter and nobody else can write to, for what cannot be
 * in the clone.
 */
export async function sharedDirectory(account: Account): Promise<string> {
  for (const candidate of ['/var/lib/quanmai', join(tmpdir(), 'quanmai'), '/tmp/quanmai']) {
    if ((await ownDirectory(candidate)) && (await canEnter(account, candidate))) return candidate;
  }
  throw new StartFault(
    `PostgreSQL does not run as root, and uid ${account.uid} can reach neither this directory nor /var/lib/quanmai: start as another user, or set DATABASE_URL.`,
  );
}

/** Makes a directory, or accepts one that is ours: in /tmp anyone may have made it before us. */
async function ownDirectory(path: string): Promise<boolean> {
  try {
    await mkdir(path, { mode: 0o755 });
    await chmod(path, 0o755);
    return true;
  } catch {
    const found = await lstat(path).catch(() => undefined);
    return found !== undefined && found.isDirectory() && found.uid === 0 && !(found.mode & 0o022);
  }
}
