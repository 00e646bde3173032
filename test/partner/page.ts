import { readFileSync } from 'node:fs';

/** One block of docs/partners.md that a reader runs or writes down, and what the page shows for it. */
export interface Block {
  readonly line: number;
  readonly language: 'sh' | 'ts';
  readonly text: string;
  /** Lines of a text, or JSON; "…" stands for anything. */
  readonly shown: { readonly language: 'json' | 'text'; readonly text: string } | undefined;
}

const PAGE = readFileSync('docs/partners.md', 'utf8');

const BLOCK = /^```(sh|ts)\n([^]*?)^```$(?:\n\n```(json|text)\n([^]*?)^```$)?/gm;

export const blocks: readonly Block[] = [...PAGE.matchAll(BLOCK)].map(
  ({ index, 1: language, 2: text, 3: kind, 4: shown }) => ({
    line: PAGE.slice(0, index).split('\n').length,
    language: language as Block['language'],
    text: text!,
    shown: kind ? { language: kind as 'json' | 'text', text: shown! } : undefined,
  }),
);

/** The first cells of the rows of the tables in this section, without those of their heads. */
export function firstCellsIn(title: string): string[] {
  const [, section = ''] = PAGE.split(`## ${title}\n`);
  const [own = ''] = section.split(/^## /m);
  return [...own.matchAll(/^\| ([^|]*?) +\|/gm)].map(([, cell]) => cell!);
}

export const quoted = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, text]) => text!);

/** Whether this is what the page shows; of an object it may show some fields only. */
export function isAsShown(said: string, { language, text }: NonNullable<Block['shown']>): boolean {
  if (language === 'json') return matches(parsed(said), JSON.parse(text));
  const lines = text.trim().split('\n').map(asPattern);
  return new RegExp(lines.join('\\n')).test(said);
}

function matches(value: unknown, shown: unknown): boolean {
  if (shown === '…') return typeof value === 'string' && value !== '';
  if (typeof shown !== 'object' || shown === null) return value === shown;
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(shown) && (value as unknown[]).length !== shown.length) return false;
  return Object.entries(shown).every(([key, part]) =>
    matches((value as Record<string, unknown>)[key], part),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const asPattern = (line: string) =>
  line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('…', '[^"\\n]*');
