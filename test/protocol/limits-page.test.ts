import { afterAll, describe, expect, it } from '@jest/globals';
import { variables } from '../../src/config/variables.ts';
import { assembleSchema } from '../../src/graph/schema.ts';
import { CITY_TEMPLATE } from '../support/databases.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { anchorOf, examples, rows, titles } from './limits-page.ts';

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions: object }[];
}

/** What bounds a request, by its name; and what a stop or an operator waits for, which is none. */
const isLimit = (name: string) =>
  /^(MAX_|SOCKET_|VIEWER_)|_(LIMIT|LIMIT_BYTES|TIMEOUT_MS|WAIT_MS)$/.test(name) &&
  name !== 'SOCKET_PING_MS';

const schema = assembleSchema();

describe('docs/limits.md', () => {
  /** One for each setting that the page names; most examples need none. */
  const gateways = new Map<string, Promise<Gateway>>();
  const gatewayWith = (env: Readonly<Record<string, string>>) => {
    const key = JSON.stringify(env);
    const started = gateways.get(key) ?? startGateway({ template: CITY_TEMPLATE, schema, env });
    gateways.set(key, started);
    return started;
  };
  afterAll(async () => {
    for (const started of gateways.values()) await (await started).close();
  });

  it('has examples to run', () => {
    expect(examples.length).toBeGreaterThan(8);
  });

  it.each(examples.map((example) => [example.title, example] as const))(
    'tells the truth of %s: the refusal, and what is answered instead',
    async (_title, { env, asked, refused, instead }) => {
      const gateway = await gatewayWith(env);
      const refusal = (await (await gateway.post(asked)).json()) as Answer;
      const { message, ...extensions } = refused;
      expect(refusal.errors?.map((error) => error.message)).toEqual([message]);
      expect(refusal.errors?.[0]?.extensions).toEqual({
        ...extensions,
        requestId: expect.any(String),
      });
      const answered = await gateway.post(instead);
      expect(answered.status).toBe(200);
      for (const { data, errors } of [(await answered.json()) as Answer | Answer[]].flat()) {
        expect(errors).toBeUndefined();
        expect(data).toBeTruthy();
      }
    },
  );

  it('lists every limit that can be set, with its default', () => {
    const told = rows.flatMap(({ variable, fallbacks }) =>
      variable ? [[variable, fallbacks[0]] as const] : [],
    );
    const inCode = Object.entries(variables)
      .filter(([name]) => isLimit(name))
      .map(([name, variable]) => [name, 'default' in variable ? variable.default : '']);
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(inCode));
  });

  it('has a section for every limit', () => {
    const linked = rows.flatMap(({ anchors }) => anchors);
    expect(linked.length).toBeGreaterThan(15);
    expect(linked.filter((anchor) => !titles.map(anchorOf).includes(anchor))).toEqual([]);
  });

  it('shows the code that its table tells', () => {
    const codes = rows.flatMap((row) => row.codes);
    const shown = examples.map(({ refused }) => refused.code);
    expect(
      shown.filter((code) => ![...codes, 'INTROSPECTION_OFF'].includes(code as string)),
    ).toEqual([]);
  });
});
