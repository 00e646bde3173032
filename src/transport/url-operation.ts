import type { FastifyRequest } from 'fastify';
import type { ReadJson } from './json-text.ts';
import { RefusedRequest } from './refused-request.ts';

/**
 * The operation that a URL holds, its variables and extensions read. Decoded as Apollo decodes it,
 * for what is checked has to be what is run: Fastify leaves a text as it came where one byte of it is
 * no UTF-8, and `%7B` opens no bracket.
 *
 * @throws RefusedRequest
 */
export function operationInUrl({ url }: FastifyRequest, readJson: ReadJson): object {
  const { search, searchParams } = new URL(url, 'http://here');
  if (!isUtf8(search)) {
    throw new RefusedRequest('The URL is not UTF-8 in percent-encoding; texts in it are sent so.');
  }
  const sent = new Map<string, unknown>();
  for (const [name, text] of searchParams) {
    if (sent.has(name)) throw new RefusedRequest(`The URL holds "${name}" twice: leave one out.`);
    sent.set(name, IN_JSON.has(name) ? readParameter(name, text, readJson) : text);
  }
  return Object.fromEntries(sent);
}

const IN_JSON = new Set(['variables', 'extensions']);

function readParameter(name: string, text: string, readJson: ReadJson): unknown {
  try {
    return readJson(text);
  } catch (error) {
    if (error instanceof RefusedRequest) throw error;
    throw new RefusedRequest(`"${name}" in the URL is not JSON.`);
  }
}

function isUtf8(encoded: string): boolean {
  try {
    decodeURIComponent(encoded);
    return true;
  } catch {
    return false;
  }
}
