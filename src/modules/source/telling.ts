import type { EntityManager } from '@mikro-orm/postgresql';
import { named } from '../../request/put.ts';
import { dated, type DatedInput } from './dated.entity.ts';
import { Evidence, type observationKinds } from './source.entity.ts';
import { type OfSubject, subjectIdOf } from './subject.ts';

/** What every number and every statement of a source says, beside what it is. */
export interface Telling extends OfSubject {
  readonly code: string;
  readonly kind: (typeof observationKinds)[number];
  readonly periodFrom?: string | null;
  readonly periodTo?: string | null;
  readonly periodLabel?: string | null;
  readonly asOf: DatedInput;
  readonly evidence: string;
}

/** The same with what it names by code looked up. */
export async function lookedUp(
  em: EntityManager,
  { subjectType, subject, asOf, evidence }: Telling,
) {
  return {
    subjectType,
    subjectId: await subjectIdOf(em, { subjectType, subject }),
    asOf: dated(asOf),
    evidence: await named(em, Evidence, evidence, 'evidence'),
  };
}
