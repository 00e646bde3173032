import { DomainError } from '../../kit/errors.ts';

/** A credit code stands for one legal entity in the whole country. */
export class CreditCodeTaken extends DomainError {
  readonly code = 'CREDIT_CODE_TAKEN';

  constructor(creditCode: string, holder: { readonly code: string; readonly name: string }) {
    super(
      `The credit code ${creditCode} is that of ${holder.name} ("${holder.code}"): correct that enterprise, or look the code up again.`,
      ['creditCode'],
    );
  }
}

/** Universities, bureaus and the like are organisations too, but do no business. */
export class NotAnEnterprise extends DomainError {
  readonly code = 'NOT_AN_ENTERPRISE';

  constructor(what: string, kind: string, field: readonly string[]) {
    super(
      `${what} ${kind}, which is no enterprise: that is an ENTERPRISE, a PLATFORM_COMPANY or a FINANCIAL institution.`,
      field,
    );
  }
}

/** Two valid credit codes are two legal entities, whatever their names. */
export class CreditCodesDiffer extends DomainError {
  readonly code = 'CREDIT_CODES_DIFFER';

  constructor(one: string, other: string, field: readonly string[]) {
    super(
      `${one} and ${other} are the credit codes of two legal entities, which are never one: correct the wrong code first, if one is wrong.`,
      field,
    );
  }
}
