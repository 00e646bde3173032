import { command, type CommandContext } from '../../request/command.ts';
import { named } from '../../request/put.ts';
import type { DatedInput } from '../source/dated.entity.ts';
import { Evidence } from '../source/source.entity.ts';
import { weigh } from '../source/value-claim.commands.ts';
import { readCreditCode } from './credit-code.ts';
import { freeCreditCode } from './free-credit-code.ts';
import { Organisation, OrganisationValueSource } from './organisation.entity.ts';

export interface CreditCodeClaim {
  readonly organisation: string;
  readonly creditCode: string;
  /** The day that it tells of; it counts where nobody knows when the document was published. */
  readonly asOf?: DatedInput;
  readonly evidence: string;
}

/** Keeps what a source says is an organisation's credit code, which holds if it is the best known. */
export const claimCreditCode = command(async (context, input: CreditCodeClaim) => {
  const { em, record } = context;
  const organisation = await named(em, Organisation, input.organisation, 'organisation');
  const evidence = await named(em, Evidence, input.evidence, 'evidence');
  const creditCode = readCreditCode(input.creditCode);
  const held = await weighed(context, organisation, creditCode, evidence, input.asOf);
  em.assign(organisation, { creditCode: await freeCreditCode(em, held, organisation) });
  record('VALUE_CLAIMED', organisation);
  return organisation;
});

/** What an organisation holds when its register tells its credit code again: a claim like others. */
export async function weighedAgain(
  context: CommandContext,
  organisation: Organisation,
  creditCode: string | null,
  evidence: Evidence,
): Promise<string | null> {
  const isSame = creditCode === (organisation.creditCode ?? null);
  const isTold = creditCode !== null && organisation.evidence.id !== evidence.id;
  if (isSame && !isTold) return creditCode;
  return weighed(context, organisation, creditCode, evidence);
}

async function weighed(
  context: CommandContext,
  organisation: Organisation,
  creditCode: string | null,
  evidence: Evidence,
  asOf?: DatedInput,
): Promise<string | null> {
  const claim = { field: 'creditCode', said: { value: creditCode, qualifier: null } };
  const held = await weigh(context, organisation, OrganisationValueSource, [claim], evidence, asOf);
  return held.get('creditCode')?.value ?? null;
}
