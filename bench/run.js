/**
 * `npm run bench -- [SUITE] [--quick | --smoke] [--fast] [--only PART,PART]
 * [--contenders NAME,NAME] [--size PROJECTS]`: installs what Quanmai is measured
 * beside, if that is missing; compiles the benchmark and the gateway to a directory of the run's own,
 * so that `dist` stays as it is; runs the suite there, and leaves nothing behind but its results.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { FOR_NODE } from '../scripts/for-node.js';

const root = resolve(import.meta.dirname, '..');
process.chdir(root);
installPeers();

// Below the project's own packages, not the peers': two copies of `graphql` refuse each other.
const home = resolve('.data', `bench-${process.pid}`);
await mkdir(home, { recursive: true });
try {
  await build({
    entryPoints: [
      'bench/bench.ts',
      'bench/harness/probe.ts',
      'bench/load/clients/main.ts',
      'bench/updates/readers/main.ts',
      'src/cli.ts',
      'src/main.ts',
    ],
    outbase: '.',
    outdir: `${home}/code`,
    ...FOR_NODE,
    sourcemap: true,
  });
  const { bench } = await import(`${home}/code/bench/bench.js`);
  process.exitCode = await bench(process.argv.slice(2), home);
} finally {
  await rm(home, { recursive: true, force: true });
}

function installPeers() {
  const [wanted, installed] = ['bench/package-lock.json', 'bench/node_modules/.package-lock.json'];
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return;
  const { status } = spawnSync('npm', ['ci'], { cwd: 'bench', stdio: 'inherit' });
  if (status !== 0) throw new Error('The packages of bench/ could not be installed.');
}
