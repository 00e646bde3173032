import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { variables } from '../../src/config/variables.ts';
import { assembleSchema } from '../../src/graph/schema.ts';
import { CITY_TEMPLATE } from '../support/databases.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { circumstances, send } from './limits-met.ts';
import { anchorOf, type Example, examples, rows, titles } from './limits-page.ts';

/** What bounds a request, by its name; and what a stop or an operator waits for, which is none. */
const isLimit = (name: string) =>
  /^(MAX_|SOCKET_|VIEWER_)|_(LIMIT|LIMIT_BYTES|MAX_MB|TIMEOUT_MS|WAIT_MS)$/.test(name) &&
  name !== 'SOCKET_PING_MS';

interface Refusal {
  readonly message?: string;
  readonly asked?: number;
  readonly allowed?: number;
  readonly [more: string]: unknown;
}

/** A wait takes another time each time: the page shows one of them. */
function asOnPage(told: Refusal, { asked: shown = 0 }: Refusal): Refusal {
  const { asked = 0, allowed = 0, message = '' } = told;
  const numbers = ` ${asked} ms; `;
  if (asked < allowed || !message.includes(numbers)) return told;
  return { ...told, asked: shown, message: message.replace(numbers, ` ${shown} ms; `) };
}

const schema = assembleSchema();

describe('docs/limits.md', () => {
  /** With every limit as it is by default. */
  let common: Gateway;
  const start = (env: Example['env']) =>
    startGateway({ template: CITY_TEMPLATE, schema, env, live: true });
  beforeAll(async () => {
    common = await start({});
  });
  afterAll(() => common.close());

  it.each(examples.map((example) => [example.title, example] as const))(
    'tells the truth of %s: the refusal, and what is answered instead',
    async (title, { env, asked, refused, instead }) => {
      // given
      const isCommon = Object.keys(env).length === 0;
      const gateway = isCommon ? common : await start(env);
      const circumstance = await circumstances[title]?.(gateway);
      // when
      const [refusal] = await send(gateway, asked, circumstance?.peer);
      await circumstance?.end();
      const answers = await send(gateway, instead);
      if (!isCommon) await gateway.close();
      // then
      const { close, errors: [error, ...others] = [] } = refusal!;
      const { requestId, ...extensions } = error?.extensions ?? {};
      const told = {
        ...(close && { close }),
        ...extensions,
        ...(error && { message: error.message }),
      };
      expect(asOnPage(told, refused)).toEqual(refused);
      expect(others).toEqual([]);
      // What did not become a request has no id.
      if (error && title !== 'Arrival') expect(requestId).toEqual(expect.any(String));
      for (const { data, errors } of answers) {
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

  it('has an example in every section, and of every limit, with the code that its table tells', () => {
    const shown = Map.groupBy(examples, ({ title }) => anchorOf(title));
    expect(titles.filter((title) => !shown.has(anchorOf(title)))).toEqual([]);
    for (const { anchors, codes, variable } of rows) {
      for (const anchor of anchors) {
        const [example] = shown.get(anchor) ?? [];
        expect({ anchor, code: example?.refused.code }).toEqual({ anchor, code: codes[0] });
        expect({ anchor, set: Object.keys(example!.env) }).toEqual({
          anchor,
          set: variable === undefined ? [] : [variable],
        });
      }
    }
    expect(rows.length).toBeGreaterThan(25);
  });
});
