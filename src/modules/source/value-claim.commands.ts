import type { EntityClass } from '@mikro-orm/core';
import { type Kysely, sql } from 'kysely';
import { holdRows } from '../../events/append.ts';
import type { Versioned } from '../../events/belonging.ts';
import { metaOf } from '../../events/changes.ts';
import type { CommandContext } from '../../request/command.ts';
import { dated, type DatedInput, unknownDate } from './dated.entity.ts';
import type { Evidence } from './source.entity.ts';
import { chooseValue, isSameValue, type Value } from './value-choice.ts';
import { type ValueOwner, valueSources } from './value-source.queries.ts';

/** What a source says of a field; nothing at all (null) takes back what it said before. */
export interface Claim {
  readonly field: string;
  readonly said: Value;
}

const NOTHING: Value = { value: null, qualifier: null };

/**
 * Keeps what a source says of some values of an owner, whether it holds or not, and answers what
 * each of them holds from now on. What the source has said before is not said again.
 *
 * The owner's row is held until the end: of two who claim at once, the second chooses with the
 * first one's claim before it.
 *
 * @param kept the entity that keeps what is said of this owner's values.
 */
export async function weigh(
  { em }: CommandContext,
  owner: Versioned,
  kept: EntityClass<object>,
  claims: readonly Claim[],
  evidence: Evidence,
  asOf: DatedInput = unknownDate,
): Promise<ReadonlyMap<string, Value>> {
  const table = metaOf(owner).tableName as ValueOwner;
  const db: Kysely<unknown> = em.getKysely();
  const read = async () =>
    Map.groupBy((await valueSources(table, [owner.id]).execute(db)).rows, ({ field }) => field);
  await em.flush();
  await holdRows(db, table, [owner.id]);
  await keepWhatHolds(db, table, owner.id, claims);
  await em.refresh(owner);
  const known = await read();
  const isNews = ({ field, said }: Claim) => {
    const last = known.get(field)?.findLast((source) => source.evidence.key === evidence.id);
    return !isSameValue(last ?? NOTHING, said);
  };
  for (const { field, said } of claims.filter(isNews)) {
    const claim = { field, ...said, origin: 'STATED', asOf: dated(asOf), evidence };
    em.create(kept, { [table]: owner, ...claim } as never);
  }
  await em.flush();
  const weighed = await read();
  const holding = (field: string) => chooseValue(weighed.get(field) ?? [])?.chosen ?? NOTHING;
  return new Map(claims.map(({ field }) => [field, holding(field)]));
}

/**
 * Gives a value that rests on its owner's row a row of its own, before another one comes to stand
 * beside it. What this very transaction has changed until now is kept first.
 */
async function keepWhatHolds(
  db: Kysely<unknown>,
  table: ValueOwner,
  id: string,
  claims: readonly Claim[],
): Promise<void> {
  const trigger = sql.ref(`${table}_keeps_its_sources`);
  await sql`set constraints ${trigger} immediate`.execute(db);
  await sql`set constraints ${trigger} deferred`.execute(db);
  const kept = sql.table(`${table}_value_source`);
  const owner = sql.ref(`${table}_id`);
  await sql`
    insert into ${kept} (${owner}, field, value, qualifier, origin, evidence_id, recorded_at)
    select ${owner}, field, value, qualifier, value_origin(evidence_id), evidence_id, null
      from ${sql.table(`${table}_value`)} held
     where ${owner} = ${id} and field = any (${claims.map(({ field }) => field)})
       and not exists (
           select from ${kept} kept where kept.${owner} = held.${owner} and kept.field = held.field)`.execute(
    db,
  );
}
