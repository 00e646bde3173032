import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { StartFault } from '../kit/errors.ts';

/** Listens, and tells the origin that a caller on this machine uses. */
export async function listen(http: FastifyInstance, host: string, port: number): Promise<string> {
  try {
    await http.listen({ host, port });
  } catch (error) {
    await http.close();
    throw asFault(error as NodeJS.ErrnoException, host, port);
  }
  const { port: taken } = http.server.address() as AddressInfo;
  return `http://${nameOf(host)}:${taken}`;
}

/** An address that means "every one of mine" is not one that a browser can be sent to. */
function nameOf(host: string): string {
  if (['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function asFault(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartFault(
        `Port ${port} on ${host} is taken: stop what uses it, or set PORT to another.`,
      );
    case 'EACCES':
      return new StartFault(
        `Port ${port} may not be used by this account: set PORT to one above 1023.`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartFault(
        `HOST is ${host}, which is no address of this machine: set it to 127.0.0.1, or to 0.0.0.0 for every address.`,
      );
    default:
      return error;
  }
}
