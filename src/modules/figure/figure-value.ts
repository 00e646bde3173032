import { areConsistent, differenceOf, isSame, type Quantity } from './quantity.ts';

/** How two things that sources say stand to each other (比对结论). */
export const crossVerdicts = [
  'AGREE',
  'CONSISTENT',
  'COMPLEMENT',
  'DERIVED',
  'SUBSET',
  'NOT_COMPARABLE',
  'UNRESOLVED',
  'DISAGREE',
] as const;
export type CrossVerdict = (typeof crossVerdicts)[number];

/** What one document reports, as far as a figure needs it. */
export interface Report {
  readonly quantity: Quantity;
  readonly documentId: string;
  readonly isTeaser: boolean;
}

/** How much of a computed value is known. */
export interface Coverage {
  readonly statedMembers: number | null;
  readonly knownMembers: number;
  readonly membersWithValue: number;
  readonly complete: boolean;
}

/** Derived from members now, never stored. */
export interface Computed {
  readonly quantity: Quantity | null;
  readonly method: string;
  readonly coverage: Coverage;
}

/**
 * The value that all accepted reports share, rule R1: the most exact of those that can be true at
 * once; null while they cannot. A teaser for another article counts where no body says anything.
 */
export function canonicalOf(reports: readonly Report[]): Quantity | null {
  const quantities = acceptedOf(reports).map(({ quantity }) => quantity);
  const [first] = quantities;
  if (!first || !areAllConsistent(quantities)) return null;
  return (
    quantities.find(({ qualifier }) => qualifier === 'EXACT') ??
    (quantities.every((quantity) => isSame(quantity, first)) ? first : null)
  );
}

function acceptedOf(reports: readonly Report[]): readonly Report[] {
  const bodies = reports.filter(({ isTeaser }) => !isTeaser);
  return bodies.length > 0 ? bodies : reports;
}

const areAllConsistent = (quantities: readonly Quantity[]) =>
  quantities.every((one, place) =>
    quantities.slice(place + 1).every((other) => areConsistent(one, other)),
  );

/** A mention that is repeated in one document counts once. */
export const distinctDocumentsOf = (reports: readonly Report[]): number =>
  new Set(reports.map(({ documentId }) => documentId)).size;

/** How the documents stand to each other; null where one alone speaks. */
export function verdictOf(reports: readonly Report[]): CrossVerdict | null {
  const quantities = reports.map(({ quantity }) => quantity);
  const [first] = quantities;
  if (!first || !areAllConsistent(quantities)) return first ? 'DISAGREE' : null;
  if (!quantities.every((quantity) => isSame(quantity, first))) return 'CONSISTENT';
  return distinctDocumentsOf(reports) > 1 ? 'AGREE' : null;
}

/**
 * How a computed value stands to the reported one. While members are missing it is a lower bound, as
 * nothing that is counted or invested is below zero: so much is known, and more may be.
 */
export function verdictOfComputed(
  reported: Quantity | null,
  { quantity, coverage }: Computed,
): CrossVerdict | null {
  if (!reported || !quantity) return null;
  if (coverage.complete) {
    if (isSame(reported, quantity)) return 'AGREE';
    return areConsistent(reported, quantity) ? 'CONSISTENT' : 'DISAGREE';
  }
  const atLeast: Quantity = { ...quantity, qualifier: 'GTE' };
  return areConsistent(reported, atLeast) ? 'UNRESOLVED' : 'DISAGREE';
}

/** The reported value less the computed one; null where one of them is not known. */
export const differenceToComputed = (
  reported: Quantity | null,
  { quantity }: Computed,
): Quantity | null => (reported && quantity ? differenceOf(reported, quantity) : null);
