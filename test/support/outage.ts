import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import type { PoolConfig } from 'pg';

/** A way to a PostgreSQL server over TCP that can be cut, and mended. */
export class BreakableWay {
  private readonly sockets = new Set<Socket>();
  private server: Server | undefined;
  private port = 0;
  private isSilent = false;
  private target: PoolConfig = {};

  /** The connection that leads this way. */
  async to(target: PoolConfig): Promise<PoolConfig> {
    this.target = target;
    await this.mend();
    const { user, database, password } = target;
    return { host: '127.0.0.1', port: this.port, user, database, password, ssl: false };
  }

  /** As when the server goes down: every connection ends, new ones are refused. */
  async cut(): Promise<void> {
    const closed = this.server?.listening ? once(this.server, 'close') : undefined;
    this.server?.close();
    for (const socket of this.sockets) socket.destroy();
    await closed;
    this.server = undefined;
  }

  /** Who comes from now on is refused; the connections that there are stay. */
  shut(): void {
    this.server?.close();
  }

  /** As when the server hangs: connections are taken, and nothing is said on them. */
  async silence(): Promise<void> {
    await this.cut();
    this.isSilent = true;
    await this.listen();
  }

  async mend(): Promise<void> {
    await this.cut();
    this.isSilent = false;
    await this.listen();
  }

  private async listen(): Promise<void> {
    this.server = createServer((near) => {
      this.keep(near);
      if (this.isSilent) return;
      const { host, port } = this.target;
      const far = host?.startsWith('/')
        ? connect(`${host}/.s.PGSQL.${port}`)
        : connect(port ?? 5432, host ?? 'localhost');
      this.keep(far);
      near.pipe(far).pipe(near);
      near.once('close', () => far.destroy());
      far.once('close', () => near.destroy());
    });
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  private keep(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => {}).once('close', () => this.sockets.delete(socket));
  }
}
