import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { metaOf } from '../../events/changes.ts';
import { type Dated, dated, partsOf } from '../../modules/source/dated.entity.ts';

/**
 * Takes back what a source said of a value: from now on it says what it had said before, or nothing.
 * That it once said something else is history, and stays.
 */
export async function takeBackClaim(em: EntityManager, claim: object): Promise<void> {
  const { tableName, class: kept } = metaOf(claim);
  const owner = tableName.replace('_value_source', '');
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
