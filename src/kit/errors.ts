/**
 * What the caller can fix. A command throws it; a mutation returns it in its payload's
 * `userErrors { code message field }`, a query as a GraphQL error with `extensions { code field }`.
 * The message names the thing, its state and the way out.
 */
export abstract class DomainError extends Error {
  abstract readonly code: string;
  /** The path of the argument or input field at fault, when there is one. */
  readonly field?: readonly string[];
  /** What else the error's `extensions` tell: what was `asked`, and what is `allowed`. */
  readonly details?: Readonly<Record<string, unknown>>;

  constructor(
    message: string,
    field?: readonly string[],
    details?: Readonly<Record<string, unknown>>,
  ) {
    super(message);
    this.name = new.target.name;
    if (field) this.field = field;
    if (details) this.details = details;
  }
}

/** An argument whose value cannot be used: of the wrong form, or outside its bounds. */
export class BadInput extends DomainError {
  readonly code = 'BAD_USER_INPUT';
}

/** A readable code that names nothing in the graph. */
export class UnknownCode extends DomainError {
  readonly code = 'UNKNOWN_CODE';

  constructor(
    readonly kind: string,
    readonly value: string,
    field: readonly string[] = ['code'],
  ) {
    super(`There is no ${kind} with the code "${value}".`, field);
  }
}

/**
 * What keeps the process from starting, and can be put right by whoever starts it. Printed as its
 * message alone, in one line and without a stack.
 */
export class StartFault extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StartFault';
  }
}
