import { type Kysely, sql } from 'kysely';
import { type Part, shown } from '../harness/report.ts';
import { graphqlRequests } from '../reads/contenders.ts';
import { type Asking, measureInTurn } from '../reads/measure.ts';
import { q2 } from '../reads/queries/q2.ts';
import { numbered, QUESTIONS } from '../reads/questions.ts';
import { cpuOf } from '../reads/results.ts';
import type { Grown } from './grown.ts';

interface District {
  readonly id: string;
  readonly code: string;
  readonly projects: number;
}

const listOf = (given: string) => `
  query ($districts: [String!]!) {
    districts(first: 15, filter: { code: { in: $districts } }) {
      nodes {
        projects(first: 20, ${given}) {
          nodes { code name stage totalInvestment }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  }`;

/** What is asked of a district, by name. */
const DOCUMENTS: Readonly<Record<string, string>> = {
  'the dashboard': q2.forms.quanmai?.text ?? '',
  '20 projects by name': listOf('orderBy: NAME'),
  '20 projects by investment': listOf('orderBy: TOTAL_INVESTMENT_DESC'),
  '20 projects of one stage by name': listOf(
    'orderBy: NAME, filter: { stage: { eq: CONSTRUCTION } }',
  ),
};

/**
 * What a district costs that half of all projects lie in, beside an ordinary one. Its database is
 * another afterwards: whatever else is to be measured there comes before.
 */
export async function half(grown: Grown): Promise<Part> {
  const { db } = grown.city;
  const [most] = await districtsOf(db);
  if (!most) throw new Error('There are no districts.');
  await moveHalf(db, most, grown.projects);
  const [crowded, ...others] = await districtsOf(db);
  const ordinary = others[Math.floor(others.length / 2)];
  if (!crowded || !ordinary) throw new Error('There are no two districts.');
  const names = Object.keys(DOCUMENTS);
  const measured = await measureInTurn(
    names.flatMap((name) => [askingOf(name, ordinary, grown), askingOf(name, crowded, grown)]),
    grown,
  );
  const rows = names.map((name, place) => {
    const [one, other] = measured.slice(2 * place);
    if (!one || !other) throw new Error(`${name} was not measured.`);
    const ratio = `${shown(cpuOf(other) / cpuOf(one))} ×`;
    const statements = other.statements;
    return [name, ...[one, other].map((each) => shown(cpuOf(each))), ratio].concat(
      [statements, one.bytes, other.bytes].map(shown),
    );
  });
  return {
    title: 'A district with half of all projects',
    text: `One district has ${shown(crowded.projects)} of ${shown(grown.projects)} projects, the ordinary one beside it ${shown(ordinary.projects)}. The dashboard is Q2’s, of one district. Without a goal: a dashboard’s figures are worked out of all projects of the district; a page has as many rows either way.`,
    columns: [
      'CPU ms a request',
      'ordinary',
      'with half of all',
      '',
      'statements',
      'bytes, ordinary',
      'with half',
    ],
    rows,
    goals: [],
  };
}

/** Beside the district a code that there is none of: no two requests at the same time are alike. */
function askingOf(name: string, { code }: District, { quanmai }: Grown): Asking {
  const variables = numbered(QUESTIONS, (question) => ({ districts: [code, `none-${question}`] }));
  const requests = graphqlRequests(quanmai.url, DOCUMENTS[name] ?? '', variables);
  return { contender: quanmai, requests, name: `${name}, ${code}`, isRepeated: true };
}

/** The districts proper, those with the most projects first. */
async function districtsOf(db: Kysely<unknown>): Promise<District[]> {
  const { rows } = await sql<District>`
    select region.id, region.code, count(project.id)::int as projects
      from region
      left join project on project.district_id = region.id
     where region.kind = 'DISTRICT'
     group by region.id
     order by count(project.id) desc, region.code`.execute(db);
  return rows;
}

/**
 * Moves projects from everywhere until a district has half of all. By one statement and without
 * events, which the log's guard would miss; all other triggers do their work, so that what is
 * derived from projects agrees with them.
 */
async function moveHalf(db: Kysely<unknown>, district: District, all: number): Promise<void> {
  const lacking = Math.floor(all / 2) - district.projects;
  await db.transaction().execute(async (transaction) => {
    await sql`alter table project disable trigger has_event`.execute(transaction);
    await sql`
      update project
         set site_id = ${district.id}, district_id = ${district.id},
             administrative_district_id = ${district.id}
       where id in (select id
                      from project
                     where district_id is distinct from ${district.id}
                     order by md5(id::text)
                     limit ${lacking})`.execute(transaction);
    await sql`alter table project enable trigger has_event`.execute(transaction);
  });
  await sql`vacuum (analyze)`.execute(db);
}
