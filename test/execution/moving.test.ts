import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { belonging, isAggregate } from '../../src/events/belonging.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';

const OF_CREDENTIALS = 'is told by momentary fields alone';
const OF_THE_LOG = 'is the log itself';
const WORKED_OUT = 'is worked out from others, in the transaction that writes them';

/** Tables whose rows change without an event of theirs: why no answer that is kept can tell them wrongly. */
const reviewed: Readonly<Record<string, string>> = {
  access_version: OF_CREDENTIALS,
  api_key: OF_CREDENTIALS,
  audit_entry: OF_CREDENTIALS,
  role: OF_CREDENTIALS,
  event: OF_THE_LOG,
  event_head: OF_THE_LOG,
  idempotent_write: 'is read by writes alone',
  migration: 'is read at the start alone',
  submission_document: 'is read by writes alone',
  withdrawn_project:
    'is written by the commands that withdraw and restore a project, with its event',
  chain_supplier: WORKED_OUT,
  figure: WORKED_OUT,
  search_edition: WORKED_OUT,
  search_name: WORKED_OUT,
};

describe('a table of the graph', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway();
  });
  afterAll(() => gateway.close());

  it('moves the log with every change, or there is a reason why it need not', async () => {
    // given
    const tracked = await gateway.database.pool.query<{ name: string }>(
      `select tgrelid::regclass::text as name from pg_trigger where tgname = 'has_event'`,
    );
    const all = await gateway.database.pool.query<{ name: string }>(
      `select relname as name from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
          and not relispartition`,
    );
    // when
    const moving = new Set(tracked.rows.map(({ name }) => name));
    for (const meta of gateway.database.orm.getMetadata().getAll().values()) {
      if (!isAggregate(meta) && belonging(meta)) moving.add(meta.tableName);
    }
    // then
    const still = all.rows.map(({ name }) => name).filter((name) => !moving.has(name));
    expect(still.sort()).toEqual(Object.keys(reviewed).sort());
  });
});
