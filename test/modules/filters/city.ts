import { assembleSchema } from '../../../src/graph/schema.ts';
import { generateCity } from '../../../src/ingest/city/index.ts';
import { type Gateway, startGateway } from '../../support/gateway.ts';

/** The tables of what sources report numbers of, and state more of. */
const SUBJECTS = [
  'region',
  'organisation',
  'project',
  'industry_chain',
  'promotion_event',
  'promotion_trip',
  'named_subject',
];

/** What a generated city leaves unknown everywhere, made known here and there. */
const ADDITIONS = [
  `insert into investment_report (id, project_id, period_from, period_to, amount, qualifier, evidence_id)
   select gen_random_uuid(), id, date '2024-01-01' + n * 31, date '2024-01-31' + n * 31,
     n * 1.25, (array['EXACT', 'GT', 'APPROX'])[1 + n % 3], evidence_id
     from (select id, evidence_id, ascii(right(md5(code), 1)) % 20 as n from project) invested`,
  `update project_stage_record set reason = '返工' || right(id::text, 1)
    where right(id::text, 1) < '4'`,
  `insert into source_document (id, code, kind, title, title_en, file_name, sha256, script,
     published_earliest, published_latest, published_certainty)
   select gen_random_uuid(), 'DOC-' || n, 'ARTICLE', '报道' || n, 'Report ' || n, n || '.docx',
     md5(n::text) || md5('x' || n), case n % 2 when 0 then 'HANS' else 'HANT' end,
     date '2023-01-27' + n, date '2023-01-27' + n + n % 2, 'YEAR_INFERRED'
     from generate_series(1, 9) n`,
  `insert into organisation_alias (id, organisation_id, name, evidence_id)
   select gen_random_uuid(), id, name || '（市）', evidence_id from organisation
    where kind = 'UNIVERSITY' or right(md5(code), 1) < '3'`,
  `insert into evidence (id, document_id, code, role, paragraph, line, anchor)
   select gen_random_uuid(), source_document.id, source_document.code || '-' || n,
     case n when 1 then 'BODY' else 'RELATED_TEASER' end, n, n + 1, '锚文' || n
     from source_document, generate_series(1, 3) n where file_name is not null`,
  ...['project', 'promotion_trip', 'promotion_event', 'project_participant', 'promotion_lead'].map(
    (table) => `
      update ${table} set evidence_id = told.id
        from (select id, row_number() over (order by code) as n from evidence where paragraph is not null) told
       where told.n = 1 + abs(hashtext(${table}.id::text)) % 40`,
  ),
  `update promotion_event set parties_complete = not parties_complete,
     topics_complete = not topics_complete where right(md5(code), 1) < '5'`,
  `update project_batch set sectors_complete = not sectors_complete where right(md5(code), 1) < '5'`,
  ...['region', 'place', 'organisation', 'project', 'project_batch', 'industry_chain'].map(
    (table) => `update ${table} set name_hant = name || '繁' where right(md5(code), 1) < '5'`,
  ),
  ...['promotion_event', 'promotion_trip'].map(
    (table) => `update ${table} set name_hant = name || '繁' where right(md5(code), 1) < '5'`,
  ),
  `update project set name_en = 'Fifty%_of\\''s "' || name_en || '" ' where right(md5(code), 1) < '4'`,
  `update project set phase = 1 + ascii(right(md5(code), 1)) % 3 where right(md5(code), 1) < '8'`,
  `update region set valid_from = date '2001-02-03' + ascii(right(md5(code), 1)),
     valid_to = '2030-01-01' where kind = 'SUB_ZONE'`,
  `update region_alias set valid_from = '2001-01-01' where scheme = 'NAME'`,
  `update region_alias set valid_to = '2019-01-01' where scheme <> 'NAME'`,
  `update organisation_class set valid_to = '2030-01-01' where class = 'GAZELLE'`,
  `update evidence set paragraph = 1 + ascii(right(md5(code), 1)) % 4 where right(md5(code), 1) < 'a'`,
  `update promotion_event set venue = '济南 Hall_' || right(code, 1) where right(md5(code), 1) < '7'`,
  `insert into audit_entry (at, actor, credential, operation, outcome, permission, code, request_id,
     entity_type, entity_code)
   select timestamptz '2026-01-02T03:04:05.678Z' + n * interval '1 hour', 'api-key:' || n % 5,
     'key-' || n % 5, case n % 3 when 0 then 'token create' else 'createProject' end,
     (array['DONE', 'REFUSED', 'FAILED'])[1 + n % 3], case n % 3 when 1 then 'project:write' end,
     case n % 3 when 0 then null when 1 then 'FORBIDDEN' else 'UNKNOWN_CODE' end, 'request-' || n,
     case n % 4 when 0 then null else 'Project' end, 'P-' || n % 7
     from generate_series(1, 40) n`,
  `insert into identity_question (id, name, credit_code, district_id, source, run, candidates, state,
     organisation_id, asked_at, decided_at, decided_by)
   select gen_random_uuid(), '待判企业%_' || n, case n % 3 when 0 then organisation.credit_code end,
     case n % 4 when 0 then null else organisation.district_id end, 'source-' || n % 3,
     case n % 2 when 0 then 'run-' || n % 5 end, '[]',
     (array['OPEN', 'LINKED', 'NEW', 'DISMISSED'])[1 + n % 4],
     case n % 4 when 1 then organisation.id end,
     timestamptz '2026-01-02T03:04:05.678Z' + n * interval '1 hour',
     case when n % 4 > 0 then timestamptz '2026-02-02T03:04:05.678Z' + n * interval '1 hour' end, 'test'
     from generate_series(1, 40) n
     join (select *, row_number() over (order by code) as at from organisation) organisation on at = n`,
  `insert into metric (id, code, name, name_en, unit, is_additive, is_growth, planned_by_nature,
     comparable_group, definition, definition_en)
   select gen_random_uuid(), code, name, case when unit = 'COUNT' then code end, unit, unit = 'COUNT',
     unit = 'PERCENT', false, 'GROUP_' || length(code) % 3, '口径' || name,
     case when unit = 'PERCENT' then 'Defined 100%_' end
     from (values ('JOBS', '岗位数', 'COUNT'), ('JOBS_GROWTH', '岗位增幅', 'PERCENT'),
       ('JOBS_RANK', '岗位位次', 'RANK')) metric (code, name, unit)`,
  `insert into attribute (id, code, name, name_en)
   select gen_random_uuid(), 'ASKED_' || n, '事项' || n, case n % 2 when 0 then 'Asked_' || n end
     from generate_series(1, 4) n`,
  `insert into named_subject (id, code, kind, name, name_en, name_hant, region_id, evidence_id)
   select gen_random_uuid(), 'subject-' || n,
     (array['PROGRAMME', 'MECHANISM', 'INDUSTRY', 'AREA'])[1 + n % 4], '主体' || n,
     case n % 3 when 0 then 'Subject %' || n end, case n % 2 when 0 then '主體' || n end,
     case n % 4 when 0 then null else region.id end, region.evidence_id
     from generate_series(1, 24) n
     join (select id, evidence_id, row_number() over (order by code) as at from region) region
       on at = 1 + n % 5`,
  `update named_subject set parent_id = (select id from named_subject where code = 'subject-1')
    where right(code, 1) in ('3', '7')`,
  ...SUBJECTS.map(
    (table) => `
      insert into observation (id, code, subject_type, subject_id, metric, value, unit, qualifier, kind,
        period_from, period_to, period_label, as_of_earliest, as_of_latest, as_of_certainty, evidence_id)
      select gen_random_uuid(), 'TOLD-' || table_name || subject.code || '-' || n, table_name, subject.id,
        metric.code, ascii(right(md5(subject.code), 1)) + n, unit, 'GTE', 'CLAIM',
        case when n < 3 then date '2023-01-01' end, case when n < 3 then date '2023-12-31' end,
        case when n < 3 then '2023' end, date '2023-02-03' + n, date '2023-02-03' + n, 'INFERRED', told.id
        from (select *, '${table}' as table_name, ascii(right(md5(code), 1)) as letter from ${table}
               where right(md5(code), 1) < '6') subject
        join generate_series(1, 3) n on true
        join metric on metric.code = (array['JOBS', 'JOBS_GROWTH', 'JOBS_RANK'])[1 + letter % 3]
        join (select id, row_number() over (order by code) as at from evidence) told
          on told.at = 1 + (letter + n * 7) % 50`,
  ),
  ...SUBJECTS.map(
    (table) => `
      insert into statement (id, code, subject_type, subject_id, attribute, value_type, value, value_en,
        position, list_complete, kind, period_from, period_to, period_label, as_of_earliest,
        as_of_latest, as_of_certainty, evidence_id)
      select gen_random_uuid(), 'SAID-' || table_name || subject.code || '-' || n, table_name, subject.id,
        'ASKED_' || 1 + (letter + n / 2) % 4, (array['TEXT', 'ENUM', 'REF'])[1 + n],
        '值%_' || letter % 5, case n when 0 then 'Value ' || letter end, case n when 1 then letter end,
        case letter % 3 when 0 then null when 1 then true else false end,
        (array['ACTUAL', 'PLAN', 'TARGET'])[1 + letter % 3],
        case n when 1 then date '2023-01-01' end, case n when 1 then date '2023-03-31' end,
        case n when 1 then '2023-Q1' end, case letter % 2 when 1 then date '2023-02-03' + letter end,
        case letter % 2 when 1 then date '2023-02-03' + letter end,
        case letter % 2 when 1 then 'STATED' else 'UNKNOWN' end, told.id
        from (select *, '${table}' as table_name, ascii(right(md5(code), 1)) as letter from ${table}
               where right(md5(code), 1) < '5') subject
        join generate_series(0, 2) n on true
        join (select id, row_number() over (order by code) as at from evidence) told
          on told.at = 1 + (letter + n * 11) % 50`,
  ),
  `insert into discrepancy (id, code, kind, topic, topic_en, side_a, side_b, verdict, explanation,
     explanation_en)
   select gen_random_uuid(), 'HELD-' || n, (array['SUBSET', 'SAME_TERM', 'NAME_TRAP'])[1 + n % 3],
     '比对%_' || n, case n % 2 when 0 then 'Topic ' || n end, array['GONE-' || n], array['GONE'],
     (array['SUBSET', 'AGREE', 'DISAGREE', 'DERIVED'])[1 + n % 4], '说明' || n % 7,
     case n % 3 when 0 then 'Why_' || n end
     from generate_series(1, 20) n`,
  `insert into source_document (id, code, kind, title)
   select gen_random_uuid(), 'ZZ-LEDGER-' || n, 'LEDGER', '台账' || n from generate_series(1, 20) n`,
  `insert into data_source (code, kind, name, name_en, office, trust, licence, publication, rhythm,
     document_id)
   select 'source-' || n, (array['DEPARTMENT', 'SYSTEM'])[1 + n % 2], '来源%_' || n % 7,
     case n % 3 when 0 then 'Source ' || n end, '处室' || n % 4, 1 + n % 5, '许可' || n % 3,
     (array['PUBLIC', 'INTERNAL'])[1 + n / 2 % 2], (array['P1D', 'P1M', 'P1Y'])[1 + n % 3], id
     from generate_series(1, 20) n join source_document on code = 'ZZ-LEDGER-' || n`,
  `insert into import_run (id, source, state, mode, is_dry, file_name, format, encoding, as_of, actor,
     asked_at, started_at, ended_at, undone_at, error)
   select gen_random_uuid(), 'source-' || 1 + n % 5,
     (array['DONE', 'REFUSED', 'FAILED', 'UNDONE', 'WAITING'])[1 + n % 5],
     (array['ALL_OR_NOTHING', 'ROW_BY_ROW'])[1 + n % 2], n % 3 = 0, '月报%_' || n % 9 || '.csv',
     case when n % 5 < 4 then (array['CSV', 'XLSX'])[1 + n % 2] end,
     case when n % 5 < 4 and n % 2 = 0 then (array['UTF-8', 'GB18030'])[1 + n / 2 % 2] end,
     date '2024-01-01' + n, 'test',
     asked, case when n % 5 < 4 then asked + interval '1 minute' end,
     case when n % 5 < 4 then asked + interval '2 minutes' end,
     case when n % 5 = 3 then asked + interval '1 day' end,
     case when n % 5 = 2 then '中断：Broke_off ' || n end
     from generate_series(1, 40) n,
          lateral (select timestamptz '2026-01-02T03:04:05.678Z' + n * interval '1 hour') run (asked)`,
  `insert into import_row (run_id, table_no, row_no, key, outcome)
   select id, n % 2, n, 'key-' || n % 4,
     (array['NEW', 'CHANGED', 'UNCHANGED', 'REFUSED', 'GONE'])[1 + n % 5]
     from (select id from import_run order by asked_at limit 6) run, generate_series(1, 10) n`,
];

/** A small city with something known in every field that a filter can ask. */
export async function startSmallCity(): Promise<Gateway> {
  const gateway = await startGateway({ schema: assembleSchema() });
  const { database } = gateway;
  await generateCity(database, { projects: 150, enterprises: 200, seed: 2 });
  const client = await database.pool.connect();
  try {
    await client.query('begin');
    await client.query(`set local quanmai.bulk = 'on'`);
    for (const addition of ADDITIONS) await client.query(addition);
    await client.query('commit');
  } finally {
    client.release();
  }
  return gateway;
}
