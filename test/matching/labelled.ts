import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { packageRoot } from '../../src/kit/package-root.ts';
import type { Match } from '../../src/modules/enterprise/matching/match-enterprises.ts';
import { command, type CommandContext } from '../../src/request/command.ts';
import { Given } from '../support/given.ts';

const FOLDER = join(packageRoot(), 'seeds/matching');

/** An enterprise of the register that the labelled names are held against. */
export interface Registered {
  readonly code: string;
  readonly name: string;
  readonly alias?: string;
  readonly creditCode?: string;
  readonly district?: string;
}

/** A name as a source may write it, and who that is. */
export interface Labelled {
  readonly name: string;
  readonly creditCode?: string;
  readonly district?: string;
  /** The code of the enterprise that it is; none where it is none of the register. */
  readonly is?: string;
  readonly category: string;
}

async function readRegister(): Promise<Registered[]> {
  const rows = await rowsOf('enterprises.csv');
  return rows.map(({ credit_code: creditCode, ...row }) => ({ ...row, creditCode }) as never);
}

export async function readLabels(): Promise<Labelled[]> {
  const rows = await rowsOf('pairs.csv');
  return rows.map(({ credit_code: creditCode, ...row }) => ({ ...row, creditCode }) as never);
}

/** An empty cell is absent. */
async function rowsOf(file: string): Promise<Record<string, string | undefined>[]> {
  return parse(await readFile(join(FOLDER, file), 'utf8'), {
    ...{ bom: true, columns: true },
    cast: (cell) => (cell === '' ? undefined : cell),
  });
}

/** Makes the register, in a city of districts that has nothing else. */
export const makeRegister = command(async (context, _: null) => {
  const given = givenIn(context);
  await given.region({ code: '370100', kind: 'CITY', name: '济南市', parent: null });
  for (const [code, name] of DISTRICTS) await given.region({ code, name, parent: '370100' });
  return makeEnterprises(context, null);
});

/** The same beside a city that is there. */
export const makeEnterprises = command(async (context, _: null) => {
  const given = givenIn(context);
  for (const { alias, ...enterprise } of await readRegister()) {
    await given.enterprise(enterprise);
    if (alias !== undefined) await given.enterpriseAlias(enterprise.code, alias);
  }
  return null;
});

/** All of it in one transaction. */
const givenIn = (context: CommandContext) => new Given((each, input) => each(context, input));

const DISTRICTS = [
  ...[['370102', '历下区'] as const, ['370103', '市中区'] as const, ['370104', '槐荫区'] as const],
  ...[['370112', '历城区'] as const, ['370113', '长清区'] as const, ['370114', '章丘区'] as const],
  ...[['370115', '济阳区'] as const, ['370116', '莱芜区'] as const, ['370124', '平阴县'] as const],
  ['370126', '商河县'] as const,
];

/** How names of one kind came out. */
export interface Quality {
  readonly names: number;
  /** Of those that were linked, how many were linked to whom they mean. */
  readonly precision: number;
  /** Of those that mean somebody, how many were linked to him. */
  readonly recall: number;
  /** Of those that mean somebody and were not linked, how many offer him to a steward. */
  readonly offered: number;
}

export type Judged = readonly [label: Labelled, match: Match];

export function qualityOf(judged: readonly Judged[]): Quality {
  const linked = judged.filter(([, { verdict }]) => verdict === 'LINKED');
  const right = linked.filter(isRight);
  const known = judged.filter(([{ is }]) => is !== undefined);
  const open = known.filter(([, { verdict }]) => verdict !== 'LINKED');
  const offered = open.filter(([{ is }, { candidates }]) =>
    candidates.some(({ code }) => code === is),
  );
  return {
    names: judged.length,
    precision: share(right.length, linked.length),
    recall: share(right.length, known.length),
    offered: share(offered.length, open.length),
  };
}

const isRight = ([{ is }, { organisation }]: Judged) => organisation?.code === is;
const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);

/** Tuned on the odd rows, measured on the even ones too. */
export function halvesOf<T>(rows: readonly T[]): { tuned: T[]; held: T[] } {
  return {
    tuned: rows.filter((_, at) => at % 2 === 0),
    held: rows.filter((_, at) => at % 2 === 1),
  };
}

/** What came out for each kind, in the order of the alphabet, and for all names together. */
export function byCategory(judged: readonly Judged[]): (readonly [string, Quality])[] {
  const some = Object.entries(Object.groupBy(judged, ([{ category }]) => category));
  const rows = some.sort(([one], [other]) => (one < other ? -1 : 1));
  return [...rows, ['all', judged] as const].map(([kind, names]) => [kind, qualityOf(names ?? [])]);
}

/** What is to be reached, of any half. */
export const WANTED = { precision: 0.98, recall: 0.95, offered: 0.95 } as const;
