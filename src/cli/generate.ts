import { type CitySize, generateInto } from '../app.ts';
import { readConfig } from '../config/config.ts';
import { createLogger } from './logger.ts';
import { progressBar } from './progress.ts';
import { orStartFault } from './start-fault.ts';
import { stopSignal } from './stop-signal.ts';

export async function runGenerate(size: CitySize): Promise<void> {
  const signal = stopSignal();
  const bar = progressBar('Making the city');
  await orStartFault(async () => {
    // One's own server, when DATABASE_URL names one; else the demo's database.
    const config = readConfig(process.env, { city: !process.env.DATABASE_URL });
    const log = createLogger(config.logLevel);
    try {
      await generateInto(config, size, { log, signal, onProgress: bar.show });
    } finally {
      bar.end();
    }
    const { projects, enterprises, seed } = size;
    process.stdout.write(
      `${projects} projects and ${enterprises} enterprises made, seed ${seed}.\n`,
    );
  });
}
