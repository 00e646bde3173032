import { type Kysely, sql } from 'kysely';

/** Where one fact of a document went: every row that rests on that place. */
export interface FactReport {
  /** The evidence's code, which is the fact's. */
  readonly code: string;
  readonly document: string;
  /** As "observation F0-011", "project_batch jinan-library-2023-first". */
  readonly went: readonly string[];
}

/**
 * Says fact by fact where it went, of one document or of all articles, in the order of documents and lines; a fact that nothing rests on
 * went nowhere. Which tables rest on evidence the catalog tells, so that none is forgotten.
 */
export async function reportFacts(
  db: Kysely<unknown>,
  document?: string,
): Promise<readonly FactReport[]> {
  const { rows: resting } = await sql<{ name: string; evidence: string }>`
    select conrelid::regclass::text as name, attname as evidence
      from pg_constraint
      join pg_attribute on attrelid = conrelid and attnum = conkey[1]
     where contype = 'f' and confrelid = 'evidence'::regclass
     order by name`.execute(db);
  const rows = resting.map(
    ({ name, evidence }) => sql`
      select evidence_id, ${`${name} `} || coalesce(fact->>'code', fact->>'name', fact->>'value',
               fact->>'status', fact->>'role', fact->>'id') as went
        from (select ${sql.ref(evidence)} as evidence_id, to_jsonb(one) as fact
                from ${sql.table(name)} one where ${sql.ref(evidence)} in (select id from told)) facts`,
  );
  const { rows: report } = await sql<FactReport>`
    with told as (
      select evidence.*, source_document.code as document
        from evidence join source_document on source_document.id = evidence.document_id
       where case when ${document ?? null}::text is null then source_document.kind = 'ARTICLE'
             else source_document.code = ${document ?? null} end)
    select told.code, told.document,
           coalesce(array_agg(rest.went order by rest.went) filter (where rest.went is not null), '{}') as went
      from told
      left join (${sql.join(rows, sql` union all `)}) rest on rest.evidence_id = told.id
     group by told.code, told.document, told.line
     order by told.document, told.line, told.code`.execute(db);
  return report;
}

/** How many facts there are, and how many of them are in the graph as what. */
export function summaryOf(facts: readonly FactReport[]) {
  const as = (table: string) =>
    facts.filter(({ went }) => went.some((row) => row.startsWith(`${table} `))).length;
  return {
    facts: facts.length,
    observations: as('observation'),
    statements: as('statement'),
    nowhere: facts.filter(({ went }) => went.length === 0).map(({ code }) => code),
  };
}
