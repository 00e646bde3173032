import { open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StartFault } from '../../kit/errors.ts';

const ELSEWHERE = 'set DATA_DIR to another directory';

/** What can be wrong with a data directory: by errno, and as PostgreSQL's own programs say it. */
const CAUSES: readonly {
  codes: readonly string[];
  said: RegExp;
  explain: (directory: string, said: string) => string;
}[] = [
  {
    // The last is PostgreSQL's own, `disk_full`.
    codes: ['ENOSPC', 'EDQUOT', '53100'],
    said: /No space left on device|Disk quota exceeded|wrote only \d+ of \d+ bytes/,
    explain: (directory) => `The disk of ${directory} is full: free some space, or ${ELSEWHERE}.`,
  },
  {
    codes: ['EROFS'],
    said: /Read-only file system/,
    explain: (directory) =>
      `The disk of ${directory} is read-only: make it writable, or ${ELSEWHERE}.`,
  },
  {
    codes: ['EACCES', 'EPERM'],
    said: /Permission denied|wrong ownership|invalid permissions|Operation not permitted/,
    explain: (directory) =>
      `${directory} belongs to another user, or may not be written to: start as its owner, or ${ELSEWHERE}.`,
  },
  {
    codes: ['ENOMEM'],
    said: /could not map anonymous shared memory|could not create shared memory|Cannot allocate memory/,
    explain: () => 'There is too little memory for PostgreSQL: 400 MB must be free.',
  },
  {
    codes: [],
    said: /invalid locale name|locale .* not recognized/,
    explain: () =>
      'This machine has no UTF-8 locale for PostgreSQL (C.UTF-8): install its locales, or set DATABASE_URL.',
  },
  {
    codes: [],
    said: /could not find the database system|could not locate a valid checkpoint|invalid checkpoint|PANIC: .*/,
    explain: (directory, said) =>
      `The data in ${directory} are damaged (${said}): put a backup in their place, or ${ELSEWHERE}.`,
  },
];

/** What PostgreSQL's output says is wrong, in one line; undefined for what we do not know. */
export function explainOutput(output: string, directory: string): string | undefined {
  for (const { said, explain } of CAUSES) {
    const found = said.exec(output);
    if (found) return explain(directory, found[0]);
  }
  return undefined;
}

/** An error of the file system, or of the server on it, as a fault of one line; any other as it is. */
export function asFault(error: unknown, directory: string): unknown {
  if (error instanceof StartFault) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  const cause = CAUSES.find(
    ({ codes, said }) => (code !== undefined && codes.includes(code)) || said.test(message),
  );
  return cause ? new StartFault(cause.explain(directory, message), { cause: error }) : error;
}

/**
 * Why a server ended right after its start. On a full disk its log may have nothing of it, so the
 * disk itself is asked too.
 */
export async function explainExit(
  output: string,
  directory: string,
  logFile: string,
): Promise<StartFault> {
  const known = explainOutput(output, directory);
  if (known) return new StartFault(known);
  try {
    await tryToWrite(dirname(logFile));
  } catch (error) {
    const fault = asFault(error, directory);
    if (fault instanceof StartFault) return fault;
  }
  const last = output.match(/(?:FATAL|PANIC|ERROR): .*/g)?.at(-1) ?? 'it said nothing';
  return new StartFault(`PostgreSQL did not start in ${directory} (${last}); see ${logFile}.`);
}

async function tryToWrite(directory: string): Promise<void> {
  const probe = join(directory, `.probe-${process.pid}`);
  const file = await open(probe, 'w');
  try {
    await file.write(Buffer.alloc(64 * 1024));
    await file.sync();
  } finally {
    await file.close();
    await rm(probe, { force: true });
  }
}
