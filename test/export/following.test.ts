import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { until } from '../support/until.ts';
import { exportOf, nodesOf } from './asking.ts';

const FIELDS = 'code name version';
const LIST = `{ projects(orderBy: CODE) { nodes { ${FIELDS} } } }`;
const FEED = `query ($after: String) { projectUpdatesFeed(first: 200, after: $after) {
  nodes { cursor projectCode version project { ${FIELDS} } } } }`;
const CORRECT = `mutation ($input: CorrectProjectInput!) { correctProject(input: $input) {
  project { version } userErrors { code message } } }`;

interface Project {
  readonly code: string;
  readonly name: string;
  readonly version: number;
}

let gateway: Gateway;
let site: string;
beforeAll(async () => {
  gateway = await startGateway({ live: true });
  site = await gateway.given.region();
  for (let number = 0; number < 450; number += 1) {
    await gateway.given.project({ code: `p-${String(number).padStart(3, '0')}`, site });
  }
}, 120_000);
afterAll(() => gateway.close());

it('with what is followed from its cursor on, misses nothing that was written meanwhile', async () => {
  // given
  const partner = await gateway.keyFor();
  const officer = gateway.as(await gateway.keyFor({ role: 'CITY_OFFICER' }));
  let written = 0;
  let isWriting = true;
  const write = async (writer: number) => {
    for (let round = 0; isWriting; round += 1) {
      const code = `p-${String((round * 37 + writer * 113) % 450).padStart(3, '0')}`;
      const { project } = await officer.query(`{ project(code: "${code}") { version } }`);
      const input = { code, version: project.version, name: `改名 ${writer} ${round}` };
      const { correctProject } = await officer.query(CORRECT, { input });
      if (correctProject.userErrors.length === 0) written += 1;
      if (round % 5 === 0) await gateway.given.project({ code: `new-${writer}-${round}`, site });
    }
  };
  const writers = [write(1), write(2), write(3)];
  await until(() => written > 5);
  // when
  const response = await exportOf(gateway, partner, { query: LIST, format: 'JSONL' });
  const exported = nodesOf<Project>(await response.text());
  const during = written;
  await until(() => written > during + 20);
  isWriting = false;
  await Promise.all(writers);
  const copy = new Map(exported.map((project) => [project.code, project]));
  const codes = exported.map(({ code }) => code);
  let after = response.headers.get('quanmai-cursor')!;
  const follow = async () => {
    const { projectUpdatesFeed } = await gateway.as(partner).query(FEED, { after });
    for (const { cursor, projectCode, version, project } of projectUpdatesFeed.nodes) {
      after = cursor;
      if (version > (copy.get(projectCode)?.version ?? 0)) copy.set(projectCode, project);
    }
    return projectUpdatesFeed.nodes.length as number;
  };
  // then
  const all = await exportOf(gateway, partner, { query: LIST, format: 'JSONL' });
  const graph = nodesOf<Project>(await all.text());
  const told = () => graph.every(({ code, version }) => copy.get(code)?.version === version);
  await until(async () => (await follow()) === 0 && told());
  expect([...copy.values()].sort((a, b) => (a.code < b.code ? -1 : 1))).toEqual(graph);
  expect(new Set(codes).size).toBe(codes.length);
  expect(graph).not.toEqual(exported);
}, 120_000);

it('shows one moment: what is written while it is taken is not in it', async () => {
  const token = await gateway.keyFor();
  const response = await exportOf(gateway, token, { query: LIST, format: 'JSONL' });
  // The headers come with the first page, and the second is read at once: this comes behind both.
  await gateway.given.project({ code: 'zz-late', site });
  const late = nodesOf<Project>(await response.text()).map(({ code }) => code);
  expect(late).not.toContain('zz-late');
  const after = response.headers.get('quanmai-cursor')!;
  await until(async () => {
    const { projectUpdatesFeed } = await gateway.as(token).query(FEED, { after });
    return projectUpdatesFeed.nodes.some(
      ({ projectCode }: { projectCode: string }) => projectCode === 'zz-late',
    );
  });
});
