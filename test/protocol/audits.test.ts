import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { DOCUMENTS_TEMPLATE } from '../support/databases.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';

/** Of the suite's GETs none says that no foreign page sent it, and we want that said. */
const fetchFn = (url: string, init: RequestInit = {}) =>
  fetch(url, {
    ...init,
    headers: { ...(init.headers as object), 'apollo-require-preflight': 'true' },
  });

describe('GraphQL over HTTP, as the audits of graphql-http have it', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway({ template: DOCUMENTS_TEMPLATE });
  });
  afterAll(() => gateway.close());

  const audits = serverAudits({ url: () => gateway.url, fetchFn });

  it('is a suite of some size', () => {
    expect(audits.length).toBeGreaterThan(60);
  });

  it.each(audits.map(({ id, name, fn }) => [name, id, fn] as const))(
    '%s (%s)',
    async (_name, _id, audit) => {
      expect(await audit()).toMatchObject({ status: 'ok' });
    },
  );
});
