import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { metaOf } from '../../events/changes.ts';
import type { Meta } from '../../events/fields.ts';
import { type Dated, dated, partsOf } from '../../modules/source/dated.entity.ts';

/** Whether rows of this kind are what sources say of the values of something. */
export const isOfClaims = ({ tableName }: Meta): boolean => tableName.endsWith(CLAIMS);

const CLAIMS = '_value_source';

/** What a source says of a value now, where that is not what it said by this claim. */
export async function claimedSince(
  em: EntityManager,
  claim: object,
): Promise<{ readonly field: string; readonly left: unknown; readonly now: unknown } | undefined> {
  const { tableName } = metaOf(claim);
  const owner = sql.ref(`${tableName.replace(CLAIMS, '')}_id`);
  const { rows } = await sql<{ field: string; left: string | null; now: string | null }>`
    select taken.field, taken.value as left, latest.value as now
      from ${sql.table(tableName)} taken
     cross join lateral (
           select value, qualifier from ${sql.table(tableName)} said
            where said.${owner} = taken.${owner} and said.field = taken.field
              and said.evidence_id = taken.evidence_id and said.origin = 'STATED'
            order by said.sequence desc limit 1) latest
     where taken.id = ${(claim as { id: string }).id}
       and (latest.value, latest.qualifier) is distinct from (taken.value, taken.qualifier)`.execute(
    em.getKysely(),
  );
  return rows[0];
}

/**
 * Takes back what a source said of a value: from now on it says what it had said before, or nothing.
 * That it once said something else is history, and stays.
 */
export async function takeBackClaim(em: EntityManager, claim: object): Promise<void> {
  const { tableName, class: kept } = metaOf(claim);
  const owner = tableName.replace(CLAIMS, '');
  const { id, field } = claim as { id: string; field: string };
  const { evidence, [owner]: whose } = claim as unknown as Record<string, { id: string }>;
  const { rows } = await sql<{ value: string | null; qualifier: string | null }>`
    select earlier.value, earlier.qualifier
      from ${sql.table(tableName)} earlier
      join ${sql.table(tableName)} taken on taken.id = ${id}
     where earlier.${sql.ref(`${owner}_id`)} = ${whose?.id} and earlier.field = ${field}
       and earlier.evidence_id = ${evidence?.id} and earlier.sequence < taken.sequence
     order by earlier.sequence desc limit 1`.execute(em.getKysely());
  const [earlier = { value: null, qualifier: null }] = rows;
  const { asOf } = claim as { asOf: Dated };
  em.create(
    kept as never,
    {
      [owner]: whose,
      field,
      ...earlier,
      origin: 'STATED',
      asOf: dated(partsOf(asOf)),
      evidence,
    } as never,
  );
}
