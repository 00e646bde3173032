/**
 * Compiles `src` to `dist` with esbuild: some 100 ms, so that `npm start` needs no step before it. The
 * playground is compiled only when what it is made of has changed. Each file is put in the place of
 * the one before it, so that whoever starts meanwhile finds one or the other.
 */
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { buildWeb } from './build-web.js';
import { FOR_NODE } from './for-node.js';

await Promise.all([buildPrograms('dist'), buildWeb('dist/web')]);

async function buildPrograms(directory) {
  const { outputFiles } = await build({
    entryPoints: {
      main: 'src/main.ts',
      cli: 'src/cli.ts',
      'workbook-worker': 'src/ingest/formats/xlsx/worker.ts',
    },
    outdir: directory,
    ...FOR_NODE,
    sourcemap: true,
    write: false,
  });
  await mkdir(directory, { recursive: true });
  for (const { path, contents } of outputFiles) {
    const fresh = `${path}.${process.pid}`;
    await writeFile(fresh, contents);
    await rename(fresh, path);
  }
  await removeBut(directory, ['web', ...outputFiles.map(({ path }) => basename(path))]);
}

/** What is being put in its place, here or by another build, has a number at its end. */
async function removeBut(directory, kept) {
  const names = await readdir(directory);
  const gone = names.filter((name) => !kept.includes(name) && !/\.\d+$/.test(name));
  await Promise.all(gone.map((name) => rm(join(directory, name), { recursive: true })));
}
