import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Feed, feedSchema } from '../../../src/ingest/feeds/feed.ts';
import { pull, type Pulled, type PullOptions } from '../../../src/ingest/feeds/pull.ts';
import { type FeedState, NO_STATE } from '../../../src/ingest/feeds/rest.ts';

type Answer = (request: IncomingMessage, response: ServerResponse, nth: number) => void;

/** A source of a test's own: what it was asked, and what it answers. */
export class Source {
  readonly asked: { url: string; headers: IncomingMessage['headers']; method: string }[] = [];

  private constructor(
    readonly url: string,
    readonly close: () => Promise<void>,
  ) {}

  static async start(answer: Answer): Promise<Source> {
    const server = createServer((request, response) => {
      const { url = '', headers, method = '' } = request;
      source.asked.push({ url, headers, method });
      answer(request, response, source.asked.length);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const source = new Source(`http://127.0.0.1:${port}`, async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    });
    return source;
  }

  /** One that answers these pages, one a request, then the last again. */
  static ofBodies(...bodies: unknown[]): Promise<Source> {
    return Source.start((_request, response, nth) => {
      sendJson(response, bodies[Math.min(nth, bodies.length) - 1]);
    });
  }
}

export function sendJson(response: ServerResponse, body: unknown, headers = {}): void {
  response.writeHead(200, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

/** A feed as a mapping file would give it. */
export function feedOf(given: object): Feed {
  return feedSchema.parse({ kind: 'rest', ...given });
}

const QUICK = { tries: 4, firstWaitMs: 1, longestWaitMs: 50 };

export interface Read {
  readonly pulled: Pulled;
  /** The lines as they stand. */
  readonly lines: string[];
}

/** Pulls into a directory of its own, and reads what came. */
export async function read(
  feed: Feed,
  state: FeedState = NO_STATE,
  options: Partial<PullOptions> = {},
): Promise<Read> {
  const directory = await mkdtemp(join(tmpdir(), 'quanmai-test-pull-'));
  try {
    const pulled = await pull(feed, state, {
      directory,
      signal: new AbortController().signal,
      env: {},
      pace: QUICK,
      ...options,
    });
    const text = pulled.outcome === 'PULLED' ? await readFile(pulled.path, 'utf8') : '';
    return { pulled, lines: text.split('\n').filter(Boolean) };
  } finally {
    await rm(directory, { recursive: true });
  }
}
