/** What is to come: events `first` and up; and how many of them are timed. */
export interface Expected {
  readonly first: number;
  readonly count: number;
  /** Keeps when each delivery came, rather than only the first and the last. */
  readonly timed: boolean;
}

/** What came to all readers of one process. */
export interface Received {
  readonly deliveries: number;
  /** Bytes of the messages that were updates. */
  readonly bytes: number;
  readonly firstAt: number;
  readonly lastAt: number;
  /** Deliveries of another event than the one that was due: lost, repeated or out of order. */
  readonly wrong: number;
  /** Of a timed run: for each delivery, the number of its event counted from `first`, and when. */
  readonly events: Uint32Array;
  readonly times: Float64Array;
}

/** Counts what all readers of this process receive, and holds it to what is due. */
export class Tally {
  private first = 0;
  private end = 0;
  private deliveries = 0;
  private bytes = 0;
  private wrong = 0;
  private firstAt = 0;
  private lastAt = 0;
  private isTimed = false;
  private events = new Uint32Array();
  private times = new Float64Array();
  private readonly places: Place[] = [];

  /** A reader who is due every `step`th event: those whose number leaves `rest`. */
  place(step: number, rest: number): Place {
    const place = { step, rest, next: 0, heard: false };
    this.places.push(place);
    return place;
  }

  /** How many readers have heard anything at all. */
  get hearing(): number {
    return this.places.filter(({ heard }) => heard).length;
  }

  expect({ first, count, timed }: Expected): void {
    this.first = first;
    this.end = first + count;
    this.deliveries = this.bytes = this.wrong = this.firstAt = this.lastAt = 0;
    this.isTimed = timed;
    for (const place of this.places) {
      place.next = first + ((((place.rest - first) % place.step) + place.step) % place.step);
    }
    this.events = new Uint32Array(timed ? this.due : 0);
    this.times = new Float64Array(timed ? this.due : 0);
  }

  /** How many deliveries there will be when nothing is lost. */
  get due(): number {
    return this.places.reduce(
      (sum, { next, step }) => sum + Math.max(0, Math.ceil((this.end - next) / step)),
      this.deliveries,
    );
  }

  get isComplete(): boolean {
    return this.places.every(({ next }) => next >= this.end);
  }

  /** When anything came last. */
  get latest(): number {
    return this.lastAt;
  }

  take(place: Place, number: number, bytes: number, at: number): void {
    place.heard = true;
    // What is left over from finding out that everybody hears.
    if (number < this.first) return;
    if (this.isTimed && this.deliveries < this.times.length) {
      this.events[this.deliveries] = number - this.first;
      this.times[this.deliveries] = at;
    }
    if (this.deliveries === 0) this.firstAt = at;
    this.lastAt = at;
    this.deliveries += 1;
    this.bytes += bytes;
    if (number !== place.next) this.wrong += 1;
    place.next = number + place.step;
  }

  received(): Received {
    const { deliveries, bytes, wrong, firstAt, lastAt, events, times } = this;
    return { deliveries, bytes, wrong, firstAt, lastAt, events, times };
  }
}

/** One reader: which event he is due next. */
export interface Place {
  readonly step: number;
  readonly rest: number;
  next: number;
  heard: boolean;
}
