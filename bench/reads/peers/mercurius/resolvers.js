import { Buffer } from 'node:buffer';
import { prepared } from './database.js';

const districtsByCode = prepared(
  'districtsByCode',
  `select id, code, name
     from region
    where code = any ($1::text[]) and kind in ('DISTRICT', 'COUNTY', 'FUNCTIONAL_ZONE')
    order by code`,
);

const projectByCode = prepared(
  'projectByCode',
  `select id, code, name, stage, total_investment as "totalInvestment", district_id as "districtId"
     from project
    where code = $1`,
);

const PROJECTS_OF_STAGE = (bound) => `
  select id, code, name, stage, total_investment as "totalInvestment", district_id as "districtId"
    from project
   where stage = $1 ${bound}
   order by name, id
   limit $2`;
const firstProjects = prepared('firstProjects', PROJECTS_OF_STAGE(''));
const nextProjects = prepared('nextProjects', PROJECTS_OF_STAGE('and (name, id) > ($3, $4::uuid)'));

const statsOfProjects = prepared(
  'statsOfProjects',
  `select region.code as district, grouped.*
     from (select district_id, stage, class, count(*)::int as count,
                  sum(total_investment) as "totalInvestment"
             from project
            where total_investment >= $1::numeric
            group by district_id, stage, class) grouped
     left join region on region.id = grouped.district_id`,
);

const chainsByCode = prepared(
  'chainsByCode',
  'select id, code, name from industry_chain where code = any ($1::text[]) order by code',
);

export const resolvers = {
  Query: {
    districts: (_, { codes }) => districtsByCode([codes]),
    project: async (_, { code }) => (await projectByCode([code]))[0] ?? null,
    projectStats: (_, { least }) => statsOfProjects([least]),
    chains: (_, { codes }) => chainsByCode([codes]),
    async projects(_, { stage, first, after }) {
      const bound = after ? JSON.parse(Buffer.from(after, 'base64url')) : [];
      const rows = await (after ? nextProjects : firstProjects)([stage, first + 1, ...bound]);
      const nodes = rows.slice(0, first);
      const last = nodes.at(-1);
      const endCursor = last
        ? Buffer.from(JSON.stringify([last.name, last.id])).toString('base64url')
        : null;
      return { nodes, pageInfo: { hasNextPage: rows.length > first, endCursor } };
    },
  },
};
