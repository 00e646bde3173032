import { connect, type Socket } from 'node:net';
import { now } from '../../harness/clock.ts';

/** What reads a connection's bytes. What it does not answer for yet, it gets again with the next. */
export interface Protocol {
  /** Said first. */
  readonly opening: string;
  /**
   * Takes what has come; answers how much of it is done with. `data` is good for this call only.
   */
  take(data: Buffer): number;
  say?: (bytes: Buffer) => void;
}

/** All connections of the process read into one buffer: 10,000 idle readers cost next to nothing. */
const SHARED = Buffer.allocUnsafe(256 * 1024);

let arrived = 0;

/** When the data that is being taken came; the clock is asked once for all of it. */
export const arrivedAt = () => arrived;

/** Opens a connection that `protocol` reads. Resolves once it is connected. */
export function openLine(url: URL, protocol: Protocol): Promise<Socket> {
  let rest: Buffer | undefined;
  const read = (length: number): boolean => {
    arrived = now();
    const fresh = SHARED.subarray(0, length);
    const data = rest ? Buffer.concat([rest, fresh]) : fresh;
    const done = protocol.take(data);
    rest = done < data.length ? Buffer.from(data.subarray(done)) : undefined;
    return true;
  };
  return new Promise((resolve, reject) => {
    const socket = connect({
      host: url.hostname,
      port: Number(url.port),
      noDelay: true,
      onread: { buffer: SHARED, callback: read },
    });
    protocol.say = (bytes) => socket.write(bytes);
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.write(protocol.opening);
      resolve(socket);
    });
  });
}
