import { BadInput } from './errors.ts';

/**
 * What a correction may leave out (undefined) and never clear.
 *
 * @throws BadInput for null
 */
export function neverCleared<T>(value: T | null | undefined, field: string): T | undefined {
  if (value !== null) return value;
  throw new BadInput(`"${field}" cannot be cleared: give another value, or leave it out.`, [field]);
}
