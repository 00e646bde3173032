import { LockMode } from '@mikro-orm/core';
import fc from 'fast-check';
import type { Client } from 'pg';
import { command } from '../../src/request/command.ts';
import { until } from '../support/until.ts';
import { type EventLog, raiseByHand } from './event-log.ts';
import { Thing } from './thing.entity.ts';

export const WRITERS = 16;
const THINGS = 8;

/** What one writer does in one transaction. */
const transaction = fc.record({
  by: fc.constantFrom('command', 'hand'),
  things: fc.uniqueArray(fc.nat(THINGS - 1), { minLength: 1, maxLength: 3 }),
  /** How long it sits on its locks, in milliseconds. */
  held: fc.constantFrom(0, 0, 1, 15),
  ends: fc.constantFrom('commit', 'commit', 'commit', 'rollback'),
  /** By hand: a change that is undone with its savepoint. */
  undoes: fc.boolean(),
});
type Transaction = typeof transaction extends fc.Arbitrary<infer T> ? T : never;

class OnPurpose extends Error {}

const changeAll = command(
  async (
    { em, record },
    {
      ids,
      label,
      held,
      ends,
    }: { ids: string[]; label: string } & Pick<Transaction, 'held' | 'ends'>,
  ) => {
    for (const id of ids.toSorted()) {
      const lock = held > 0 ? { lockMode: LockMode.PESSIMISTIC_WRITE } : {};
      const thing = await em.findOneOrFail(Thing, id, lock);
      thing.name = label;
      record('CHANGED', thing);
    }
    await em.execute('select pg_sleep(?)', [held / 1_000]);
    if (ends === 'rollback') throw new OnPurpose();
  },
);

/** Sixteen writers who overlap: of several things each, with delays, rollbacks and savepoints. */
export class Writers {
  /** Each commit's label and thing, as the log has to tell them. */
  readonly committed = new Set<string>();
  isWriting = true;
  ids: string[] = [];
  private readonly scripts: readonly (readonly Transaction[])[];

  constructor(
    private readonly log: EventLog,
    seed: number,
    transactionsEach: number,
  ) {
    const length = { minLength: transactionsEach, maxLength: transactionsEach };
    this.scripts = fc.sample(fc.array(transaction, length), { seed, numRuns: WRITERS });
  }

  async makeThings(): Promise<void> {
    for (let made = 0; made < THINGS; made += 1) {
      this.ids = [...this.ids, (await this.log.makeThing(`thing ${made}`)).id];
    }
  }

  /** Until all is committed that will be, and numbered. */
  async write(): Promise<void> {
    try {
      await Promise.all(this.scripts.map((script, writer) => this.follow(script, writer)));
      const pending = 'select from event where position is null';
      await until(async () => (await this.log.rows(pending)).length === 0);
    } finally {
      this.isWriting = false;
    }
  }

  /** Until a few more transactions have committed, or the writers are done. */
  async untilMore(commits: number): Promise<void> {
    const target = this.committed.size + commits;
    await until(() => !this.isWriting || this.committed.size >= target, 30_000);
  }

  private async follow(script: readonly Transaction[], writer: number): Promise<void> {
    const session = await this.log.session();
    for (const [number, plan] of script.entries()) {
      const label = `${writer}.${number}`;
      const wanted = plan.things.map((thing) => this.ids[thing] ?? '');
      const done =
        plan.by === 'hand'
          ? await writeByHand(session, wanted, label, plan)
          : await this.log.run(changeAll, { ...plan, ids: wanted, label }).then(
              () => true,
              (error: unknown) => {
                if (error instanceof OnPurpose) return false;
                throw error;
              },
            );
      if (done) for (const id of wanted) this.committed.add(`${label} ${id}`);
    }
    await session.end();
  }
}

/** In id order, as the append itself locks: so the only waits are for rows. */
async function writeByHand(session: Client, wanted: string[], label: string, plan: Transaction) {
  await session.query('begin');
  for (const id of wanted.toSorted()) {
    if (plan.undoes) {
      await session.query('savepoint undone');
      await raiseByHand(session, id, 'UNDONE');
      await session.query('rollback to savepoint undone');
    }
    await raiseByHand(session, id, label);
  }
  await session.query('select pg_sleep($1)', [plan.held / 1_000]);
  await session.query(plan.ends);
  return plan.ends === 'commit';
}

/** What events tell of the commits, as `committed` names them. */
export function toldBy(
  events: readonly { kind: string; entityId: string; changes: readonly { after: unknown }[] }[],
): string[] {
  return events
    .filter(({ kind }) => kind !== 'THING_MADE')
    .map(
      ({ kind, changes, entityId }) =>
        `${changes.length > 0 ? (changes[0]?.after as string) : kind} ${entityId}`,
    );
}
