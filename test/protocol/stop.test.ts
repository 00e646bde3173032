import { describe, expect, it } from '@jest/globals';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { until } from '../support/until.ts';
import { trialSchema } from './trial-schema.ts';

const busyConnections = ({ database: { pool } }: Gateway) => pool.totalCount - pool.idleCount;

describe('a stop', () => {
  it('finishes twenty requests in flight, refuses new ones, and tells that it is under way', async () => {
    // given
    const gateway = await startGateway({ schema: trialSchema, env: { POOL_SIZE: '20' } });
    const inFlight = Array.from({ length: 20 }, () => gateway.query('{ sleep(seconds: 1) }'));
    await until(() => busyConnections(gateway) === 20);
    // when
    const closed = gateway.close();
    // then
    const ready = await fetch(new URL('/readyz', gateway.url));
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({ status: 'unavailable', parts: { process: 'stopping' } });
    expect((await fetch(new URL('/healthz', gateway.url))).status).toBe(200);
    const refused = await gateway.post({ query: '{ __typename }' });
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(refused.headers.get('connection')).toBe('close');
    expect(await refused.json()).toMatchObject({
      errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }],
    });
    for (const data of await Promise.all(inFlight)) expect(data).toEqual({ sleep: true });
    await closed;
    await expect(fetch(gateway.url)).rejects.toThrow('fetch failed');
  });

  it('waits no longer than its grace', async () => {
    const gateway = await startGateway({
      schema: trialSchema,
      env: { SHUTDOWN_GRACE_MS: '200', STATEMENT_TIMEOUT_MS: '2000' },
    });
    const cutOff = gateway.query('{ sleep(seconds: 30) }').then(
      () => 'answered',
      () => 'cut off',
    );
    await until(() => busyConnections(gateway) === 1);
    const before = performance.now();
    const closed = gateway.close();
    expect(await cutOff).toBe('cut off');
    expect(performance.now() - before).toBeLessThan(1_500);
    await closed;
  });

  it('is not held up by a caller who keeps its connection, or drips a request', async () => {
    const gateway = await startGateway({ schema: trialSchema });
    const { port } = new URL(gateway.url);
    const { connect } = await import('node:net');
    const dripping = connect(Number(port), '127.0.0.1');
    dripping.write('POST /graphql HTTP/1.1\r\n');
    const ended = new Promise((resolve) => dripping.once('close', resolve));
    await gateway.query('{ __typename }');
    const before = performance.now();
    await gateway.close();
    expect(performance.now() - before).toBeLessThan(1_500);
    await ended;
  });
});
