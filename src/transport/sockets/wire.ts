import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';

/** What may wait for a peer. Past it nothing more is read from it or answered, until it has taken some. */
const HELD_BYTES = 1024 * 1024;

/** A close frame has room for this much of a reason. */
const REASON_BYTES = 123;

/** One WebSocket, as far as bytes go: what waits to be sent is bounded, and a peer that is gone is noticed. */
export class Wire {
  private heard = true;
  private waiting: { readonly bytes: number; readonly resolve: () => void }[] = [];
  private lastWords: { readonly code: number; readonly reason: string } | undefined;

  constructor(
    private readonly ws: WebSocket,
    private readonly socket: Socket,
    beatMs: number,
  ) {
    // Node puts the time-out off as long as anything moves, were it a slow reader's next kilobyte.
    socket.setTimeout(2 * beatMs, () => this.cut());
    for (const sign of ['message', 'ping', 'pong'] as const) {
      ws.on(sign, () => {
        this.heard = true;
        this.balance();
      });
    }
    ws.once('close', () => this.balance());
  }

  /** Whether there is anybody to give an answer to. */
  get isOpen(): boolean {
    return this.ws.readyState === this.ws.OPEN;
  }

  send(text: string): void {
    if (!this.isOpen) return;
    this.ws.send(text, this.taken);
    this.balance();
  }

  /** Sends whole frames as they are; `ws` holds none back, for nothing is compressed. */
  sendFrames(frames: Buffer): void {
    if (!this.isOpen) return;
    this.socket.write(frames, this.taken);
    this.balance();
  }

  /** Whether more than so much waits for the peer. */
  holds(bytes: number): boolean {
    return this.isOpen && this.ws.bufferedAmount > bytes;
  }

  /** Resolves when no more than that waits any longer, or there is nobody to give anything to. */
  async room(bytes = HELD_BYTES): Promise<void> {
    if (!this.holds(bytes)) return;
    await new Promise<void>((resolve) => this.waiting.push({ bytes, resolve }));
  }

  close(code: number, reason: string): void {
    const { read } = new TextEncoder().encodeInto(reason, new Uint8Array(REASON_BYTES));
    this.ws.close(code, reason.slice(0, read));
    // Held back, it could not be heard to agree.
    this.ws.resume();
  }

  /** Closes it once the peer has taken all that was sent. */
  closeWhenTaken(code: number, reason: string): void {
    this.lastWords = { code, reason };
    this.balance();
  }

  /** Ends it without a word, for nobody is there to hear one. */
  cut(): void {
    this.ws.terminate();
  }

  /** Called at every beat: cuts the peer that has said nothing since the last one, not even a pong. */
  beat(): void {
    // Who takes his answers slowly cannot hear a ping behind them; the time-out judges him.
    if (!this.isOpen || this.socket.writableLength > 0) return;
    if (!this.heard) {
      this.cut();
      return;
    }
    this.heard = false;
    this.ws.ping();
  }

  private readonly taken = () => this.balance();

  private balance(): void {
    if (this.waiting.length > 0) this.letIn();
    if (this.holds(HELD_BYTES)) {
      this.ws.pause();
      return;
    }
    if (this.ws.isPaused) this.ws.resume();
    if (this.lastWords && this.ws.bufferedAmount === 0) {
      this.close(this.lastWords.code, this.lastWords.reason);
    }
  }

  private letIn(): void {
    const { waiting } = this;
    this.waiting = [];
    for (const one of waiting) {
      if (this.holds(one.bytes)) this.waiting.push(one);
      else one.resolve();
    }
  }
}
