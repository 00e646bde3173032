import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  jest,
} from '@jest/globals';
import { Client } from 'pg';
import { type Gateway, type Result, startGateway } from '../support/gateway.ts';
import { until } from '../support/until.ts';

const REGIONS = '{ regions(first: 1) { nodes { code } } }';
/** Of the two, one may be null. */
const PARTLY = '{ region(code: "none") { name } viewer { __typename } }';

describe.each([
  ['57014', 'TIMEOUT', { STATEMENT_TIMEOUT_MS: '300', LOCK_TIMEOUT_MS: '60000' }],
  ['55P03', 'SERVICE_BUSY', { STATEMENT_TIMEOUT_MS: '60000', LOCK_TIMEOUT_MS: '300' }],
])('a read that PostgreSQL gives up with %s', (sqlState, code, waits) => {
  let gateway: Gateway;
  /** The same, where graphql-js alone answers. */
  let plain: Gateway;
  let holder: Client;
  /** The SQLSTATE of each statement that was given up. */
  const givenUp: string[] = [];
  beforeAll(async () => {
    gateway = await startGateway({ live: true, env: { ...waits, COMPILE_QUERIES: 'always' } });
    plain = await startGateway({ beside: gateway, env: { ...waits, COMPILE_QUERIES: 'never' } });
    gateway.database.pool.on('connect', (client) => {
      const { connection } = client as unknown as { connection: NodeJS.EventEmitter };
      connection.on('errorMessage', (error: { code: string }) => givenUp.push(error.code));
    });
    holder = new Client(gateway.connection);
    await holder.connect();
    await until(() => gateway.tail.known() !== undefined);
  });
  afterAll(async () => {
    await holder.end();
    await plain.close();
    await gateway.close();
  });
  beforeEach(async () => {
    givenUp.length = 0;
    await holder.query('begin; lock table region in access exclusive mode');
  });
  afterEach(() => holder.query('rollback'));

  it.each([REGIONS, PARTLY])('is not run a second time: %s', async (query) => {
    const answer = await gateway.request(query);
    expect(givenUp).toEqual([sqlState]);
    expect(gateway.sql.statements).toHaveLength(1);
    expect(answer.errors).toMatchObject([{ extensions: { code } }]);
    // and is told as graphql-js tells it
    const standard = await plain.request(query);
    const placesOf = ({ errors = [] }: Result<unknown>) =>
      errors.map(({ path, locations }) => ({ path, locations }));
    expect(answer.data).toEqual(standard.data);
    expect(placesOf(answer)).toEqual(placesOf(standard));
  });

  it('is told to all who asked for the same meanwhile', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => gateway.request(REGIONS)));
    expect(givenUp).toEqual([sqlState]);
    for (const { errors } of answers) {
      expect(errors).toMatchObject([{ path: ['regions'], extensions: { code } }]);
    }
    const ids = answers.map(({ errors }) => errors![0]!.extensions!.requestId);
    expect(new Set(ids).size).toBe(3);
  });

  it('is read anew when it is asked for again', async () => {
    await gateway.request(REGIONS);
    await holder.query('rollback');
    expect(await gateway.query(REGIONS)).toEqual({ regions: { nodes: [] } });
  });
});

describe('a read that finds no connection in time', () => {
  it('does not wait for one a second time', async () => {
    // given
    const env = { POOL_SIZE: '2', POOL_WAIT_MS: '300', COMPILE_QUERIES: 'always' };
    const gateway = await startGateway({ env });
    const { pool } = gateway.database;
    const held = [await pool.connect(), await pool.connect()];
    const connect = jest.spyOn(pool, 'connect');
    // when
    const { errors } = await gateway.request(REGIONS);
    const asked = connect.mock.calls.length;
    for (const client of held) client.release();
    await gateway.close();
    // then
    expect(errors).toMatchObject([{ extensions: { code: 'SERVICE_BUSY' } }]);
    expect(asked).toBe(1);
  });
});
