import type { City } from './city.ts';

/** The projects with a supporting place (配套) in BYD's chain, by number: every so many-eth one. */
export function supportingProjects(city: City): number[] {
  const count = Math.min(city.projects, Math.max(6, Math.min(240, Math.floor(city.projects / 10))));
  return Array.from({ length: count }, (_, place) => Math.floor((place * city.projects) / count));
}
