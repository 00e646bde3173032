import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuseUnfitKeys } from './unfit-keys.ts';

/** Reads a JSON text, or throws what is wrong with it. */
export type ReadJson = (text: string) => unknown;

/** The one reader of JSON, whether it came as a body, in a URL or as a message of a WebSocket. */
export function jsonReader(http: FastifyInstance): ReadJson {
  // It would say of a prototype that the text is not JSON.
  const parse = http.getDefaultJsonParser('ignore', 'ignore');
  // It looks at nothing of the request, and calls back before it returns.
  const nothing = undefined as unknown as FastifyRequest;
  return (text) => {
    let read: { value: unknown } | { error: Error } | undefined;
    void parse(nothing, text, (error, value) => (read = error ? { error } : { value }));
    if (!read || 'error' in read) throw read?.error ?? new Error('The text was not read.');
    refuseUnfitKeys(text);
    return read.value;
  };
}
