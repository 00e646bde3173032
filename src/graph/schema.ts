import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type ClassType, type PubSub } from 'type-graphql';
import { describeFilters, makeFilterInputs } from '../kit/filter/inputs.ts';
import { userErrorTypes } from '../kit/user-error.type.ts';
// In the order of the modules: clients see fields in the order in which these files run.
import * as source from '../modules/source/source.resolver.ts';
import * as register from '../modules/source/register.resolver.ts';
import * as dataSource from '../modules/source/data-source.resolver.ts';
import * as statement from '../modules/source/statement.resolver.ts';
import * as region from '../modules/region/region.resolver.ts';
import * as enterprise from '../modules/enterprise/organisation.resolver.ts';
import * as enterpriseWrites from '../modules/enterprise/enterprise-writes.resolver.ts';
import * as enterpriseMerge from '../modules/enterprise/merge-enterprises.resolver.ts';
import * as identity from '../modules/enterprise/identity-question.resolver.ts';
import * as enterpriseAdded from '../modules/enterprise/added.resolver.ts';
import * as project from '../modules/project/project.resolver.ts';
import * as batch from '../modules/project/batch.resolver.ts';
import * as projectStats from '../modules/project/project-stats.resolver.ts';
import * as projectWrites from '../modules/project/project-writes.resolver.ts';
import * as batchMembers from '../modules/project/batch-members.resolver.ts';
import * as investment from '../modules/project/investment.resolver.ts';
import * as withdrawn from '../modules/project/withdrawn-project.resolver.ts';
import * as projectAdded from '../modules/project/added.resolver.ts';
import * as projectUpdate from '../modules/project/project-update.resolver.ts';
import * as projectUpdates from '../modules/project/project-update.subscription.ts';
import * as chain from '../modules/chain/chain.resolver.ts';
import '../modules/chain/project-updates.ts';
import * as supplier from '../modules/chain/supplier.resolver.ts';
import * as chainWrites from '../modules/chain/chain-writes.resolver.ts';
import * as chainAdded from '../modules/chain/added.resolver.ts';
import * as event from '../modules/promotion/event.resolver.ts';
import * as trip from '../modules/promotion/trip.resolver.ts';
import * as tripWrites from '../modules/promotion/trip-writes.resolver.ts';
import * as promotionAdded from '../modules/promotion/added.resolver.ts';
import '../modules/promotion/project-updates.ts';
import * as subject from '../modules/subject/subject.resolver.ts';
import * as search from '../modules/search/search.resolver.ts';
import * as figure from '../modules/figure/figure.resolver.ts';
import * as comparison from '../modules/figure/comparison.resolver.ts';
import * as sourceReport from '../modules/figure/source-report.resolver.ts';
import * as batchTotals from '../modules/figure/batch-totals.resolver.ts';
import * as discrepancy from '../modules/figure/discrepancy.resolver.ts';
import * as importRun from '../ingest/api/import-run.resolver.ts';
import * as dataSourceRuns from '../ingest/api/data-source-runs.resolver.ts';
import * as importWrites from '../ingest/api/import-writes.resolver.ts';
import * as importProgress from '../ingest/api/import-progress.subscription.ts';
import { AuditResolver } from './audit.resolver.ts';
import { checkAuthorized, checkPermissions } from './authorization.ts';
import { ExportResolver } from './export/export.resolver.ts';
import { nodeResolver } from './node.resolver.ts';
import { inReadingOrder } from './reading-order.ts';
import { callResolversAtOnce } from './call-resolvers.ts';
import { resolveTypesAtOnce } from './resolve-types.ts';
import { ViewerResolver } from './viewer.resolver.ts';

/** What each module brings; a new module is one more line here. */
const modules: readonly object[] = [
  source,
  register,
  dataSource,
  statement,
  region,
  enterprise,
  enterpriseWrites,
  enterpriseMerge,
  identity,
  enterpriseAdded,
  project,
  batch,
  projectStats,
  projectWrites,
  batchMembers,
  investment,
  withdrawn,
  projectAdded,
  projectUpdate,
  projectUpdates,
  chain,
  supplier,
  chainWrites,
  chainAdded,
  event,
  trip,
  tripWrites,
  promotionAdded,
  subject,
  search,
  figure,
  comparison,
  batchTotals,
  sourceReport,
  discrepancy,
  importRun,
  dataSourceRuns,
  importWrites,
  importProgress,
];

const nodeKinds = [
  ...source.sourceNodes,
  ...register.registerNodes,
  ...dataSource.dataSourceNodes,
  ...statement.statementNodes,
  ...region.regionNodes,
  ...enterprise.enterpriseNodes,
  ...project.projectNodes,
  ...chain.chainNodes,
  ...event.promotionNodes,
  ...subject.subjectNodes,
  ...figure.figureNodes,
  ...discrepancy.discrepancyNodes,
];

/** Puts the one schema together from what the modules bring. */
export function assembleSchema(): GraphQLSchema {
  const resolvers = modules
    .flatMap((module) => Object.entries(module))
    .filter(([name]) => name.endsWith('Resolver'))
    .map(([, resolver]) => resolver as ClassType);
  makeFilterInputs();
  checkAuthorized();
  const schema = buildSchemaSync({
    resolvers: [
      nodeResolver(nodeKinds),
      ViewerResolver,
      ...resolvers,
      ExportResolver,
      AuditResolver,
    ],
    orphanedTypes: userErrorTypes,
    authChecker: checkPermissions,
    pubSub: noPubSub,
    validate: false,
  });
  resolveTypesAtOnce(schema);
  callResolversAtOnce(schema);
  describeFilters(schema);
  // type-graphql has no place to describe the roots.
  const query = schema.getQueryType();
  if (query) query.description = '查询 · Where every question to the graph begins.';
  const mutation = schema.getMutationType();
  if (mutation)
    mutation.description = '变更 · What can be written, one after another as they stand.';
  const subscription = schema.getSubscriptionType();
  if (subscription)
    subscription.description = '订阅 · What can be followed, each from a cursor on.';
  return inReadingOrder(schema);
}

/** type-graphql asks for one; whatever is told goes through the log, which nobody can bypass. */
const noPubSub: PubSub = {
  publish: () => {
    throw new Error('Nothing is published: record an event, and the log tells it.');
  },
  subscribe: () => {
    throw new Error('Nothing is subscribed to but the log: see graph/following.');
  },
};
