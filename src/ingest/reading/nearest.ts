import { distance } from 'fastest-levenshtein';

/** What a text may have been meant to be: the one candidate that is nearest, and near enough. */
export function nearest(text: string, candidates: Iterable<string>): string | undefined {
  const near = [...new Set(candidates)]
    .map((candidate) => ({ candidate, slips: slipsBetween(text, candidate) }))
    .filter(({ candidate, slips }) => slips > 0 && slips <= allowed(text, candidate))
    .sort((one, other) => one.slips - other.slips);
  const [first, second] = near;
  return first && first.slips !== second?.slips ? first.candidate : undefined;
}

/** One slip in a short word, and in a long one a third of it. */
const allowed = (text: string, candidate: string) =>
  Math.max(1, Math.floor(Math.max(text.length, candidate.length) / 3));

/** Two neighbours that changed places are one slip. */
function slipsBetween(text: string, other: string): number {
  const at = Array.from(text).findIndex((unit, place) => unit !== other.charAt(place));
  const swapped = text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
  return at >= 0 && swapped === other ? 1 : distance(text, other);
}
