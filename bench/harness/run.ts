import { rm } from 'node:fs/promises';

/** How much is measured: all of it, enough for a look, or so little that only breakage shows. */
export type Scale = 'full' | 'quick' | 'smoke';

/** What is left out of a suite. */
export interface Choice {
  /** The parts that were asked for; all, if none were named. */
  readonly only?: readonly string[] | undefined;
  /** Leaves out those who take a minute for what takes the others a second. */
  readonly fast?: boolean;
  /** The contenders that were asked for; all, if none were named. */
  readonly contenders?: readonly string[] | undefined;
  /** How large the city is to be, in projects, rather than as large as the scale says. */
  readonly size?: number | undefined;
}

/** One run of the benchmark: where it works, how much it does, and what is to be ended after it. */
export class Run {
  private readonly closers: (() => Promise<unknown>)[] = [];
  private closed: Promise<void> | undefined;

  constructor(
    /** The run's own directory; it goes with the run. */
    readonly home: string,
    readonly scale: Scale,
    private readonly choice: Choice = {},
    private readonly code = `${home}/code`,
  ) {}

  /**
   * A run within this one, in a directory of its own: what is started in it ends with it, and its
   * directory goes; with this one at the latest.
   */
  within(name: string): Run {
    const inner = new Run(`${this.home}/${name}`, this.scale, this.choice, this.code);
    inner.closing(() => rm(inner.home, { recursive: true, force: true }));
    this.closing(() => inner.close());
    return inner;
  }

  wants(part: string): boolean {
    return this.choice.only?.includes(part) ?? true;
  }

  /** Whether some parts were named. */
  get hasChosenParts(): boolean {
    return this.choice.only !== undefined;
  }

  takes(contender: string): boolean {
    return this.choice.contenders?.includes(contender) ?? true;
  }

  get size(): number | undefined {
    return this.choice.size;
  }

  /** Those of some who take part. */
  taking<T extends { isSlow: boolean }>(contenders: readonly T[]): T[] {
    return contenders.filter(({ isSlow }) => !(isSlow && this.choice.fast));
  }

  /** The whole suite at full size: what its results may be kept of. */
  get isWhole(): boolean {
    const { only, fast, contenders, size } = this.choice;
    return this.scale === 'full' && !only && !fast && !contenders && !size;
  }

  /** A file that was compiled from one of ours, by its path in the project. */
  compiled(source: string): string {
    return `${this.code}/${source.replace(/\.ts$/, '.js')}`;
  }

  /** Something to end with the run, the last first. */
  closing(close: () => Promise<unknown>): void {
    this.closers.push(close);
  }

  /** Once, for whoever asks: a run that is stopped fails as well, and waits here for the same end. */
  close(): Promise<void> {
    return (this.closed ??= this.closeAll());
  }

  private async closeAll(): Promise<void> {
    for (const close of this.closers.splice(0).reverse()) await close();
  }
}

/** Says how far it is, beside the results. */
export function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}
