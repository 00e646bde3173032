import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { DomainError } from '../../kit/errors.ts';
import { command, type CommandContext } from '../../request/command.ts';
import { foresee } from '../../request/put.ts';
import type { Sheet } from '../sheet.ts';
import type { Ledger } from './import-table.ts';
import type { ReadyRow } from './read-row.ts';

/** Thrown by a chunk: which of its rows was refused by its own command. */
export class RowRefused extends Error {
  constructor(
    readonly at: number,
    override readonly cause: Error,
  ) {
    super(cause.message);
  }
}

interface Chunk {
  readonly sheet: Sheet;
  readonly rows: readonly ReadyRow[];
  readonly ledger?: Ledger | undefined;
}

interface Ran {
  /** What each row made or found. */
  readonly entities: readonly unknown[];
  readonly em: EntityManager;
}

/**
 * Runs some rows of a sheet as one unit of work; answers the entity that each made or found.
 *
 * Each flush walks all entities that the unit of work has met, so rows are written as late as can
 * be, many at a time.
 *
 * @throws RowRefused where a row's own command refuses it
 */
export const runChunk = command(async (context, { sheet, rows, ledger }: Chunk): Promise<Ran> => {
  const { em } = context;
  if (ledger) await keepPlaces(em, ledger, rows);
  await foreseeCodes(context, sheet, rows);
  const entities: unknown[] = [];
  const unwritten = new Set<string | undefined>();
  // What a row is named by: its code, or, where its command looks at its siblings, whose it is.
  const [name] = sheet.key.length === 1 || sheet.readsSiblings ? sheet.key : [];
  for (const [at, row] of rows.entries()) {
    // A row that names an earlier one of its file, or what that one is about, has to find it.
    if ([...row.cells.values()].some((cell) => unwritten.has(cell))) {
      await em.flush();
      unwritten.clear();
    }
    try {
      entities.push(await sheet.command(context, row.input));
    } catch (error) {
      throw error instanceof DomainError ? new RowRefused(at, error) : error;
    }
    if (name !== undefined) unwritten.add(row.cells.get(name));
    // Else the next row's look-up of its own key would write this one.
    em.getUnitOfWork().clearActionsQueue();
  }
  return { entities, em };
});

/**
 * The keys of a source's ledger as places of evidence. Past the unit of work: as parts of their
 * document they would raise its version with every chunk, and say nothing that their rows do not.
 */
async function keepPlaces(
  em: EntityManager,
  { id }: Ledger,
  rows: readonly ReadyRow[],
): Promise<void> {
  const places = rows.map(({ cells }) => ({ id: v7(), code: cells.get('evidence') }));
  await sql`
    insert into evidence (id, document_id, code, role)
    select place.id, ${id}, place.code, 'BODY'
      from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as place (id uuid, code text)
        on conflict (code) do nothing`.execute(em.getKysely());
}

/** One statement for each column that names things, instead of one for each row. */
async function foreseeCodes(
  { em }: CommandContext,
  { foresees }: Sheet,
  rows: readonly ReadyRow[],
): Promise<void> {
  for (const [column, entity] of Object.entries(foresees)) {
    const codes = new Set(rows.map(({ cells }) => cells.get(column)));
    codes.delete(undefined);
    if (codes.size > 0) await foresee(em, entity, [...codes] as string[]);
  }
}
