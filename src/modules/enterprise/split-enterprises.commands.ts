import type { EntityManager } from '@mikro-orm/postgresql';
import { holdRows } from '../../events/append.ts';
import { DomainError, UnknownCode } from '../../kit/errors.ts';
import { command } from '../../request/command.ts';
import { makeAgain } from '../../request/kept-row.ts';
import { Evidence } from '../source/source.entity.ts';
import { citeSubmission, type Submitted } from '../source/submission.commands.ts';
import { claimCode, holdOrganisations } from './merge-enterprises.commands.ts';
import { MergedOrganisation } from './merged-organisation.entity.ts';
import { Organisation, OrganisationAlias } from './organisation.entity.ts';
import { organisationParts, SPLIT } from './organisation-parts.ts';

/** Whose state a merge has moved, and others have changed since. */
class MergeBuiltUpon extends DomainError {
  readonly code = 'MERGE_BUILT_UPON';

  constructor(code: string, changed: readonly string[]) {
    super(
      `"${code}" cannot be split off as it was, for this was changed since it was merged: ${listed(changed)}. Enter the enterprise anew under another code instead, and give it what is its own.`,
      ['code'],
    );
  }
}

class NotMerged extends DomainError {
  readonly code = 'NOT_MERGED';

  constructor(code: string) {
    super(`The enterprise "${code}" is in the register by itself: there is nothing to split.`, [
      'code',
    ]);
  }
}

export interface EnterpriseSplit extends Submitted {
  /** The code that the merged one had. */
  readonly code: string;
}

/**
 * Takes a merge back (拆分): the merged one is there again under its id and code, with all that
 * pointed at it; its versions go on. What came to the kept one since stays with that. If what was
 * moved has been changed in between, nothing is done, and it is said what.
 */
export const splitEnterprises = command(async (context, input: EnterpriseSplit) => {
  const { em, record } = context;
  const { code } = input;
  const merge = await mergeOf(em, code);
  const kept = await em.findOneOrFail(Organisation, merge.keptId ?? '');
  await holdOrganisations(em, [kept]);
  const { organisation: row, creditCode, aliases, followers, parts } = merge.state;
  const changed: string[] = [];
  if (creditCode !== null && kept.creditCode !== creditCode) changed.push('the credit code');
  for (const part of organisationParts()) {
    changed.push(...(await part.changed(context, { kept }, parts[part.name] ?? [])));
  }
  if (changed.length > 0) throw new MergeBuiltUpon(code, [...new Set(changed)]);
  await citeSubmission(context, input);
  em.remove(await em.find(OrganisationAlias, { id: { $in: [...aliases] }, organisation: kept }));
  if (creditCode !== null) {
    claimCode(em, kept, null, em.getReference(Evidence, row.evidence as string, { wrapped: true }));
    // Nobody has it while it changes hands.
    await em.flush();
  }
  const merged = makeAgain(em, Organisation, row, { version: merge.lastVersion });
  merge.keptId = null;
  // Those that were split off in the meantime lead nowhere.
  const led = await em.find(MergedOrganisation, { id: { $in: [...followers] }, keptId: kept.id });
  for (const follower of led) follower.keptId = merged.id;
  const both = { kept, merged };
  for (const part of organisationParts()) {
    await part.giveBack(context, both, parts[part.name] ?? []);
  }
  record(SPLIT, kept);
  record(SPLIT, merged);
  return { enterprise: merged.id, kept: kept.id };
});

/** The merge of what had this code, held until the transaction ends. */
async function mergeOf(em: EntityManager, code: string): Promise<MergedOrganisation> {
  const found = await em.findOne(MergedOrganisation, { code });
  if (found) {
    await holdRows(em.getKysely(), 'merged_organisation', [found.id]);
    await em.refresh(found);
  }
  if (found && found.keptId !== null) return found;
  if (await em.findOne(Organisation, { code })) throw new NotMerged(code);
  throw new UnknownCode('merged enterprise', code);
}

/** So many are told by name. */
const MOST_TOLD = 10;

function listed(changed: readonly string[]): string {
  const told = changed.slice(0, MOST_TOLD).join('; ');
  return changed.length > MOST_TOLD ? `${told}; and ${changed.length - MOST_TOLD} more` : told;
}
