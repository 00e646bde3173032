import { globSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KEY_DAYS } from '../../src/request/idempotency.ts';
import { DOCUMENTS_TEMPLATE } from '../support/databases.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';

const page = readFileSync('docs/writing.md', 'utf8');

/** What is sent, and what is answered, in the order of the page. */
const examples = [
  ...page.matchAll(
    /^```graphql sent\n(?<sent>[^]*?)^```\n\n```json answered\n(?<answered>[^]*?)^```$/gm,
  ),
].map(({ index, groups }) => ({
  line: page.slice(0, index).split('\n').length,
  sent: groups!.sent!,
  answered: JSON.parse(groups!.answered!) as unknown,
}));

/** On the documents' facts, by a city officer; each goes on from where the one before it ended. */
describe('what docs/writing.md shows', () => {
  let gateway: Gateway;
  let officer: Pick<Gateway, 'query'>;
  beforeAll(async () => {
    gateway = await startGateway({ template: DOCUMENTS_TEMPLATE });
    officer = gateway.as(await gateway.keyFor({ role: 'CITY_OFFICER' }));
  });
  afterAll(() => gateway.close());

  it('is found, each with its answer', () => {
    expect(examples.length).toBeGreaterThan(3);
    expect(examples).toHaveLength([...page.matchAll(/^```graphql sent$/gm)].length);
  });

  it.each(examples)('is answered so: line $line', async ({ sent, answered }) => {
    expect(await officer.query(sent)).toEqual(answered);
  });

  it('keeps keys for as long as it says', () => {
    expect(page).toContain(`Keys are kept for ${KEY_DAYS} days.`);
  });

  it('names every code that mutations refuse with', () => {
    const codes = globSync(
      'src/modules/{enterprise,project,chain,promotion}/*.{commands,errors}.ts',
    )
      .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/readonly code = '(\w+)'/g)])
      .map(([, code]) => code!);
    expect(codes.length).toBeGreaterThan(10);
    expect(codes.filter((code) => !page.includes(code))).toEqual([]);
  });
});
