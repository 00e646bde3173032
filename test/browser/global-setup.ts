import { execFileSync } from 'node:child_process';
import startServer from '../support/global-setup.ts';
import { findChromium } from './chromium.ts';

/** The page as it is served: compiled, where it has changed since the last time. */
export default async function setUp(): Promise<void> {
  findChromium();
  execFileSync(process.execPath, ['scripts/build.js'], { stdio: 'inherit' });
  await startServer();
}
