import { setTimeout as delay } from 'node:timers/promises';
import { Dice } from '../../../src/ingest/city/random.ts';
import { now } from '../../harness/clock.ts';
import { type Answer, Connection } from './connection.ts';
import type { Learned } from './lesson.ts';
import type { Tally } from './tally.ts';

/** How clients behave. */
export interface Behaviour {
  /** Milliseconds within which all of them come, each at another moment. */
  readonly comeMs: number;
  /** The longest that one thinks before he asks again, in milliseconds; each time another while. */
  readonly thinkMs: number;
  /** Whether one who is refused waits as long as he is told to. */
  readonly isPatient: boolean;
}

/** Questions that are drawn by their weights. */
export type Known = readonly [Learned, ...Learned[]];

/** One client on his own connection: thinks, asks, is answered or asks again, and thinks. */
export class Client {
  private readonly dice: Dice;

  private constructor(
    private readonly url: string,
    private connection: Connection,
    number: number,
  ) {
    this.dice = new Dice(SEED, number);
  }

  static async connect(url: string, number: number): Promise<Client> {
    return new Client(url, await Connection.open(url), number);
  }

  async askUntil(end: number, known: Known, behaviour: Behaviour, tally: Tally): Promise<void> {
    const { comeMs, thinkMs } = behaviour;
    await delay(this.dice.fraction() * comeMs);
    while (now() < end) {
      await this.askOne(end, known, behaviour, tally);
      if (thinkMs > 0) await delay(this.dice.fraction() * thinkMs);
    }
  }

  leave(): void {
    this.connection.close();
  }

  /** Until it is answered, or the time is over. */
  private async askOne(
    end: number,
    known: Known,
    { isPatient }: Behaviour,
    tally: Tally,
  ): Promise<void> {
    const { questions, place } = this.dice.weighted([...known]);
    const question = questions[this.dice.int(0, questions.length - 1)];
    if (!question) return;
    const first = now();
    do {
      const sent = now();
      const answer = await this.connection.ask(question.body).catch(() => undefined);
      const at = now();
      if (!answer) {
        tally.lose();
        this.connection = await Connection.open(this.url);
        return;
      }
      const refusal = refusalIn(answer);
      if (!refusal) {
        const isRight = answer.status === 200 && answer.body.equals(question.answer);
        if (isRight) tally.answer(at, { took: at - sent, waited: at - first, query: place });
        else tally.mistake(`${answer.status} ${answer.body.toString().slice(0, SHOWN)}`);
        return;
      }
      tally.refuse(at, at - sent, refusal.allowed);
      if (isPatient) await delay(answer.retryAfter * 1_000);
    } while (now() < end);
  }
}

const SEED = 200;
/** Characters of a wrong answer. */
const SHOWN = 1_000;

interface Refusal {
  /** Operations at once, when those were too many. */
  readonly allowed?: number;
}

/** The refusal that the limits' documentation promises: its status, its code and when to come again. */
function refusalIn({ status, retryAfter, body }: Answer): Refusal | undefined {
  if (status !== 503 || !(retryAfter > 0)) return undefined;
  const { errors = [] } = JSON.parse(body.toString()) as Refused;
  const [first] = errors;
  return first?.extensions?.code === 'SERVICE_BUSY' ? first.extensions : undefined;
}

interface Refused {
  readonly errors?: readonly { extensions?: Refusal & { code?: string } }[];
}
