import { type Kysely, sql } from 'kysely';
import type { FileNote } from '../formats/table.ts';

/** What was noticed of a file of a run, and kept nothing out. */
export interface RunNote extends FileNote {
  readonly file: string;
}

/** As what a file was read, and what was noticed of it. */
interface FileReading {
  readonly format: string;
  readonly encoding?: string;
  readonly notes: readonly RunNote[];
}

export async function noteReading(
  db: Kysely<unknown>,
  id: string,
  { format, encoding, notes }: FileReading,
): Promise<void> {
  await sql`
    update import_run
       set format = ${format}, encoding = ${encoding ?? null}, notes = ${JSON.stringify(notes)}::jsonb
     where id = ${id}`.execute(db);
}
