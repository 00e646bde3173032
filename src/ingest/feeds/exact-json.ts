/** Beyond the types of ES2024: https://github.com/tc39/proposal-json-parse-with-source */
interface SourceTextJson {
  parse(
    text: string,
    reviver: (key: string, value: unknown, context: { readonly source: string }) => unknown,
  ): unknown;
  rawJSON(text: string): object;
  isRawJSON(value: unknown): value is { readonly rawJSON: string };
}

const json = JSON as unknown as SourceTextJson;

/**
 * Reads JSON so that `JSON.stringify` writes every number as it stood: 12345678901234567890 and 1.10
 * are not what a double makes of them.
 */
export function parseExactly(text: string): unknown {
  return json.parse(text, (_key, value, { source }) =>
    typeof value === 'number' ? json.rawJSON(source) : value,
  );
}

/** A text, or a number as it stood. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return json.isRawJSON(value) ? value.rawJSON : undefined;
}

/** What a dotted path leads to; undefined when there is no such way. */
export function valueAt(value: unknown, path: string | undefined): unknown {
  if (path === undefined) return value;
  let at = value;
  for (const name of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined;
    at = (at as Record<string, unknown>)[name];
  }
  return at;
}

/** What kind of JSON a value is, in a sentence. */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (json.isRawJSON(value)) return 'a number';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object'
    ? 'an object'
    : typeof value === 'string'
      ? 'a text'
      : 'a boolean';
}

/** Whether it is a row: an object with fields, and no number as it stood. */
export function isRow(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !json.isRawJSON(value)
  );
}
