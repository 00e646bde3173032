import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Gateway, startGateway } from '../support/gateway.ts';

/** What the page itself does is tested in a browser: test/browser. */
describe('what stands at /', () => {
  let shown: Gateway;
  let off: Gateway;

  beforeAll(async () => {
    [shown, off] = await Promise.all([
      startGateway(),
      startGateway({ env: { PLAYGROUND: 'off' } }),
    ]);
  });

  afterAll(() => Promise.all([shown.close(), off.close()]));

  const get = (gateway: Gateway, path: string, accept: string) =>
    fetch(new URL(path, gateway.url), { headers: { accept } });

  it.each(['*/*', 'application/json', ''])('is JSON for who accepts %j', async (accept) => {
    const response = await get(shown, '/', accept);
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(response.headers.get('vary')).toMatch(/accept/i);
    expect(await response.json()).toMatchObject({ name: 'Quanmai', graphql: '/graphql' });
  });

  it('is JSON for a browser too when the playground is off, and nothing of the page is there', async () => {
    const response = await get(off, '/', 'text/html');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      name: 'Quanmai',
      graphql: '/graphql',
      health: ['/healthz', '/readyz'],
    });
    for (const path of ['/playground/settings.json', '/playground/assets/', '/playground/']) {
      const missing = await get(off, path, 'text/html');
      expect(missing.status).toBe(404);
      expect(await missing.json()).toMatchObject({
        errors: [{ extensions: { code: 'NOT_FOUND' } }],
      });
    }
  });
});
