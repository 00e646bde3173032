import { sql } from 'kysely';
import { type Goal, type Part, shown } from '../harness/report.ts';
import { type Asking, type Measured, measureInTurn } from '../reads/measure.ts';
import { type Ask, type City } from '../reads/query.ts';
import { cpuOf } from '../reads/results.ts';
import { graphqlRequests } from '../reads/contenders.ts';
import type { Grown } from './grown.ts';

const PAGE = 20;
const DEEP = 1_000;
/** Pages that begin at so many places in a row, so that no two requests at the same time are alike. */
const PLACES = 100;
/** The longest page that a list gives. */
const LONGEST = 200;
/** What the CPU time of a page deep inside may be, of that of the first one. */
const MOST = 1.3;

const LIST = `
  query ($filter: ProjectFilter, $after: String) {
    projects(filter: $filter, orderBy: NAME, first: ${PAGE}, after: $after) {
      nodes { code name stage totalInvestment }
      pageInfo { hasNextPage endCursor }
    }
  }`;

interface List {
  readonly title: string;
  readonly filter: object | null;
  readonly length: number;
}

/** One list, and what its first pages and those deep inside cost. */
interface Found {
  readonly list: List;
  /** The number of the page deep inside. */
  readonly deep: number;
  readonly measured: readonly [first: Measured, deep: Measured];
}

/** What a page deep in a list costs, beside the first one. */
export async function pages(grown: Grown): Promise<Part> {
  const lists = await listsOf(grown.city);
  const prepared = [];
  for (const list of lists) prepared.push(await prepare(list, grown));
  const measured = await measureInTurn(
    prepared.flatMap(({ askings }) => askings),
    grown,
  );
  const found = prepared.map(({ list, deep }, place): Found => {
    const [first, inside] = measured.slice(2 * place);
    if (!first || !inside) throw new Error(`${list.title} were not measured.`);
    return { list, deep, measured: [first, inside] };
  });
  return {
    title: 'Page 1,000 against page 1',
    text: `Of ${shown(grown.projects)} projects, by name, ${PAGE} a page. The cursors are those that walking the list gives. Asked are the pages that begin at the first ${PLACES} places of the list, and those that begin at the first ${PLACES} of the page deep inside: page ${shown(DEEP)}, or the last that a shorter list has.`,
    columns: ['', 'page', 'CPU ms a request', 'of page 1', 'of it Node', 'PostgreSQL', 'bytes'],
    rows: found.flatMap(rowsOf),
    goals: found.map(goalOf),
  };
}

/** All projects, and those of the stage that most of them are in. */
async function listsOf({ db }: City): Promise<List[]> {
  const { rows } = await sql<{ stage: string; total: number; all: number }>`
    select stage, count(*)::int as total, (sum(count(*)) over ())::int as all
      from project
     group by stage
     order by stage is null, count(*) desc
     limit 1`.execute(db);
  const [most] = rows;
  if (!most) throw new Error('There are no projects.');
  const { stage, total, all } = most;
  return [
    { title: 'all projects', filter: null, length: all },
    { title: `those in ${stage}`, filter: { stage: { eq: stage } }, length: total },
  ];
}

async function prepare(list: List, { quanmai }: Grown) {
  const last = Math.floor((list.length - PLACES - PAGE) / PAGE);
  const deep = Math.min(DEEP, last);
  const cursors = await walk(quanmai.ask, list, (deep - 1) * PAGE + PLACES);
  const asking = (page: number): Asking => {
    const begin = (page - 1) * PAGE;
    const afters = Array.from({ length: PLACES }, (_, place) => cursors[begin + place - 1] ?? null);
    return {
      contender: quanmai,
      requests: graphqlRequests(
        quanmai.url,
        LIST,
        afters.map((after) => ({ filter: list.filter, after })),
      ),
      name: `${list.title}, page ${page}`,
      isRepeated: true,
    };
  };
  return { list, deep, askings: [asking(1), asking(deep)] };
}

/** The cursors of the first so many projects, as any client comes by them. */
async function walk(ask: Ask, { filter }: List, count: number): Promise<string[]> {
  const cursors: string[] = [];
  while (cursors.length < count) {
    const { projects } = await ask<{ projects: { edges: readonly { cursor: string }[] } }>(
      `query ($filter: ProjectFilter, $after: String) {
        projects(filter: $filter, orderBy: NAME, first: ${LONGEST}, after: $after) { edges { cursor } }
      }`,
      { filter, after: cursors.at(-1) ?? null },
    );
    if (projects.edges.length === 0) break;
    cursors.push(...projects.edges.map(({ cursor }) => cursor));
  }
  return cursors;
}

const ratioOf = ({ measured: [first, deep] }: Found) => cpuOf(deep) / cpuOf(first);

function rowsOf(found: Found): string[][] {
  const { list, deep, measured } = found;
  return measured.map((each, place) => [
    place === 0 ? list.title : '',
    shown(place === 0 ? 1 : deep),
    shown(cpuOf(each)),
    place === 0 ? '' : `${shown(ratioOf(found))} ×`,
    ...[each.node, each.postgres, each.bytes].map(shown),
  ]);
}

function goalOf(found: Found): Goal {
  const ratio = ratioOf(found);
  return {
    what: `page ${shown(found.deep)} of ${found.list.title}, CPU time of that of page 1`,
    wanted: `≤ ${MOST} ×`,
    reached: `${shown(ratio)} ×`,
    isMet: ratio <= MOST,
  };
}
