import { sql } from 'kysely';
import { select } from '../../kit/columns.ts';
import { allOfEach, oneByKey } from '../../request/loaders.ts';
import { figureColumns, type FigureRow, figureTables } from './figure.queries.ts';

export interface CoverageRow {
  readonly key: string;
  readonly evidenceCount: number;
  readonly observationCount: number;
  readonly statementCount: number;
  /** The last day that anything in it tells of. */
  readonly latestAsOf: string | null;
}

/** How much of each document is in the graph, and how recent it is. */
export const coverageOfDocument = oneByKey<CoverageRow>(
  (documents) => sql`
    select document.id as key, evidence.count as "evidenceCount",
           observation.count as "observationCount", statement.count as "statementCount",
           greatest(observation.latest, statement.latest) as "latestAsOf"
      from unnest(${[...documents]}::uuid[]) as document (id)
     cross join lateral (
           select count(distinct told.evidence_id)::int
             from (select evidence_id from observation union all select evidence_id from statement) told
             join evidence on evidence.id = told.evidence_id
            where evidence.document_id = document.id) evidence
     cross join lateral (
           select count(*)::int, max(as_of_latest) as latest
             from observation join evidence on evidence.id = observation.evidence_id
            where evidence.document_id = document.id) observation
     cross join lateral (
           select count(*)::int, max(as_of_latest) as latest
             from statement join evidence on evidence.id = statement.evidence_id
            where evidence.document_id = document.id) statement`,
);

/** The figures that each document tells. */
export const figuresOfDocument = allOfEach<FigureRow>(
  (documents) => sql`
    select distinct on (evidence.document_id, figure.code)
           ${select(figureColumns)}, evidence.document_id as parent
      from evidence
      join observation on observation.evidence_id = evidence.id
      join (${figureTables}) on figure.id = observation.figure_id
     where evidence.document_id = any (${[...documents]})
     order by evidence.document_id, figure.code`,
);
