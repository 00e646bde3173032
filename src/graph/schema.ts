import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type ClassType } from 'type-graphql';
import { describeFilters, makeFilterInputs } from '../kit/filter/inputs.ts';
// In the order of the modules: clients see fields in the order in which these files run.
import * as source from '../modules/source/source.resolver.ts';
import * as region from '../modules/region/region.resolver.ts';
import * as enterprise from '../modules/enterprise/organisation.resolver.ts';
import * as enterpriseAdded from '../modules/enterprise/added.resolver.ts';
import * as project from '../modules/project/project.resolver.ts';
import * as batch from '../modules/project/batch.resolver.ts';
import * as projectStats from '../modules/project/project-stats.resolver.ts';
import * as projectAdded from '../modules/project/added.resolver.ts';
import * as chain from '../modules/chain/chain.resolver.ts';
import * as supplier from '../modules/chain/supplier.resolver.ts';
import * as chainAdded from '../modules/chain/added.resolver.ts';
import * as event from '../modules/promotion/event.resolver.ts';
import * as trip from '../modules/promotion/trip.resolver.ts';
import * as promotionAdded from '../modules/promotion/added.resolver.ts';
import * as search from '../modules/search/search.resolver.ts';
import { nodeResolver } from './node.resolver.ts';
import { inReadingOrder } from './reading-order.ts';
import { ViewerResolver } from './viewer.resolver.ts';

/** What each module brings; a new module is one more line here. */
const modules: readonly object[] = [
  source,
  region,
  enterprise,
  enterpriseAdded,
  project,
  batch,
  projectStats,
  projectAdded,
  chain,
  supplier,
  chainAdded,
  event,
  trip,
  promotionAdded,
  search,
];

const nodeKinds = [
  ...source.sourceNodes,
  ...region.regionNodes,
  ...enterprise.enterpriseNodes,
  ...project.projectNodes,
  ...chain.chainNodes,
  ...event.promotionNodes,
];

/** Puts the one schema together from what the modules bring. */
export function assembleSchema(): GraphQLSchema {
  const resolvers = modules
    .flatMap((module) => Object.entries(module))
    .filter(([name]) => name.endsWith('Resolver'))
    .map(([, resolver]) => resolver as ClassType);
  makeFilterInputs();
  const schema = buildSchemaSync({
    resolvers: [nodeResolver(nodeKinds), ViewerResolver, ...resolvers],
    validate: false,
  });
  describeFilters(schema);
  // type-graphql has no place to describe the roots.
  const query = schema.getQueryType();
  if (query) query.description = '查询 · Where every question to the graph begins.';
  return inReadingOrder(schema);
}
