import { BadInput, DomainError } from '../../kit/errors.ts';
import { command } from '../../request/command.ts';
import { named, namedIfAny, put } from '../../request/put.ts';
import { Evidence } from '../source/source.entity.ts';
import {
  Place,
  type placeKinds,
  Region,
  RegionAlias,
  type regionAliasSchemes,
  type RegionKind,
  RegionOverlap,
} from './region.entity.ts';

export interface NewRegion {
  readonly code: string;
  readonly kind: RegionKind;
  readonly name: string;
  readonly nameEn?: string | null;
  readonly nameHant?: string | null;
  readonly parent?: string | null;
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
  readonly evidence: string;
}

/** A code stands for one place for good: what lies there was placed by it. */
class RegionCannotMove extends DomainError {
  readonly code = 'REGION_CANNOT_MOVE';

  constructor(region: string) {
    super(
      `Region ${region} is known with another kind or parent: a division that changes gets a new code, so define a new region and let the old code lapse.`,
      ['code'],
    );
  }
}

/**
 * Draws a region on the map. Its places in the two partitions follow from its kind: a district or
 * county is itself in both, a functional zone only in that of the documents, a sub-zone where its
 * parent is.
 */
export const defineRegion = command(async ({ em, record }, input: NewRegion) => {
  const { code, kind, parent: parentCode, evidence, ...rest } = input;
  const parent = await namedIfAny(em, Region, parentCode, 'parent');
  const known = await em.findOne(Region, { code });
  if (known && (known.kind !== kind || known.parent?.id !== parent?.id)) {
    throw new RegionCannotMove(code);
  }
  const isAdministrative = kind === 'DISTRICT' || kind === 'COUNTY';
  const region = await put(
    em,
    Region,
    { code },
    {
      ...rest,
      kind,
      parent,
      gbCode: isAdministrative || kind === 'CITY' ? code : null,
      evidence: await named(em, Evidence, evidence, 'evidence'),
    },
  );
  const reportingUnit =
    isAdministrative || kind === 'FUNCTIONAL_ZONE' ? region : await parent?.reportingUnit?.load();
  const administrative = isAdministrative
    ? region
    : kind === 'SUB_ZONE'
      ? await parent?.administrative?.load()
      : null;
  em.assign(region, {
    reportingUnit: reportingUnit ?? null,
    administrative: administrative ?? null,
  });
  record('REGION_DEFINED', region);
  return region;
});

export interface NewRegionAlias {
  readonly region: string;
  readonly scheme: (typeof regionAliasSchemes)[number];
  readonly value: string;
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
  readonly evidence: string;
}

/** Notes another name or an older code of a region. */
export const aliasRegion = command(async ({ em, record }, input: NewRegionAlias) => {
  const { scheme, value, validFrom = null, validTo = null } = input;
  const region = await named(em, Region, input.region, 'region');
  const evidence = await named(em, Evidence, input.evidence, 'evidence');
  const alias = await put(
    em,
    RegionAlias,
    { region, scheme, value },
    { validFrom, validTo, evidence },
  );
  record('REGION_ALIASED', region);
  return alias;
});

export interface NewRegionOverlap {
  readonly zone: string;
  readonly district: string;
  /** The part of the zone that lies in the district, 0 to 1, where known. */
  readonly share?: string | null;
  readonly evidence: string;
}

/** Notes that a functional zone lies in part in a district. */
export const overlapRegions = command(async ({ em, record }, input: NewRegionOverlap) => {
  const zone = await named(em, Region, input.zone, 'zone');
  const district = await named(em, Region, input.district, 'district');
  if (zone.kind !== 'FUNCTIONAL_ZONE') {
    throw new BadInput(`Region ${zone.code} is a ${zone.kind}; only a functional zone overlaps.`, [
      'zone',
    ]);
  }
  if (district.kind !== 'DISTRICT' && district.kind !== 'COUNTY') {
    throw new BadInput(`Region ${district.code} is a ${district.kind}, no district.`, ['district']);
  }
  const evidence = await named(em, Evidence, input.evidence, 'evidence');
  const overlap = await put(
    em,
    RegionOverlap,
    { zone, district },
    { share: input.share ?? null, evidence },
  );
  record('REGION_OVERLAPS', zone);
  return overlap;
});

export interface NewPlace {
  readonly code: string;
  readonly kind: (typeof placeKinds)[number];
  readonly name: string;
  readonly nameEn?: string | null;
  readonly nameHant?: string | null;
  readonly countryCode?: string | null;
  readonly evidence: string;
}

/** Notes a place outside the city's own regions. */
export const definePlace = command(async ({ em, record }, input: NewPlace) => {
  const { code, evidence, ...rest } = input;
  const place = await put(
    em,
    Place,
    { code },
    { ...rest, evidence: await named(em, Evidence, evidence, 'evidence') },
  );
  record('PLACE_DEFINED', place);
  return place;
});
