import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { assembleSchema } from '../../src/graph/schema.ts';
import { CITY_TEMPLATE } from '../support/databases.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { heldMemory } from '../support/memory.ts';
import { type Slot, slotsOf } from './string-arguments.ts';

/** What PostgreSQL, LIKE or a careless hand would read as more than a text. */
const HOSTILE = ['%', '_', "'; drop table project; --", '\\', `"'$1$$%'"`, '１\u200b\u202e'];
const MEGABYTE = '泉'.repeat(2 ** 20);

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

/** Whether anything was found under `found`: an object, a row of a list, a row of a page. */
function isFound(answer: unknown): boolean {
  if (typeof answer !== 'object' || answer === null) return false;
  return Object.entries(answer).some(([key, value]: [string, unknown]) =>
    key === 'found' ? !isNothing(value) : isFound(value),
  );
}

function isNothing(found: unknown): boolean {
  if (Array.isArray(found)) return found.every((item) => item === null);
  if (typeof found !== 'object' || found === null) return found === null;
  if ('totalCount' in found) return found.totalCount === 0;
  return 'nodes' in found && isNothing(found.nodes);
}

const schema = assembleSchema();
const slots = slotsOf(schema);

describe('a hostile text in any argument', () => {
  let gateway: Gateway;
  /** Whoever may ask for everything. */
  let administrator: ReturnType<Gateway['as']>;
  let before: object;
  beforeAll(async () => {
    const env = { BODY_LIMIT_BYTES: String(2 ** 23) };
    gateway = await startGateway({ template: CITY_TEMPLATE, schema, env, live: true });
    administrator = gateway.as(await gateway.keyFor({ role: 'ADMINISTRATOR' }));
    before = await rowsOfAll();
  });
  afterAll(() => gateway.close());

  /** How many rows each table has. */
  const rowsOfAll = async () => {
    const { rows } = await gateway.database.pool.query<{ name: string; rows: string }>(`
      select table_name as name, (xpath('/row/n/text()', query_to_xml(
             format('select count(*) as n from %I', table_name), true, true, '')))[1]::text as rows
        from information_schema.tables
       where table_schema = 'public' and table_type = 'BASE TABLE'`);
    return Object.fromEntries(rows.map(({ name, rows: count }) => [name, count]));
  };
  const send = async (body: unknown) => (await (await administrator.post(body)).json()) as Answer;
  const codesOf = ({ errors = [] }: Answer) => errors.map(({ extensions }) => extensions.code);

  it('is tried in every place that takes one', () => {
    const names = slots.map(({ name }) => name);
    expect(names).toContain('Query.region code');
    expect(names).toContain('Query.nodes ids');
    expect(names).toContain('Query.projects after');
    expect(names).toContain('Query.regions filter code eq');
    expect(names.length).toBeGreaterThan(100);
  });

  const byField = Map.groupBy(slots, ({ name }) => name.split(' ')[0]!);
  it.each([...byField])('finds nothing and breaks nothing: %s', async (_field, places: Slot[]) => {
    for (const { name, holding, among } of places) {
      const each = async () => (await send(HOSTILE.map(holding))) as unknown as Answer[];
      // A statement that finds none of them is six that find nothing; else each is asked alone.
      const isNothingFound = async () => {
        const { data, errors } = await send(among?.(HOSTILE));
        return !errors && !isFound(data);
      };
      const [answers, ...refused] = await Promise.all([
        among && (await isNothingFound()) ? [] : each(),
        send(holding('a\0b')),
        send(holding('泉'.repeat(4_001))),
      ]);
      for (const [index, answer] of answers.entries()) {
        const told = { place: name, text: HOSTILE[index], codes: codesOf(answer) };
        expect({ ...told, found: isFound(answer.data) }).toEqual({ ...told, found: false });
        expect({ ...told, strange: told.codes.filter((code) => !OURS.test(code)) }).toEqual({
          ...told,
          strange: [],
        });
      }
      const codes = refused.flatMap(codesOf);
      expect({ name, codes }).toEqual({ name, codes: ['BAD_USER_INPUT', 'TEXT_TOO_LONG'] });
    }
  });

  it('is refused at a megabyte, and not kept', async () => {
    await send(slots[0]!.holding(MEGABYTE));
    const held = heldMemory();
    for (const { holding } of slots.slice(0, 12)) {
      expect(codesOf(await send(holding(MEGABYTE)))).toEqual(['TEXT_TOO_LONG']);
    }
    expect(heldMemory() - held).toBeLessThan(20);
  });

  it('has harmed no row', async () => {
    expect(await rowsOfAll()).toEqual(before);
    expect(Object.keys(before).length).toBeGreaterThan(20);
  });
});

/** What a caller can put right: whatever is wrong with a text, it is never our fault. */
const OURS = /^(BAD_USER_INPUT|CURSOR_MISMATCH|UNKNOWN_CODE)$/;
