import { BadInput } from '../../kit/errors.ts';
import { readNameIfAny } from '../../kit/name-text.ts';
import { definedOnly } from '../../kit/defined-only.ts';
import type { DatedInput } from '../source/dated.entity.ts';
import { readDatedIfAny } from '../source/dated-input.ts';
import type { qualifiers } from '../source/source.entity.ts';
import type { Project, projectClasses, projectLevels } from './project.entity.ts';

/** What a caller may say of a project: null where there is nothing, undefined where he is silent. */
export interface ProjectDetails {
  readonly nameEn?: string | null;
  readonly nameHant?: string | null;
  readonly domain?: string | null;
  readonly class?: (typeof projectClasses)[number] | null;
  readonly level?: (typeof projectLevels)[number] | null;
  readonly phase?: number | null;
  readonly predecessor?: string | null;
  readonly procurement?: 'PPP' | null;
  /** 亿元, a decimal; and how exactly it is said. */
  readonly totalInvestment?: string | null;
  readonly totalInvestmentQualifier?: (typeof qualifiers)[number] | null;
  readonly annualPlan?: string | null;
  readonly startedOn?: DatedInput | null;
}

type Amounts = Pick<Project, 'totalInvestment' | 'totalInvestmentQualifier'>;

/**
 * The columns that these details set: those told of, and no others. A reference is not among them.
 *
 * @param now what the project holds, where it is there already
 * @throws BadInput
 */
export function readDetails(details: ProjectDetails, now?: Amounts) {
  const { domain, phase, class: kind, level, procurement, annualPlan, startedOn } = details;
  if (phase != null && (phase < 1 || phase > 1_000)) {
    throw new BadInput('A phase is counted from 1, up to 1000.', ['phase']);
  }
  readAmount(annualPlan, 'annualPlan');
  return definedOnly({
    nameEn: readNameIfAny(details.nameEn, 'nameEn'),
    nameHant: readNameIfAny(details.nameHant, 'nameHant'),
    domain: readDomain(domain),
    class: kind,
    level,
    phase,
    procurement,
    annualPlan,
    ...readTotal(details, now),
    started: readDatedIfAny(startedOn, 'startedOn'),
  });
}

/** An amount without a word on how exact it is, is exact; without an amount there is nothing to say. */
function readTotal(
  { totalInvestment, totalInvestmentQualifier }: ProjectDetails,
  now?: Amounts,
): Partial<Amounts> {
  readAmount(totalInvestment, 'totalInvestment');
  if (totalInvestment === undefined && totalInvestmentQualifier === undefined) return {};
  const amount = totalInvestment === undefined ? (now?.totalInvestment ?? null) : totalInvestment;
  if (amount === null) {
    if (totalInvestmentQualifier == null)
      return { totalInvestment: null, totalInvestmentQualifier: null };
    throw new BadInput('How exactly is nothing known? Give "totalInvestment", too.', [
      'totalInvestmentQualifier',
    ]);
  }
  return {
    totalInvestment: amount,
    totalInvestmentQualifier: totalInvestmentQualifier ?? 'EXACT',
  };
}

function readAmount(amount: string | null | undefined, field: string): void {
  if (amount == null || Number(amount) > 0) return;
  throw new BadInput(
    `"${field}" is more than 0, in 亿元; where it is not known, leave it out or say null.`,
    [field],
  );
}

/** A code of an open list: whoever may write may add to it. */
function readDomain(domain: string | null | undefined): string | null | undefined {
  if (domain == null || /^[A-Z][A-Z0-9_]{0,49}$/.test(domain)) return domain;
  throw new BadInput(
    '"domain" is a code: capitals, digits and underscores, up to 50, as in "NEW_ENERGY".',
    ['domain'],
  );
}
