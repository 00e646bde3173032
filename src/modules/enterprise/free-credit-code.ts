import type { EntityManager } from '@mikro-orm/core';
import { readCreditCode } from './credit-code.ts';
import { CreditCodeTaken } from './enterprise.errors.ts';
import { Organisation } from './organisation.entity.ts';

/** A credit code that is nobody else's; null where it is not known. */
export async function freeCreditCode(
  em: EntityManager,
  given: string | null | undefined,
  enterprise?: Organisation,
): Promise<string | null | undefined> {
  if (given == null) return given;
  const creditCode = readCreditCode(given);
  const holder = await em.findOne(Organisation, { creditCode });
  if (holder && holder !== enterprise) throw new CreditCodeTaken(creditCode, holder);
  return creditCode;
}
