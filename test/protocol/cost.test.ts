import { globSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CITY_TEMPLATE, DOCUMENTS_TEMPLATE } from '../support/databases.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';

/** How many fields an answer holds, each as often as it is there. */
function valuesIn(answer: unknown): number {
  if (Array.isArray(answer)) return answer.reduce<number>((sum, item) => sum + valuesIn(item), 0);
  if (typeof answer !== 'object' || answer === null) return 0;
  const values = Object.values(answer);
  return values.reduce<number>((sum, value) => sum + valuesIn(value), values.length);
}

describe('the cost of an operation', () => {
  let gateway: Gateway;
  let documents: Gateway;
  beforeAll(async () => {
    gateway = await startGateway({ template: CITY_TEMPLATE });
    documents = await startGateway({ template: DOCUMENTS_TEMPLATE });
  });
  afterAll(() => Promise.all([gateway.close(), documents.close()]));

  const costOf = async (query: string, variables?: object) => {
    const { errors, extensions } = await gateway.request(query, variables);
    return { refused: errors?.[0]?.extensions, cost: extensions?.cost };
  };

  it('is told beside the answer', async () => {
    expect(await gateway.request('{ districts(first: 3) { nodes { code } } }')).toMatchObject({
      data: { districts: { nodes: [{}, {}, {}] } },
      extensions: { cost: { asked: 5, allowed: 1_000_000 } },
    });
  });

  it('is told beside an answer with errors too', async () => {
    expect(await costOf('{ __typename districts(first: -1) { nodes { code } } }')).toEqual({
      refused: expect.objectContaining({ code: 'BAD_USER_INPUT', field: ['first'] }),
      cost: { asked: 3, allowed: 1_000_000 },
    });
  });

  it.each(globSync('schema/operations/*.graphql'))(
    'lets %s pass, and covers every value of its answer',
    async (file) => {
      const question = readFileSync(file, 'utf8');
      const inTheCity = await gateway.request(question);
      // Some ask for figures of the documents, by codes that the city does not have.
      const isOfDocuments = inTheCity.errors?.some(
        ({ extensions }) => extensions?.code === 'UNKNOWN_CODE',
      );
      const answer = isOfDocuments ? await documents.request(question) : inTheCity;
      const { data, errors, extensions } = answer;
      expect(errors).toBeUndefined();
      const { asked, allowed } = extensions?.cost as { asked: number; allowed: number };
      expect(asked).toBeGreaterThanOrEqual(valuesIn(data));
      expect(asked).toBeLessThan(allowed);
    },
  );

  it('lets a walk of four levels with pages of 20 pass', async () => {
    const walk = `{ chain(code: "byd") { nodes { places { nodes { organisation { name
      ... on Enterprise { participations { nodes { project { name district { name } } } } }
    } } } } } }`;
    expect((await costOf(walk)).refused).toBeUndefined();
  });

  it('refuses four pages of 200 within each other before anything is read', async () => {
    const page = (field: string, inner: string) => `${field}(first: 200) { nodes { ${inner} } }`;
    const inner = page('promotionEvents', 'code');
    const organisation = `organisation { ${inner} }`;
    const query = `{ ${page('regions', page('projects', page('participants', organisation)))} }`;
    const { refused, cost } = await costOf(query);
    expect(refused).toMatchObject({
      code: 'COST_TOO_HIGH',
      asked: 1_624_080_402,
      allowed: 1_000_000,
      dearest: [
        'regions(first: 200)',
        'projects(first: 200)',
        'participants(first: 200)',
        'organisation',
        'promotionEvents(first: 200)',
      ],
    });
    expect(cost).toBeUndefined();
    expect(gateway.sql.statements).toEqual([]);
  });

  it('is that of the page that the variables ask for', async () => {
    const query = 'query ($n: Int!) { districts(first: $n) { nodes { code name } } }';
    expect(await costOf(query, { n: 4 })).toMatchObject({ cost: { asked: 10 } });
    expect(await costOf(query, { n: 9 })).toMatchObject({ cost: { asked: 20 } });
  });
});

describe('several operations in one array', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    const env = { MAX_COST: '1000', BATCH_LIMIT: '3' };
    gateway = await startGateway({ template: CITY_TEMPLATE, env });
  });
  afterAll(() => gateway.close());

  const regions = (first: number) => ({ query: `{ regions(first: ${first}) { nodes { code } } }` });
  const send = async (...operations: unknown[]) => {
    const response = await gateway.post(operations);
    return { status: response.status, answers: (await response.json()) as any };
  };

  it('are answered in their order, and read what they share once', async () => {
    const region = (field: string) => ({ query: `{ region(code: "370113") { ${field} } }` });
    const { status, answers } = await send(region('code'), region('name'), {
      query: '{ nonsense }',
    });
    expect(status).toBe(200);
    expect(answers).toMatchObject([
      { data: { region: { code: '370113' } } },
      { data: { region: { name: expect.any(String) } } },
      { errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] },
    ]);
    expect(gateway.sql.statements).toHaveLength(1);
  });

  it('share one allowance of cost', async () => {
    const { answers } = await send(regions(200), regions(200), regions(200));
    expect(answers).toMatchObject(Array(3).fill({ extensions: { cost: { asked: 202 } } }));
    const tooMuch = { query: '{ regions(first: 200) { nodes { code name kind } } }' };
    const { answers: second } = await send(tooMuch, regions(200), tooMuch);
    expect(second).toMatchObject([
      { data: { regions: {} } },
      { data: { regions: {} } },
      { errors: [{ extensions: { code: 'COST_TOO_HIGH', asked: 1_406, allowed: 1_000 } }] },
    ]);
    expect(second[2].errors[0].message).toContain('would cost 602, after 804');
  });

  it('are refused as a whole where one breaks a limit, and none is run', async () => {
    const deep = { query: `{ ${'a { '.repeat(30)}` };
    const { status, answers } = await send(regions(1), deep);
    expect(status).toBe(400);
    expect(answers).toMatchObject({ errors: [{ extensions: { code: 'TOO_DEEP' } }] });
    const four = await send(regions(1), regions(1), regions(1), regions(1));
    expect(four.status).toBe(400);
    expect(four.answers).toMatchObject({
      errors: [{ extensions: { code: 'BATCH_TOO_LARGE', asked: 4, allowed: 3 } }],
    });
    expect(gateway.sql.statements).toEqual([]);
  });

  it('are refused where one is no operation at all', async () => {
    for (const piece of [null, 7, [], {}, { query: 7 }]) {
      const { status, answers } = await send(regions(1), piece);
      expect(status).toBe(400);
      expect(answers).toMatchObject({
        errors: [{ extensions: { code: 'BAD_REQUEST', requestId: expect.any(String) } }],
      });
    }
  });
});
