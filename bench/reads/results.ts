import { shown } from '../harness/report.ts';
import type { Contender } from './contenders.ts';
import type { Measured, Results } from './measure.ts';

export const COLUMNS = [
  '',
  'CPU ms a request',
  'of the limit’s',
  'of it Node',
  'PostgreSQL',
  'requests/s',
  'of the limit',
  'p50 ms',
  'p99 ms',
  'statements',
  'bytes',
  'peak MB',
];

/** Milliseconds of CPU for a request, on both sides of the socket to PostgreSQL. */
export const cpuOf = ({ node, postgres }: Measured) => node + postgres;

export function rowsOf(contenders: readonly Contender[], results: Results): string[][] {
  const limit = results.get('limit');
  return contenders.map(({ name, title }) => {
    const measured = results.get(name);
    if (!measured) return [title, ...COLUMNS.slice(1).map(() => '–')];
    const { rate, p50, p99, node, postgres, statements, bytes, peak } = measured;
    return [
      title,
      shown(cpuOf(measured)),
      `${shown(limit ? cpuOf(measured) / cpuOf(limit) : Number.NaN)} ×`,
      ...[node, postgres, rate].map(shown),
      shown(limit ? rate / limit.rate : Number.NaN),
      ...[p50, p99, statements, bytes, peak].map(shown),
    ];
  });
}
