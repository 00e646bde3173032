import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { BadInput, UnknownCode } from '../../kit/errors.ts';
import { readName } from '../../kit/name-text.ts';
import { command } from '../../request/command.ts';
import { keepRow } from '../../request/kept-row.ts';
import { named, put } from '../../request/put.ts';
import { dated, unknownDate } from '../source/dated.entity.ts';
import { citeSubmission, type Submitted } from '../source/submission.commands.ts';
import { CreditCodesDiffer, NotAnEnterprise } from './enterprise.errors.ts';
import { MergedOrganisation, type MergedState } from './merged-organisation.entity.ts';
import {
  isEnterpriseKind,
  Organisation,
  OrganisationAlias,
  OrganisationValueSource,
} from './organisation.entity.ts';
import { MERGED, type Merge, organisationParts } from './organisation-parts.ts';

/** Why two are one; a sentence or two. */
const LONGEST_REASON = 500;

export interface EnterpriseMerge extends Submitted {
  /** The code of the one that stays. */
  readonly keep: string;
  /** The code of the one that it is, too. */
  readonly merge: string;
  readonly reason: string;
}

/**
 * Makes two enterprises that are one in truth one in the graph (企业合并). All that pointed at the
 * merged one points at the kept one, its names are other names of that, and its row goes: so no list,
 * count or search has to leave it out. Its id and code lead to the kept one from then on. What was
 * moved is kept, for `splitEnterprises`.
 */
export const mergeEnterprises = command(async (context, input: EnterpriseMerge) => {
  const { em, actor, record } = context;
  const reason = readName(input.reason, 'reason', LONGEST_REASON);
  const kept = await enterpriseNamed(em, input.keep, 'keep');
  const merged = await enterpriseNamed(em, input.merge, 'merge');
  if (kept === merged) {
    throw new BadInput(
      `"${input.keep}" and "${input.merge}" are one enterprise already: there is nothing to merge.`,
      ['merge'],
    );
  }
  await holdOrganisations(em, [kept, merged]);
  if (kept.creditCode && merged.creditCode) {
    throw new CreditCodesDiffer(kept.creditCode, merged.creditCode, ['merge']);
  }
  await citeSubmission(context, input);
  const merge = { kept, merged };
  const organisation = keepRow(merged);
  const parts: Record<string, MergedState['parts'][string]> = {};
  for (const part of organisationParts()) parts[part.name] = await part.move(context, merge);
  const followers = await leadMerged(em, merged, kept);
  const aliases = await giveNames(em, merge);
  const creditCode = await handOverCreditCode(em, merge);
  await put(
    em,
    MergedOrganisation,
    { id: merged.id },
    {
      ...{ code: merged.code, name: merged.name, keptId: kept.id, reason, actor },
      // Its last event raises it once more.
      lastVersion: merged.version + 1,
      mergedAt: new Date(),
      state: { organisation, creditCode, aliases, followers, parts },
    },
  );
  em.remove(merged);
  record(MERGED, kept);
  record(MERGED, merged);
  return { enterprise: kept.id };
});

async function enterpriseNamed(em: EntityManager, code: string, field: string) {
  const found = await named(em, Organisation, code, field);
  if (isEnterpriseKind(found.kind)) return found;
  throw new NotAnEnterprise(`"${code}" is a`, found.kind, [field]);
}

/** Whoever is about to point at one of them has done so when we go on, or comes after us. */
export async function holdOrganisations(
  em: EntityManager,
  organisations: readonly Organisation[],
): Promise<void> {
  const ids = organisations.map(({ id }) => id);
  await sql`
    select id from organisation where id = any (${ids}::uuid[]) order by id for update`.execute(
    em.getKysely(),
  );
  for (const organisation of organisations) {
    if (!(await em.refresh(organisation))) {
      throw new UnknownCode('enterprise', organisation.code, ['merge']);
    }
  }
}

/** What was merged into it before leads to the kept one, too. */
async function leadMerged(em: EntityManager, merged: Organisation, kept: Organisation) {
  const followers = await em.find(MergedOrganisation, { keptId: merged.id });
  for (const follower of followers) follower.keptId = kept.id;
  return followers.map(({ id }) => id);
}

/** The names that the merged one had as its own are other names of the kept one. */
async function giveNames(em: EntityManager, { kept, merged }: Merge): Promise<string[]> {
  const known = await em.find(OrganisationAlias, { organisation: kept });
  const taken = new Set([kept.name, ...known.map(({ name }) => name)]);
  const names = [merged.name, merged.nameHant].filter((name) => name != null && !taken.has(name));
  return [...new Set(names as string[])].map((name) => {
    const id = v7();
    em.create(OrganisationAlias, { id, organisation: kept, name, evidence: merged.evidence });
    return id;
  });
}

/** A credit code that only the merged one had is the kept one's, as the merged one's source says. */
async function handOverCreditCode(
  em: EntityManager,
  { kept, merged }: Merge,
): Promise<string | null> {
  const { creditCode = null } = merged;
  if (creditCode === null) return null;
  merged.creditCode = null;
  // Nobody has it while it changes hands.
  await em.flush();
  claimCode(em, kept, creditCode, merged.evidence);
  return creditCode;
}

/** Notes what a source says of a credit code, now, and that it holds. */
export function claimCode(
  em: EntityManager,
  organisation: Organisation,
  creditCode: string | null,
  evidence: Organisation['evidence'],
): void {
  em.create(OrganisationValueSource, {
    ...{ organisation, field: 'creditCode', value: creditCode, qualifier: null },
    ...{ origin: 'STATED', asOf: dated(unknownDate), evidence },
  });
  em.assign(organisation, { creditCode });
}
