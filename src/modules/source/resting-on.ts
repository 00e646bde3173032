import type { RequiredEntityData } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Ref } from '@mikro-orm/core';
import { assignChanged } from '../../request/put.ts';
import type { Evidence } from './source.entity.ts';

/**
 * What a row rests on after a source has told it again: on that source where it told something else,
 * or where it is the same document, read anew. Else it stays where it was, so that of two registers
 * that agree neither takes the row from the other, month by month.
 */
export async function restingOn<T extends { evidence: Ref<Evidence> }>(
  em: EntityManager,
  known: T,
  told: Partial<RequiredEntityData<NoInfer<T>>>,
  evidence: Evidence,
): Promise<Evidence> {
  if (known.evidence.id === evidence.id || assignChanged(em, known, told)) return evidence;
  const former = await known.evidence.loadOrFail();
  return former.document.id === evidence.document.id ? evidence : former;
}
