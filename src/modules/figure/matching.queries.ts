import { type Kysely, sql } from 'kysely';
import { select } from '../../kit/columns.ts';
import { BadInput } from '../../kit/errors.ts';
import { conditionOf, type Given } from '../../kit/filter/condition.ts';
import { Row } from '../../kit/filter/filter.ts';
import { batchFilter } from '../project/batch.filter.ts';
import { batchColumns, type BatchRow } from '../project/batch.queries.ts';
import { figureFilter } from './figure.filter.ts';
import { figureColumns, type FigureRow, figureTables } from './figure.queries.ts';

/** So many are ranked or added up at most: more is a list, not an answer. */
const MOST = 1000;

/** The figures that match a filter, all of them. */
export async function figuresMatching(
  db: Kysely<unknown>,
  filter: Given | null,
): Promise<readonly FigureRow[]> {
  const condition = conditionOf(figureFilter, new Row('figure'), filter) ?? sql`true`;
  const { rows } = await sql<FigureRow>`
    select ${select(figureColumns)} from ${figureTables} where ${condition}
     order by figure.code limit ${sql.lit(MOST + 1)}`.execute(db);
  return notTooMany(rows, 'figures');
}

/** The batches that match a filter, all of them, in the order in which they were held. */
export async function batchesMatching(
  db: Kysely<unknown>,
  filter: Given | null,
): Promise<readonly BatchRow[]> {
  const condition = conditionOf(batchFilter, new Row('project_batch'), filter) ?? sql`true`;
  const { rows } = await sql<BatchRow>`
    select ${batchColumns} from project_batch where ${condition}
     order by project_batch.held_order, project_batch.code limit ${sql.lit(MOST + 1)}`.execute(db);
  return notTooMany(rows, 'batches');
}

function notTooMany<T>(rows: readonly T[], what: string): readonly T[] {
  if (rows.length <= MOST) return rows;
  throw new BadInput(`The filter finds more than ${MOST} ${what}: narrow it.`, ['filter'], {
    allowed: MOST,
  });
}
