import type { LogEvent } from 'kysely';

/** What carries no question: it belongs to a transaction or a session. */
const NOT_COUNTED = /^\s*(begin|start transaction|commit|rollback|savepoint|release|set)\b/i;

/** The SQL texts that ran since the last reset, in the order they ended. */
export class StatementRecorder {
  readonly statements: string[] = [];

  readonly record = ({ query }: LogEvent): void => {
    if (!NOT_COUNTED.test(query.sql)) this.statements.push(query.sql);
  };

  reset(): void {
    this.statements.length = 0;
  }
}
