import { CATALOG } from './chain-catalog.ts';
import type { City } from './city.ts';
import { ANCHORS } from './organisations.ts';

/** How many of a chain's suppliers stand in each tier, of the whole. The rest are the third tier. */
const TIERS = [0.4, 0.4] as const;

/** More than these are no better city to try things on, only a slower one. */
const MOST_BYD_SUPPLIERS = 600;
const MOST_OTHER_SUPPLIERS = 8_000;

/**
 * How many enterprises supply a chain: for BYD's at least 300, if there are as many; for the others
 * as many as make the supplies of all chains about one and a half times the enterprises.
 */
export function supplierCount(city: City, chain: number): number {
  const most = city.enterprises - ANCHORS;
  const byd = Math.min(
    most,
    Math.max(300, Math.min(MOST_BYD_SUPPLIERS, Math.floor(city.enterprises / 20))),
  );
  if (chain === 0) return byd;
  const share = Math.floor((city.enterprises * 0.97 - byd) / (CATALOG.length - 1));
  return Math.min(most, Math.max(5, Math.min(MOST_OTHER_SUPPLIERS, share)));
}

/** The enterprise that is a chain's supplier of that place: they are spread evenly over all, none twice. */
export function supplierAt(city: City, chain: number, place: number): number {
  const all = city.enterprises - ANCHORS;
  const step = Math.floor((place * all) / supplierCount(city, chain));
  const shift = Math.floor((chain * all) / CATALOG.length);
  return ANCHORS + ((step + shift) % all);
}

/** The tier of a supplier, and whose places its customers have; the first tier's is the anchor. */
export function tierOf(city: City, chain: number, place: number) {
  const count = supplierCount(city, chain);
  const second = Math.ceil(count * TIERS[0]);
  const third = Math.ceil(count * (TIERS[0] + TIERS[1]));
  if (place < second) return { tier: 1, customers: null };
  if (place < third) return { tier: 2, customers: { first: 0, last: second - 1 } };
  return { tier: 3, customers: { first: second, last: third - 1 } };
}
