import { execFile } from 'node:child_process';
import {
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  rmdir,
  symlink,
  unlink,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { StartFault } from '../../kit/errors.ts';
import { type Account, canEnter, sharedDirectory } from './account.ts';
import { explainOutput } from './faults.ts';
import type { Binaries } from './platform.ts';
import { isAlive, serverEnvironment, USER } from './postmaster.ts';

export interface NewCluster {
  readonly directory: string;
  readonly binaries: Binaries;
  readonly account: Account | undefined;
  /** Off where the data need not outlive the machine's next crash. */
  readonly sync: boolean;
}

/** Whether a directory holds data that this server can serve; a fault if it holds anything else. */
export async function hasCluster(directory: string, major: string): Promise<boolean> {
  const names = await readdir(directory).catch((error: unknown): string[] => {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return [];
    if (code === 'ENOTDIR') {
      throw new StartFault(`${directory} is a file: set DATA_DIR to a directory.`);
    }
    throw error;
  });
  if (names.length === 0) return false;
  if (!names.includes('PG_VERSION')) {
    throw new StartFault(
      `${directory} is not empty and holds no database: move it away, or set DATA_DIR to another directory.`,
    );
  }
  const found = (await readFile(join(directory, 'PG_VERSION'), 'utf8')).trim();
  if (found !== major) {
    throw new StartFault(
      `${directory} was made by PostgreSQL ${found}, and this is PostgreSQL ${major}: set DATA_DIR to another directory, or DATABASE_URL to a PostgreSQL ${found} server on these data.`,
    );
  }
  return true;
}

/**
 * Makes a data directory, beside its place and renamed into it when whole: a kill leaves nothing half
 * made, and of two starts at once one wins. Where the server's account is kept out of the place, the
 * data are made where it can go, and the place becomes a link to them.
 */
export async function makeCluster(options: NewCluster): Promise<void> {
  const { directory, account } = options;
  const [parent, name] = [dirname(directory), basename(directory)];
  const home =
    account && !(await canEnter(account, parent)) ? await sharedDirectory(account) : parent;
  await removeHalfMade(home, name);
  const half = await mkdtemp(join(home, `${name}.new-${process.pid}-`));
  try {
    if (account) await chown(half, account.uid, account.gid);
    await initdb(half, options);
    await clearPlace(directory);
    if (home === parent) await rename(half, directory);
    else {
      const data = half.replace(`.new-${process.pid}-`, '-');
      await rename(half, data);
      await symlink(data, directory).catch(async (error: unknown) => {
        await rm(data, { recursive: true, force: true });
        throw error;
      });
    }
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    const { code } = error as NodeJS.ErrnoException;
    // Another start was quicker.
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
  }
}

/** Takes away what a link or a rename cannot replace: an empty directory, a link to nothing. */
async function clearPlace(directory: string): Promise<void> {
  const found = await lstat(directory).catch(() => undefined);
  if (found?.isDirectory()) await rmdir(directory);
  else if (found?.isSymbolicLink()) await unlink(directory);
}

/** Directories that a killed start did not finish. */
async function removeHalfMade(home: string, name: string): Promise<void> {
  const prefix = `${name}.new-`;
  for (const entry of await readdir(home)) {
    if (!entry.startsWith(prefix)) continue;
    const maker = Number.parseInt(entry.slice(prefix.length));
    if (isAlive(maker)) continue;
    await rm(join(home, entry), { recursive: true, force: true }).catch(() => {});
  }
}

/**
 * The locale is spelled out: without LANG initdb makes SQL_ASCII, and under locale C (or the builtin
 * or ICU provider) pg_trgm finds no letters in Chinese text. macOS has no C.UTF-8 of old.
 */
const LOCALE =
  process.platform === 'darwin'
    ? ['--locale=C', '--lc-ctype=en_US.UTF-8']
    : ['--locale=C.UTF-8', '--lc-messages=C'];

async function initdb(data: string, { binaries, account, sync, directory }: NewCluster) {
  const args = [
    '-D',
    data,
    ...LOCALE,
    '-E',
    'UTF8',
    '-U',
    USER,
    '-A',
    'trust',
    '--no-instructions',
  ];
  if (!sync) args.push('--no-sync');
  else if (process.platform === 'linux') args.push('--sync-method=syncfs');
  try {
    await promisify(execFile)(binaries.initdb, args, {
      ...account,
      cwd: '/',
      env: serverEnvironment(),
    });
  } catch (error) {
    const { stderr } = error as { stderr?: string };
    if (!stderr) throw error;
    throw new StartFault(
      explainOutput(stderr, directory) ?? `initdb failed: ${stderr.trim().replaceAll('\n', ' ')}`,
      { cause: error },
    );
  }
}

/** One by one: `recursive` says ENOENT of a disk that is read-only, which helps nobody. */
export async function makeParent(directory: string): Promise<void> {
  const parent = dirname(directory);
  try {
    await makeUnlessThere(parent);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    await makeParent(parent);
    await makeUnlessThere(parent);
  }
}

async function makeUnlessThere(directory: string): Promise<void> {
  await mkdir(directory).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  });
}
