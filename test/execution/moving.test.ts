import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { belonging, isAggregate } from '../../src/events/belonging.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';

const MOMENTARY = 'is told by momentary fields alone';
const OF_IMPORTS = 'is read by imports alone';
const TOLD_BY_RUNS =
  'is told by momentary fields, or of a source: the events of a run move the log, once a second';
const OF_THE_LOG = 'is the log itself';
const WORKED_OUT = 'is worked out from others, in the transaction that writes them';

/** Tables whose rows change without an event of theirs: why no answer that is kept can tell them wrongly. */
const reviewed: Readonly<Record<string, string>> = {
  access_version: MOMENTARY,
  api_key: MOMENTARY,
  audit_entry: MOMENTARY,
  role: MOMENTARY,
  feed_state: MOMENTARY,
  export_secret: 'is read by exports alone',
  import_change: OF_IMPORTS,
  import_row: TOLD_BY_RUNS,
  import_run: TOLD_BY_RUNS,
  upload: OF_IMPORTS,
  upload_part: OF_IMPORTS,
  event: OF_THE_LOG,
  event_head: OF_THE_LOG,
  idempotent_write: 'is read by writes alone',
  migration: 'is read at the start alone',
  submission_document: 'is read by writes alone',
  withdrawn_project:
    'is written by the commands that withdraw and restore a project, with its event',
  merged_organisation:
    'is written by the commands that merge and split enterprises, with their events',
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
