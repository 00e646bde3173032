import { sql } from 'kysely';
import { holdRows } from '../../events/append.ts';
import { BadInput, DomainError } from '../../kit/errors.ts';
import { readName } from '../../kit/name-text.ts';
import { isUuid } from '../../kit/uuid.ts';
import { command, type CommandContext } from '../../request/command.ts';
import { namedIfAny } from '../../request/put.ts';
import { isOutOfSight } from '../../request/reach.ts';
import { Region } from '../region/region.entity.ts';
import { type Submitted, submittedEvidence } from '../source/submission.commands.ts';
import { readCreditCode } from './credit-code.ts';
import { CreditCodesDiffer } from './enterprise.errors.ts';
import { IdentityQuestion } from './identity-question.entity.ts';
import type { Candidate } from './matching/match-enterprises.ts';
import { Organisation, OrganisationAlias } from './organisation.entity.ts';

class UnknownQuestion extends DomainError {
  readonly code = 'UNKNOWN_ID';

  constructor(id: string) {
    super(
      `There is no question with the id "${id}": read "identityQuestions" for those there are.`,
      ['id'],
    );
  }
}

class AlreadyDecided extends DomainError {
  readonly code = 'ALREADY_DECIDED';

  constructor(name: string, { state, organisation }: IdentityQuestion) {
    const to = organisation ? `, to "${organisation.getEntity().code}"` : '';
    super(`Who "${name}" is was decided already: ${state}${to}. Say "replace" to decide it anew.`, [
      'id',
    ]);
  }
}

export interface NewIdentityQuestion {
  /** As the source writes it. */
  readonly name: string;
  readonly creditCode?: string | null;
  /** The code of the district that the source tells. */
  readonly district?: string | null;
  /** What names it, in a code of its own: that of a feed, of a document. */
  readonly source: string;
  /** The run of an import that asks; the question keeps the first. */
  readonly run?: string | null;
  readonly candidates: readonly Candidate[];
}

/**
 * Asks a steward which enterprise a source means by a name. Asked again, it is the same question: an
 * open one is brought up to date, one that was decided stays so, and is answered as it is. It stays
 * that of the run which asked it first, so that no later delivery takes it out of that run's report.
 */
export const openQuestion = command(async ({ em, record }, input: NewIdentityQuestion) => {
  const key = {
    source: readName(input.source, 'source'),
    name: readName(input.name, 'name'),
    creditCode: input.creditCode == null ? null : readCreditCode(input.creditCode),
  };
  const known = await em.findOne(IdentityQuestion, key, { populate: ['organisation'] });
  if (known && known.state !== 'OPEN') return known;
  const district = await namedIfAny(em, Region, input.district, 'district');
  const { candidates, run = null } = input;
  const asked = { state: 'OPEN' as const, run, askedAt: new Date() };
  const question = known ?? em.create(IdentityQuestion, { ...key, ...asked, candidates, district });
  if (known) em.assign(known, { candidates, district });
  record('IDENTITY_ASKED', question);
  return question;
});

export interface IdentityDecision extends Submitted {
  readonly id: string;
  /** The code of the enterprise that it is; null where it is one that is new. */
  readonly organisation?: string | null;
  /** It is nobody that anybody need know. */
  readonly dismiss?: boolean | null;
  /** Whether it takes the place of what was decided before. */
  readonly replace?: boolean | null;
}

/**
 * Decides which enterprise a source means. What was decided is remembered as another name of that
 * enterprise, so that whoever comes with the name again is told by it; a decision that is replaced
 * takes that name with it.
 */
export const decideIdentity = command(async (context, input: IdentityDecision) => {
  const { em, actor, record } = context;
  if (input.dismiss === true && input.organisation != null) {
    throw new BadInput('Either it is dismissed, or it is an organisation: leave one out.', [
      'dismiss',
    ]);
  }
  const question = await heldQuestion(context, input.id);
  if (question.state !== 'OPEN' && input.replace !== true) {
    throw new AlreadyDecided(question.name, question);
  }
  const organisation = await namedIfAny(em, Organisation, input.organisation, 'organisation');
  const state = organisation ? 'LINKED' : input.dismiss === true ? 'DISMISSED' : 'NEW';
  const former = question.organisation?.getEntity();
  if (former && former !== organisation) await forgetName(context, question, former);
  if (organisation) await rememberName(context, question, organisation, input);
  em.assign(question, { state, organisation, decidedAt: new Date(), decidedBy: actor });
  record('IDENTITY_DECIDED', question);
  return { question: question.id };
});

/** The question, held until the transaction ends. */
async function heldQuestion({ em }: CommandContext, id: string): Promise<IdentityQuestion> {
  if (!isUuid(id)) throw new UnknownQuestion(id);
  await holdRows(em.getKysely(), 'identity_question', [id]);
  const question = await em.findOne(IdentityQuestion, id, { populate: ['organisation'] });
  if (!question || isOutOfSight(em, question)) throw new UnknownQuestion(id);
  return question;
}

async function rememberName(
  context: CommandContext,
  { name, creditCode }: IdentityQuestion,
  organisation: Organisation,
  input: IdentityDecision,
): Promise<void> {
  const { em, record } = context;
  if (creditCode && organisation.creditCode && creditCode !== organisation.creditCode) {
    throw new CreditCodesDiffer(creditCode, organisation.creditCode, ['organisation']);
  }
  const isKnown =
    organisation.name === name || (await em.findOne(OrganisationAlias, { organisation, name }));
  if (isKnown) return;
  const evidence = await submittedEvidence(context, input);
  em.create(OrganisationAlias, { organisation, name, evidence });
  record('ORGANISATION_ALIASED', organisation);
}

/** Takes off the name that a decision gave; one that a source tells stays. */
async function forgetName(
  { em, record }: CommandContext,
  { name }: IdentityQuestion,
  organisation: Organisation,
): Promise<void> {
  const alias = await em.findOne(OrganisationAlias, { organisation, name });
  if (!alias) return;
  const { rows } = await sql<{ origin: string }>`
    select value_origin(${alias.evidence.id}) as origin`.execute(em.getKysely());
  if (rows[0]?.origin !== 'SUBMITTED') return;
  em.remove(alias);
  record('ORGANISATION_ALIAS_REMOVED', organisation);
}
