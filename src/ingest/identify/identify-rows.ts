import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import {
  type AskedEnterprise,
  type Candidate,
  type Match,
  matchEnterprises,
} from '../../modules/enterprise/matching/match-enterprises.ts';
import { creditCodeProblem } from '../../modules/enterprise/credit-code.ts';
import { Organisation } from '../../modules/enterprise/organisation.entity.ts';
import { questionsOf } from '../../modules/enterprise/identity-question.queries.ts';
import type { BoundRow, RowFault } from '../run/import-table.ts';
import type { Sheet } from '../sheet.ts';

/** A row that has a place, and what it was read as. */
export type PlacedRow = BoundRow & { readonly row: number };

/** A name that only a steward can tell. */
export interface Undecided extends AskedEnterprise {
  readonly candidates: readonly Candidate[];
}

/** The columns of a sheet that name an enterprise of the register. */
export function namingColumns({ foresees, key }: Sheet): readonly string[] {
  return Object.entries(foresees)
    .filter(
      ([column, entity]) => entity === Organisation && !(key.length === 1 && key[0] === column),
    )
    .map(([column]) => column);
}

interface Options {
  readonly source: string;
  /** How the file calls a canonical column. */
  readonly nameOf: (column: string) => string;
  /** Told of each name that is left to a steward. */
  readonly onUndecided: (undecided: Undecided) => void;
}

/**
 * Puts the codes of enterprises in the place of names and credit codes. Who is not known, or not for
 * certain, is a fault of the row.
 */
export async function identifyNamed(
  db: Kysely<unknown>,
  rows: readonly PlacedRow[],
  columns: readonly string[],
  options: Options,
): Promise<readonly BoundRow[]> {
  const texts = new Set(rows.flatMap(({ cells }) => columns.map((column) => cells.get(column))));
  texts.delete(undefined);
  const asked = [...texts] as string[];
  const known = await codesOf(db, asked);
  const named = asked.filter((text) => !known.has(text));
  const matches = await matchedAll(
    db,
    named.map((name) => ({ name })),
  );
  const byName = new Map(named.map((name, at) => [name, matches[at]]));
  const decided = await decidedOf(db, options.source, named);
  for (const [name, match] of byName) {
    if (match?.verdict === 'CANDIDATES' && !decided.has(name))
      options.onUndecided({ name, candidates: match.candidates });
  }
  return rows.map((row) => {
    const cells = new Map(row.cells);
    const faults = [...row.faults];
    const warnings = [...row.warnings];
    for (const column of columns) {
      const text = cells.get(column);
      if (text === undefined) continue;
      const match = byName.get(text);
      const code = known.get(text) ?? match?.organisation?.code ?? decided.get(text);
      if (code !== undefined) cells.set(column, code);
      else faults.push(unknown(row.row, options.nameOf(column), text, match));
      if (match?.organisation && match.organisation.name !== text) {
        warnings.push(takenFor(row.row, options.nameOf(column), text, match.organisation));
      }
    }
    return { ...row, cells, faults, warnings };
  });
}

/** Whom a steward has said that a source means by a name alone: of namesakes no match can tell. */
async function decidedOf(
  db: Kysely<unknown>,
  source: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (names.length === 0) return new Map();
  const decided = await questionsOf(db, source, names);
  return new Map(
    decided.flatMap(({ name, creditCode, organisation }) =>
      creditCode === null && organisation !== null ? [[name, organisation] as const] : [],
    ),
  );
}

/** Gives each row of a register of enterprises the code that it is known by, or will be. */
export async function identifyRegistered(
  db: Kysely<unknown>,
  rows: readonly PlacedRow[],
  options: Options,
): Promise<readonly BoundRow[]> {
  const asked = rows.map(({ cells }) => ({
    name: cells.get('name') ?? '',
    creditCode: cells.get('credit_code') ?? null,
    district: cells.get('district') ?? null,
  }));
  const matches = await matchedAll(db, asked);
  const decided = await questionsOf(
    db,
    options.source,
    asked.map(({ name }) => name),
  );
  const codes = new NewCodes();
  return rows.map((row, at) => {
    const one = asked[at];
    const match = matches[at];
    if (!one || !match || one.name === '') return row;
    const decision = decided.find(
      ({ name, creditCode }) => name === one.name && creditCode === one.creditCode,
    );
    const linked =
      match.organisation ??
      (decision?.state === 'LINKED' && decision.organisation
        ? { code: decision.organisation, name: one.name }
        : undefined);
    if (linked) return known(row, one.name, linked, options);
    if (match.verdict === 'NEW' || decision?.state === 'NEW') {
      return { ...row, cells: new Map([...row.cells, ['code', codes.of(one)]]) };
    }
    options.onUndecided({ ...one, candidates: match.candidates });
    const fault = unknown(row.row, options.nameOf('name'), one.name, match);
    return { ...row, faults: [...row.faults, fault] };
  });
}

