import { now } from '../harness/clock.ts';
import { flushTime } from '../harness/machine.ts';
import { type Part, shown } from '../harness/report.ts';
import { type Run, tell } from '../harness/run.ts';
import { medians } from '../harness/statistics.ts';
import { FIRST, type Sizes } from './scale.ts';
import { startQuanmai } from './servers.ts';
import { type Write, writes } from './writes.ts';
import type { Writer } from './writer.ts';

const WRITERS = 16;
/** Of the same writes without a log. */
const SHARE = 0.3;

interface Rates extends Readonly<Record<string, number>> {
  readonly update: number;
  readonly updateLogged: number;
  readonly command: number;
  readonly commandLogged: number;
  readonly share: number;
  readonly commandShare: number;
}

/**
 * Commits a second by sixteen writers, each a transaction that changes one project: with its event,
 * and a gateway that numbers them; and without. Once as the bare statements, once as a command.
 */
export async function commits(run: Run, writer: Writer, sizes: Sizes): Promise<Part> {
  const { server } = await startQuanmai(run, writer);
  const rounds: Rates[] = [];
  for (let round = 0; round < sizes.rounds; round += 1) {
    rounds.push(await oneRound(writer, sizes.commitSeconds));
  }
  await server.end();
  const found = medians(rounds);
  const flush = shown(flushTime(run.home));
  const goal = (what: string, share: number) => ({
    what: `commits with ${WRITERS} writers, ${what}, of the same without a log`,
    wanted: `≥ ${SHARE}`,
    reached: shown(share),
    isMet: share >= SHARE,
  });
  return {
    title: `Commits by ${WRITERS} writers`,
    text:
      'One project each. Writers, PostgreSQL and the gateway that numbers the events share the cores; ' +
      `the disk keeps a page in ${flush} ms. A command loads the project, changes it and flushes.`,
    columns: ['', 'commits/s', 'of those without a log'],
    rows: [
      ['an update', shown(found.update), '1'],
      ['the same with its event', shown(found.updateLogged), shown(found.share)],
      ['a command, without a log', shown(found.command), '1'],
      ['the same by `runCommand`', shown(found.commandLogged), shown(found.commandShare)],
    ],
    goals: [goal('an update', found.share), goal('a command', found.commandShare)],
  };
}

/** The log's check is out of the way while there is no log. */
async function oneRound(writer: Writer, seconds: number): Promise<Rates> {
  await writer.watched(false);
  const update = await rate(writer, seconds, writes.update);
  const command = await rate(writer, seconds, writes.command);
  await writer.watched(true);
  const updateLogged = await rate(writer, seconds, writes.updateLogged);
  const commandLogged = await rate(writer, seconds, writes.commandLogged);
  const share = updateLogged / update;
  const commandShare = commandLogged / command;
  tell(`  ${shown(share)} of the updates, ${shown(commandShare)} of the commands`);
  return { update, command, updateLogged, commandLogged, share, commandShare };
}

async function rate(writer: Writer, seconds: number, write: Write): Promise<number> {
  const began = now();
  const end = began + seconds * 1_000;
  let written = 0;
  await Promise.all(
    Array.from({ length: WRITERS }, async (_, place) => {
      // Each has projects of his own: what is measured is not how they wait for each other's rows.
      for (let number = FIRST + place; now() < end; number += WRITERS) {
        await write(writer.database, writer.change(number));
        written += 1;
      }
    }),
  );
  return (written / (now() - began)) * 1_000;
}
