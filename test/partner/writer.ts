import { setTimeout as delay } from 'node:timers/promises';

const STAGES = ['PLANNING', 'LANDING', 'CONSTRUCTION', 'COMPLETION_EFFECT', 'SERVICE'];

/** What passes by itself. */
const PASSING = ['SERVICE_BUSY', 'SERVICE_UNAVAILABLE', 'TIMEOUT'];

interface Payload {
  readonly project?: { readonly version: number } | null;
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
}

/**
 * An office that works on projects of its own, through whatever gateway answers. A write whose
 * answer is lost is sent again with its key, so that it happens once.
 */
export class Writer {
  /** Writes that were answered. */
  done = 0;
  private isStopping = false;
  private running: Promise<void> | undefined;
  private tries = 0;

  constructor(
    private readonly name: string,
    private readonly urls: readonly string[],
    private readonly token: string,
  ) {}

  start(): this {
    this.running = this.write();
    return this;
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    await this.running;
  }

  private goesOn(): boolean {
    return !this.isStopping;
  }

  private async write(): Promise<void> {
    for (let round = 1; this.goesOn(); round += 1) {
      const code = `${this.name}-${round}`;
      let { version } = await this.send('createProject', {
        code,
        name: `项目${code}`,
        stage: 'PLANNING',
      });
      for (const stage of STAGES.slice(1)) {
        if (!this.goesOn()) return;
        ({ version } = await this.send('moveProjectToStage', { code, version, stage }));
        const totalInvestment = `${version * round}.5`;
        ({ version } = await this.send('correctProject', { code, version, totalInvestment }));
      }
      if (round % 2) await this.send('withdrawProject', { code, version, reason: '重复登记' });
    }
  }

  private async send(mutation: string, fields: object): Promise<{ version: number }> {
    const input = { ...fields, idempotencyKey: `${this.name}-${this.done}` };
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
    const shown = mutation === 'withdrawProject' ? 'withdrawal { code }' : 'project { version }';
    const query = `mutation ($input: ${type}) { ${mutation}(input: $input) { ${shown} userErrors { code message } } }`;
    for (;;) {
      const payload = await this.ask(mutation, query, input);
      if (!payload) {
        await delay(50);
        continue;
      }
      const [fault] = payload.userErrors;
      if (fault)
        throw new Error(`${mutation} ${JSON.stringify(input)}: ${fault.code} ${fault.message}`);
      this.done += 1;
      return { version: payload.project?.version ?? 0 };
    }
  }

  /** Undefined when nobody answered, or not now. */
  private async ask(field: string, query: string, input: object): Promise<Payload | undefined> {
    const url = this.urls[this.tries++ % this.urls.length]!;
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${this.token}` };
    const body = JSON.stringify({ query, variables: { input } });
    const signal = AbortSignal.timeout(3_000);
    const response = await fetch(url, { method: 'POST', headers, body, signal }).catch(() => null);
    const answer = (await response?.json().catch(() => null)) as any;
    if (!answer) return undefined;
    const [error] = answer.errors ?? [];
    if (!error) return answer.data[field] as Payload;
    if (PASSING.includes(error.extensions?.code)) return undefined;
    throw new Error(`${field}: ${JSON.stringify(error)}`);
  }
}
