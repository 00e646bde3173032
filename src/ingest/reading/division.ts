import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { packageRoot } from '../../kit/package-root.ts';

/** A division of China (行政区划), as the lists of GB/T 2260 since 2002 have it. Months as 2019-11. */
export interface Division {
  readonly code: string;
  readonly name: string;
  /** Of the last list that does not have it yet; empty where the first one does. */
  readonly after: string;
  /** Of the first list that has it no more; empty where the latest one does. */
  readonly before: string;
}

/** The registrar's division in what the state itself registers. */
const STATE = '100000';

/** What only groups others: the districts of a city, or the counties of a province without a city. */
const HEADING = /^(?:市辖区|县|市|(?:省|自治区)直辖.*)$/;

export function divisionOf(code: string): Division | undefined {
  return divisions().byCode.get(code);
}

/** Those that are, or were, called so. */
export function divisionsCalled(name: string): readonly Division[] {
  return divisions().byName.get(name) ?? [];
}

/** 山东省济南市长清区. */
export function wholeName({ code, name }: Division): string {
  const above = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`]
    .filter((other) => other !== code)
    .map((other) => divisionOf(other)?.name ?? '')
    .filter((other) => !HEADING.test(other));
  return [...above, name].join('');
}

/** Whether it was a division before a day or month, and on it no more for certain. */
export const hasLapsed = ({ before }: Division, on: string): boolean =>
  before !== '' && on.slice(0, 7) >= before;

/** Whether six digits begin as the code of a division in China, or are the state's own. */
export const isInChina = (code: string): boolean =>
  code === STATE || (/^\d{6}$/.test(code) && divisionOf(`${code.slice(0, 2)}0000`) !== undefined);

/** Whether six digits have the form of a division's code: a province there is, and no district without a city. */
export const isDivisionForm = (code: string): boolean =>
  code !== STATE && isInChina(code) && !/^\d\d00(?!00)/.test(code);

interface Divisions {
  readonly byCode: ReadonlyMap<string, Division>;
  readonly byName: ReadonlyMap<string, readonly Division[]>;
}

let read: Divisions | undefined;

/** Four thousand lines, which wait until somebody asks. */
function divisions(): Divisions {
  return (read ??= readDivisions());
}

function readDivisions(): Divisions {
  const file = readFileSync(join(packageRoot(), 'seeds', 'divisions.csv'));
  const all: Division[] = parse(file, { columns: true });
  return {
    byCode: new Map(all.map((division) => [division.code, division])),
    byName: Map.groupBy(
      all.filter(({ name }) => !HEADING.test(name)),
      ({ name }) => name,
    ),
  };
}
