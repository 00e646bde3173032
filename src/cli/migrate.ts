import { migrateDatabase } from '../app.ts';
import { readConfig } from '../config/config.ts';
import { createLogger } from './logger.ts';
import { orStartFault } from './start-fault.ts';

export async function runMigrate(): Promise<void> {
  await orStartFault(async () => {
    const config = readConfig(process.env);
    await migrateDatabase(config, { log: createLogger(config.logLevel) });
    process.stdout.write(`The schema of the ${config.dataset} database is up to date.\n`);
  });
}
