import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { trialSchema } from './trial-schema.ts';

describe('an error that leaves', () => {
  const logged: string[] = [];
  let gateway: Gateway;
  beforeAll(async () => {
    const log = pino({ level: 'error' }, { write: (line) => void logged.push(line) });
    gateway = await startGateway({ schema: trialSchema, log });
  });
  afterAll(() => gateway.close());

  const errorOf = async (query: string, variables?: object) => {
    const response = await gateway.post(
      { query, variables },
      { 'x-request-id': 'asked-by-a-test' },
    );
    const { data, errors } = (await response.json()) as { data?: unknown; errors: object[] };
    expect(errors).toHaveLength(1);
    return { status: response.status, data, ...errors[0] };
  };

  it('tells what the caller can fix with its code and field', async () => {
    expect(await errorOf('{ domainFault }')).toEqual({
      status: 200,
      data: { domainFault: null },
      message: 'A trip ends after it starts.',
      locations: [{ line: 1, column: 3 }],
      path: ['domainFault'],
      extensions: {
        code: 'BAD_USER_INPUT',
        field: ['input', 'endsOn'],
        requestId: 'asked-by-a-test',
      },
    });
  });

  it.each([
    ['{ nonsense }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['{ nest {', {}, 'GRAPHQL_PARSE_FAILED'],
    ['query ($n: Int!) { echo(number: $n) }', { n: 'many' }, 'BAD_USER_INPUT'],
    ['query ($n: Int!) { echo(number: $n) }', {}, 'BAD_USER_INPUT'],
    ['query ($n: Int = 1) { echo(number: $n) }', { n: null }, 'BAD_USER_INPUT'],
    ['query A { __typename } query B { __typename }', {}, 'OPERATION_RESOLUTION_FAILURE'],
  ])('keeps the standard code of %s', async (query, variables, code) => {
    const extensions = { code, requestId: 'asked-by-a-test' };
    expect(await errorOf(query, variables)).toMatchObject({ extensions });
  });

  it.each(['{ unknownTable }', '{ ownFault }'])(
    'says of a fault of ours (%s) nothing but where the log has it',
    async (query) => {
      logged.length = 0;
      const error = await errorOf(query);
      expect(error).toMatchObject({
        message:
          'The server failed to answer; its log holds the reason under request id asked-by-a-test.',
        extensions: { code: 'INTERNAL', requestId: 'asked-by-a-test' },
      });
      expect(JSON.stringify(error)).not.toMatch(/hunter2|a_table_of_nobody|stack|select/);
      expect(logged).toHaveLength(1);
      expect(JSON.parse(logged[0] ?? '')).toMatchObject({
        requestId: 'asked-by-a-test',
        err: {
          message: expect.stringMatching(/hunter2|a_table_of_nobody/),
          stack: expect.any(String),
        },
      });
    },
  );

  it('does not take the good parts of an answer with it', async () => {
    expect(await errorOf('{ echo(number: 7) ownFault }')).toMatchObject({
      status: 200,
      data: { echo: 7, ownFault: null },
    });
  });
});

describe('a gateway that knows nobody', () => {
  it.each(['{ __typename }', '{ __schema { queryType { name } } }', '{ nonsense'])(
    'answers %s with UNAUTHENTICATED',
    async (query) => {
      const gateway = await startGateway({ schema: trialSchema, env: { ANONYMOUS: 'off' } });
      try {
        const response = await gateway.post({ query });
        expect(response.status).toBe(401);
        expect(await response.json()).toMatchObject({
          errors: [{ extensions: { code: 'UNAUTHENTICATED', requestId: expect.any(String) } }],
        });
      } finally {
        await gateway.close();
      }
    },
  );
});
