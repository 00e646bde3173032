import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Gateway, startGateway } from '../support/gateway.ts';

describe('a value that the database cannot take', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway();
  });
  afterAll(() => gateway.close());

  it('is refused as the caller’s own, in our words', async () => {
    const { data, errors } = await gateway.request(
      'query ($code: String!) { region(code: $code) { name } }',
      { code: 'a\u0000b' },
    );
    expect(data).toEqual({ region: null });
    expect(errors).toMatchObject([
      {
        message:
          'A text in the request holds a NUL or a broken character: take it out and ask again.',
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
  });
});
