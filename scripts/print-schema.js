/**
 * Writes the graph's schema to `schema/schema.graphql`, from the source itself; with `--check` it
 * writes nothing, and fails when the committed file differs. Sorted, so that the file follows from
 * the schema alone and not from the order of imports.
 */
import 'reflect-metadata';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { lexicographicSortSchema, printSchema } from 'graphql';

const SCHEMA = 'schema/schema.graphql';
const BUNDLE = 'node_modules/.cache/quanmai/schema.js';

const printed = await printedSchema();
const committed = await readFile(SCHEMA, 'utf8').catch((fault) => {
  if (fault.code !== 'ENOENT') throw fault;
  return '';
});

if (!process.argv.includes('--check')) {
  await mkdir('schema', { recursive: true });
  if (printed !== committed) await writeFile(SCHEMA, printed);
} else if (printed !== committed) {
  console.error(`${SCHEMA} is not what the code says${firstDifference(committed, printed)}`);
  process.exitCode = 1;
}

async function printedSchema() {
  await build({
    entryPoints: ['src/graph/schema.ts'],
    outfile: BUNDLE,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node22',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  const { assembleSchema } = await import(pathToFileURL(BUNDLE).href);
  return printSchema(lexicographicSortSchema(await assembleSchema())) + '\n';
}

function firstDifference(committed, printed) {
  if (committed === '') return ': there is no such file yet.';
  const [before, after] = [committed.split('\n'), printed.split('\n')];
  const at = after.findIndex((line, number) => line !== before[number]);
  const line = at < 0 ? after.length : at;
  return `, from line ${line + 1} on:\n  - ${before[line] ?? '(end)'}\n  + ${after[line] ?? '(end)'}`;
}
