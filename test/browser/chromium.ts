import { accessSync, constants } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The browser that is here already; the tests download none. */
export function findChromium(): string {
  const named = process.env.CHROMIUM;
  const found = (named ? [named] : USUAL).find(isExecutable);
  if (found) return found;
  throw new Error(
    named
      ? `CHROMIUM names ${named}, which cannot be run: name a Chromium or a Chrome.`
      : 'There is no Chromium here: install one (apt-get install chromium), or name it by CHROMIUM.',
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Without what a browser asks of the world by itself; playwright gives it a profile of its own. */
const ALONE = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: ALONE });
}
