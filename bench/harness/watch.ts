import { now } from './clock.ts';

/** Between two looks at the loop, in milliseconds; a turn is taken for longer by this at most. */
const LOOK = 5;
/** So many looks at the loop for one at the memory, which costs more. */
const MEMORY = 10;

/** Watches its own process's event loop and memory, from `start` to `stop`. */
export class Watch {
  /** Milliseconds between two looks, of which each came in a turn of its own. */
  longestTurn = 0;
  busiestTurn = 0;
  /** Bytes. */
  peak = 0;
  private timer: NodeJS.Timeout | undefined;
  private looks = 0;
  private at = 0;
  private cpu = 0;

  start(): this {
    this.at = now();
    this.cpu = threadCpu();
    this.timer = setInterval(() => this.look(), LOOK);
    return this;
  }

  stop(): void {
    clearInterval(this.timer);
    this.look();
  }

  private look(): void {
    const [at, cpu] = [now(), threadCpu()];
    this.longestTurn = Math.max(this.longestTurn, at - this.at);
    this.busiestTurn = Math.max(this.busiestTurn, cpu - this.cpu);
    this.at = at;
    this.cpu = cpu;
    this.looks += 1;
    if (this.looks % MEMORY === 1) this.peak = Math.max(this.peak, process.memoryUsage.rss());
  }
}

/** Milliseconds of CPU that the loop's thread has had; of the whole process, before Node 24. */
function threadCpu(): number {
  const { user, system } =
    'threadCpuUsage' in process ? process.threadCpuUsage() : (process as NodeJS.Process).cpuUsage();
  return (user + system) / 1_000;
}
