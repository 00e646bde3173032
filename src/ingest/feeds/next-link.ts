import { kindOf, valueAt } from './exact-json.ts';
import { answeredBadly } from './feed-fault.ts';
import { placeOf, type SourceAnswer } from './source-client.ts';

/** Where an answer says that the next page is: in its body, or in its Link header (RFC 8288). */
export function nextLink(
  { url, headers }: SourceAnswer,
  body: unknown,
  path: string | undefined,
): URL | undefined {
  const link = path === undefined ? inHeader(headers.get('link')) : valueAt(body, path);
  if (link === undefined || link === null || link === '') return undefined;
  if (typeof link !== 'string') {
    throw answeredBadly(
      `The answer of ${placeOf(url)} has ${kindOf(link)} as "${path}", not a URL.`,
    );
  }
  const next = URL.canParse(link, url.href) ? new URL(link, url) : undefined;
  if (next && ['http:', 'https:'].includes(next.protocol)) return next;
  throw answeredBadly(`The answer of ${placeOf(url)} names a next page that is no URL: "${link}".`);
}

/** `<https://…?page=2>; rel="next", <…>; rel="last"` */
function inHeader(header: string | null): string | undefined {
  for (const [, target, parameters = ''] of (header ?? '').matchAll(/<([^>]*)>((?:\s*;[^,]*)*)/g)) {
    const [, quoted, bare] = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,]+))/i.exec(parameters) ?? [];
    if ((quoted ?? bare ?? '').toLowerCase().split(/\s+/).includes('next')) return target;
  }
  return undefined;
}
