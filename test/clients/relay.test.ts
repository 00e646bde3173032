import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import compiler from 'relay-compiler';
import relay, { type ConcreteRequest, type ReaderFragment } from 'relay-runtime';
import { City, schemaText } from './city.ts';

const { createOperationDescriptor, Environment, fetchQuery, getSingularSelector } = relay;

/** An app's documents through Relay's own compiler, and what comes out on Relay's own store. */
describe('Relay', () => {
  let city: City;
  let directory: string;
  let log: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'quanmai-relay-'));
    [city, log] = await Promise.all([City.start(), compile()]);
  }, 180_000);
  afterAll(async () => {
    await rm(directory, { recursive: true });
    await city.close();
  });

  async function compile(): Promise<string> {
    await mkdir(join(directory, 'made'));
    const config = { src: '.', schema: 'schema.graphql', artifactDirectory: 'made' };
    const language = { language: 'javascript', eagerEsModules: true };
    await Promise.all([
      writeFile(join(directory, 'package.json'), '{ "type": "module" }'),
      writeFile(join(directory, 'schema.graphql'), schemaText),
      writeFile(join(directory, 'relay.config.json'), JSON.stringify({ ...config, ...language })),
      copyFile('test/clients/relay-app.js', join(directory, 'relayApp.js')),
    ]);
    const { stdout, stderr } = await promisify(execFile)(compiler, ['--noWatchman'], {
      cwd: directory,
    });
    return stdout + stderr;
  }

  async function compiled<Made = ConcreteRequest>(name: string): Promise<Made> {
    const file = pathToFileURL(join(directory, 'made', `${name}.graphql.js`));
    return ((await import(file.href)) as { default: Made }).default;
  }

  let environment: InstanceType<typeof Environment>;
  beforeEach(() => {
    environment = new Environment({
      store: new relay.Store(new relay.RecordSource()),
      network: relay.Network.create(async ({ text }, variables) => {
        const response = await city.fetch(city.url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query: text, variables }),
        });
        return (await response.json()) as never;
      }),
    });
  });

  async function ask(name: string, variables: object): Promise<any> {
    const request = await compiled(name);
    // As a mounted component does: what nobody retains may be swept away.
    environment.retain(createOperationDescriptor(request, variables));
    return fetchQuery(environment, request, variables as never).toPromise();
  }

  async function read(fragment: string, owner: unknown): Promise<any> {
    const node = await compiled<ReaderFragment>(fragment);
    const { data, isMissingData } = environment.lookup(getSingularSelector(node, owner));
    expect(isMissingData).toBe(false);
    return data;
  }

  /** What `usePaginationFragment` does: ask for the next page, and show what the store then holds. */
  async function listBy(
    start: { first?: number; last?: number },
    more: (projects: any) => object,
    times: number,
  ) {
    const { region } = await ask('relayAppQuery', { code: city.code, ...start });
    for (let page = 0; page < times; page++) {
      const { projects } = await read('relayApp_projects', region);
      await ask('relayAppProjectsQuery', { id: region.id, ...start, ...more(projects.pageInfo) });
    }
    return (await read('relayApp_projects', region)).projects;
  }

  const namesOf = (projects: any): Promise<string[]> =>
    Promise.all(
      projects.edges.map(async ({ node }: any) => (await read('relayApp_item', node)).name),
    );

  it('compiles against schema/schema.graphql as it is', () => {
    expect(log).toContain('compiled documents: 5 reader, 3 normalization, 6 operation text');
  });

  it('merges pages forwards into one list', async () => {
    const projects = await listBy({ first: 4 }, ({ endCursor: after }) => ({ after }), 2);
    expect(await namesOf(projects)).toEqual(city.projects.slice(0, 12));
    expect(projects.pageInfo.hasNextPage).toBe(true);
  });

  it('merges pages backwards into one list', async () => {
    const projects = await listBy({ last: 4 }, ({ startCursor: before }) => ({ before }), 2);
    expect(await namesOf(projects)).toEqual(city.projects.slice(-12));
    expect(projects.pageInfo.hasPreviousPage).toBe(true);
  });

  it('reads one thing again by its id, through node', async () => {
    // given
    const { edges } = await listBy({ first: 1 }, () => ({}), 0);
    const before = await read('relayApp_item', edges[0].node);
    const asked = city.requests;
    // when
    const { node } = await ask('relayAppItemQuery', { id: edges[0].node.id });
    // then
    expect(city.requests).toBe(asked + 1);
    const after = await read('relayApp_item', node);
    expect(after).toEqual(before);
    expect(after).toMatchObject({
      __typename: 'Project',
      name: city.projects[0],
    });
    expect(after.participants.nodes[0].organisation).toMatchObject({ kind: expect.any(String) });
  });
});
