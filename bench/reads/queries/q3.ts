import { sql } from 'kysely';
import type { Nodes } from '../answers.ts';
import type { Ask, ReadQuery } from '../query.ts';
import { QUESTIONS } from '../questions.ts';
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

/** The stages that most projects are in. */
const STAGES = ['CONSTRUCTION', 'LANDING', 'PLANNING', 'COMPLETION_EFFECT'] as const;

interface Question {
  readonly stage: string;
  /** The project that the page before ended with. */
  readonly code: string;
  readonly name: string;
  readonly id: string;
}

interface PageInfo {
  readonly hasNextPage: boolean;
}

const page = (pageInfo: PageInfo, projects: readonly object[]) => ({
  hasNextPage: pageInfo.hasNextPage,
  projects,
});

export const q3: ReadQuery<Question> = {
  name: 'Q3',
  title: 'A page deep in a list',
  what: '50 projects of one stage by name, after a cursor from the list’s second half, with owner and chain node, and the next cursor. Each request has another cursor.',
  async questions({ db }) {
    const { rows } = await sql<Question>`
      select stage, code, name, id
        from (select stage, code, name, id,
                     row_number() over (partition by stage order by name, id) as place,
                     count(*) over (partition by stage) as total
                from project
               where stage = any (${[...STAGES]}::text[])) listed
       where place > total / 2 and place <= total - 51
       order by md5(id::text)
       limit ${QUESTIONS}`.execute(db);
    return rows;
  },
  forms: {
    limit: {
      text: `
        with page as materialized (
             select *
               from project
              where stage = $1 and (name, id) > ($2, $3::uuid)
              order by name, id
              limit 51)
        select json_build_object(
               'hasNextPage', (select count(*) > 50 from page),
               'endCursor', (select json_build_array(name, id)
                               from (select * from page order by name, id limit 50) shown
                              order by name desc, id desc limit 1),
               'projects', (select coalesce(json_agg(item), '[]')
                              from (select ${SHOWN_PROJECT_COLUMNS}
                                      from page project
                                     order by project.name, project.id
                                     limit 50) item))::text`,
      variables: (questions) => questions.map(({ stage, name, id }) => [stage, name, id]),
      shape: ({ projects, ...pageInfo }: LimitData) => page(pageInfo, projects.map(shownProject)),
    },
    quanmai: {
      text: `query ($stage: ProjectStage!, $after: String!) {
        projects(filter: { stage: { eq: $stage } }, orderBy: NAME, first: 50, after: $after) {
          nodes { ${QUANMAI_PROJECT} }
          pageInfo { hasNextPage endCursor }
        }
      }`,
      async variables(questions, _city, ask) {
        const cursors = await cursorsBy(
          ask,
          `query ($stage: ProjectStage!, $after: String) {
            projects(filter: { stage: { eq: $stage } }, orderBy: NAME, first: 200, after: $after) {
              edges { cursor node { code } }
              pageInfo { hasNextPage endCursor }
            }
          }`,
        );
        return questions.map(({ stage, code }) => ({ stage, after: cursors.get(code) }));
      },
      shape: ({ projects }: { projects: Nodes<QuanmaiProject> & { pageInfo: PageInfo } }) =>
        page(projects.pageInfo, projects.nodes.map(ofQuanmai)),
    },
    postgraphile: {
      text: `query ($stage: String!, $after: Cursor!) {
        projects(condition: { stage: $stage }, orderBy: [NAME_ASC], first: 50, after: $after) {
          nodes { ${POSTGRAPHILE_PROJECT} }
          pageInfo { hasNextPage endCursor }
        }
      }`,
      async variables(questions, _city, ask) {
        const cursors = await cursorsBy(
          ask,
          `query ($stage: String!, $after: Cursor) {
            projects(condition: { stage: $stage }, orderBy: [NAME_ASC], first: 1000, after: $after) {
              edges { cursor node { code } }
              pageInfo { hasNextPage endCursor }
            }
          }`,
        );
        return questions.map(({ stage, code }) => ({ stage, after: cursors.get(code) }));
      },
      shape: ({ projects }: { projects: Nodes<PostGraphileProject> & { pageInfo: PageInfo } }) =>
        page(projects.pageInfo, projects.nodes.map(ofPostGraphile)),
    },
    mercurius: {
      text: `query ($stage: String!, $after: String!) {
        projects(stage: $stage, first: 50, after: $after) {
          nodes { ${MERCURIUS_PROJECT} }
          pageInfo { hasNextPage endCursor }
        }
      }`,
      variables: (questions) =>
        questions.map(({ stage, name, id }) => ({
          stage,
          after: Buffer.from(JSON.stringify([name, id])).toString('base64url'),
        })),
      shape: ({ projects }: { projects: Nodes<ShownProject> & { pageInfo: PageInfo } }) =>
        page(projects.pageInfo, projects.nodes.map(shownProject)),
    },
  },
};

interface LimitData extends PageInfo {
  readonly projects: readonly ShownProject[];
}

interface CursorPage {
  readonly projects: {
    readonly edges: readonly { cursor: string; node: { code: string } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

/** The cursor of every project of the stages, by its code: read as any client reads them. */
async function cursorsBy(ask: Ask, document: string): Promise<Map<string, string>> {
  const cursors = new Map<string, string>();
  for (const stage of STAGES) {
    for (let after: string | null = null, isOn = true; isOn;) {
      const { projects }: CursorPage = await ask(document, { stage, after });
      for (const { cursor, node } of projects.edges) cursors.set(node.code, cursor);
      after = projects.pageInfo.endCursor;
      isOn = projects.pageInfo.hasNextPage;
    }
  }
  return cursors;
}
