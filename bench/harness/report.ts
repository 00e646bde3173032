import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { format } from 'prettier';

/** What a suite was to reach, and whether it did. */
export interface Goal {
  readonly what: string;
  readonly wanted: string;
  readonly reached: string;
  readonly isMet: boolean;
  /** Whether it holds at every size: the others are for the full one. */
  readonly isForAnySize?: boolean;
}

/** That every delivery came once and in order, at any size. */
export function nothingLost(
  where: string,
  results: readonly { readonly lost: number; readonly wrong: number }[],
): Goal {
  const amiss = results.reduce((sum, { lost, wrong }) => sum + Math.abs(lost) + wrong, 0);
  const what = `lost, repeated or out of order: ${where}`;
  return { what, wanted: '0', reached: shown(amiss), isMet: amiss === 0, isForAnySize: true };
}

/** What one part of a suite found. */
export interface Part {
  readonly title: string;
  /** What was done, and how to read the table. */
  readonly text: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly goals: readonly Goal[];
}

/** The results as a page. */
export function pageOf(title: string, machine: string, parts: readonly Part[]): Promise<string> {
  const goals = parts.flatMap((part) => part.goals);
  const page = [
    `# ${title}`,
    machine,
    ...(goals.length > 0 ? ['## Goals', goalTable(goals)] : []),
    ...parts.flatMap((part) => [`## ${part.title}`, part.text, table(part.columns, part.rows)]),
  ];
  return format(page.join('\n\n'), { parser: 'markdown' });
}

export async function keep(file: string, page: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, page);
}

function goalTable(goals: readonly Goal[]): string {
  return table(
    ['', 'wanted', 'reached', ''],
    goals.map(({ what, wanted, reached, isMet }) => [
      what,
      wanted,
      reached,
      isMet ? 'met' : '**missed**',
    ]),
  );
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = columns.map((_, column) => (column === 0 ? '---' : '---:'));
  return [line(columns), line(rule), ...rows.map(line)].join('\n');
}

/** A number in few digits: 1,234 · 12.3 · 0.123. */
export function shown(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en-US', { maximumFractionDigits: digits });
}
