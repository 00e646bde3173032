import { expect } from '@jest/globals';
import type { Given, Reader, Refused } from '../../../src/ingest/reading/reading.ts';

export const given: Given = { isNumber: false, today: '2026-11-30' };

/** What a cell says; the test fails where it is refused. */
export function valueOf(reader: Reader, text: string, more: Partial<Given> = {}) {
  const reading = reader(text, { ...given, ...more });
  return 'problem' in reading ? `${text} ${reading.problem}` : reading.value;
}

export function partsOf(reader: Reader, text: string, more: Partial<Given> = {}) {
  const reading = reader(text, { ...given, ...more });
  expect(reading).toHaveProperty('parts');
  return 'problem' in reading ? undefined : reading.parts;
}

/** Why a cell is refused; the test fails where it is taken. */
export function refusalOf(reader: Reader, text: string, more: Partial<Given> = {}): Refused {
  const reading = reader(text, { ...given, ...more });
  if ('problem' in reading) return reading;
  throw new Error(`"${text}" was read as ${reading.value}.`);
}
