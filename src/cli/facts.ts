import { reportFacts, summaryOf } from '../ingest/fact-report.ts';
import { asOperator, inColumns } from './operator.ts';

interface Asked {
  readonly city?: boolean;
  readonly document?: string;
}

/** Prints where each fact of the documents went; ends with 1 where one went nowhere. */
export async function showFacts({ document, ...where }: Asked): Promise<void> {
  const facts = await asOperator(where, ({ kysely }) => reportFacts(kysely, document));
  const rows = facts.map(({ code, document: of, went }) => [
    code,
    of,
    went.length > 0 ? went.join(' · ') : '-',
  ]);
  process.stdout.write(inColumns([['fact', 'document', 'went to'], ...rows]));
  const { nowhere, observations, statements } = summaryOf(facts);
  process.stdout.write(
    `${facts.length} facts: ${observations} as numbers, ${statements} as statements, ${nowhere.length} nowhere.\n`,
  );
  process.exitCode = nowhere.length > 0 ? 1 : 0;
}
