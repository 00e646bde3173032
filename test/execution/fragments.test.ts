import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Gateway, startGateway } from '../support/gateway.ts';

describe('fragments that spread each other twice', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway();
    await gateway.given.project({ code: 'mill' });
  });
  afterAll(() => gateway.close());

  it('are looked through once each, however often they stand there', async () => {
    const links = Array.from(
      { length: 40 },
      (_, link) => `fragment F${link} on Project { ...F${link + 1} ...F${link + 1} }`,
    );
    const last = 'fragment F40 on Project { code }';
    const query = `{ projects { nodes { ...F0 } } } ${links.join(' ')} ${last}`;
    expect(await gateway.query(query)).toEqual({ projects: { nodes: [{ code: 'mill' }] } });
  });
});
