import { q1 } from '../../bench/reads/queries/q1.ts';
import { q2 } from '../../bench/reads/queries/q2.ts';
import { q3 } from '../../bench/reads/queries/q3.ts';
import { q4 } from '../../bench/reads/queries/q4.ts';
import { q5 } from '../../bench/reads/queries/q5.ts';
import { q6 } from '../../bench/reads/queries/q6.ts';
import { q7 } from '../../bench/reads/queries/q7.ts';
import type { Gateway } from '../support/gateway.ts';

/** An operation that has to cost what it costs however large the city is. */
export interface HotOperation {
  readonly name: string;
  readonly document: string;
  readonly variables: (gateway: Gateway) => object | Promise<object>;
  /** The large tables that it reads from end to end, and why it has to. */
  readonly scans?: Readonly<Record<string, string>>;
}

/** A document of the benchmark: what is measured is what is looked at. */
const measured = ({ forms }: { forms: { quanmai?: { text: string } } }) => forms.quanmai!.text;

/** The cursor behind the first 200 projects of a stage. */
async function deepIn(gateway: Gateway, stage: string): Promise<object> {
  const { projects } = await gateway.query(
    `query ($stage: ProjectStage!) {
      projects(filter: { stage: { eq: $stage } }, orderBy: NAME, first: 200) {
        pageInfo { endCursor }
      }
    }`,
    { stage },
  );
  return { stage, after: projects.pageInfo.endCursor };
}

async function districts(gateway: Gateway): Promise<string[]> {
  const found = await gateway.query(`{ districts(first: 50) { nodes { code } } }`);
  return found.districts.nodes.map(({ code }: { code: string }) => code);
}

/** What is asked most, of each kind one: the benchmark's reads, and the lists and the feed beside them. */
export const hotOperations: readonly HotOperation[] = [
  {
    name: 'Q1, suppliers of a chain by district, with their projects',
    document: measured(q1),
    variables: async (gateway) => ({ chain: 'byd', districts: await districts(gateway) }),
  },
  {
    name: 'Q2, the dashboard of all districts',
    document: measured(q2),
    variables: async (gateway) => ({ districts: await districts(gateway) }),
    scans: { project: 'for the whole city, where that is asked for; of a district it never runs' },
  },
  {
    name: 'Q3, a page of projects deep in a filtered list',
    document: measured(q3),
    variables: (gateway) => deepIn(gateway, 'CONSTRUCTION'),
  },
  {
    name: 'Q4, one project with its district and owner',
    document: measured(q4),
    variables: () => ({ code: 'syn-p-0000000' }),
  },
  {
    name: 'Q5, search by pinyin',
    document: measured(q5),
    variables: () => ({ text: 'zhinengzhi' }),
  },
  {
    name: 'Q6, statistics of projects by three dimensions',
    document: measured(q6),
    variables: () => ({ least: '0.5' }),
    scans: { project: 'a figure of all projects is worked out of all projects' },
  },
  {
    name: 'Q7, from chains to nodes, suppliers, projects and districts',
    document: measured(q7),
    variables: () => ({ chains: ['byd'] }),
  },
  {
    name: 'a page of the enterprises of a district',
    document: `query ($district: String!) {
      region(code: $district) {
        enterprises(first: 50, orderBy: NAME) {
          totalCount
          nodes { code name creditCode }
          pageInfo { hasNextPage endCursor }
        }
      }
    }`,
    variables: () => ({ district: '370105' }),
  },
  {
    name: 'a page of the feed of project updates',
    document: `query ($districts: [String!]) {
      projectUpdatesFeed(first: 20, filter: { districts: $districts }) {
        nodes { kind project { code name district { code } } changes { field before after } }
        pageInfo { hasNextPage endCursor }
      }
    }`,
    variables: () => ({ districts: ['370105'] }),
  },
];
