/** The sizes that a city can have: from the smallest with something of everything to a province. */
export const CITY_LEAST = { projects: 10, enterprises: 20, seed: 0 };
export const CITY_MOST = { projects: 1_000_000, enterprises: 1_540_000, seed: 2 ** 31 - 1 };
