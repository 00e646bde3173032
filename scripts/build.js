/**
 * Compiles `src` to `dist` with esbuild: some 100 ms, so that `npm start` needs no step before it. The
 * playground is compiled only when what it is made of has changed.
 */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { buildWeb } from './build-web.js';
import { FOR_NODE } from './for-node.js';

await emptyBut('dist', 'web');
await Promise.all([
  build({
    entryPoints: ['src/main.ts', 'src/cli.ts'],
    outdir: 'dist',
    ...FOR_NODE,
    sourcemap: true,
  }),
  buildWeb('dist/web'),
]);

async function emptyBut(directory, kept) {
  const names = await readdir(directory).catch(() => []);
  const gone = names.filter((name) => name !== kept);
  await Promise.all(gone.map((name) => rm(join(directory, name), { recursive: true })));
}
