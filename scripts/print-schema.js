/**
 * Writes the graph's schema to `schema/schema.graphql`, from the source itself, to be read from top to
 * bottom. With `--check` it writes nothing, and fails when the committed file differs.
 */
import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import {
  buildSchema,
  lexicographicSortSchema,
  parse,
  print,
  printSchema,
  printType,
  visit,
} from 'graphql';
import { schemaInSections } from './schema-sections.js';

const SCHEMA = 'schema/schema.graphql';
const WIDTH = 80;
const HEADER = `# 泉脉 · Quanmai: one graph of a city's districts, enterprises, projects, industry chains and trips.
#
# Written by \`npm run schema\` from the code, and committed so that a review sees what changes.
# docs/schema.md tells how it hangs together, docs/glossary.md what each word means.
`;

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
  const { schema, sections } = await schemaInSections();
  const texts = sections.map(([title, types]) => `${heading(title)}\n\n${printTypes(types)}`);
  const text = [HEADER, ...texts].join('\n');
  // Whatever the layout: what is read back is the schema that was printed, whole.
  assert.equal(inOneOrder(buildSchema(text)), inOneOrder(schema));
  return text;
}

function inOneOrder(schema) {
  return printSchema(lexicographicSortSchema(schema));
}

/** A blank line follows it, or graphql-eslint would take it for a description. */
function heading(title) {
  const columns = [...title].reduce((sum, sign) => sum + (/\p{Script=Han}/u.test(sign) ? 2 : 1), 0);
  return `# ── ${title} ${'─'.repeat(WIDTH - columns - 6)}`;
}

/** As graphql-js prints a document, but that a description stands on one line, however long. */
function printTypes(types) {
  const document = visit(parse(types.map(printType).join('\n\n'), { noLocation: true }), {
    StringValue: (text) => ({ ...text, block: false }),
  });
  const inBlock = (line, indent, text) =>
    /^"|["\\]$|\\[^"]/.test(text) ? line : `${indent}"""${text.replaceAll('\\"', '"')}"""`;
  return `${print(document).replaceAll(/^( *)"(.+)"$/gm, inBlock)}\n`;
}

function firstDifference(committed, printed) {
  if (committed === '') return ': there is no such file yet.';
  const [before, after] = [committed.split('\n'), printed.split('\n')];
  const at = after.findIndex((line, number) => line !== before[number]);
  const line = at < 0 ? after.length : at;
  return `, from line ${line + 1} on:\n  - ${before[line] ?? '(end)'}\n  + ${after[line] ?? '(end)'}`;
}
