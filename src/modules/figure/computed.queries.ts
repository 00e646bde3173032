import { type Kysely, sql } from 'kysely';
import { type Qualifier, qualifierOfSum } from '../source/qualifier.ts';
import type { Computed } from './figure-value.ts';
import type { FigureIdentity } from './figure.queries.ts';

interface ComputedRow {
  readonly slot: number;
  readonly method: string;
  readonly value: string | null;
  readonly qualifiers: readonly Qualifier[] | null;
  readonly known: number;
  readonly withValue: number;
  readonly complete: boolean;
  /** How many members the source says there are, where all who say so agree. */
  readonly stated: string | null;
}

/** What the members of a batch add up to: the column of the project, and how exactly it is known. */
const ADDED = {
  TOTAL_INVESTMENT: { value: 'total_investment', qualifier: 'total_investment_qualifier' },
  ANNUAL_PLANNED_INVESTMENT: { value: 'annual_plan', qualifier: null },
} as const;

/**
 * What each figure comes to when its parts are counted or added up, for those that are made of parts
 * the graph knows: one statement for all. Of what was known on a day, if one is given.
 *
 * A batch holds the members of the batches within it too, each once (rule R2). The first method that
 * has parts counts: stated parts before members, members before names.
 */
export async function computedOfFigures(
  db: Kysely<unknown>,
  figures: readonly FigureIdentity[],
  asOf: string | null,
): Promise<(Computed | null)[]> {
  const wanted = JSON.stringify(
    figures.map(({ key, subjectId, subjectType, metric, kind }, slot) => ({
      slot,
      figure_id: key,
      subject_id: subjectId,
      subject_type: subjectType,
      metric: metric.code,
      kind,
    })),
  );
  const isKnown = (evidence: string, toldAsOf = 'null::date') => sql`
    (${asOf}::date is null or known_on(${sql.ref(evidence)}, ${sql.raw(toldAsOf)}) <= ${asOf}::date)`;
  const added = Object.entries(ADDED).map(
    ([metric, { value }]) => sql`
      when ${metric} then (case when ${isKnown('project.evidence_id')}
        then ${sql.ref(`project.${value}`)} end)`,
  );
  const exactness = Object.entries(ADDED).map(([metric, { qualifier }]) =>
    qualifier === null
      ? sql`when ${metric} then 'EXACT'`
      : sql`when ${metric} then ${sql.ref(`project.${qualifier}`)}`,
  );
  const { rows } = await sql<ComputedRow>`
    with recursive wanted as (
      select * from jsonb_to_recordset(${wanted}::jsonb) as wanted
        (slot int, figure_id uuid, subject_id uuid, subject_type text, metric text, kind text)),
    within as (
      select slot, metric, project_batch.id, members_complete as complete
        from wanted join project_batch on project_batch.id = subject_id
       where metric in ('PROJECT_COUNT', 'TOTAL_INVESTMENT', 'ANNUAL_PLANNED_INVESTMENT')
       union all
      select within.slot, within.metric, child.id, within.complete
        from within join project_batch child on child.parent_id = within.id),
    member as (
      select distinct within.slot, within.metric, within.complete, project.id,
             case within.metric ${sql.join(added, sql` `)} end as value,
             case within.metric ${sql.join(exactness, sql` `)} end as qualifier
        from within
        join project_batch_member on project_batch_member.batch_id = within.id
         and ${isKnown('project_batch_member.evidence_id')}
        join project on project.id = project_batch_member.project_id),
    part as (
      select wanted.slot, observation.metric, min(observation.value) as value,
             min(observation.qualifier) as qualifier
        from wanted
        join figure whole on whole.id = wanted.figure_id
        join figure on figure.subject_id = whole.subject_id
         and figure.period_label is not distinct from whole.period_label
         and figure.metric in ('CONTINUING_PROJECTS', 'NEW_PROJECTS')
        join observation on observation.figure_id = figure.id
         and ${isKnown('observation.evidence_id', 'observation.as_of_latest')}
       where wanted.metric = 'PROJECT_COUNT'
       group by wanted.slot, observation.metric),
    named as (
      select slot, party.id as id, parties_complete as complete
        from wanted
        join promotion_event on promotion_event.id = subject_id
        join promotion_event_party party on party.event_id = subject_id
         and party.role = 'GUEST' and party.organisation_id is not null
         and ${isKnown('party.evidence_id')}
       where metric = 'ENTERPRISE_COUNT'
       union all
      select slot, trip.id, false
        from wanted join promotion_trip trip on trip.event_id = subject_id and ${isKnown('trip.evidence_id')}
       where metric = 'DELEGATION_COUNT'
       union all
      select slot, unit.id, units_complete
        from wanted
        join promotion_trip on promotion_trip.id = subject_id
        join promotion_trip_unit unit on unit.trip_id = subject_id and ${isKnown('unit.evidence_id')}
       where metric = 'NAMED_UNIT_COUNT'
       union all
      select slot, part.id, false
        from wanted
        join named_subject part on part.parent_id = subject_id and ${isKnown('part.evidence_id')}
       where metric = 'MECHANISM_COUNT' and part.kind = 'MECHANISM'
       union all
      select slot, statement.id, coalesce(statement.list_complete, false)
        from wanted join statement on statement.subject_id = wanted.subject_id
         and statement.attribute = any (case metric
               when 'STAGE_COUNT' then '{STAGE}'::text[]
               when 'CHAIN_COUNT' then '{NAMED_MEMBER}' when 'COMMUNITY_COUNT' then '{NAMED_MEMBER}'
               when 'INDUSTRY_COUNT' then '{ZONE,NAMED_MEMBER}' when 'ASPECT_COUNT' then '{ASPECT}' end)
         and ${isKnown('statement.evidence_id', 'statement.as_of_latest')})
    select distinct on (computed.slot) computed.*, counted.stated
      from (select slot, 'PARTS_ADDED' as method, 1 as choice, trim_scale(sum(value))::text as value,
                   array_agg(qualifier) as qualifiers, 2 as known, 2 as "withValue", true as complete
              from part group by slot having count(*) = 2
             union all
            select slot, case when metric = 'PROJECT_COUNT' then 'MEMBERS_COUNTED' else 'MEMBERS_ADDED' end, 2,
                   case when metric = 'PROJECT_COUNT' then count(*)::text
                     else trim_scale(sum(value))::text end,
                   case when metric = 'PROJECT_COUNT' then '{EXACT}'
                     else array_agg(qualifier) filter (where value is not null) end,
                   count(*)::int,
                   case when metric = 'PROJECT_COUNT' then count(*)::int else count(value)::int end,
                   complete
              from member group by slot, metric, complete
             union all
            select slot, 'NAMES_COUNTED', 3, count(*)::text, '{EXACT}', count(*)::int, count(*)::int,
                   bool_and(complete)
              from named group by slot) computed
      join wanted on wanted.slot = computed.slot
      left join lateral (
           select trunc(min(observation.value))::text as stated
             from observation
            where observation.subject_id = wanted.subject_id and observation.qualifier = 'EXACT'
              and observation.metric = case when wanted.metric = any (${Object.keys(ADDED)}::text[])
                    then 'PROJECT_COUNT' else wanted.metric end
              and ${isKnown('observation.evidence_id', 'observation.as_of_latest')}
           having min(observation.value) = max(observation.value)) counted on true
     order by computed.slot, computed.choice`.execute(db);
  const bySlot = new Map(rows.map((row) => [row.slot, row]));
  return figures.map(({ metric }, slot) => computedOf(bySlot.get(slot), metric.unit));
}

function computedOf(row: ComputedRow | undefined, unit: string): Computed | null {
  if (!row) return null;
  const { value, qualifiers, method, known, withValue } = row;
  const qualifier = qualifierOfSum(qualifiers ?? []);
  const statedMembers = row.stated === null || method === 'PARTS_ADDED' ? null : Number(row.stated);
  const isAll = row.complete || statedMembers === known;
  return {
    quantity: value === null || !qualifier ? null : { value, unit, qualifier },
    method,
    coverage: {
      statedMembers,
      knownMembers: known,
      membersWithValue: withValue,
      complete: isAll && withValue === known,
    },
  };
}
