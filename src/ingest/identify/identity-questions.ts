import { type Kysely, sql } from 'kysely';
import type { Database } from '../../db/database.ts';
import { openQuestion } from '../../modules/enterprise/identity-question.commands.ts';
import { runCommand } from '../../request/command.ts';
import { idOfRun } from '../run/run-id.ts';
import type { RunRequest } from '../run/run-store.ts';
import type { Undecided } from './identify-rows.ts';

/** The names of a run that only a steward can tell: each is asked once, however often it is there. */
export class IdentityQuestions {
  private readonly known = new Set<string>();
  private open: Undecided[] = [];

  constructor(
    private readonly database: Database,
    private readonly request: RunRequest,
  ) {}

  add(undecided: Undecided): void {
    const key = `${undecided.name}|${undecided.creditCode ?? ''}`;
    if (this.known.has(key)) return;
    this.known.add(key);
    this.open.push(undecided);
  }

  /** Asks what has come up since it was asked last. */
  async ask(): Promise<void> {
    const { id, source, actor } = this.request;
    const undecided = this.open;
    this.open = [];
    const known = await knownOf(this.database.kysely, undecided);
    for (const { name, creditCode, district, candidates: all } of undecided) {
      const candidates = all.filter((candidate) => known.has(candidate.id));
      if (candidates.length === 0) continue;
      const question = { name, creditCode, district, candidates, source, run: idOfRun(id) };
      await runCommand(this.database, openQuestion, question as never, { actor });
    }
  }
}

/** Of the candidates those that there are: a run that was refused leaves none that it made. */
async function knownOf(
  db: Kysely<unknown>,
  undecided: readonly Undecided[],
): Promise<ReadonlySet<string>> {
  const ids = undecided.flatMap(({ candidates }) => candidates.map((candidate) => candidate.id));
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select id from organisation where id = any (${ids}::uuid[])`.execute(db);
  return new Set(rows.map((row) => row.id));
}
