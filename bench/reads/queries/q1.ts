import { type Named, type Nodes, named, type ProjectFields, projectFields } from '../answers.ts';
import type { ReadQuery } from '../query.ts';
import { numbered, QUESTIONS, shuffledDistricts } from '../questions.ts';

interface Question {
  readonly chain: string;
  readonly districts: readonly string[];
}

interface Enterprise extends Named {
  readonly creditCode: string | null;
}

/** What all answers are compared as. */
interface Supplier extends Enterprise {
  readonly basis: string;
  readonly projects: readonly ProjectFields[];
}

const supplier = (
  enterprise: Enterprise,
  basis: string,
  projects: readonly ProjectFields[],
): Supplier => ({
  ...named(enterprise),
  creditCode: enterprise.creditCode,
  ...{ basis, projects: projects.map(projectFields) },
});

const district = (region: Named, suppliers: readonly Supplier[]) => ({
  ...named(region),
  suppliers,
});

export const q1: ReadQuery<Question> = {
  name: 'Q1',
  title: 'The question of the house',
  what: 'All 15 districts, up to 40 suppliers of one anchor’s chain in each, up to 3 projects of each supplier. Each request names another chain, and the districts in another order.',
  questions: (city) =>
    numbered(QUESTIONS, (question) => ({
      chain: city.chains[question % city.chains.length]?.code ?? '',
      districts: shuffledDistricts(city, question),
    })),
  forms: {
    limit: {
      text: `
        select json_build_object('districts', json_agg(district))::text
          from (select region.code, region.name, suppliers.list as suppliers
                  from region
                 cross join lateral (
                       select coalesce(json_agg(supplier), '[]') as list
                         from (select organisation.code, organisation.name,
                                      organisation.credit_code as "creditCode",
                                      chain_supplier.basis, projects.list as projects
                                 from (select *
                                         from chain_supplier
                                        where chain_id = (select id from industry_chain where code = $1)
                                          and partition = 'REPORTING_UNIT'
                                          and district_key = region.id
                                        order by name, id
                                        limit 40) chain_supplier
                                 join organisation on organisation.id = chain_supplier.organisation_id
                                cross join lateral (
                                      select coalesce(json_agg(item), '[]') as list
                                        from (select project.code, project.name, project.stage,
                                                     trim_scale(project.total_investment)::text
                                                       as "totalInvestment"
                                                from project_participant
                                                join project on project.id = project_participant.project_id
                                               where project_participant.organisation_id
                                                     = chain_supplier.organisation_id
                                                 and project_participant.role = 'OWNER'
                                               order by project.name, project.id
                                               limit 3) item) projects
                                order by chain_supplier.name, chain_supplier.id) supplier) suppliers
                 where region.code = any ($2::text[])
                   and region.kind in ('DISTRICT', 'COUNTY', 'FUNCTIONAL_ZONE')
                 order by region.code) district`,
      variables: (questions) => questions.map(({ chain, districts }) => [chain, districts]),
      shape: ({ districts }: { districts: (Named & { suppliers: Supplier[] })[] }) =>
        districts.map((found) =>
          district(
            found,
            found.suppliers.map((each) => supplier(each, each.basis, each.projects)),
          ),
        ),
    },
    quanmai: {
      text: `query ($chain: String!, $districts: [String!]!) {
        districts(first: 15, filter: { code: { in: $districts } }) {
          nodes {
            code
            name
            suppliers(chain: $chain, first: 40) {
              nodes {
                enterprise { code name creditCode }
                basis
                projects(first: 3) { nodes { code name stage totalInvestment } }
              }
            }
          }
        }
      }`,
      variables: (questions) => questions,
      shape: ({ districts }: QuanmaiData) =>
        districts.nodes.map((found) =>
          district(
            found,
            found.suppliers.nodes.map((each) =>
              supplier(each.enterprise, each.basis, each.projects.nodes),
            ),
          ),
        ),
    },
    postgraphile: {
      text: `query ($chain: UUID!, $districts: [String!]!) {
        regions(filter: { code: { in: $districts } }, orderBy: [CODE_ASC]) {
          nodes {
            code
            name
            suppliersPlaced(
              condition: { chainId: $chain, partition: "REPORTING_UNIT" }
              orderBy: [NAME_ASC]
              first: 40
            ) {
              nodes {
                organisation {
                  code
                  name
                  creditCode
                  ownedProjects(orderBy: [NAME_ASC], first: 3) {
                    nodes { code name stage totalInvestment }
                  }
                }
                basis
              }
            }
          }
        }
      }`,
      // Its clients know rows by their ids.
      variables: (questions, { chains }) =>
        questions.map(({ chain, districts }) => ({
          chain: chains.find(({ code }) => code === chain)?.id,
          districts,
        })),
      shape: ({ regions }: PostGraphileData) =>
        regions.nodes.map((found) =>
          district(
            found,
            found.suppliersPlaced.nodes.map(({ basis, organisation }) =>
              supplier(organisation, basis, organisation.ownedProjects.nodes),
            ),
          ),
        ),
    },
    mercurius: {
      text: `query ($chain: String!, $districts: [String!]!) {
        districts(codes: $districts) {
          code
          name
          suppliers(chain: $chain, first: 40) {
            enterprise { code name creditCode }
            basis
            projects(first: 3) { code name stage totalInvestment }
          }
        }
      }`,
      variables: (questions) => questions,
      shape: ({ districts }: MercuriusData) =>
        districts.map((found) =>
          district(
            found,
            found.suppliers.map((each) => supplier(each.enterprise, each.basis, each.projects)),
          ),
        ),
    },
  },
};

interface QuanmaiData {
  readonly districts: Nodes<
    Named & {
      suppliers: Nodes<{ enterprise: Enterprise; basis: string; projects: Nodes<ProjectFields> }>;
    }
  >;
}

interface PostGraphileData {
  readonly regions: Nodes<
    Named & {
      suppliersPlaced: Nodes<{
        basis: string;
        organisation: Enterprise & { ownedProjects: Nodes<ProjectFields> };
      }>;
    }
  >;
}

interface MercuriusData {
  readonly districts: readonly (Named & {
    suppliers: readonly {
      enterprise: Enterprise;
      basis: string;
      projects: readonly ProjectFields[];
    }[];
  })[];
}
