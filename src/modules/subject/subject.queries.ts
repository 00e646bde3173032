import { sql } from 'kysely';
import { select } from '../../kit/columns.ts';
import type { Order } from '../../kit/relay/list.ts';
import { oneByKey, pagedList } from '../../request/loaders.ts';
import { namedColumns, type SourcedRow } from '../source/source.queries.ts';
import { subjectFilter } from './subject.filter.ts';

export interface SubjectRow extends SourcedRow {
  readonly code: string;
  readonly regionId: string | null;
  readonly parentId: string | null;
}

const columnsOfSubject = namedColumns('named_subject', 'sub_', {
  kind: { kind: sql`named_subject.kind` },
  region: { regionId: sql`named_subject.region_id` },
  parent: { parentId: sql`named_subject.parent_id` },
});
const subjectColumns = select(columnsOfSubject);

const orders: Record<string, Order> = {
  NAME: { by: sql`named_subject.name`, type: 'text' },
  NAME_DESC: { by: sql`named_subject.name`, type: 'text', isDescending: true },
  CODE: { by: sql`named_subject.code`, type: 'text' },
  CODE_DESC: { by: sql`named_subject.code`, type: 'text', isDescending: true },
};

const everySubject = {
  parent: {},
  from: sql`named_subject`,
  columns: columnsOfSubject,
  key: sql`named_subject.id`,
  orders,
  filter: subjectFilter,
  row: 'named_subject',
};

export const subjects = pagedList<SubjectRow>({ ...everySubject, name: 'namedSubjects' });

export const subjectsOfRegion = pagedList<SubjectRow>({
  ...everySubject,
  name: 'namedSubjectsOfRegion',
  parent: { region_id: 'uuid' },
  tie: sql`named_subject.region_id = wanted.region_id`,
});

export const partsOfSubject = pagedList<SubjectRow>({
  ...everySubject,
  name: 'partsOfSubject',
  parent: { parent_id: 'uuid' },
  tie: sql`named_subject.parent_id = wanted.parent_id`,
});

export const subjectById = oneByKey<SubjectRow>(
  (ids) =>
    sql`select ${subjectColumns} from named_subject where named_subject.id = any (${[...ids]})`,
);

export const subjectByCode = oneByKey<SubjectRow>(
  (codes) => sql`
    select ${subjectColumns}, named_subject.code as "soughtBy"
      from named_subject where named_subject.code = any (${[...codes]})`,
);
