import { nameSubject } from '../../modules/subject/subject.commands.ts';
import { subjectKinds } from '../../modules/subject/subject.entity.ts';
import { names, oneOf, optional, text } from '../columns.ts';
import { type Sheet, sheet } from '../sheet.ts';

export const subjectSheets: readonly Sheet[] = [
  sheet('subjects.csv', nameSubject, ['code'], {
    code: text,
    kind: oneOf(subjectKinds),
    ...names,
    region: optional(text),
    parent: optional(text),
    evidence: text,
  }),
];
