import type { EntityClass } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { UnknownCode } from '../../kit/errors.ts';
import { formerHolder } from '../../request/put.ts';
import type { subjectTypes } from './source.entity.ts';

export type SubjectType = (typeof subjectTypes)[number];

/** What a number or a statement is about, by the table of its kind and its code there. */
export interface OfSubject {
  readonly subjectType: SubjectType;
  /** The subject's code. */
  readonly subject: string;
}

/**
 * The id of a subject. Its table is read by its name: it belongs to a later module, of which this one
 * knows nothing but that it has codes. It is held as by a reference, which the database does not have
 * here: who removes or merges it meanwhile waits, and finds what is told of it.
 */
export async function subjectIdOf(
  em: EntityManager,
  { subjectType, subject }: OfSubject,
): Promise<string> {
  const known = found.get(em) ?? new Map<string, string>();
  found.set(em, known);
  const name = `${subjectType} ${subject}`;
  const id = known.get(name) ?? (await lookUp(em, subjectType, subject));
  known.set(name, id);
  return id;
}

/** A load names the same subjects again and again. */
const found = new WeakMap<EntityManager, Map<string, string>>();

async function lookUp(em: EntityManager, type: SubjectType, code: string): Promise<string> {
  const select = async () => {
    const [row] = await em
      .getConnection()
      .execute<{ id: string }[]>(
        `select id from ${type} where code = ? for key share`,
        [code],
        'all',
        em.getTransactionContext(),
      );
    return row?.id;
  };
  const id = await select();
  if (id !== undefined) return id;
  // What this very transaction made may not be in its table yet.
  await em.flush();
  const made = await select();
  if (made !== undefined) return made;
  const holder = await holderOf(em, type, code);
  if (!holder) throw new UnknownCode(type.replaceAll('_', ' '), code, ['subject']);
  return holder.id;
}

/** Who answers for a code that is no row's any more. */
function holderOf(em: EntityManager, type: SubjectType, code: string) {
  const [meta] = [...em.getMetadata().getAll().values()].filter(
    ({ tableName }) => tableName === type,
  );
  return meta ? formerHolder(em, meta.class as EntityClass<{ id: string }>, code) : null;
}
