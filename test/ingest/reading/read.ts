import { expect } from '@jest/globals';
import type { Given, Read, Reader, Refused } from '../../../src/ingest/reading/reading.ts';

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

/** All that is read of a cell; the test fails where it is refused. */
export function readingOf(reader: Reader, text: string): Read {
  const reading = reader(text, given);
  if (!('problem' in reading)) return reading;
  throw new Error(`"${text}" ${reading.problem}`);
}

/** Why a cell is refused; the test fails where it is taken. */
export function refusalOf(reader: Reader, text: string, more: Partial<Given> = {}): Refused {
  const reading = reader(text, { ...given, ...more });
  if ('problem' in reading) return reading;
  throw new Error(`"${text}" was read as ${reading.value}.`);
}
