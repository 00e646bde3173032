import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { until } from '../support/until.ts';
import { trialSchema } from './trial-schema.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describe('the headers of an answer', () => {
  const lines: object[] = [];
  let gateway: Gateway;
  let trusting: Gateway;
  beforeAll(async () => {
    const log = pino({ level: 'info' }, { write: (line) => void lines.push(JSON.parse(line)) });
    gateway = await startGateway({ schema: trialSchema, env: { HSTS_SECONDS: '86400' }, log });
    trusting = await startGateway({
      schema: trialSchema,
      env: { HSTS_SECONDS: '86400', TRUST_PROXY: '127.0.0.1, ::1/128' },
      log,
    });
  });
  afterAll(() => Promise.all([gateway.close(), trusting.close()]));

  it.each(['/', '/healthz', '/readyz', '/nowhere', '/graphql', '/graphql/stream'])(
    'of %s tell a browser to run, frame and embed nothing',
    async (path) => {
      const { headers } = await fetch(new URL(path, gateway.url));
      expect(Object.fromEntries(headers)).toMatchObject({
        'x-request-id': expect.stringMatching(UUID),
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'content-security-policy': expect.stringMatching(
          /^default-src 'none'; frame-ancestors 'none'$/,
        ),
        'cross-origin-resource-policy': 'same-origin',
      });
    },
  );

  it('do not say what answers', async () => {
    for (const path of ['/', '/graphql', '/nowhere']) {
      const { headers } = await fetch(new URL(path, gateway.url));
      expect(headers.has('server')).toBe(false);
      expect(headers.has('x-powered-by')).toBe(false);
    }
  });

  it('are as safe on what never became a request', async () => {
    const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
    let answer = '';
    socket.on('data', (chunk) => (answer += String(chunk)));
    socket.write('NONSENSE\r\n\r\n');
    await once(socket, 'close');
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer.toLowerCase()).toContain("content-security-policy: default-src 'none'");
    expect(answer.toLowerCase()).toContain('x-content-type-options: nosniff');
  });

  const ask = (asked: Gateway, forwarded: Record<string, string>) => {
    lines.length = 0;
    return asked.post({ query: '{ __typename }' }, forwarded);
  };
  const FORWARDED = { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'https' };

  it('bind a browser to HTTPS where a trusted proxy says that it came by that', async () => {
    const { headers } = await ask(trusting, FORWARDED);
    expect(headers.get('strict-transport-security')).toBe('max-age=86400');
    expect((await ask(trusting, {})).headers.has('strict-transport-security')).toBe(false);
    expect((await ask(gateway, FORWARDED)).headers.has('strict-transport-security')).toBe(false);
  });

  it('name the caller to the log only where a trusted proxy says them', async () => {
    await ask(trusting, FORWARDED);
    await until(() => lines.length > 0);
    expect(lines).toMatchObject([{ client: '203.0.113.9' }]);
    await ask(gateway, FORWARDED);
    await until(() => lines.length > 0);
    expect(lines).toMatchObject([{ client: expect.stringMatching(/^(127\.0\.0\.1|::1)$/) }]);
  });
});
