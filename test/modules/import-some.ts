import type { Gateway } from '../support/gateway.ts';

/** Sources, and runs of imports of each with rows and questions: no city was imported. Pairs of sources are homonyms. */
export async function importSome(
  { database }: Gateway,
  { sources = 30, runs = 1 } = {},
): Promise<void> {
  await database.pool.query(`
    begin;
    set local quanmai.bulk = 'on';
    insert into source_document (id, code, kind, title)
    select gen_random_uuid(), 'ZZ-LEDGER-' || n, 'LEDGER', '台账' || n from generate_series(1, ${sources}) n;
    insert into data_source (code, kind, name, office, trust, licence, publication, rhythm, document_id)
    select 'source-' || n, 'DEPARTMENT', '来源' || n / 2, '办公室', 3, '共享', 'PUBLIC', 'P1M', id
      from generate_series(1, ${sources}) n join source_document on code = 'ZZ-LEDGER-' || n;
    insert into import_run (id, source, state, mode, is_dry, file_name, as_of, actor)
    select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'source-' || 1 + n % ${sources}, 'DONE',
           'ROW_BY_ROW', false, '表.csv', '2024-01-31', 'test'
      from generate_series(1, ${sources * runs}) n;
    insert into import_row (run_id, table_no, row_no, key, outcome)
    select id, 0, n, 'key-' || n, 'NEW' from import_run, generate_series(1, 5) n where source like 'source-%';
    insert into identity_question (id, name, source, run, candidates, state)
    select gen_random_uuid(), '待判' || n || id, source, 'imp_' || id, '[]', 'OPEN'
      from import_run, generate_series(1, 5) n where source like 'source-%';
    commit`);
}
