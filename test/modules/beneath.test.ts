import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CITY_TEMPLATE } from '../support/databases.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';

/** A page of six is too long to come with its row; of both, the first two are the same. */
const [SHORT, LONG] = [2, 6];

interface Listed {
  nodes: { code: string; participants: { nodes: object[] }; chainPositions: { nodes: object[] } }[];
}

const projects = (size: number) => `
  projects(first: 40, orderBy: CODE, filter: { participants: { some: { role: { eq: OWNER } } } }) {
    nodes {
      code
      district { code name }
      participants(first: ${size}, orderBy: ORGANISATION_NAME_DESC) {
        nodes { role organisation { __typename id code name } project { code } }
        pageInfo { hasPreviousPage }
      }
      chainPositions(first: ${size}) { nodes { node { name position } organisation { code } } }
    }
  }`;

describe('a short page of a row’s list', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway({ template: CITY_TEMPLATE });
  });
  afterAll(() => gateway.close());
  beforeEach(() => gateway.sql.reset());

  it('comes with the row, and is the page that a statement of its own reads', async () => {
    const short = await gateway.query<{ projects: Listed }>(`{ ${projects(SHORT)} }`);
    expect(gateway.sql.statements).toHaveLength(1);
    gateway.sql.reset();
    const long = await gateway.query<{ projects: Listed }>(`{ ${projects(LONG)} }`);
    expect(gateway.sql.statements).toHaveLength(3);

    const begun = long.projects.nodes.map(({ participants, chainPositions, ...project }) => ({
      ...project,
      participants: { ...participants, nodes: participants.nodes.slice(0, SHORT) },
      chainPositions: { nodes: chainPositions.nodes.slice(0, SHORT) },
    }));
    expect(short.projects.nodes).toEqual(begun);
    expect(short.projects.nodes.flatMap(({ participants }) => participants.nodes)).not.toEqual([]);
    expect(short.projects.nodes.flatMap((each) => each.chainPositions.nodes)).not.toEqual([]);
  });

  it('comes with one row as well', async () => {
    const { project } = await gateway.query<{ project: { participants: Listed } }>(`{
      project(code: "syn-p-0000001") {
        name
        district { name }
        participants(first: 1) { nodes { organisation { name } } }
      }
    }`);
    expect(project.participants.nodes).toHaveLength(1);
    expect(gateway.sql.statements).toHaveLength(1);
  });

  it('is another for each alias, with arguments of its own', async () => {
    const { projects: listed } = await gateway.query<{ projects: { nodes: object[] } }>(
      `query ($role: ParticipantRole!) {
        projects(first: 10) {
          nodes {
            owners: participants(first: 3, filter: { role: { eq: OWNER } }) { nodes { role } }
            others: participants(first: 3, filter: { role: { in: [PARENT, PARTNER, SUPPLIER, $role] } }) { nodes { role } }
          }
        }
      }`,
      { role: 'PARTNER' },
    );
    const { nodes } = listed as { nodes: { owners: Roles; others: Roles }[] };
    expect(gateway.sql.statements).toHaveLength(1);
    const roles = (of: 'owners' | 'others') =>
      new Set(nodes.flatMap((node) => node[of].nodes.map(({ role }) => role)));
    expect(roles('owners')).toEqual(new Set(['OWNER']));
    expect(roles('others')).not.toContain('OWNER');
  });

  it('goes on by its cursor', async () => {
    const { projects: first } = await gateway.query<{ projects: { nodes: Paged[] } }>(`{
      projects(first: 20, filter: { participants: { some: { role: { in: [PARENT, PARTNER, SUPPLIER] } } } }) {
        nodes { code participants(first: 1) { nodes { role } pageInfo { hasNextPage endCursor } } }
      }
    }`);
    const [project] = first.nodes.filter(({ participants }) => participants.pageInfo.hasNextPage);
    const { endCursor } = project!.participants.pageInfo;
    const { project: next } = await gateway.query<{ project: Paged }>(
      `query ($code: String!, $after: String) {
        project(code: $code) {
          all: participants(first: 6) { nodes { role organisation { code } } }
          participants(first: 5, after: $after) { nodes { role organisation { code } } }
        }
      }`,
      { code: project!.code, after: endCursor },
    );
    const { all, participants } = next as Paged & { all: { nodes: object[] } };
    expect(participants.nodes).toEqual(all.nodes.slice(1));
    expect(participants.nodes).not.toEqual([]);
  });

  it('tells what is wrong with its arguments where it stands', async () => {
    const { errors } = await gateway.request(`{
      projects(first: 1) { nodes { code participants(first: 1, last: 1) { nodes { role } } } }
    }`);
    expect(errors).toEqual([
      expect.objectContaining({ path: ['projects', 'nodes', 0, 'participants'] }),
    ]);
  });
});

interface Roles {
  nodes: { role: string }[];
}

interface Paged {
  code: string;
  participants: { nodes: object[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
}
