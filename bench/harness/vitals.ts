import { subscribe } from 'node:diagnostics_channel';
import type { ServerResponse } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** What a server was like since it was asked last. */
export interface Vitals {
  /** Resident memory and the heap that is in use, in MB, look by look. */
  readonly rss: Float64Array;
  readonly heap: Float64Array;
  /** By how many milliseconds a timer came late: what the event loop keeps everybody waiting. */
  readonly lagP99: number;
  readonly longestLag: number;
  /** Milliseconds of CPU, the kernel's work for it included. */
  readonly cpu: number;
  /** The most HTTP requests at once, seen between two turns, that had come and had no answer yet. */
  readonly mostInFlight: number;
}

/** Milliseconds between two timers of the histogram, which counts them as part of the delay. */
const RESOLUTION = 10;
/** Milliseconds between two looks at what is in flight. */
const LOOK = 5;
/** So many looks at what is in flight for one at the memory, which costs more. */
const MEMORY = 20;

/** Looks at its own process from when it is made, and tells what it saw as often as it is asked. */
export class VitalsWatch {
  private readonly delays = monitorEventLoopDelay({ resolution: RESOLUTION });
  private readonly unanswered = new Set<ServerResponse>();
  private looks = 0;
  private rss: number[] = [];
  private heap: number[] = [];
  private mostInFlight = 0;
  private since = process.cpuUsage();

  constructor() {
    subscribe('http.server.request.start', (message) => {
      const { response } = message as { response: ServerResponse };
      this.unanswered.add(response);
      response.once('close', () => this.unanswered.delete(response));
    });
    this.delays.enable();
    setInterval(() => this.look(), LOOK).unref();
  }

  take(): Vitals {
    this.lookAtMemory();
    const { user, system } = process.cpuUsage(this.since);
    const taken = {
      ...{ rss: Float64Array.from(this.rss), heap: Float64Array.from(this.heap) },
      lagP99: lagOf(this.delays.percentile(99)),
      longestLag: lagOf(this.delays.max),
      cpu: (user + system) / 1_000,
      mostInFlight: this.mostInFlight,
    };
    this.delays.reset();
    [this.rss, this.heap, this.mostInFlight] = [[], [], 0];
    this.since = process.cpuUsage();
    return taken;
  }

  private look(): void {
    // An answer that is made has left the server's hands: its caller may take his time over it.
    let inFlight = 0;
    for (const { headersSent } of this.unanswered) if (!headersSent) inFlight += 1;
    this.mostInFlight = Math.max(this.mostInFlight, inFlight);
    this.looks += 1;
    if (this.looks % MEMORY === 0) this.lookAtMemory();
  }

  private lookAtMemory(): void {
    const { rss, heapUsed } = process.memoryUsage();
    this.rss.push(rss / 1024 ** 2);
    this.heap.push(heapUsed / 1024 ** 2);
  }
}

const lagOf = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - RESOLUTION);