/** It keeps the name that it has: a source that shortens names does not rename enterprises. */
function known(
  row: PlacedRow,
  name: string,
  linked: { readonly code: string; readonly name: string },
  { nameOf }: Options,
): BoundRow {
  const cells = new Map([...row.cells, ['code', linked.code], ['name', linked.name]]);
  if (name === linked.name) return { ...row, cells };
  const problem = `"${name}" is known as ${linked.name} (${linked.code}), and keeps that name.`;
  const warning = { row: row.row, column: nameOf('name'), value: name, rule: 'KNOWN_AS', problem };
  return { ...row, cells, warnings: [...row.warnings, warning] };
}

function takenFor(
  row: number,
  column: string,
  value: string,
  { name, code }: { readonly name: string; readonly code: string },
): RowFault {
  const problem = `"${value}" is taken for ${name} (${code}).`;
  return { row, column, value, rule: 'KNOWN_AS', problem };
}

/** The codes of enterprises that some rows are the first to name. */
class NewCodes {
  private readonly byName = new Map<string, AskedEnterprise[]>();

  /**
   * The same for the same enterprise in every delivery and every try. Who is called as an earlier row,
   * and only one of the two has a credit code, is the same one, as if that had been written already.
   */
  of(one: AskedEnterprise): string {
    const name = one.name.normalize('NFKC').replaceAll(/[\s()]/g, '');
    const alike = this.byName.get(name) ?? [];
    const first = alike.find(({ creditCode }) => creditCode == null || one.creditCode == null);
    this.byName.set(name, [...alike, one]);
    return codeFor(first ?? one, name);
  }
}

function codeFor({ creditCode }: AskedEnterprise, name: string): string {
  if (creditCode != null) return `ent-${creditCode.toLowerCase()}`;
  return `ent-${createHash('sha256').update(name).digest('hex').slice(0, 16)}`;
}

/** The matcher takes a thousand at a time, and of none it need not be asked. */
async function matchedAll(
  db: Kysely<unknown>,
  asked: readonly AskedEnterprise[],
): Promise<readonly Match[]> {
  return asked.length === 0 ? [] : matchEnterprises(db, asked);
}

/** Of texts that are codes or credit codes, whose they are: those of merged ones are the kept one's. */
async function codesOf(
  db: Kysely<unknown>,
  texts: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (texts.length === 0) return new Map();
  const { rows } = await sql<{ text: string; code: string }>`
    select code as text, code from organisation where code = any (${[...texts]})
     union all
    select credit_code, code from organisation where credit_code = any (${[...texts]})
     union all
    select merged.code, kept.code
      from merged_organisation merged join organisation kept on kept.id = merged.kept_id
     where merged.code = any (${[...texts]})`.execute(db);
  return new Map(rows.map(({ text, code }) => [text, code]));
}

function unknown(row: number, column: string, value: string, match: Match | undefined): RowFault {
  const [best] = match?.candidates ?? [];
  if (!best || match?.verdict === 'NEW') {
    const isCode = creditCodeProblem(value) === undefined;
    const problem = isCode
      ? `"${value}" is the credit code of no enterprise that is known; import the enterprise first.`
      : `"${value}" is no enterprise that is known; give its credit code, or import it first.`;
    return { row, column, value, rule: 'UNKNOWN_ENTERPRISE', problem };
  }
  const others = (match?.candidates ?? [])
    .slice(0, 3)
    .map(({ name, code, score }) => `${name} (${code}, ${score.toFixed(2)})`);
  return {
    ...{ row, column, value, rule: 'WHO_IS_WHO' },
    ...(best.name !== value && { suggestion: best.name }),
    problem: `"${value}" may be ${others.join(' or ')}; a steward decides in "identityQuestions", or give its credit code.`,
  };
}
