/**
 * Keeps a copy of all projects that a key may see, and misses nothing. May be killed at any time.
 *
 *     QUANMAI_TOKEN=qm_… node follow.ts http://localhost:4000/graphql http://other:4000/graphql
 */
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ask, Refused } from './gateway.ts';
import {
  type KeptProjectFragment,
  ProjectPageDocument,
  type ProjectPageQuery,
  type SightFragment,
  WhatWeSeeDocument,
} from './generated.ts';
import { type Place, Store } from './store.ts';
import { isWay, ways } from './streams.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** websocket, sse or feed. */
    over: { type: 'string', default: 'websocket' },
    store: { type: 'string', default: 'store' },
    /** Seconds between two looks, over feed. */
    every: { type: 'string', default: '5' },
    /** Seconds without a word, not even a heartbeat, after which a connection is given up. */
    patience: { type: 'string', default: '45' },
  },
});
const urls = positionals.length > 0 ? positionals : ['http://localhost:4000/graphql'];
const { over } = options;
const token = process.env.QUANMAI_TOKEN ?? stop('Set QUANMAI_TOKEN to the token of your key.');
const messagesFrom = isWay(over) ? ways[over] : stop('--over is websocket, sse or feed.');

/** What is kept leads nowhere, or is not what we may see: it is loaded anew. */
const LOAD_AGAIN = ['CURSOR_EXPIRED', 'CURSOR_EPOCH_CHANGED', 'CURSOR_MISMATCH', 'SIGHT_CHANGED'];
/** Trying again would change nothing: a person has to look. */
const STOP = ['UNAUTHENTICATED', 'FORBIDDEN', 'ACCESS_ENDED', 'GRAPHQL_VALIDATION_FAILED'];
/** In milliseconds; twice as long after each failure, up to half a minute. */
const [SHORTEST_WAIT, LONGEST_WAIT] = [250, 30_000];

let failures = 0;
const store = await Store.open(options.store);
for (let turn = 0; ; turn += 1) {
  const url = urls[turn % urls.length] ?? '';
  try {
    await follow(url, store.place ?? (await firstLoad(url)));
  } catch (error) {
    const code = error instanceof Refused ? error.code : '';
    if (STOP.includes(code)) stop(`${url}: ${code}: ${String(error)}`);
    if (LOAD_AGAIN.includes(code)) store.forget();
    console.error(`${url}: ${String(error)}`);
  }
  const wait = Math.min(SHORTEST_WAIT * 2 ** failures, LONGEST_WAIT);
  failures += 1;
  // Not all who lost the same gateway come back in the same moment.
  await delay(wait * (0.5 + Math.random() / 2));
}

/** Everything that there is now, and the place from which to follow what becomes of it. */
async function firstLoad(url: string): Promise<Place> {
  const projects: KeptProjectFragment[] = [];
  let place: Place | undefined;
  for (let after: string | null = null; ;) {
    const page: ProjectPageQuery = await ask(url, token, ProjectPageDocument, { after });
    // What changes while we read comes as an update behind the cursor of the first page.
    place ??= { cursor: page.updatesHead.cursor, sight: sightOf(page.viewer) };
    checkSight(page.viewer, place);
    projects.push(...page.projects.nodes);
    if (!page.projects.pageInfo.hasNextPage) break;
    after = page.projects.pageInfo.endCursor;
  }
  await store.replace(projects, place);
  console.log(`${projects.length} projects loaded from ${url}`);
  return place;
}

/** Keeps what happens, and how far it got, as long as the gateway says anything. */
async function follow(url: string, { cursor, sight }: Place): Promise<void> {
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(), Number(options.patience) * 1_000);
  let isKnown = false;
  try {
    const every = Number(options.every) * 1_000;
    const { signal } = silence;
    for await (const message of messagesFrom({ url, token, after: cursor, every, signal })) {
      timer.refresh();
      // Once the stream has begun: what changes from then on, it tells by ACCESS_CHANGED.
      if (!isKnown) checkSight((await ask(url, token, WhatWeSeeDocument, {})).viewer, { sight });
      isKnown = true;
      failures = 0;
      if (message.__typename === 'ProjectUpdate' && (await store.apply(message))) {
        const { occurredAt, kind, projectCode, version } = message;
        console.log(`${occurredAt} ${projectCode} ${version} ${kind}`);
      }
      await store.keep({ cursor: message.cursor, sight });
    }
  } finally {
    clearTimeout(timer);
  }
}

/** Other districts may have been given to our key while we were away, and no update tells of that. */
function checkSight(viewer: SightFragment, { sight }: Pick<Place, 'sight'>): void {
  if (sightOf(viewer) === sight) return;
  throw new Refused('SIGHT_CHANGED', 'Our key may see other projects than before.');
}

function sightOf({ role, districts }: SightFragment): string {
  const codes = districts?.map(({ code }) => code).sort();
  return `${role} ${codes?.join(',') ?? 'all districts'}`;
}

function stop(why: string): never {
  console.error(why);
  process.exit(1);
}
