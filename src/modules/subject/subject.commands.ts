import { command } from '../../request/command.ts';
import { named, namedIfAny, put } from '../../request/put.ts';
import { Region } from '../region/region.entity.ts';
import { Evidence } from '../source/source.entity.ts';
import { NamedSubject, type subjectKinds } from './subject.entity.ts';

export interface NewSubject {
  readonly code: string;
  readonly kind: (typeof subjectKinds)[number];
  readonly name: string;
  readonly nameEn?: string | null;
  readonly nameHant?: string | null;
  /** Whose it is: the city's policy, a district's mechanism. */
  readonly region?: string | null;
  /** The code of the subject that it is a part of. */
  readonly parent?: string | null;
  readonly evidence: string;
}

/** Takes a subject that has no table of its own (登记主体) into the register. */
export const nameSubject = command(async ({ em, record }, input: NewSubject) => {
  const { code, region, parent, evidence, ...rest } = input;
  const subject = await put(
    em,
    NamedSubject,
    { code },
    {
      ...rest,
      region: await namedIfAny(em, Region, region, 'region'),
      parent: await namedIfAny(em, NamedSubject, parent, 'parent'),
      evidence: await named(em, Evidence, evidence, 'evidence'),
    },
  );
  record('SUBJECT_NAMED', subject);
  return subject;
});
