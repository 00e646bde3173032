import { realpath } from 'node:fs/promises';
import type { PoolConfig } from 'pg';
import { connectionTo, readPidFile } from './postmaster.ts';

/**
 * The way to the server that runs on a directory of ours by now, for work beside the gateway that
 * owns it; undefined where none does. Whoever goes it neither owns the server nor stops it.
 */
export async function besideOwner(directory: string): Promise<PoolConfig | undefined> {
  const data = await realpath(directory).catch(() => undefined);
  const found = data === undefined ? undefined : await readPidFile(data);
  return found?.alive && found.status === 'ready' ? connectionTo(found, 'quanmai') : undefined;
}
