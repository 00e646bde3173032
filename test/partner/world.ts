import { once } from 'node:events';
import type { PoolConfig } from 'pg';
import { Clusters, type Holder, killHard, killServer, query } from '../db/clusters.ts';
import { BreakableWay } from '../support/outage.ts';
import { build, freePort, Run, urlOf } from '../support/process.ts';
import { until } from '../support/until.ts';

/** A gateway's process, which comes back where it was. */
export class GatewayProcess {
  run!: Run;

  constructor(
    private readonly port: number,
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  get url(): string {
    return `http://localhost:${this.port}/graphql`;
  }

  async start(): Promise<void> {
    this.run = new Run(['dist/main.js'], { ...this.env, PORT: String(this.port) });
    await this.run.url();
  }

  /** Kills it as a lack of memory would. */
  async kill(): Promise<void> {
    await this.run.end();
  }
}

/**
 * Two gateways on one database, each a process, and a PostgreSQL of the test's own, which can be
 * stopped and killed; over TCP, since its socket is elsewhere after each start.
 */
export class World {
  readonly gateways: GatewayProcess[] = [];
  private readonly way = new BreakableWay();
  /** As the gateways reach it. */
  private connection: PoolConfig = {};

  private constructor(
    private readonly clusters: Clusters,
    private readonly directory: string,
    private holder: Holder,
  ) {}

  static async create(): Promise<World> {
    const [clusters] = await Promise.all([Clusters.create(), build()]);
    const directory = await clusters.made('served');
    const world = new World(clusters, directory, await clusters.hold(directory));
    world.connection = await world.way.to(world.straight);
    // The first one migrates.
    for (const _ of [1, 2]) {
      const env = { DATABASE_URL: urlOf(world.connection), HEARTBEAT_MS: '500' };
      const gateway = new GatewayProcess(await freePort(), env);
      world.gateways.push(gateway);
      await gateway.start();
    }
    return world;
  }

  get urls(): string[] {
    return this.gateways.map(({ url }) => url);
  }

  /** A key's token, as an operator makes it. */
  async token(role: string): Promise<string> {
    const args = ['token', 'create', '--name', '测试单位', '--role', role, '--all-districts'];
    const command = await this.operate(args);
    return command.trim();
  }

  /** Runs `quanmai …` on the database; what it says. */
  async operate(args: readonly string[]): Promise<string> {
    const env = { DATABASE_URL: urlOf(this.connection) };
    const command = new Run(['dist/cli.js', ...args], env);
    if ((await command.exit()) !== 0) throw new Error(command.stderr);
    return command.stdout;
  }

  /** Past the gateways. */
  query(text: string): Promise<unknown[]> {
    return query(this.straight, text);
  }

  get straight(): PoolConfig {
    const { connection, refused } = this.holder;
    if (!connection) throw new Error(`PostgreSQL did not start: ${refused}`);
    return connection;
  }

  /** The gateway that numbers the log. */
  async leader(): Promise<GatewayProcess> {
    let leader: GatewayProcess | undefined;
    await until(async () => {
      const rows = (await this.query(`
        select activity.application_name as name
          from pg_locks
          join pg_stat_activity activity using (pid)
         where pg_locks.locktype = 'advisory' and pg_locks.granted
           and activity.application_name like 'quanmai sequencer %'`)) as { name: string }[];
      const pid = Number(rows[0]?.name.split(' ').at(-1));
      leader = this.gateways.find(({ run }) => run.pid === pid);
      return leader !== undefined;
    }, 10_000);
    return leader!;
  }

  /** As an operator does: sessions end, what was committed is there again. */
  async restartServer(): Promise<void> {
    await this.stopServer();
    await this.startServer();
  }

  /** As a lack of memory does: no word to anybody. */
  async killServer(): Promise<void> {
    await killHard(this.holder.child);
    await killServer(this.directory);
    await this.startServer();
  }

  async remove(): Promise<void> {
    await Promise.all(this.gateways.map(({ run }) => run.end()));
    await this.way.cut();
    await this.stopServer();
    await this.clusters.remove();
  }

  private async stopServer(): Promise<void> {
    const exited = once(this.holder.child, 'exit');
    this.holder.child.kill('SIGTERM');
    await exited;
  }

  private async startServer(): Promise<void> {
    this.holder = await this.clusters.hold(this.directory);
    await this.way.to(this.straight);
  }
}
