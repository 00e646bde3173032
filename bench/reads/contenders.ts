import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { CityDatabase } from '../harness/database.ts';
import { Server } from '../harness/process.ts';
import type { Run } from '../harness/run.ts';
import { QUERIES } from './queries/index.ts';
import { makeObjects } from './peers/objects.ts';
import { type Ask, type City, type ContenderName, CONTENDERS, type ReadQuery } from './query.ts';

/** Connections to PostgreSQL that each contender may have: Quanmai's default. */
const POOL_SIZE = 10;

const TITLES: Readonly<Record<ContenderName, string>> = {
  limit: 'the limit',
  quanmai: 'Quanmai',
  postgraphile: 'PostGraphile',
  mercurius: 'Mercurius',
};

/** One of those that are compared, running. */
export interface Contender {
  readonly name: ContenderName;
  readonly title: string;
  readonly server: Server;
  readonly url: string;
  readonly ask: Ask;
}

/** A query's requests to one contender: what is alike in all, and what is each one's own. */
export interface Requests {
  readonly url: string;
  readonly head: string;
  readonly tails: readonly string[];
}

/** Starts those that were chosen, the limit first. */
export async function startContenders(run: Run, city: CityDatabase): Promise<Contender[]> {
  await makeObjects(city.database.kysely);
  const chosen = CONTENDERS.filter((name) => run.takes(name));
  const started: Contender[] = [];
  for (const name of chosen) started.push(await startContender(run, city, name));
  return started;
}

export async function startContender(
  run: Run,
  city: CityDatabase,
  name: ContenderName,
  settings: Readonly<Record<string, string>> = {},
): Promise<Contender> {
  const { script, env } = programs(run)[name];
  const server = new Server(run, script, { env: { DATABASE_URL: city.url, ...env, ...settings } });
  const url = await server.url();
  const ask: Ask = async <Data>(query: string, variables: object) =>
    dataOf(await post(url, JSON.stringify({ query, variables }))) as Data;
  return { name, title: TITLES[name], server, url, ask };
}

/** Each as it would be run: for production, with no log to speak of. */
function programs(
  run: Run,
): Record<ContenderName, { script: string; env: Readonly<Record<string, string>> }> {
  const statements = Object.fromEntries(
    QUERIES.map(({ name, forms }) => [name, forms.limit?.text ?? '']),
  );
  const own = { PORT: '0', ANONYMOUS: 'read', LOG_LEVEL: 'warn', PLAYGROUND: 'off' };
  return {
    limit: {
      script: 'bench/reads/peers/limit/server.js',
      env: { STATEMENTS: JSON.stringify(statements) },
    },
    quanmai: {
      script: run.compiled('src/main.ts'),
      env: { ...own, POOL_SIZE: String(POOL_SIZE) },
    },
    postgraphile: { script: 'bench/reads/peers/postgraphile/server.js', env: {} },
    mercurius: { script: 'bench/reads/peers/mercurius/server.js', env: {} },
  };
}

/** A contender that is asked a query, and how. */
export interface Asked {
  readonly contender: Contender;
  readonly requests: Requests;
}

/** Those who have such a thing as the query asks for. */
export async function askedOf(
  query: ReadQuery,
  contenders: readonly Contender[],
  city: City,
  questions: readonly unknown[],
): Promise<Asked[]> {
  const asked: Asked[] = [];
  for (const contender of contenders) {
    const requests = await requestsOf(query, contender, city, questions);
    if (requests) asked.push({ contender, requests });
  }
  return asked;
}

async function requestsOf(
  query: ReadQuery,
  { name, url, ask }: Contender,
  city: City,
  questions: readonly unknown[],
): Promise<Requests | undefined> {
  const form = query.forms[name];
  if (!form) return undefined;
  const variables = await form.variables(questions, city, ask);
  if (name !== 'limit') return graphqlRequests(url, form.text, variables);
  const tails = variables.map((each) => JSON.stringify(each));
  return { url: new URL(query.name, url).href, head: '', tails };
}

/** One document, with the variables of each request. */
export function graphqlRequests(
  url: string,
  document: string,
  variables: readonly object[],
): Requests {
  const head = `{"query":${JSON.stringify(document.replace(/\s+/g, ' ').trim())},"variables":`;
  return { url, head, tails: variables.map((each) => `${JSON.stringify(each)}}`) };
}

/** One answer, whole. */
export async function answerTo({ url, head, tails }: Requests, question: number): Promise<string> {
  return post(url, head + (tails[question % tails.length] ?? ''));
}

/** On a connection of its own: one that is kept may be closed by the server just when it is used. */
async function post(url: string, body: string): Promise<string> {
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const sent = request(url, { method: 'POST', headers, agent: false });
  sent.end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const answer = await text(response);
  if (response.statusCode === 200) return answer;
  throw new Error(`${url} answered ${response.statusCode ?? 0}: ${answer.slice(0, 2_000)}`);
}

/** What an answer holds; the limit's has no envelope. */
export function dataOf(answer: string): unknown {
  const { data, errors } = JSON.parse(answer) as { data?: unknown; errors?: unknown };
  if (errors) throw new Error(`It answered with errors: ${JSON.stringify(errors).slice(0, 2_000)}`);
  return data ?? JSON.parse(answer);
}
