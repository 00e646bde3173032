import { BadInput } from '../../kit/errors.ts';
import { readNameIfAny } from '../../kit/name-text.ts';
import { type Dated, dated, type DatedInput, unknownDate } from './dated.entity.ts';

/**
 * Reads a date that a caller gives.
 *
 * @throws BadInput where its parts do not go together
 */
export function readDated(input: DatedInput, field: string): Dated {
  const { earliest, latest, certainty } = input;
  const isKnown = earliest != null;
  if ((certainty === 'UNKNOWN') === isKnown) {
    throw new BadInput(
      isKnown
        ? `"${field}" has a day, and calls it UNKNOWN: say how sure it is.`
        : `"${field}" is ${certainty}, and has no "earliest": give the day, or say UNKNOWN.`,
      [field, isKnown ? 'certainty' : 'earliest'],
    );
  }
  if (latest != null && (earliest == null || latest < earliest)) {
    throw new BadInput(`"${field}" ends before it begins: "latest" is the later day.`, [
      field,
      'latest',
    ]);
  }
  if (certainty === 'INFERRED' && input.derivation == null) {
    throw new BadInput(`"${field}" is INFERRED: say in "derivation" how it was worked out.`, [
      field,
      'derivation',
    ]);
  }
  return dated({ ...input, derivation: readNameIfAny(input.derivation, 'derivation') ?? null });
}

/** The same for what a correction leaves out (undefined) or clears (null), which is not known. */
export function readDatedIfAny(
  input: DatedInput | null | undefined,
  field: string,
): Dated | undefined {
  return input === undefined ? undefined : readDated(input ?? unknownDate, field);
}
