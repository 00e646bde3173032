import {
  boolean,
  dated,
  enumeration,
  type Filter,
  filterOn,
  int,
  many,
  one,
  text,
} from '../../kit/filter/filter.ts';
import { regionFilter } from '../region/region.filter.ts';
import { reported } from '../source/reported.filter.ts';
import { named, sourced } from '../source/source.filter.ts';
import { projectFilter } from './project.filter.ts';

const sectorFilter = filterOn('BatchSector', 'project_batch_sector', {
  position: int('position'),
  name: text('name'),
  nameEn: text('name_en'),
  ...sourced,
});

export const memberFilter: Filter = filterOn('ProjectBatchMember', 'project_batch_member', {
  role: enumeration('BatchRole', 'role'),
  project: one(() => projectFilter, 'project_id'),
  batch: one(() => batchFilter, 'batch_id'),
  ...sourced,
});

export const batchFilter: Filter = filterOn('ProjectBatch', 'project_batch', {
  ...named,
  ...sourced,
  ...reported,
  kind: enumeration('BatchKind', 'kind'),
  region: one(() => regionFilter, 'region_id'),
  locationText: text('location_text'),
  heldOn: dated('held'),
  parent: one(() => batchFilter, 'parent_id'),
  children: many(() => batchFilter, 'parent_id'),
  sectors: many(() => sectorFilter, 'batch_id'),
  sectorsComplete: boolean('sectors_complete'),
  members: many(() => memberFilter, 'batch_id'),
  membersComplete: boolean('members_complete'),
});

regionFilter.add({ batches: many(() => batchFilter, 'region_id') });

projectFilter.add({ batches: many(() => memberFilter, 'project_id') });
