/**
 * Asks a gateway the first query of the README, its first `graphql` block, until the gateway is up,
 * and compares the answer with the `json` block that follows: what the README shows stays true.
 *
 *     node scripts/first-query.js http://localhost:4000/graphql
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

const PATIENCE = 120_000;
const [url = 'http://localhost:4000/graphql'] = process.argv.slice(2);

const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
const shown = /^```graphql\n(?<query>.*?)^```$(?:.*?^```json\n(?<answer>.*?)^```$)?/ms.exec(readme);
assert(shown, 'README.md shows no query: it has no ```graphql block.');
const { query, answer } = shown.groups;

const response = await firstResponse();
const { data, errors } = await response.json();
assert.equal(errors, undefined, `The README's first query fails: ${JSON.stringify(errors)}`);
assert(answer, 'README.md shows no answer: its first query has no ```json block after it.');
const expected = JSON.parse(answer);
assert.deepEqual(
  data,
  expected.data ?? expected,
  'The answer is not the one that README.md shows.',
);
console.log(`${url} answers the README's first query as the README shows it.`);

/** Asks again only while nobody listens: an answer, right or wrong, is the gateway's own. */
async function firstResponse() {
  const until = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
    } catch (fault) {
      if (Date.now() > until) throw fault;
      await delay(100);
    }
  }
}
