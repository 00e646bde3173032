import { RefusedRequest } from './refused-request.ts';

/** An object whose end has not come yet. */
interface OpenObject {
  readonly keys: Set<string>;
  /** The key under which it stands, where it is an object's. */
  readonly under: string | undefined;
  /** The key that came last. */
  last?: string;
}

/**
 * Refuses a JSON text that gives one object the same key twice. JSON.parse silently takes the last,
 * a proxy or a log before us may have read the first, and what was checked is not what is run.
 * Also one that would set a prototype, were it copied carelessly: nobody does so who means well.
 * The text is known to be JSON: one pass, texts skipped over by `indexOf`.
 *
 * @throws RefusedRequest that names the key and where it stands.
 */
export function refuseUnfitKeys(text: string): void {
  /** What is open: an object, or null for a list. */
  const open: (OpenObject | null)[] = [];
  for (let at = 0; at < text.length; at += 1) {
    switch (text[at]) {
      case '{':
        open.push({ keys: new Set(), under: open.at(-1)?.last });
        break;
      case '[':
        open.push(null);
        break;
      case '}':
      case ']':
        open.pop();
        break;
      case '"': {
        const end = endOfText(text, at);
        const object = open.at(-1);
        if (object && isKey(text, end)) addKey(object, text, at, end);
        at = end;
        break;
      }
      default:
    }
  }
}

/** The quote that ends the text which begins at `start`: the next that no backslash makes a letter. */
function endOfText(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text[end - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return end;
  }
  return text.length;
}

function isKey(text: string, end: number): boolean {
  let at = end + 1;
  while (BLANK.has(text.charAt(at))) at += 1;
  return text[at] === ':';
}

const BLANK = new Set(' \t\r\n');

function addKey(object: OpenObject, text: string, start: number, end: number): void {
  const written = text.slice(start, end + 1);
  // "\u0061" is "a".
  const key = written.includes('\\') ? (JSON.parse(written) as string) : written.slice(1, -1);
  if (key === '__proto__' || (key === 'prototype' && object.under === 'constructor')) {
    throw new RefusedRequest(
      `The key "${key}" at character ${start + 1} sets a prototype: leave it out.`,
    );
  }
  if (object.keys.has(key)) {
    throw new RefusedRequest(
      `The key ${JSON.stringify(key.slice(0, 100))} stands twice in one object, the second time at character ${start + 1}: leave one out.`,
    );
  }
  object.keys.add(key);
  object.last = key;
}
