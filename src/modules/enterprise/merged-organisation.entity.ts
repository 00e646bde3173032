import { defineEntity, type EntityManager, p } from '@mikro-orm/core';
import { formerCodes } from '../../request/put.ts';
import { Organisation } from './organisation.entity.ts';
import type { MovedRow } from './organisation-parts.ts';
import type { KeptRow } from '../../request/kept-row.ts';

const MergedOrganisationSchema = defineEntity({
  name: 'MergedOrganisation',
  tableName: 'merged_organisation',
  properties: {
    id: p.uuid().primary(),
    code: p.text().unique(),
    name: p.text(),
    /** Null once it was split off again. */
    keptId: p.uuid().nullable(),
    // Under a name of its own, for what has a `version` is an aggregate of the log.
    lastVersion: p.integer().fieldName('version'),
    reason: p.text(),
    actor: p.text(),
    mergedAt: p.datetime(),
    state: p.json<MergedState>(),
  },
});

/** What a merge has done, as much as it takes to undo it. */
export interface MergedState {
  readonly organisation: KeptRow;
  /** The credit code that went over to the kept one. */
  readonly creditCode: string | null;
  /** The other names that the kept one got by the merge. */
  readonly aliases: readonly string[];
  /** What was merged into it before, by their ids. */
  readonly followers: readonly string[];
  /** What pointed at it, by the names of the parts. */
  readonly parts: Readonly<Record<string, readonly MovedRow[]>>;
}

/** An enterprise that was merged into another (企业合并), as it was; the row stays when it is split off. */
export class MergedOrganisation extends MergedOrganisationSchema.class {}
MergedOrganisationSchema.setClass(MergedOrganisation);

/** Whoever names it by the code that it had means the one that was kept. */
formerCodes(Organisation, async (em, codes) => {
  const merged = await em.find(MergedOrganisation, { code: { $in: [...codes] } });
  const ids = merged.flatMap(({ keptId }) => keptId ?? []);
  if (ids.length === 0) return new Map();
  const kept = await em.find(Organisation, { id: { $in: ids } });
  return new Map(merged.map(({ code, keptId }) => [code, kept.find(({ id }) => id === keptId)]));
});

/** The ids of organisations as they were kept somewhere, each with the one that answers for it now. */
export async function organisationsNow(
  em: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const merged = await em.find(MergedOrganisation, { id: { $in: [...ids] } });
  const kept = new Map(merged.map(({ id, keptId }) => [id, keptId ?? id]));
  return new Map(ids.map((id) => [id, kept.get(id) ?? id]));
}
