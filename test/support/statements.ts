import type { LogEvent } from 'kysely';

/** What carries no question: it belongs to a transaction or a session. */
const NOT_COUNTED = /^\s*(begin|start transaction|commit|rollback|savepoint|release|set)\b/i;

/** A statement as it was sent. */
export interface SentStatement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** What ran since the last reset, in the order it ended. */
export class StatementRecorder {
  readonly sent: SentStatement[] = [];

  /** The SQL texts alone. */
  get statements(): string[] {
    return this.sent.map(({ sql }) => sql);
  }

  readonly record = ({ query: { sql, parameters } }: LogEvent): void => {
    if (!NOT_COUNTED.test(sql)) this.sent.push({ sql, parameters });
  };

  reset(): void {
    this.sent.length = 0;
  }
}
