import { readdirSync, readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';

/** Milliseconds of a clock tick, in which Linux counts the CPU time of processes that have ended. */
const TICK = 10;
/** Milliseconds that a changed setting takes to be known, and a line of the log to be there. */
const SETTLING = 200;
const WRITING = 50;

/** The server that all contenders ask, as seen from outside. */
export class Postgres {
  private constructor(
    private readonly db: Kysely<unknown>,
    private readonly postmaster: string,
    private readonly log: string,
  ) {}

  static async of(db: Kysely<unknown>, log: string): Promise<Postgres> {
    const { rows } = await sql<{ file: string }>`
      select pg_read_file('postmaster.pid') as file`.execute(db);
    return new Postgres(db, rows[0]?.file.split('\n')[0] ?? '', log);
  }

  /**
   * Milliseconds of CPU that the server has had so far: of the postmaster, of each process of its own
   * that runs, but for some, and of those that have ended. Not a number where there is no /proc.
   */
  cpu(except: ReadonlySet<string>): number {
    try {
      const children = readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .filter((pid) => fieldsOf(pid)?.[PARENT] === this.postmaster && !except.has(pid));
      const ended = fieldsOf(this.postmaster)?.slice(ENDED, ENDED + 2) ?? [];
      return [this.postmaster, ...children].reduce(
        (sum, pid) => sum + runTime(pid),
        ended.reduce((sum, ticks) => sum + Number(ticks) * TICK, 0),
      );
    } catch {
      return Number.NaN;
    }
  }

  /**
   * The processes that serve a gateway. While others are measured, they are none of theirs: its log asks
   * the server some ten times a second, whether or not anybody reads.
   */
  async processesOfGateway(): Promise<Set<string>> {
    const { rows } = await sql<{ pid: string }>`
      select pid::text from pg_stat_activity where application_name like 'quanmai %'`.execute(
      this.db,
    );
    return new Set(rows.map(({ pid }) => pid));
  }

  /**
   * How many statements each of some works makes the server run. Those that bracket a transaction are
   * not counted, and what a gateway does beside its answers (it says so by the name of its connection)
   * is not either.
   */
  async statementsOf(works: readonly (() => Promise<unknown>)[]): Promise<number[]> {
    await this.set('log_line_prefix', `%a${END_OF_NAME}`);
    await this.set('log_statement', 'all');
    await this.reload();
    const counts = [];
    for (const work of works) {
      const { size } = await stat(this.log);
      await work();
      await delay(WRITING);
      counts.push(countedIn(readFileSync(this.log).subarray(size).toString()));
    }
    await this.set('log_statement', 'none');
    await this.reload();
    return counts;
  }

  private async set(setting: string, value: string): Promise<void> {
    await sql`alter system set ${sql.ref(setting)} = ${sql.lit(value)}`.execute(this.db);
  }

  private async reload(): Promise<void> {
    await sql`select pg_reload_conf()`.execute(this.db);
    await delay(SETTLING);
  }
}

const END_OF_NAME = '|';
const LINE = /^([^|\n]*)\|LOG: {2}(?:statement|execute [^:]+): (.*)$/gm;
const BRACKET = /^\s*(begin|commit|rollback|start transaction|set |discard|listen)/i;
const UPKEEP = /^quanmai (sequencer|tail) |^quanmai \d+ access$/;

const countedIn = (log: string) =>
  [...log.matchAll(LINE)].filter(([, name = '', statement = '']) => {
    const isOurs = name === `quanmai ${process.pid}`;
    return !isOurs && !UPKEEP.test(name) && !BRACKET.test(statement);
  }).length;

/** Places in /proc/PID/stat, counted from behind the name. */
const PARENT = 1;
const ENDED = 13;

function fieldsOf(pid: string): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    // It has ended meanwhile.
    return undefined;
  }
}

/** Milliseconds that a process has run, to the nanosecond. */
function runTime(pid: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'latin1').split(' ')[0]) / 1e6;
  } catch {
    return 0;
  }
}
