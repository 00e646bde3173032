import { type ClientConfig, Connection, type PoolClient } from 'pg';

/** What pg knows of a session and does not declare: the number and the secret that cancel it. */
interface Session {
  readonly host: string;
  readonly port: number;
  readonly ssl: ClientConfig['ssl'];
  readonly sslNegotiation?: 'postgres' | 'direct';
  readonly processID: number;
  readonly secretKey: number;
}

interface Messenger extends Connection {
  connect(portOrPath: number | string, host?: string): void;
  requestSsl(): void;
  cancel(processID: number, secretKey: number): void;
}

/**
 * Asks the server to cancel what a connection is running now, by PostgreSQL's own CancelRequest: it
 * needs no free connection of the pool, nor one of `max_connections`, and a pooler in front, which
 * numbers sessions in its own way, passes it on to the right one (`pg_cancel_backend` would not).
 *
 * Resolves when the server has hung up, which it does only after it has signalled the session: from
 * then on no statement that is sent later can be hit. False: it is not known whether that will come.
 */
export function requestCancel(client: PoolClient, patienceMs: number): Promise<boolean> {
  const { host, port, ssl, sslNegotiation, processID, secretKey } = client as unknown as Session;
  const messenger = new Connection({ ssl, sslNegotiation } as ClientConfig) as Messenger;
  const isDirect = !ssl || sslNegotiation === 'direct';
  return new Promise((resolve) => {
    let sent = false;
    const send = () => {
      messenger.cancel(processID, secretKey);
      sent = true;
    };
    const late = setTimeout(() => {
      sent = false;
      messenger.stream.destroy();
    }, patienceMs);
    messenger.on('error', () => (sent = false));
    messenger.on('end', () => {
      clearTimeout(late);
      resolve(sent);
    });
    messenger.on('connect', () => {
      if (!ssl) send();
      else if (!isDirect) messenger.requestSsl();
    });
    messenger.on('sslconnect', send);
    if (host.startsWith('/')) messenger.connect(`${host}/.s.PGSQL.${port}`);
    else messenger.connect(port, host);
  });
}
