/**
 * Everything that a tool can check, quickest first, one line each. A check that fails shows what it
 * printed, and the rest run all the same: one run tells everything.
 */
import { spawn } from 'node:child_process';

/** The script, what it holds, and what mends it where a tool can. */
const CHECKS = [
  ['schema:check', 'schema/schema.graphql is what the code says', 'schema'],
  ['schema:breaks', 'nothing breaks unannounced what the last release promised'],
  ['deps', 'imports point down, modules keep their order'],
  ['codegen:check', 'the types of the operations are what the schema says', 'codegen'],
  ['typecheck', 'types'],
  ['knip', 'no dead files, exports or packages'],
  ['format:check', 'layout', 'format'],
  ['lint', 'source, schema and operations'],
];

let failed = false;
for (const [script, holds, mend] of CHECKS) {
  const started = Date.now();
  const { code, output } = await run(script);
  const seconds = ((Date.now() - started) / 1000).toFixed(1).padStart(5);
  console.log(`${code === 0 ? '✓' : '✗'} ${script.padEnd(14)} ${seconds} s  ${holds}`);
  if (code === 0) continue;
  failed = true;
  console.log(output.trim().replace(/^/gm, '    '));
  if (mend) console.log(`    \`npm run ${mend}\` mends it; read the difference and commit it.`);
}
if (failed) process.exitCode = 1;

function run(script) {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['run', '--silent', script], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}
