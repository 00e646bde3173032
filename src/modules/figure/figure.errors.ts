import { DomainError } from '../../kit/errors.ts';

/** Why two numbers must not be compared, added up or ranked (不可比原因). */
export const incomparableReasons = [
  'UNIT',
  'GROWTH_AGAINST_ABSOLUTE',
  'MEASURE',
  'NATURE',
  'SCOPE',
  'BASE',
  'SNAPSHOT_KIND',
  'NOT_ADDITIVE',
  'IDENTITY',
] as const;
export type IncomparableReason = (typeof incomparableReasons)[number];

/** Figures that an answer would have to mix, and that do not belong together. */
export class NotComparable extends DomainError {
  readonly code = 'NOT_COMPARABLE';

  constructor(reason: IncomparableReason, message: string, field: readonly string[]) {
    super(message, field, { reason });
  }
}

/** A figure's code that names nothing, as of a day perhaps. */
export class UnknownFigure extends DomainError {
  readonly code = 'UNKNOWN_CODE';

  constructor(code: string, field: readonly string[]) {
    super(
      `There is no figure with the code "${code}": figures(filter: …) lists those that there are.`,
      field,
    );
  }
}
