import type { DatabaseError } from 'pg';
import type { PostgresFeed } from './feed.ts';
import { answeredBadly, FeedFault } from './feed-fault.ts';

/** What an error of the driver says of the source, by its SQLSTATE. No message holds the address. */
export function sourceFault(error: unknown, { timeoutMs, urlFrom }: PostgresFeed): FeedFault {
  const { code = '', message, severity } = error as DatabaseError;
  const place = `The database that ${urlFrom} names`;
  if (code === '57014' || /timeout/i.test(message)) {
    return new FeedFault(
      'SOURCE_TIMED_OUT',
      `${place} did not answer within ${timeoutMs} ms: ask for less in "query", or raise "timeoutMs" of the feed.`,
      { passing: code !== '57014', details: { allowed: timeoutMs }, cause: error },
    );
  }
  if (/^28|^3D000$|^42501$/.test(code)) {
    return new FeedFault(
      'SOURCE_REFUSED',
      `${place} refused: ${message}. Correct its user, password or rights.`,
      { cause: error },
    );
  }
  if (!/^[0-9A-Z]{5}$/.test(code) || /^(08|57P|53)/.test(code) || severity === 'FATAL') {
    return new FeedFault(
      'SOURCE_UNREACHABLE',
      `${place} cannot be reached, or broke off (${code || message}).`,
      { passing: true, cause: error },
    );
  }
  return answeredBadly(
    `${place} answered: ${message} (${code}). Correct "query" of the feed.`,
    error,
  );
}
