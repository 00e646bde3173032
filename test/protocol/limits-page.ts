import { readFileSync } from 'node:fs';

/** One section of docs/limits.md that shows a request, its refusal, and the way out. */
export interface Example {
  readonly title: string;
  /** The variable that the section names, as in `MAX_DEPTH=4`. */
  readonly env: Readonly<Record<string, string>>;
  /** An operation, a message of a WebSocket, or the text of a request that is no whole one. */
  readonly asked: unknown;
  /** The extensions of the error and its message, or the code that closes the socket. */
  readonly refused: Readonly<Record<string, unknown>>;
  readonly instead: unknown;
}

/** One row of its table. */
export interface Row {
  readonly anchors: readonly string[];
  readonly fallbacks: readonly string[];
  readonly variable: string | undefined;
  readonly codes: readonly string[];
}

const page = readFileSync('docs/limits.md', 'utf8');
const sections = page.split(/^##+ /m).slice(1);

const headings = [...page.matchAll(/^(##+) (.*)$/gm)];

/** Those of its sections that have none within them. */
export const titles = headings.flatMap(([, level = '', title = ''], index) => {
  const [, next = ''] = headings[index + 1] ?? [];
  return next.length > level.length ? [] : [title];
});

export const examples: readonly Example[] = sections.flatMap((section) => {
  const [title = ''] = section.split('\n');
  const asked = block(section, 'asked');
  const refused = block(section, 'refused');
  const instead = block(section, 'instead');
  if (asked === undefined && refused === undefined && instead === undefined) return [];
  const [, name, value] = /server with `([A-Z_]+)=(\w+)`/.exec(section) ?? [];
  return [{ title, env: name ? { [name]: value! } : {}, asked, refused, instead } as Example];
});

export const rows: readonly Row[] = [
  ...page.matchAll(/^\| (.*\[.*) \| (.*) \| (.*) \| (.*) \|$/gm),
].map(([, limit = '', fallback = '', variable = '', code = '']) => ({
  anchors: [...limit.matchAll(/\(#([\w-]+)\)/g)].map(([, anchor]) => anchor!),
  fallbacks: quoted(fallback),
  variable: quoted(variable)[0],
  codes: quoted(code),
}));

/** As GitHub makes it of a title. */
export const anchorOf = (title: string) =>
  title.toLowerCase().replaceAll('`', '').replaceAll(' ', '-');

function quoted(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, text]) => text!);
}

/** The fenced block of this use: a document, which is sent as one, JSON, or bare HTTP. */
function block(section: string, use: string): unknown {
  const [, language, text = ''] =
    new RegExp(`^\`\`\`(graphql|json|http) ${use}\\n([\\s\\S]*?)^\`\`\``, 'm').exec(section) ?? [];
  if (language === undefined) return undefined;
  if (language === 'http') return text;
  return language === 'graphql' ? { query: text } : (JSON.parse(text, spelledOut) as unknown);
}

/** "3 × x" stands for ["x", "x", "x"], ["3 ×", x] for [x, x, x], and "2 × { a: … }" for { a: { a: {} } }. */
function spelledOut(_key: string, value: unknown): unknown {
  if (Array.isArray(value)) {
    const [, times] = /^(\d+) ×$/.exec(String(value[0])) ?? [];
    return times === undefined ? value : repeated(times, value[1]);
  }
  if (typeof value !== 'string') return value;
  const [, times, text = ''] = /^(\d+) × (.+)$/.exec(value) ?? [];
  if (times === undefined) return value;
  const [, key] = /^\{ (\w+): … \}$/.exec(text) ?? [];
  if (key === undefined) return repeated(times, text);
  return repeated(times, key).reduce<object>((within, each) => ({ [each]: within }), {});
}

function repeated<T>(times: string, each: T): T[] {
  return Array.from({ length: Number(times) }, () => each);
}
