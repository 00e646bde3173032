import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { type Config, readConfig } from '../config/config.ts';
import type { Database } from '../db/database.ts';
import { StartFault } from '../kit/errors.ts';
import { createLogger } from './logger.ts';
import { orStartFault } from './start-fault.ts';

/** Does one act of an operator on the database that the environment names, and answers for it. */
export function asOperator<T>(
  { city = false }: { readonly city?: boolean },
  act: (database: Database, operator: string) => Promise<T>,
): Promise<T> {
  return orStartFault(async () => {
    const config = readConfig(process.env, { city });
    checkMade(config);
    const log = createLogger(config.logLevel);
    const { actOn } = await import('../app.ts');
    return actOn(config, { log }, (database) => act(database, `operator:${userInfo().username}`));
  });
}

/** Else a slip in DATA_DIR would make a database, and the answer come from one that holds nothing. */
function checkMade({ databaseUrl, dataDir, dataset }: Config): void {
  const directory = join(dataDir, dataset);
  if (databaseUrl || existsSync(directory)) return;
  throw new StartFault(
    `There is no database in ${directory} yet: begin with "${dataset === 'city' ? 'npm run demo' : 'npm start'}", or set DATA_DIR or DATABASE_URL.`,
  );
}

/** Rows below their headings, each column as wide as its widest. */
export function inColumns(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_heading, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  return rows
    .map((row) => row.map((cell, column) => padded(cell, widths?.[column] ?? 0)).join('  '))
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}

function padded(cell: string, width: number): string {
  return cell + ' '.repeat(width - widthOf(cell));
}

/** In a terminal, Chinese characters are two columns wide. */
function widthOf(text: string): number {
  return text.length + (text.match(/[\u1100-\uffe6]/g)?.length ?? 0);
}
