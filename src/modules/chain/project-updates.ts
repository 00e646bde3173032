import { Field } from 'type-graphql';
import { namedBy, namedByCode } from '../project/project-update.changes.ts';
import { filteredByAbout, ProjectUpdateFilter } from '../project/project-update.filter.ts';
import { projectUpdateKinds } from '../project/project-update.kinds.ts';
import { chainByCode, chainById, nodeById } from './chain.queries.ts';

/** What chains add to the updates of projects: kinds, a filter, and how their rows are named. */

projectUpdateKinds({
  CHAIN_PLACE_TAKEN: '入链 · It took a place in an industry chain.',
  CHAIN_PLACE_CORRECTED: '更正链上席位 · Its place in an industry chain is at another node.',
  CHAIN_PLACE_LEFT: '出链 · It left a place in an industry chain.',
});

Field(() => [String], {
  nullable: true,
  description: '产业链 · Of a project with a place in one of these chains, by code.',
})(ProjectUpdateFilter.prototype, 'chains');
filteredByAbout('chains', 'industry chain', chainByCode);

namedByCode(['chain'], chainById);
namedBy(['node'], nodeById, ({ name }) => name);
