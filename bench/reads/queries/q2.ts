import { amount, type Named, named, type Nodes } from '../answers.ts';
import type { ReadQuery } from '../query.ts';
import { numbered, QUESTIONS, shuffledDistricts } from '../questions.ts';
import {
  MERCURIUS_PROJECT,
  ofPostGraphile,
  ofQuanmai,
  POSTGRAPHILE_PROJECT,
  type PostGraphileProject,
  QUANMAI_PROJECT,
  type QuanmaiProject,
  SHOWN_PROJECT_COLUMNS,
  type ShownProject,
  shownProject,
} from './projects.ts';

interface Question {
  readonly districts: readonly string[];
}

interface Stage {
  readonly stage: string | null;
  readonly count: number;
  readonly totalInvestment: string | number | null;
}

/**
 * By stage, as groups come in no order that all contenders have in common. Of nothing the sum is nothing:
 * for some of them null, and for others zero.
 */
const stages = (groups: readonly Stage[]) =>
  groups
    .map(({ stage, count, totalInvestment }) => ({
      ...{ stage, count, totalInvestment: amount(totalInvestment) ?? 0 },
    }))
    .sort((one, other) => String(one.stage).localeCompare(String(other.stage)));

interface Lists {
  readonly districts: readonly (Named & {
    stages: readonly Stage[];
    largest: readonly ShownProject[];
  })[];
}

const ofLists = ({ districts }: Lists) =>
  districts.map((district) => ({
    ...named(district),
    stages: stages(district.stages),
    largest: district.largest.map(shownProject),
  }));

export const q2: ReadQuery<Question> = {
  name: 'Q2',
  title: 'The dashboard',
  what: 'Of each of 15 districts its projects by stage (how many, and the sum of their investment; of the groups a client makes the district’s own), and its 5 largest projects with owner and chain node. Each request names the districts in another order.',
  questions: (city) =>
    numbered(QUESTIONS, (question) => ({ districts: shuffledDistricts(city, question) })),
  forms: {
    limit: {
      text: `
        select json_build_object('districts', json_agg(district))::text
          from (select region.code, region.name, stages.list as stages, largest.list as largest
                  from region
                 cross join lateral (
                       select coalesce(json_agg(grouped), '[]') as list
                         from (select project.stage, count(*)::int as count,
                                      sum(project.total_investment) as "totalInvestment"
                                 from project
                                where project.district_id = region.id
                                group by project.stage) grouped) stages
                 cross join lateral (
                       select coalesce(json_agg(item), '[]') as list
                         from (select ${SHOWN_PROJECT_COLUMNS}
                                 from (select *
                                         from project
                                        where district_id = region.id
                                        order by investment_order desc, id desc
                                        limit 5) project) item) largest
                 where region.code = any ($1::text[])
                   and region.kind in ('DISTRICT', 'COUNTY', 'FUNCTIONAL_ZONE')
                 order by region.code) district`,
      variables: (questions) => questions.map(({ districts }) => [districts]),
      shape: ofLists,
    },
    quanmai: {
      text: `query ($districts: [String!]!) {
        districts(first: 15, filter: { code: { in: $districts } }) {
          nodes {
            code
            name
            projectStats(groupBy: [STAGE]) { stage count totalInvestment }
            projects(first: 5, orderBy: TOTAL_INVESTMENT_DESC) { nodes { ${QUANMAI_PROJECT} } }
          }
        }
      }`,
      variables: (questions) => questions,
      shape: ({ districts }: QuanmaiData) =>
        districts.nodes.map((district) => ({
          ...named(district),
          stages: stages(district.projectStats),
          largest: district.projects.nodes.map(ofQuanmai),
        })),
    },
    postgraphile: {
      text: `query ($districts: [String!]!) {
        regions(filter: { code: { in: $districts } }, orderBy: [CODE_ASC]) {
          nodes {
            code
            name
            stages: projectsByDistrictId {
              groupedAggregates(groupBy: [STAGE]) {
                keys
                count { rowId }
                sum { totalInvestment }
              }
            }
            largest: projectsByDistrictId(
              orderBy: [INVESTMENT_ORDER_DESC, PRIMARY_KEY_DESC]
              first: 5
            ) {
              nodes { ${POSTGRAPHILE_PROJECT} }
            }
          }
        }
      }`,
      variables: (questions) => questions,
      shape: ({ regions }: PostGraphileData) =>
        regions.nodes.map((district) => ({
          ...named(district),
          stages: stages(
            district.stages.groupedAggregates.map(({ keys, count, sum }) => ({
              stage: keys[0] ?? null,
              count: Number(count.rowId),
              totalInvestment: sum.totalInvestment,
            })),
          ),
          largest: district.largest.nodes.map(ofPostGraphile),
        })),
    },
    mercurius: {
      text: `query ($districts: [String!]!) {
        districts(codes: $districts) {
          code
          name
          stages { stage count totalInvestment }
          largest(first: 5) { ${MERCURIUS_PROJECT} }
        }
      }`,
      variables: (questions) => questions,
      shape: ofLists,
    },
  },
};

interface QuanmaiData {
  readonly districts: Nodes<
    Named & { projectStats: readonly Stage[]; projects: Nodes<QuanmaiProject> }
  >;
}

interface PostGraphileData {
  readonly regions: Nodes<
    Named & {
      stages: {
        groupedAggregates: readonly {
          keys: readonly (string | null)[];
          count: { rowId: string };
          sum: { totalInvestment: string };
        }[];
      };
      largest: Nodes<PostGraphileProject>;
    }
  >;
}
