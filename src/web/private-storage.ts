/** What GraphiQL asks of where it keeps things: the part of `localStorage` that it uses. */
export interface KeyValues {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** All that GraphiQL keeps is under this. */
const OURS = 'graphiql:';

/**
 * The browser's storage without the headers of any request: GraphiQL's history would write a token
 * there, whatever it is told of headers. `defaults` is what it reads where nothing is kept yet.
 */
export function withoutHeaders(
  storage: KeyValues,
  defaults: Readonly<Record<string, string>> = {},
) {
  const ours = () =>
    Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((key) =>
      key.startsWith(OURS),
    );
  return {
    getItem: (key: string) => storage.getItem(key) ?? defaults[key] ?? null,
    setItem: (key: string, value: string) => {
      if (key !== `${OURS}headers`) storage.setItem(key, strip(value));
    },
    removeItem: (key: string) => storage.removeItem(key),
    clear: () => {
      for (const key of ours()) storage.removeItem(key);
    },
    get length() {
      return ours().length;
    },
  };
}

function strip(value: string): string {
  if (!value.includes('"headers"')) return value;
  try {
    return JSON.stringify(JSON.parse(value), (key, inside: unknown) =>
      key === 'headers' ? null : inside,
    );
  } catch {
    return value;
  }
}
