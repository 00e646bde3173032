import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { packageRoot } from '../kit/package-root.ts';

/** What the page cannot know by itself. */
export interface PlaygroundSettings {
  /** What one operation may cost. */
  readonly maxCost: number;
  /** Whether the schema may be asked for; without it there is no completion and no cost ahead. */
  readonly introspection: boolean;
}

export interface PlaygroundOptions {
  readonly enabled: boolean;
  readonly settings: PlaygroundSettings;
}

/**
 * The page's own code and nothing else, from here and nowhere else. Monaco, the editor in it, writes
 * `style` elements and attributes as it draws, which no hash could name beforehand: so inline styles
 * are allowed, and inline scripts are not. Its icons and fonts are `data:` in its style sheet.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const A_YEAR_MS = 365 * 24 * 3_600_000;

/** What `npm run build` makes of `src/web`. */
const BUILT = join(packageRoot(), 'dist', 'web');

/** Answers `/`: with the playground to a browser, where there is one, and in JSON to everybody else. */
export async function servePlayground(
  http: FastifyInstance,
  { enabled, settings }: PlaygroundOptions,
): Promise<void> {
  const page = enabled ? await readPage() : undefined;
  http.get('/', (request, reply) => {
    reply.header('vary', 'accept').header('cache-control', 'no-cache');
    if (page === undefined || !wantsPage(request)) return whatIsHere(enabled, page !== undefined);
    reply.headers({
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
    });
    return reply.type('text/html; charset=utf-8').send(page);
  });
  if (page === undefined) return;
  http.get('/playground/settings.json', (_request, reply) => {
    reply.header('cache-control', 'no-store');
    return settings;
  });
  // A name holds the hash of what is in it, so it never has to be asked for again.
  await http.register(fastifyStatic, {
    root: join(BUILT, 'assets'),
    prefix: '/playground/assets/',
    index: false,
    immutable: true,
    maxAge: A_YEAR_MS,
    preCompressed: true,
    decorateReply: false,
  });
}

async function readPage(): Promise<string | undefined> {
  const path = join(BUILT, 'index.html');
  return existsSync(path) ? readFile(path, 'utf8') : undefined;
}

/** A program that takes anything gets JSON; a browser names HTML. */
function wantsPage({ headers }: FastifyRequest): boolean {
  return headers.accept?.includes('text/html') ?? false;
}

function whatIsHere(enabled: boolean, built: boolean) {
  const here = { name: 'Quanmai', graphql: '/graphql', health: ['/healthz', '/readyz'] };
  if (!enabled) return here;
  return { ...here, playground: built ? '/' : 'It is not built yet: run "npm run build".' };
}
