import type { Scale } from '../harness/run.ts';
import { CITY_MOST } from '../../src/ingest/city/bounds.ts';
import { ENTERPRISES_EACH, SIZES as READS, type Sizes as ReadSizes } from '../reads/scale.ts';

/** How large cities get, and how much of each is measured. */
export interface Sizes extends Omit<ReadSizes, 'projects'> {
  /** In projects, from the smallest to the largest. */
  readonly cities: readonly [smallest: number, ...others: number[]];
  /** The one whose lists and districts are looked at. */
  readonly closely: number;
}

const CITIES: Readonly<Record<Scale, Pick<Sizes, 'cities' | 'closely'>>> = {
  full: { cities: [10_000, 100_000, 1_000_000], closely: 100_000 },
  quick: { cities: [2_000, 10_000], closely: 10_000 },
  smoke: { cities: [1_000, 2_000], closely: 2_000 },
};

export const sizesFor = (scale: Scale): Sizes => ({ ...READS[scale], ...CITIES[scale] });

/** As many for each project as elsewhere; the largest city has as many as there can be. */
export const enterprisesOf = (projects: number) =>
  Math.min(projects * ENTERPRISES_EACH, CITY_MOST.enterprises);
