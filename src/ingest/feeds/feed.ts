import { CronExpressionParser } from 'cron-parser';
import { z } from 'zod';

/** In whose time the rhythm of a feed is told. */
const FEED_TIME_ZONE = 'Asia/Shanghai';

const SECOND = 1_000;
const MB = 2 ** 20;

const environmentName = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]*$/, 'has to be the name of an environment variable, like BUREAU_TOKEN');

/** `data.items`: the way from the top of an answer to a value. */
const dottedPath = z
  .string()
  .regex(/^[^.\s]+(\.[^.\s]+)*$/, 'has to be names with dots between, like data.items');

const SECRET_PARAMETERS = /^(access_?token|api_?key|token|password|passwd|secret|sign(ature)?)$/i;

const webAddress = z.string().superRefine((text, check) => {
  const problem = problemOf(text);
  if (problem) check.addIssue({ code: 'custom', message: problem });
});

function problemOf(text: string): string | undefined {
  if (!URL.canParse(text)) return 'has to be a whole URL, like https://data.example.org/projects';
  const { protocol, username, password, searchParams } = new URL(text);
  if (!['http:', 'https:'].includes(protocol)) return 'has to begin with http:// or https://';
  if (username || password) {
    return 'holds a user or a password; put the secret into an environment variable, and name that in "tokenFrom"';
  }
  const secret = [...searchParams.keys()].find((name) => SECRET_PARAMETERS.test(name));
  return secret && `holds a secret in "${secret}"; ${TOKEN_FROM}`;
}

const TOKEN_FROM = 'put it into an environment variable, and name that in "tokenFrom"';

const SECRET_HEADERS = /^(authorization|cookie|proxy-authorization)$|token|secret|api-?key/i;

const headers = z
  .record(
    z.string().regex(/^[!#$%&'*+.^_`|~\w-]+$/, 'has to be the name of a header'),
    z.string().regex(/^[\t\x20-\x7e]*$/, 'has to be printable ASCII'),
  )
  .superRefine((given, check) => {
    for (const name of Object.keys(given).filter((name) => SECRET_HEADERS.test(name))) {
      check.addIssue({ code: 'custom', path: [name], message: `may be a secret; ${TOKEN_FROM}` });
    }
  })
  .default({});

const every = z.string().superRefine((text, check) => {
  if (!isCron(text)) {
    const message =
      'has to be a cron expression of five fields: "0 * * * *" is every hour, "30 2 * * 1-5" at 02:30 on workdays';
    check.addIssue({ code: 'custom', message });
  }
});

function isCron(text: string): boolean {
  if (text.trim().split(/\s+/).length !== 5) return false;
  try {
    CronExpressionParser.parse(text, { tz: FEED_TIME_ZONE });
    return true;
  } catch {
    return false;
  }
}

const whole = (min: number, max: number, fallback: number) =>
  z.int().min(min).max(max).default(fallback);

/** What every feed has: when it is pulled, and how far that may go. */
const common = {
  /** Five fields of cron, in the city's time. None: pulled when somebody asks for it. */
  every: every.optional(),
  /** For one request, and for a connection. */
  timeoutMs: whole(100, 600 * SECOND, 30 * SECOND),
  pullTimeoutMs: whole(1 * SECOND, 6 * 3_600 * SECOND, 900 * SECOND),
  maxBytes: whole(1_024, 4_096 * MB, 512 * MB),
  maxRows: whole(1, 50_000_000, 2_000_000),
};

/** How the secret is sent: as `Authorization: Bearer …`, or bare in a header of this name. */
const token = {
  tokenFrom: environmentName.optional(),
  tokenHeader: z
    .string()
    .regex(/^[\w-]+$/, 'has to be the name of a header')
    .optional(),
};

const parameter = z.string().min(1);

const paging = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('none') }),
  /** The answer holds the next page's URL: there, or in its Link header. */
  z.strictObject({ by: z.literal('next'), at: dottedPath.optional() }),
  /** Pages are numbered; the first that is empty is past the last. */
  z.strictObject({
    by: z.literal('page'),
    parameter: parameter.default('page'),
    first: z.int().min(0).max(1).default(1),
  }),
  /** The answer holds what the next request has to send; where it holds none, it is the last. */
  z.strictObject({
    by: z.literal('cursor'),
    at: dottedPath,
    parameter: parameter.default('cursor'),
  }),
]);

const rest = z.strictObject({
  kind: z.literal('rest'),
  url: webAddress,
  /** Where the rows are in an answer; absent: the answer is the list itself. */
  items: dottedPath.optional(),
  paging: paging.default({ by: 'none' }),
  pageSize: z
    .strictObject({ parameter: parameter.default('pageSize'), value: z.int().min(1).max(100_000) })
    .optional(),
  headers,
  ...token,
  /**
   * Whether to ask for changes only. `true` asks so where all came in one page: the tag of a first
   * page says nothing of the others. `whole`: the source promises that it does.
   */
  etag: z.union([z.boolean(), z.literal('whole')]).default(true),
  ...common,
});

const postgres = z.strictObject({
  kind: z.literal('postgres'),
  urlFrom: environmentName,
  query: z.string().regex(/^\s*(select|with|table|values)\b/i, 'has to begin with "select"'),
  batch: whole(1, 100_000, 1_000),
  ...common,
});

const graphql = z.strictObject({
  kind: z.literal('graphql'),
  url: webAddress,
  query: z.string().refine((text) => /\$after\b/.test(text), {
    message:
      'has to take the variable $after, and to give it to its connection: query ($after: String) { … }',
  }),
  variables: z.record(z.string(), z.json()).default({}),
  /** From `data` to the connection whose nodes are the rows. */
  connection: dottedPath,
  headers,
  ...token,
  ...common,
});

/** A live source, as a mapping file describes it under `feed:`. Secrets stand in the environment. */
export const feedSchema = z.discriminatedUnion('kind', [rest, postgres, graphql]);

export type Feed = z.output<typeof feedSchema>;
export type RestFeed = Extract<Feed, { kind: 'rest' }>;
export type PostgresFeed = Extract<Feed, { kind: 'postgres' }>;
export type GraphqlFeed = Extract<Feed, { kind: 'graphql' }>;
