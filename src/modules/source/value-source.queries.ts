import { type RawBuilder, sql } from 'kysely';
import { datedColumn, type DatedRow, evidenceObject, type EvidenceRow } from './source.queries.ts';
import type { SaidValue } from './value-choice.ts';

/** What one source says of one value, with the evidence and its document. */
export interface ValueSourceRow extends SaidValue {
  readonly field: string;
  readonly asOf: DatedRow;
  /** Null for what a load told before anybody else said anything. */
  readonly recordedAt: string | null;
  readonly evidence: EvidenceRow & { readonly role: string };
}

/** Whose values they are, by their table. */
export type ValueOwner = 'project' | 'organisation';

/**
 * All that sources say of the values of some owners, oldest first: one statement, with the evidence.
 *
 * What has no rows of its own rests on the evidence of its owner's row.
 *
 * @param more what else tells of values: whose, field, value, qualifier, origin, evidence, the four
 *   columns of the day, the moment of recording, its place among all, and an id that breaks ties.
 */
export function valueSources(
  owner: ValueOwner,
  ids: readonly string[],
  more: RawBuilder<unknown> = sql``,
): RawBuilder<ValueSourceRow & { parent: string }> {
  const id = sql.ref(`${owner}_id`);
  return sql`
    with kept as (
      select ${id} as parent, field, value, qualifier, origin, evidence_id, as_of_earliest,
             as_of_latest, as_of_certainty, as_of_derivation, recorded_at, sequence, id
        from ${sql.table(`${owner}_value_source`)}
       where ${id} = any (${[...ids]})),
    said as (
      select * from kept
       union all
      select ${id}, field, value, qualifier, value_origin(evidence_id), evidence_id, null, null,
             'UNKNOWN', null, null, 0, evidence_id
        from ${sql.table(`${owner}_value`)} held
       where ${id} = any (${[...ids]})
         and not exists (select from kept where kept.parent = ${id} and kept.field = held.field)
       ${more})
    select said.parent, said.field, said.value, said.qualifier, said.origin,
           ${evidenceObject} as evidence, ${dayOf} as "asOf",
           to_char(coalesce(said.recorded_at, evidence.submitted_at) at time zone 'UTC',
             'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt"
      from said
      join evidence on evidence.id = said.evidence_id
      join source_document on source_document.id = evidence.document_id
     order by said.sequence, said.as_of_latest nulls first, said.id`;
}

const submittedOn = sql`(evidence.submitted_at at time zone 'Asia/Shanghai')::date`;

/** A document is of the day of its publication, but a stage is told as of a day of its own. */
const dayOf = sql`
  case when said.field <> 'stage' and source_document.published_earliest is not null
       then ${datedColumn('source_document', 'published')}
       when said.as_of_earliest is null and evidence.submitted_at is not null
       then jsonb_build_object('earliest', ${submittedOn}, 'latest', ${submittedOn},
              'certainty', 'STATED', 'derivation', null)
       else ${datedColumn('said', 'as_of')} end`;
