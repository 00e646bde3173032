import { enumeration, type Filter, filterOn, many, one } from '../../kit/filter/filter.ts';
import { regionFilter } from '../region/region.filter.ts';
import { reported } from '../source/reported.filter.ts';
import { named, sourced } from '../source/source.filter.ts';

export const subjectFilter: Filter = filterOn('NamedSubject', 'named_subject', {
  ...named,
  ...sourced,
  ...reported,
  kind: enumeration('NamedSubjectKind', 'kind'),
  region: one(() => regionFilter, 'region_id'),
  parent: one(() => subjectFilter, 'parent_id'),
  parts: many(() => subjectFilter, 'parent_id'),
});

regionFilter.add({ namedSubjects: many(() => subjectFilter, 'region_id') });
