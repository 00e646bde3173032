import { once } from 'node:events';
import type { App } from '../app.ts';
import { type Config, readConfig } from '../config/config.ts';
import { createLogger } from './logger.ts';
import { progressBar } from './progress.ts';
import { orStartFault } from './start-fault.ts';
import { stopSignal } from './stop-signal.ts';

/** Serves until SIGINT or SIGTERM, then finishes what is in flight. */
export async function serve(options: { city?: boolean } = {}): Promise<void> {
  const signal = stopSignal();
  const config = await orStartFault(() => readConfig(process.env, options));
  const app = await orStartFault(() => start(config, signal));
  if (app) {
    const page = config.http.playground === 'on' ? ` and ${new URL('/', app.url).href}` : '';
    process.stdout.write(
      `Quanmai serves ${app.url}${page} · ${config.dataset} · ready in ${uptime()} s\n`,
    );
    if (!signal.aborted) await once(signal, 'abort');
    await app.close();
  }
  process.exit(0);
}

/** The app, or nothing when it was stopped before it was there. */
async function start(config: Config, signal: AbortSignal): Promise<App | undefined> {
  const bar = progressBar('Making the city');
  try {
    const log = createLogger(config.logLevel);
    // Imported only now: it takes most of a second, which a faulty configuration need not wait for.
    const { createApp } = await import('../app.ts');
    return await createApp(config, { log, signal, onProgress: bar.show });
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  } finally {
    bar.end();
  }
}

const uptime = () => process.uptime().toFixed(1);
