import { finished, Readable } from 'node:stream';
import { execute, type GraphQLSchema } from 'graphql';
import { type Kysely, sql } from 'kysely';
import type { Viewer } from '../../access/viewer.ts';
import type { Database } from '../../db/database.ts';
import { writeLogCursor } from '../../events/cursor.ts';
import { head } from '../../events/log.ts';
import type { Head } from '../../events/place.ts';
import type { Tail } from '../../events/tail.ts';
import { RequestContext } from '../../request/context.ts';
import type { Admission } from '../admission.ts';
import type { Answer, Answers } from '../execution/answers.ts';
import { PAGE_KEY } from './columns.ts';
import { csvOf } from './csv.ts';
import { jsonlOf } from './jsonl.ts';
import type { Nodes } from './nodes.ts';
import { AFTER } from './page-query.ts';
import { type ExportPlan, planExport } from './plan.ts';
import type { ExportRequest } from './request.ts';
import { withoutPages } from './rows.ts';
import { xlsxOf } from './xlsx.ts';

/** An export under way. */
export interface Export {
  /** Where the log stood: who follows it from here misses nothing that the rows do not show. */
  readonly cursor: string;
  /** Of what moment the rows are. */
  readonly takenAt: string;
  /** How many rows were read so far. */
  readonly rows: number;
  /** The file; it ends whole, or is destroyed. */
  readonly stream: Readable;
}

export interface ExportingOptions {
  readonly schema: GraphQLSchema;
  readonly database: Database;
  readonly admission: Admission;
  readonly answers: Answers;
}

/** Who wants an export, and until when. */
export interface Asker {
  readonly viewer: Viewer;
  readonly requestId: string;
  /** Aborted by whoever gives it up, and when the stream is over. */
  readonly ending: AbortController;
  readonly onRows?: (rows: number) => void;
}

/**
 * Exports: one query, asked page after page in one snapshot until its list is at its end. It passes
 * what every query passes, and is answered by what answers every query, so it can ask for all that
 * there is in the graph, and shows nobody more than he sees there.
 */
export class Exporting {
  constructor(private readonly options: ExportingOptions) {}

  /** @throws GraphQLError, DomainError for what cannot be exported. */
  plan(request: ExportRequest): ExportPlan {
    const { schema, admission } = this.options;
    return planExport(schema, admission, request);
  }

  /** Opens the snapshot and reads the first page: what is wrong with a query shows by then. */
  async begin(plan: ExportPlan, asker: Asker): Promise<Export> {
    const { viewer, ending } = asker;
    const { signal } = ending;
    const sees = viewer.sees === 'ALL' ? undefined : viewer.sees;
    const snapshot = await this.options.database.snapshot(signal, sees);
    try {
      const { place, takenAt } = await whereItIs(snapshot.db);
      const pages = new Pages(plan, this.asking(plan, asker, snapshot.db, place), asker.onRows);
      await pages.first();
      const cursor = writeLogCursor(place);
      const stream = streamOf(plan, pages, { cursor, takenAt });
      finished(stream, () => {
        ending.abort();
        void snapshot.close();
      });
      return {
        ...{ cursor, takenAt, stream },
        get rows() {
          return pages.rows;
        },
      };
    } catch (error) {
      ending.abort();
      void snapshot.close();
      throw error;
    }
  }

  /** Asks for the page behind a cursor; of what is loaded for one, the next keeps nothing. */
  private asking(plan: ExportPlan, asker: Asker, db: Kysely<unknown>, place: Head) {
    const { schema, database, answers } = this.options;
    const { viewer, requestId, ending } = asker;
    const within: Database = { ...database, reads: () => db };
    const { document, operationName } = plan;
    return async (after: string | null): Promise<Answer> => {
      const context = new RequestContext(within, viewer, requestId, ending.signal, tailAt(place));
      const variables = { ...plan.variables, [AFTER]: after };
      const quick = await answers.answerTo({ document, operationName, variables }, context, false);
      return (
        quick ??
        execute({
          schema,
          document,
          operationName,
          variableValues: variables,
          contextValue: context,
        })
      );
    };
  }
}

type Ask = (after: string | null) => Promise<Answer>;

interface Page {
  readonly nodes: readonly unknown[];
  /** Where the next one begins; null at the end. */
  readonly next: string | null;
}

/** The pages of an export in order; while one is written, the next is read. */
class Pages implements Nodes {
  rows = 0;
  private beginning: Promise<Page> | undefined;

  constructor(
    private readonly plan: ExportPlan,
    private readonly ask: Ask,
    private readonly onRows: (rows: number) => void = () => {},
  ) {}

  async first(): Promise<void> {
    this.beginning = this.read(this.plan.after);
    await this.beginning;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<readonly unknown[]> {
    let reading = this.beginning;
    this.beginning = undefined;
    while (reading) {
      const { nodes, next } = await reading;
      reading = next === null ? undefined : this.read(next);
      // It is heard when its turn comes, if that still comes.
      reading?.catch(() => {});
      this.rows += nodes.length;
      this.onRows(this.rows);
      yield nodes;
    }
  }

  private async read(after: string | null): Promise<Page> {
    const { key, itemsKey, nodeKey, isWatched } = this.plan;
    const { data, errors } = await this.ask(after);
    // A row that is not whole would be a wrong one.
    if (errors?.[0]) throw errors[0];
    const page = (data as Record<string, Record<string, unknown> | undefined>)[key];
    // By a directive that leaves it out.
    const items = (page?.[itemsKey] ?? []) as readonly Record<string, unknown>[];
    const nodes = nodeKey === null ? items : items.map((edge) => edge[nodeKey]);
    if (isWatched) for (const node of nodes) withoutPages(node, []);
    const { hasNextPage, endCursor } = (page?.[PAGE_KEY] ?? {}) as {
      hasNextPage?: boolean;
      endCursor?: string | null;
    };
    return { nodes, next: hasNextPage ? (endCursor ?? null) : null };
  }
}

/** What is told of an export beside its rows. */
type Told = Pick<Export, 'cursor' | 'takenAt'>;

function streamOf(plan: ExportPlan, pages: Pages, told: Told): Readable {
  const { columns, request } = plan;
  switch (request.format) {
    case 'CSV':
      return textOf(csvOf(columns, pages));
    case 'JSONL':
      return textOf(jsonlOf(pages));
    case 'XLSX':
      return xlsxOf({ columns, pages, notes: () => notesOf(plan, pages.rows, told) });
  }
}

const textOf = (parts: AsyncGenerator<string>) => Readable.from(parts, { objectMode: false });

function notesOf({ columns, request }: ExportPlan, rows: number, { cursor, takenAt }: Told) {
  const { query, variables } = request;
  return [
    ['快照时间 · Taken at', takenAt],
    ['游标 · Cursor', cursor],
    ['行数 · Rows', String(rows)],
    ['查询 · Query', query],
    ...(variables ? ([['变量 · Variables', JSON.stringify(variables)]] as const) : []),
    ...columns.map(({ name, title }) => [name, title] as const),
  ] as const;
}

/** The log's head and the time, as the snapshot has them. */
async function whereItIs(db: Kysely<unknown>): Promise<{ place: Head; takenAt: string }> {
  const place = await head(db);
  const { rows } = await sql<{ at: string }>`
    select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`.execute(db);
  return { place, takenAt: rows[0]?.at ?? '' };
}

/** A snapshot stands still: its log is at one place, and nobody follows it. */
function tailAt(place: Head): Tail {
  return { head: () => place, known: () => place } as Partial<Tail> as Tail;
}
