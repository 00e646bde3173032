import { sql } from 'kysely';
import { select } from '../../kit/columns.ts';
import { Row } from '../../kit/filter/filter.ts';
import { type Keyed, oneByKey } from '../../request/loaders.ts';
import type { ProjectStatus } from '../project/project.entity.ts';
import { pairingKnown } from '../promotion/trip.filter.ts';
import {
  type DatedRow,
  evidenceObject,
  type EvidenceRow,
  observationColumns,
  type ObservationRow,
} from '../source/source.queries.ts';
import {
  statementColumns,
  type StatementRow,
  statementTables,
} from '../source/statement.queries.ts';
import type { SubjectType } from '../source/subject.ts';
import type { Ties } from './discrepancy-fact.ts';
import type { Quantity } from './quantity.ts';

interface OfSubject {
  readonly subjectType: SubjectType;
  readonly subjectId: string;
  readonly kind: string;
  readonly asOf: DatedRow;
  readonly evidence: EvidenceRow & { readonly role: string };
}

/** An observation, with what tells how it may stand to others. */
export interface ReportedRow extends ObservationRow, OfSubject {
  readonly evidence: OfSubject['evidence'];
  readonly figureId: string;
  readonly quantity: Quantity;
  readonly period: string | null;
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
}

/** A statement, with what tells how it may stand to others. */
export interface StatedRow extends StatementRow, OfSubject {
  readonly evidence: OfSubject['evidence'];
  readonly attribute: { readonly code: string };
  readonly valueType: string;
  readonly position: number | null;
  readonly listComplete: boolean | null;
  readonly status: ProjectStatus | null;
  readonly organisations: readonly string[];
}

const evidenceTables = sql`
  join evidence on evidence.id = evidence_id
  join source_document on source_document.id = evidence.document_id`;

export const reportedByCode = oneByKey<ReportedRow>(
  (codes) => sql`
    select ${observationColumns}, observation.code as "soughtBy", observation.figure_id as "figureId",
           observation.subject_type as "subjectType", observation.subject_id as "subjectId",
           ${evidenceObject} as evidence
      from observation
      join metric on metric.code = observation.metric ${evidenceTables}
     where observation.code = any (${[...codes]})`,
);

/** Aliases have no index by name: they are read once for all statements, not once for each. */
export const statedByCode = oneByKey<StatedRow>(
  (codes) => sql`
    with meant as materialized (
      select array_agg(value) as names
        from statement where code = any (${[...codes]}) and value_type = 'REF'),
    called as materialized (
      select name, id::text as organisation
        from organisation where name = any ((select names from meant)::text[])
       union
      select name, organisation_id::text
        from organisation_alias where name = any ((select names from meant)::text[]))
    select ${select(statementColumns)}, statement.code as "soughtBy",
           statement.subject_type as "subjectType", statement.subject_id as "subjectId",
           ${evidenceObject} as evidence,
           (select status from project_stage_record
             where project_id = statement.subject_id
               and project_stage_record.evidence_id = statement.evidence_id
             order by as_of_latest desc nulls last, id desc
             limit 1) as status,
           array(select organisation from called
                  where statement.value_type = 'REF' and called.name = statement.value) as organisations
      from ${statementTables} ${evidenceTables}
     where statement.code = any (${[...codes]})`,
);

/** What each subject is a part of, or was held at, and whether its pairs are known. */
export const tiesOfEach = oneByKey<Ties & Keyed>(
  (subjects) => sql`
    with recursive batch as (
      select project_id as subject, batch_id as id
        from project_batch_member where project_id = any (${[...subjects]})
       union
      select batch.subject, project_batch.parent_id
        from batch join project_batch on project_batch.id = batch.id
       where project_batch.parent_id is not null)
    select subject.id as key,
           array(select id::text from batch where batch.subject = subject.id) as batches,
           array(select event_id::text from promotion_event_batch where batch_id = subject.id) as events,
           (select ${pairingKnown(new Row('promotion_trip'))}
              from promotion_trip where id = subject.id) as "pairingKnown"
      from unnest(${[...subjects]}::uuid[]) as subject (id)`,
);
