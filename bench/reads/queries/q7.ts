import { Dice } from '../../../src/ingest/city/random.ts';
import { type Named, named, type Nodes } from '../answers.ts';
import type { ReadQuery } from '../query.ts';
import { numbered, QUESTIONS, shuffled } from '../questions.ts';

interface Question {
  readonly chains: readonly string[];
}

/** What all answers are compared as. */
interface Chain extends Named {
  readonly nodes: readonly { name: string; position: string; supplies: readonly Supply[] }[];
}

interface Supply {
  readonly product: string;
  readonly tier: number;
  readonly supplier: Named & { readonly projects: readonly Project[] };
}

interface Project extends Named {
  readonly district: Named | null;
}

const chain = ({ nodes, ...own }: Chain): Chain => ({
  ...named(own),
  nodes: nodes.map(({ name, position, supplies }) => ({
    ...{ name, position },
    supplies: supplies.map(({ product, tier, supplier }) => ({
      ...{ product, tier },
      supplier: {
        ...named(supplier),
        projects: supplier.projects.map(({ district, ...project }) => ({
          ...named(project),
          district: district && named(district),
        })),
      },
    })),
  })),
});

export const q7: ReadQuery<Question> = {
  name: 'Q7',
  title: 'A walk of four levels',
  what: 'From all chains to their nodes, to 3 supplies of each and who supplies them, to up to 3 projects of each supplier, to the project’s district. Each request names the chains in another order.',
  questions: ({ chains }) =>
    numbered(QUESTIONS, (question) => {
      const codes = chains.map(({ code }) => code);
      return { chains: shuffled(new Dice(7, question), codes) };
    }),
  forms: {
    limit: {
      text: `
        select json_build_object('chains', coalesce(json_agg(chain), '[]'))::text
          from (select industry_chain.code, industry_chain.name, nodes.list as nodes
                  from industry_chain
                 cross join lateral (
                       select coalesce(json_agg(node), '[]') as list
                         from (select chain_node.name, chain_node.position, supplies.list as supplies
                                 from chain_node
                                cross join lateral (
                                      select coalesce(json_agg(supply), '[]') as list
                                        from (select chain_supply.product, chain_supply.tier,
                                                     json_build_object(
                                                       'code', organisation.code,
                                                       'name', organisation.name,
                                                       'projects', projects.list) as supplier
                                                from (select *
                                                        from chain_supply
                                                       where node_id = chain_node.id
                                                       order by tier, id
                                                       limit 3) chain_supply
                                                join organisation
                                                  on organisation.id = chain_supply.supplier_id
                                               cross join lateral (
                                                     select coalesce(json_agg(item), '[]') as list
                                                       from (select project.code, project.name,
                                                                    case when region.id is not null
                                                                      then json_build_object(
                                                                        'code', region.code,
                                                                        'name', region.name) end as district
                                                               from (select project.*
                                                                       from project_participant
                                                                       join project
                                                                         on project.id = project_participant.project_id
                                                                      where project_participant.organisation_id
                                                                            = chain_supply.supplier_id
                                                                        and project_participant.role = 'OWNER'
                                                                      order by project.name, project.id
                                                                      limit 3) project
                                                               left join region on region.id = project.district_id
                                                              order by project.name, project.id) item) projects
                                               order by chain_supply.tier, chain_supply.id) supply) supplies
                                where chain_node.chain_id = industry_chain.id
                                order by chain_node.sequence, chain_node.id) node) nodes
                 where industry_chain.code = any ($1::text[])
                 order by industry_chain.code) chain`,
      variables: (questions) => questions.map(({ chains }) => [chains]),
      shape: ofLists,
    },
    quanmai: {
      text: `query ($chains: [String!]!) {
        chains(filter: { code: { in: $chains } }, orderBy: CODE, first: 20) {
          nodes {
            code
            name
            nodes {
              name
              position
              supplies(first: 3) {
                nodes {
                  product
                  tier
                  supplier {
                    code
                    name
                    participations(filter: { role: { eq: OWNER } }, first: 3) {
                      nodes { project { code name district { code name } } }
                    }
                  }
                }
              }
            }
          }
        }
      }`,
      variables: (questions) => questions,
      shape: ({ chains }: QuanmaiData) =>
        chains.nodes.map(({ nodes, ...own }) =>
          chain({
            ...own,
            nodes: nodes.map(({ supplies, ...node }) => ({
              ...node,
              supplies: supplies.nodes.map(({ supplier, ...supply }) => ({
                ...supply,
                supplier: {
                  ...supplier,
                  projects: supplier.participations.nodes.map(({ project }) => project),
                },
              })),
            })),
          }),
        ),
    },
    postgraphile: {
      text: `query ($chains: [String!]!) {
        industryChains(filter: { code: { in: $chains } }, orderBy: [CODE_ASC]) {
          nodes {
            code
            name
            chainNodesByChainId(orderBy: [SEQUENCE_ASC]) {
              nodes {
                name
                position
                chainSuppliesByNodeIdAndChainId(orderBy: [TIER_ASC], first: 3) {
                  nodes {
                    product
                    tier
                    supplier {
                      code
                      name
                      ownedProjects(orderBy: [NAME_ASC], first: 3) {
                        nodes { code name district { code name } }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }`,
      variables: (questions) => questions,
      shape: ({ industryChains }: PostGraphileData) =>
        industryChains.nodes.map(({ chainNodesByChainId, ...own }) =>
          chain({
            ...own,
            nodes: chainNodesByChainId.nodes.map((node) => ({
              ...node,
              supplies: node.chainSuppliesByNodeIdAndChainId.nodes.map(
                ({ supplier, ...supply }) => ({
                  ...supply,
                  supplier: { ...supplier, projects: supplier.ownedProjects.nodes },
                }),
              ),
            })),
          }),
        ),
    },
    mercurius: {
      text: `query ($chains: [String!]!) {
        chains(codes: $chains) {
          code
          name
          nodes {
            name
            position
            supplies(first: 3) {
              product
              tier
              supplier {
                code
                name
                projects(first: 3) { code name district { code name } }
              }
            }
          }
        }
      }`,
      variables: (questions) => questions,
      shape: ofLists,
    },
  },
};

function ofLists({ chains }: { chains: readonly Chain[] }) {
  return chains.map(chain);
}

interface Node {
  readonly name: string;
  readonly position: string;
}

interface QuanmaiData {
  readonly chains: Nodes<
    Named & {
      nodes: readonly (Node & {
        supplies: Nodes<
          Omit<Supply, 'supplier'> & {
            supplier: Named & { participations: Nodes<{ project: Project }> };
          }
        >;
      })[];
    }
  >;
}

interface PostGraphileData {
  readonly industryChains: Nodes<
    Named & {
      chainNodesByChainId: Nodes<
        Node & {
          chainSuppliesByNodeIdAndChainId: Nodes<
            Omit<Supply, 'supplier'> & { supplier: Named & { ownedProjects: Nodes<Project> } }
          >;
        }
      >;
    }
  >;
}
