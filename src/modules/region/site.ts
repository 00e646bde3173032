import type { EntityManager } from '@mikro-orm/core';
import { BadInput } from '../../kit/errors.ts';
import { named, namedIfAny } from '../../request/put.ts';
import { Region } from './region.entity.ts';

/** Where something lies: the region given, and its place in each partition, where that is known. */
export interface Site {
  readonly site: Region | null;
  readonly district: Region | null;
  readonly administrativeDistrict: Region | null;
}

/**
 * Places a site in both partitions. The district of a zone's project can only be told by the
 * source; for any other site it follows, and a source that tells another one is refused.
 */
export async function siteOf(
  em: EntityManager,
  siteCode: string | null | undefined,
  administrativeCode?: string | null,
  field = 'site',
): Promise<Site> {
  const told = await namedIfAny(em, Region, administrativeCode, 'administrativeDistrict');
  if (siteCode == null) {
    if (told)
      throw new BadInput('A district without a site: name the district as the site.', [field]);
    return { site: null, district: null, administrativeDistrict: null };
  }
  const site = await named(em, Region, siteCode, field);
  const follows = (await site.administrative?.load()) ?? null;
  if (told && told.kind !== 'DISTRICT' && told.kind !== 'COUNTY') {
    throw new BadInput(`Region ${told.code} is a ${told.kind}, no district.`, [
      'administrativeDistrict',
    ]);
  }
  if (told && follows && told !== follows) {
    throw new BadInput(`Region ${site.code} lies in ${follows.code}, not in ${told.code}.`, [
      'administrativeDistrict',
    ]);
  }
  const district = (await site.reportingUnit?.load()) ?? null;
  if (told && !follows && district?.kind !== 'FUNCTIONAL_ZONE') {
    throw new BadInput(
      `Region ${site.code} lies in no functional zone: name the district ${told.code} as the site.`,
      [field],
    );
  }
  return {
    site,
    district,
    administrativeDistrict: follows ?? told,
  };
}
