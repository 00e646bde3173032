import type { EntityManager } from '@mikro-orm/core';
import { v7 } from 'uuid';
import { definedOnly } from '../../kit/defined-only.ts';
import { UnknownCode } from '../../kit/errors.ts';
import { readName, readNameIfAny } from '../../kit/name-text.ts';
import { neverCleared } from '../../kit/never-cleared.ts';
import { command } from '../../request/command.ts';
import { freeCode } from '../../request/free-code.ts';
import { held } from '../../request/held.ts';
import { assignChanged } from '../../request/put.ts';
import { siteOf } from '../region/site.ts';
import {
  type Resubmitted,
  type Submitted,
  submittedEvidence,
} from '../source/submission.commands.ts';
import { NotAnEnterprise } from './enterprise.errors.ts';
import { freeCreditCode } from './free-credit-code.ts';
import { isEnterpriseKind, Organisation, type OrganisationKind } from './organisation.entity.ts';

/** What a caller may say of an enterprise: null where there is nothing, undefined where he is silent. */
interface EnterpriseDetails {
  readonly kind?: OrganisationKind | null;
  readonly creditCode?: string | null;
  readonly nameEn?: string | null;
  readonly nameHant?: string | null;
  /** Where it is registered. */
  readonly district?: string | null;
  readonly administrativeDistrict?: string | null;
}

export interface EnterpriseCreation extends Submitted, EnterpriseDetails {
  /** The graph chooses one where it is left out. */
  readonly code?: string | null;
  readonly name: string;
}

/** Takes a new enterprise into the register. */
export const createEnterprise = command(async (context, input: EnterpriseCreation) => {
  const { em, record } = context;
  const { district, administrativeDistrict } = await registeredAt(em, input);
  const enterprise = em.create(Organisation, {
    kind: 'ENTERPRISE',
    ...definedOnly({
      kind: readKind(input.kind),
      creditCode: await freeCreditCode(em, input.creditCode),
      nameEn: readNameIfAny(input.nameEn, 'nameEn'),
      nameHant: readNameIfAny(input.nameHant, 'nameHant'),
    }),
    id: v7(),
    code: await freeCode(em, Organisation, input.code, 'enterprise'),
    name: readName(input.name, 'name'),
    district,
    administrativeDistrict,
    evidence: await submittedEvidence(context, input),
  });
  record('ENTERPRISE_CREATED', enterprise);
  return { enterprise: enterprise.id };
});

export interface EnterpriseCorrection extends Resubmitted, EnterpriseDetails {
  readonly code: string;
  readonly name?: string | null;
}

/**
 * Puts right what the register says of an enterprise: what is left out stays, null clears. What
 * changes nothing leaves no trace.
 */
export const correctEnterprise = command(async (context, input: EnterpriseCorrection) => {
  const { em, record } = context;
  const enterprise = await held(context, Organisation, input.code, input, currentDetails);
  if (!isEnterpriseKind(enterprise.kind)) throw new UnknownCode('enterprise', input.code);
  const isMoved = input.district !== undefined || input.administrativeDistrict !== undefined;
  const name = neverCleared(input.name, 'name');
  const isChanged = assignChanged(em, enterprise, {
    ...definedOnly({
      kind: readKind(input.kind),
      creditCode: await freeCreditCode(em, input.creditCode, enterprise),
      name: readNameIfAny(name, 'name'),
      nameEn: readNameIfAny(input.nameEn, 'nameEn'),
      nameHant: readNameIfAny(input.nameHant, 'nameHant'),
    }),
    ...(isMoved && (await registeredAt(em, input, enterprise))),
  });
  if (isChanged) {
    em.assign(enterprise, { evidence: await submittedEvidence(context, input) });
    record('ENTERPRISE_CORRECTED', enterprise);
  }
  return { enterprise: enterprise.id };
});

/**
 * Where it is registered, in both partitions. Whoever corrects only in which district its zone lies,
 * leaves it where it is; whoever moves it says that anew.
 */
async function registeredAt(
  em: EntityManager,
  input: EnterpriseDetails,
  enterprise?: Organisation,
) {
  const now = input.district === undefined ? await enterprise?.district?.load() : undefined;
  const { district, administrativeDistrict } = await siteOf(
    em,
    now?.code ?? input.district,
    input.administrativeDistrict,
    'district',
  );
  return { district, administrativeDistrict };
}

function readKind(kind: OrganisationKind | null | undefined): OrganisationKind | undefined {
  const known = neverCleared(kind, 'kind');
  if (known === undefined || isEnterpriseKind(known)) return known;
  throw new NotAnEnterprise('"kind" is', known, ['kind']);
}

/** What a correction's fields are now, by their names in the input. */
async function currentDetails(enterprise: Organisation) {
  const { kind, creditCode, name, nameEn, nameHant } = enterprise;
  return {
    ...{ kind, creditCode, name, nameEn, nameHant },
    district: (await enterprise.district?.load())?.code,
    administrativeDistrict: (await enterprise.administrativeDistrict?.load())?.code,
  };
}
