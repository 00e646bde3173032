/**
 * Bundles the playground of `src/web`, with everything that it needs, to files that are served as they
 * are: an intranet has no CDN. It costs seconds, so it is done again only when a source or the lockfile
 * has changed.
 */
import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build } from 'esbuild';
import { bilingual } from './bilingual-graphiql.js';

const OPERATIONS = 'schema/operations/*.graphql';
const QUESTION_READER = 'src/web/questions/saved-question.ts';

/** What makes the page, beside the sources that esbuild finds; a package changes with the lockfile only. */
const MAKERS = ['package-lock.json', 'scripts/b*.js', 'src/web/index.html', OPERATIONS];

/** Monaco does its work beside the page; a worker is one file that stands for itself. */
const WORKERS = {
  editor: 'monaco-editor/esm/vs/editor/editor.worker.js',
  json: 'monaco-editor/esm/vs/language/json/json.worker.js',
  graphql: 'monaco-graphql/esm/graphql.worker.js',
};

const COMMON = {
  bundle: true,
  minify: true,
  target: 'es2022',
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warning',
  legalComments: 'none',
  write: false,
};

/** Where the page finds the rest: both are asked for at /, as relative addresses. */
const ASSETS = 'playground/assets';

export async function buildWeb(directory) {
  const stamp = JSON.parse(await readFile(join(directory, 'stamp.json'), 'utf8').catch(() => '{}'));
  if (stamp.hash && stamp.hash === (await hashOf(stamp.inputs))) return;
  const started = Date.now();
  const { files, inputs } = await bundle(await savedQuestions());
  // Whole or not at all: a build that was broken off leaves no stamp, and the page as it was.
  const fresh = `${directory}.${process.pid}`;
  await mkdir(join(fresh, 'assets'), { recursive: true });
  await Promise.all(files.map((file) => writeCompressed(fresh, file)));
  await writeFile(
    join(fresh, 'stamp.json'),
    JSON.stringify({ hash: await hashOf(inputs), inputs }),
  );
  await rm(directory, { recursive: true, force: true });
  await rename(fresh, directory);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.error(`The playground was compiled in ${seconds} s; again only when it has changed.`);
}

async function hashOf(inputs) {
  const hash = createHash('sha256');
  for (const path of [...globSync(MAKERS), ...inputs].sort()) {
    hash.update(`\0${path}\0`).update(await readFile(path).catch(() => ''));
  }
  return hash.digest('hex');
}

/** The saved operations as the page lists them; one without its heading fails the build. */
async function savedQuestions() {
  const { readSavedQuestion } = await importTypeScript(QUESTION_READER);
  const paths = globSync(OPERATIONS).sort();
  return Promise.all(
    paths.map(async (path) => readSavedQuestion(basename(path), await readFile(path, 'utf8'))),
  );
}

/** Node 22.17 does not run TypeScript by itself; bundled, a module stands alone. */
async function importTypeScript(path) {
  const { outputFiles } = await build({
    ...{ entryPoints: [path], bundle: true, write: false, platform: 'node', format: 'esm' },
  });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}

async function bundle(questions) {
  const workers = await build({
    ...{ ...COMMON, entryPoints: WORKERS, format: 'iife', outdir: ASSETS },
    entryNames: '[name]-[hash]',
    metafile: true,
  });
  const words = bilingual();
  const page = await build({
    ...COMMON,
    entryPoints: { playground: 'src/web/main.tsx', icon: 'src/web/icon.svg' },
    outdir: ASSETS,
    entryNames: '[name]-[hash]',
    chunkNames: 'part-[hash]',
    format: 'esm',
    splitting: true,
    jsx: 'automatic',
    loader: { '.svg': 'copy', '.ttf': 'file', '.woff2': 'file' },
    define: {
      ...COMMON.define,
      SAVED_QUESTIONS: JSON.stringify(questions),
      WORKERS: JSON.stringify(entriesOf(workers, basename)),
    },
    plugins: [words.plugin, withoutMonacoStyles],
    metafile: true,
  });
  words.check();
  const { playground, icon } = entriesOf(page);
  const { cssBundle } = page.metafile.outputs[playground];
  const template = await readFile('src/web/index.html', 'utf8');
  const html = template
    .replace('{{script}}', playground)
    .replace('{{style}}', cssBundle)
    .replace('{{icon}}', icon);
  const files = [
    ...[...workers.outputFiles, ...page.outputFiles].map(({ path, contents }) => ({
      path: join('assets', basename(path)),
      contents,
    })),
    { path: 'index.html', contents: Buffer.from(html) },
  ];
  const inputs = Object.keys(page.metafile.inputs).filter((path) => path.startsWith('src/'));
  return { files, inputs: [...inputs, QUESTION_READER] };
}

/** Its styles are in GraphiQL's own sheet already. */
const withoutMonacoStyles = {
  name: 'without-monaco-styles',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]monaco-editor[\\/].*\.css$/ }, () => ({
      contents: '',
      loader: 'empty',
    }));
  },
};

/** The file that each entry became, by the entry's name. */
function entriesOf({ metafile }, shown = (path) => path) {
  return Object.fromEntries(
    Object.entries(metafile.outputs)
      .filter(([path, { entryPoint }]) => entryPoint && !/\/part-/.test(path))
      .map(([path]) => [basename(path).replace(/-\w+\.\w+$/, ''), shown(path)]),
  );
}

const COMPRESSIONS = {
  br: (contents) =>
    promisify(brotliCompress)(contents, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gz: (contents) => promisify(gzip)(contents, { level: 9 }),
};

/** Compressed once here rather than at each request: of 7 MB a browser fetches some 2. */
async function writeCompressed(directory, { path, contents }) {
  await writeFile(join(directory, path), contents);
  if (path === 'index.html') return;
  for (const [ending, compress] of Object.entries(COMPRESSIONS)) {
    await writeFile(join(directory, `${path}.${ending}`), await compress(contents));
  }
}
