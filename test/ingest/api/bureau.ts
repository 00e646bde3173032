import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Gateway } from '../../support/gateway.ts';
import { until } from '../../support/until.ts';

const mapping = (code: string, feed: string) => `
source:
  code: ${code}
  name: 测试局
  nameEn: Test Bureau
  kind: DEPARTMENT
  office: 数据科
  trust: 4
  licence: 政务共享
  publication: INTERNAL
  rhythm: P1M
${feed}
tables:
  - target: projects
    columns:
      code: { header: 项目代码 }
      name: { header: 项目名称 }
      site: { header: 建设地点, as: region }
`;

/** A directory with the mapping file of a bureau, and of another, which is pulled from an address. */
export async function sourcesDirectory(
  url = 'http://127.0.0.1:9/rows',
  every?: string,
): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'quanmai-test-sources-'));
  const rhythm = every === undefined ? '' : `, every: "${every}"`;
  const feed = `feed: { kind: rest, url: "${url}"${rhythm} }`;
  await writeFile(join(directory, 'test-bureau.yaml'), mapping('test-bureau', ''));
  await writeFile(join(directory, 'test-system.yaml'), mapping('test-system', feed));
  return directory;
}

/** A file of projects, as the bureau writes it: code, name and place. */
export function projectsFile(rows: readonly (readonly [string, string, string])[]): string {
  return ['项目代码,项目名称,建设地点', ...rows.map((row) => row.join(','))].join('\n');
}

/** Sends a file in, and answers what it is called. */
export async function upload(gateway: Gateway, token: string, text: string): Promise<string> {
  const response = await fetch(new URL('/uploads?name=%E9%A1%B9%E7%9B%AE.csv', gateway.url), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv' },
    body: text,
  });
  const answer = (await response.json()) as { upload: string };
  return answer.upload;
}

const RUN = `
  id source state mode isDryRun fileName format encoding asOf actor askedAt startedAt endedAt undoneAt
  counts { read new changed unchanged refused gone }
  tables { file sheet target rows changed refused }
  faults { problem } error errorFileUrl`;

export const START = `mutation ($input: StartImportInput!) {
  startImport(input: $input) { run { ${RUN} } userErrors { code message field } } }`;

export const UNDO = `mutation ($input: UndoImportInput!) {
  undoImport(input: $input) { run { ${RUN} } userErrors { code message field } } }`;

export const CANCEL = `mutation ($input: CancelImportInput!) {
  cancelImport(input: $input) { run { ${RUN} } userErrors { code message field } } }`;

/** Who asks, over HTTP. */
export type Asker = Pick<Gateway, 'query' | 'request'>;

/** Starts an import that has to be taken, and answers its run. */
export async function start(asker: Asker, input: object): Promise<string> {
  const { startImport } = await asker.query(START, { input: { source: 'test-bureau', ...input } });
  if (!startImport.run) throw new Error(JSON.stringify(startImport.userErrors));
  return startImport.run.id as string;
}

export async function readRun(asker: Asker, id: string, more = ''): Promise<any> {
  const document = `query ($id: ID!) { importRun(id: $id) { ${RUN} ${more} } }`;
  return (await asker.query(document, { id })).importRun;
}

const OPEN = ['WAITING', 'RUNNING', 'INTERRUPTED'];

/** The run, once it is over. */
export async function ended(asker: Asker, id: string, more = ''): Promise<any> {
  let run: any;
  await until(async () => {
    run = await readRun(asker, id, more);
    return !OPEN.includes(run.state as string);
  }, 120_000);
  return run;
}
