import { FeedFault } from './feed-fault.ts';

const PASSING = new Set([408, 425, 500, 502, 503, 504]);

/** What a status other than 200 comes to. */
export function refusalOf(
  status: number,
  headers: Headers,
  place: string,
  tokenFrom: string | undefined,
): FeedFault {
  const retryAfterMs = retryAfterIn(headers);
  const told = { ...(retryAfterMs !== undefined && { retryAfterMs }), details: { status } };
  if (status === 401 || status === 403) {
    const out = tokenFrom
      ? `see whether the token that ${tokenFrom} holds is still good`
      : 'name the environment variable that holds its token in "tokenFrom" of the feed';
    return new FeedFault('SOURCE_REFUSED', `${place} answered ${status}: ${out}.`, told);
  }
  if (status === 429) {
    const message = `${place} answered 429: it is asked more often than it allows. It is asked again later.`;
    return new FeedFault('SOURCE_BUSY', message, { ...told, passing: true });
  }
  return new FeedFault('SOURCE_ANSWERED_BADLY', `${place} answered ${status}, not 200.`, {
    ...told,
    passing: PASSING.has(status),
  });
}

/** In seconds, or as a moment. */
function retryAfterIn(headers: Headers): number | undefined {
  const given = headers.get('retry-after')?.trim();
  if (!given) return undefined;
  const ms = /^\d+$/.test(given) ? Number(given) * 1_000 : Date.parse(given) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}
