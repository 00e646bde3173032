import { sql } from 'kysely';
import {
  type Named,
  named,
  type Nodes,
  only,
  type ProjectFields,
  projectFields,
} from '../answers.ts';
import type { ReadQuery } from '../query.ts';

const MOST_QUESTIONS = 40_000;

interface Question {
  readonly code: string;
}

interface Project extends ProjectFields {
  readonly district: Named | null;
  readonly owner: Named | null;
}

const shownProject = ({ district, owner, ...project }: Project): Project => ({
  ...projectFields(project),
  district: district && named(district),
  owner: owner && named(owner),
});

export const q4: ReadQuery<Question> = {
  name: 'Q4',
  title: 'One project',
  what: 'One project by its code, with its district and its owner. Each request names another project.',
  async questions({ db }) {
    const { rows } = await sql<Question>`
      select code from project order by md5(id::text) limit ${MOST_QUESTIONS}`.execute(db);
    return rows;
  },
  forms: {
    limit: {
      text: `
        select json_build_object('project', json_build_object(
                 'code', project.code, 'name', project.name, 'stage', project.stage,
                 'totalInvestment', trim_scale(project.total_investment)::text,
                 'district', case when region.id is not null
                   then json_build_object('code', region.code, 'name', region.name) end,
                 'owner', (select json_build_object('code', organisation.code, 'name', organisation.name)
                             from project_participant
                             join organisation on organisation.id = project_participant.organisation_id
                            where project_participant.project_id = project.id
                              and project_participant.role = 'OWNER'
                            limit 1)))::text
          from project
          left join region on region.id = project.district_id
         where project.code = $1`,
      variables: (questions) => questions.map(({ code }) => [code]),
      shape: ({ project }: { project: Project }) => shownProject(project),
    },
    quanmai: {
      text: `query ($code: String!) {
        project(code: $code) {
          code
          name
          stage
          totalInvestment
          district { code name }
          participants(filter: { role: { eq: OWNER } }, first: 1) {
            nodes { organisation { code name } }
          }
        }
      }`,
      variables: (questions) => questions,
      shape: ({ project: { participants, ...project } }: { project: QuanmaiProject }) =>
        shownProject({ ...project, owner: only(participants)?.organisation ?? null }),
    },
    postgraphile: {
      text: `query ($code: String!) {
        projectByCode(code: $code) {
          code
          name
          stage
          totalInvestment
          district { code name }
          projectParticipants(condition: { role: "OWNER" }, first: 1) {
            nodes { organisation { code name } }
          }
        }
      }`,
      variables: (questions) => questions,
      shape: ({ projectByCode: { projectParticipants, ...project } }: PostGraphileData) =>
        shownProject({ ...project, owner: only(projectParticipants)?.organisation ?? null }),
    },
    mercurius: {
      text: `query ($code: String!) {
        project(code: $code) {
          code
          name
          stage
          totalInvestment
          district { code name }
          owner { code name }
        }
      }`,
      variables: (questions) => questions,
      shape: ({ project }: { project: Project }) => shownProject(project),
    },
  },
};

interface QuanmaiProject extends ProjectFields {
  readonly district: Named | null;
  readonly participants: Nodes<{ organisation: Named }>;
}

interface PostGraphileData {
  readonly projectByCode: ProjectFields & {
    readonly district: Named | null;
    readonly projectParticipants: Nodes<{ organisation: Named }>;
  };
}
