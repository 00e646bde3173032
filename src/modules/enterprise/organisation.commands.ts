import type { EntityManager } from '@mikro-orm/core';
import { definedOnly } from '../../kit/defined-only.ts';
import { command } from '../../request/command.ts';
import { CodeTaken } from '../../request/free-code.ts';
import { formerHolder, named, namedIfAny, put } from '../../request/put.ts';
import { Region } from '../region/region.entity.ts';
import { siteOf } from '../region/site.ts';
import { restingOn } from '../source/resting-on.ts';
import { Evidence } from '../source/source.entity.ts';
import { readCreditCode } from './credit-code.ts';
import {
  type adminLevels,
  type enterpriseClasses,
  Office,
  Organisation,
  OrganisationAlias,
  OrganisationClass,
  type OrganisationKind,
} from './organisation.entity.ts';
import { weighedAgain } from './value-claim.commands.ts';

export interface NewOrganisation {
  readonly code: string;
  readonly kind: OrganisationKind;
  readonly creditCode?: string | null;
  readonly name: string;
  readonly nameEn?: string | null;
  readonly nameHant?: string | null;
  /** Where it is registered. */
  readonly district?: string | null;
  readonly administrativeDistrict?: string | null;
  readonly evidence: string;
}

/**
 * Takes an organisation into the graph. Registered again, it is one source of its credit code; what
 * the source is silent of (undefined) stays.
 */
export const registerOrganisation = command(async (context, input: NewOrganisation) => {
  const { em, record } = context;
  const { code, district: districtCode, administrativeDistrict: administrative } = input;
  const { kind, name, nameEn, nameHant } = input;
  const evidence = await named(em, Evidence, input.evidence, 'evidence');
  const creditCode = input.creditCode == null ? input.creditCode : readCreditCode(input.creditCode);
  const organisation = await put(em, Organisation, { code }, async (known) => {
    const kept = known ? null : await formerHolder(em, Organisation, code);
    if (kept) throw new CodeTaken(code, 'organisation', kept.name);
    const told = {
      ...{ kind, name },
      ...definedOnly({
        ...{ nameEn, nameHant },
        creditCode:
          known && creditCode !== undefined
            ? await weighedAgain(context, known, creditCode, evidence)
            : creditCode,
      }),
      ...((!known || districtCode !== undefined) &&
        (await registeredAt(em, districtCode, administrative))),
    };
    return { ...told, evidence: known ? await restingOn(em, known, told, evidence) : evidence };
  });
  record('ORGANISATION_REGISTERED', organisation);
  return organisation;
});

/** Where it is registered, in both partitions. */
async function registeredAt(
  em: EntityManager,
  code: string | null | undefined,
  administrative: string | null | undefined,
) {
  const { district, administrativeDistrict } = await siteOf(em, code, administrative, 'district');
  return { district, administrativeDistrict };
}

export interface NewOrganisationAlias {
  readonly organisation: string;
  readonly name: string;
  readonly evidence: string;
}

/** Notes another name that sources use for an organisation. */
export const aliasOrganisation = command(async ({ em, record }, input: NewOrganisationAlias) => {
  const organisation = await named(em, Organisation, input.organisation, 'organisation');
  const evidence = await named(em, Evidence, input.evidence, 'evidence');
  const alias = await put(em, OrganisationAlias, { organisation, name: input.name }, { evidence });
  record('ORGANISATION_ALIASED', organisation);
  return alias;
});

export interface NewEnterpriseClass {
  readonly organisation: string;
  readonly class: (typeof enterpriseClasses)[number];
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
  readonly evidence: string;
}

/** Notes that an enterprise is certified in a class, for a time. */
export const classifyEnterprise = command(async ({ em, record }, input: NewEnterpriseClass) => {
  const organisation = await named(em, Organisation, input.organisation, 'organisation');
  const evidence = await named(em, Evidence, input.evidence, 'evidence');
  const classification = await put(
    em,
    OrganisationClass,
    { organisation, class: input.class, validFrom: input.validFrom ?? null },
    async (known) => {
      const told = { validTo: input.validTo ?? null };
      return { ...told, evidence: known ? await restingOn(em, known, told, evidence) : evidence };
    },
  );
  record('ENTERPRISE_CLASSIFIED', organisation);
  return classification;
});

export interface NewOffice {
  readonly code: string;
  readonly title: string;
  readonly titleEn?: string | null;
  readonly level?: (typeof adminLevels)[number] | null;
  readonly organisation?: string | null;
  readonly region?: string | null;
  readonly evidence: string;
}

/** Notes an office, which stands for whoever holds it. */
export const defineOffice = command(async ({ em, record }, input: NewOffice) => {
  const { code, title, titleEn = null, level = null } = input;
  const office = await put(
    em,
    Office,
    { code },
    {
      title,
      titleEn,
      level,
      organisation: await namedIfAny(em, Organisation, input.organisation, 'organisation'),
      region: await namedIfAny(em, Region, input.region, 'region'),
      evidence: await named(em, Evidence, input.evidence, 'evidence'),
    },
  );
  record('OFFICE_DEFINED', office);
  return office;
});
