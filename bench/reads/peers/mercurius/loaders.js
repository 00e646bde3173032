import { listsByPlace, onesByKey, prepared } from './database.js';

const suppliersOfDistricts = prepared(
  'suppliersOfDistricts',
  `select wanted.place::int, supplier.*
     from unnest($1::uuid[], $2::text[], $3::int[]) with ordinality
          as wanted (district_id, chain, first, place)
    cross join lateral (
          select chain_supplier.id, chain_supplier.basis, organisation.id as "organisationId",
                 organisation.code, organisation.name, organisation.credit_code as "creditCode"
            from chain_supplier
            join organisation on organisation.id = chain_supplier.organisation_id
           where chain_supplier.chain_id = (select id from industry_chain where code = wanted.chain)
             and chain_supplier.partition = 'REPORTING_UNIT'
             and chain_supplier.district_key = wanted.district_id
           order by chain_supplier.name, chain_supplier.id
           limit wanted.first) supplier`,
);

const projectsOfOwners = prepared(
  'projectsOfOwners',
  `select wanted.place::int, project.*
     from unnest($1::uuid[], $2::int[]) with ordinality as wanted (owner_id, first, place)
    cross join lateral (
          select project.id, project.code, project.name, project.stage,
                 project.total_investment as "totalInvestment", project.district_id as "districtId"
            from project_participant
            join project on project.id = project_participant.project_id
           where project_participant.organisation_id = wanted.owner_id
             and project_participant.role = 'OWNER'
           order by project.name, project.id
           limit wanted.first) project`,
);

const stagesOfDistricts = prepared(
  'stagesOfDistricts',
  `select wanted.place::int, grouped.*
     from unnest($1::uuid[]) with ordinality as wanted (district_id, place)
    cross join lateral (
          select stage, count(*)::int as count, sum(total_investment) as "totalInvestment"
            from project
           where district_id = wanted.district_id
           group by stage) grouped`,
);

const largestOfDistricts = prepared(
  'largestOfDistricts',
  `select wanted.place::int, project.*
     from unnest($1::uuid[], $2::int[]) with ordinality as wanted (district_id, first, place)
    cross join lateral (
          select id, code, name, stage, total_investment as "totalInvestment",
                 district_id as "districtId"
            from project
           where district_id = wanted.district_id
           order by investment_order desc, id desc
           limit wanted.first) project`,
);

const districtsById = prepared(
  'districtsById',
  'select id as key, id, code, name from region where id = any ($1::uuid[])',
);

const ownersOfProjects = prepared(
  'ownersOfProjects',
  `select project_participant.project_id as key, organisation.id, organisation.code,
          organisation.name, organisation.credit_code as "creditCode"
     from project_participant
     join organisation on organisation.id = project_participant.organisation_id
    where project_participant.project_id = any ($1::uuid[]) and project_participant.role = 'OWNER'`,
);

const nodesOfProjects = prepared(
  'nodesOfProjects',
  `select chain_place.project_id as key, chain_node.id, chain_node.name, chain_node.position
     from chain_place
     join chain_node on chain_node.id = chain_place.node_id
    where chain_place.project_id = any ($1::uuid[])`,
);

const nodesOfChains = prepared(
  'nodesOfChains',
  `select wanted.place::int, chain_node.id, chain_node.name, chain_node.position
     from unnest($1::uuid[]) with ordinality as wanted (chain_id, place)
     join chain_node on chain_node.chain_id = wanted.chain_id
    order by wanted.place, chain_node.sequence, chain_node.id`,
);

const suppliesOfNodes = prepared(
  'suppliesOfNodes',
  `select wanted.place::int, supply.*
     from unnest($1::uuid[], $2::int[]) with ordinality as wanted (node_id, first, place)
    cross join lateral (
          select chain_supply.product, chain_supply.tier, organisation.id as "organisationId",
                 organisation.code, organisation.name, organisation.credit_code as "creditCode"
            from (select *
                    from chain_supply
                   where node_id = wanted.node_id
                   order by tier, id
                   limit wanted.first) chain_supply
            join organisation on organisation.id = chain_supply.supplier_id
           order by chain_supply.tier, chain_supply.id) supply`,
);

const ids = (queries) => queries.map(({ obj }) => obj.id);
const firsts = (queries) => queries.map(({ params }) => params.first);

/** A supplier's enterprise came with it. */
const enterpriseOf = ({ organisationId, code, name, creditCode }) => ({
  ...{ id: organisationId, code, name, creditCode },
});

const ownedBy = async (queries, owners) => {
  const rows = await projectsOfOwners([owners, firsts(queries)]);
  return listsByPlace(rows, queries.length);
};

export const loaders = {
  District: {
    async suppliers(queries) {
      const chains = queries.map(({ params }) => params.chain);
      const rows = await suppliersOfDistricts([ids(queries), chains, firsts(queries)]);
      const suppliers = rows.map((row) => ({ ...row, enterprise: enterpriseOf(row) }));
      return listsByPlace(suppliers, queries.length);
    },
    stages: async (queries) =>
      listsByPlace(await stagesOfDistricts([ids(queries)]), queries.length),
    largest: async (queries) =>
      listsByPlace(await largestOfDistricts([ids(queries), firsts(queries)]), queries.length),
  },
  Supplier: {
    projects: (queries) =>
      ownedBy(
        queries,
        queries.map(({ obj }) => obj.organisationId),
      ),
  },
  Enterprise: {
    projects: (queries) => ownedBy(queries, ids(queries)),
  },
  Project: {
    async district(queries) {
      const keys = queries.map(({ obj }) => obj.districtId);
      return onesByKey(await districtsById([[...new Set(keys)]]), keys);
    },
    owner: async (queries) => onesByKey(await ownersOfProjects([ids(queries)]), ids(queries)),
    chainNode: async (queries) => onesByKey(await nodesOfProjects([ids(queries)]), ids(queries)),
  },
  Chain: {
    nodes: async (queries) => listsByPlace(await nodesOfChains([ids(queries)]), queries.length),
  },
  ChainNode: {
    async supplies(queries) {
      const rows = await suppliesOfNodes([ids(queries), firsts(queries)]);
      const supplies = rows.map((row) => ({ ...row, supplier: enterpriseOf(row) }));
      return listsByPlace(supplies, queries.length);
    },
  },
};
