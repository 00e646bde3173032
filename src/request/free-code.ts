import type { EntityClass, EntityManager, FilterQuery } from '@mikro-orm/core';
import { v7 } from 'uuid';
import { DomainError } from '../kit/errors.ts';
import { readCode } from '../kit/name-text.ts';
import { formerHolder, kindOf } from './put.ts';

/** Codes name one thing for good. */
export class CodeTaken extends DomainError {
  readonly code = 'CODE_TAKEN';

  constructor(taken: string, kind: string, name: string) {
    super(`The code "${taken}" is that of ${name}: correct that ${kind}, or choose another code.`, [
      'code',
    ]);
  }
}

/**
 * The code that a caller chose for something new that everybody may know of, if it is nobody's; else
 * one that the graph makes.
 *
 * @param prefix what a made code begins with
 * @throws BadInput, CodeTaken
 */
export async function freeCode<T extends { code: string; name: string }>(
  em: EntityManager,
  entity: EntityClass<T>,
  chosen: string | null | undefined,
  prefix: string,
): Promise<string> {
  if (chosen == null) return madeCode(`${prefix}-`);
  const code = readCode(chosen);
  const holder =
    (await em.findOne(entity, { code } as FilterQuery<NoInfer<T>>)) ??
    (await formerHolder(em, entity, code));
  if (holder) throw new CodeTaken(code, kindOf(entity), holder.name);
  return code;
}

/** A code that begins so, and goes on long enough that it is not taken. */
export function madeCode(prefix: string): string {
  return prefix + v7().replaceAll('-', '').slice(-12);
}
