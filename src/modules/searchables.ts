import type { Searchable } from '../search/searchable.ts';
import { chainNodeSearch, chainSearch } from './chain/chain.entity.ts';
import { officeSearch, organisationSearch } from './enterprise/organisation.entity.ts';
import { batchSearch } from './project/batch.entity.ts';
import { projectSearch } from './project/project.entity.ts';
import { eventSearch } from './promotion/event.entity.ts';
import { leadSearch, tripSearch } from './promotion/trip.entity.ts';
import { placeSearch, regionSearch } from './region/region.entity.ts';

/** Everything that can be found by its names, for whoever writes the whole index. */
export const searchables: readonly Searchable[] = [
  regionSearch,
  placeSearch,
  organisationSearch,
  officeSearch,
  projectSearch,
  batchSearch,
  chainSearch,
  chainNodeSearch,
  eventSearch,
  tripSearch,
  leadSearch,
];
