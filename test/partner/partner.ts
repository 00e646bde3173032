import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Run } from '../support/process.ts';
import { until } from '../support/until.ts';

/** One line of the store: what was kept of a project, and by which of its changes. */
export interface Kept {
  readonly id: string;
  readonly version: number;
  readonly project: { readonly code: string; readonly [field: string]: unknown } | null;
}

/** `examples/partner`, copied out of the repository as its readers do, with its packages. */
export class Example {
  readonly directory = mkdtempSync(join(tmpdir(), 'quanmai-partner-'));

  constructor() {
    cpSync('examples/partner', this.directory, { recursive: true });
    symlinkSync(resolve('node_modules'), join(this.directory, 'node_modules'));
  }

  partner(name: string, token: string, urls: readonly string[], args: readonly string[] = []) {
    const directory = join(this.directory, name);
    const script = join(this.directory, 'follow.ts');
    return new Partner(directory, token, [script, ...urls, '--store', directory, ...args]);
  }

  remove(): void {
    rmSync(this.directory, { recursive: true });
  }
}

/** A partner's consumer: a process with a store, which is killed and started again. */
export class Partner {
  private run: Run | undefined;
  /** What it said in the runs before this one. */
  private said = '';

  constructor(
    private readonly directory: string,
    private readonly token: string,
    private readonly args: readonly string[],
  ) {}

  start(): void {
    this.run = new Run(['--no-warnings', ...this.args], { QUANMAI_TOKEN: this.token });
  }

  /** Kills it as a lack of memory would. */
  async kill(): Promise<void> {
    await this.run?.end();
    this.said += this.stdoutNow;
    this.run = undefined;
  }

  /** Its exit code, once it has ended by itself. */
  async exit(): Promise<number | null | undefined> {
    return this.run?.exit();
  }

  get stdout(): string {
    return this.said + this.stdoutNow;
  }

  get stderr(): string {
    return this.run?.stderr ?? '';
  }

  /** Times that it has taken a first load. */
  get loads(): number {
    return this.loadSizes.length;
  }

  /** All lines of its store; one that is being written is none yet. */
  get lines(): Kept[] {
    const text = this.read('projects.jsonl');
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    return whole
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Kept);
  }

  /** What came with its last first load. */
  get loaded(): Kept[] {
    return this.lines.slice(0, this.loadedCount);
  }

  /** What it was told since, each change that it had not yet. */
  get told(): Kept[] {
    return this.lines.slice(this.loadedCount);
  }

  /** The projects that it holds, by their codes. */
  get projects(): Record<string, unknown> {
    const last = new Map(this.lines.map((line) => [line.id, line.project]));
    return Object.fromEntries(
      [...last.values()].flatMap((project) => (project ? [[project.code, project]] : [])),
    );
  }

  get cursor(): string | undefined {
    return this.place ? (JSON.parse(this.place) as { cursor: string }).cursor : undefined;
  }

  /** How far it has kept all, as its file says. */
  get place(): string {
    return this.read('cursor');
  }

  set place(text: string) {
    writeFileSync(join(this.directory, 'cursor'), text);
  }

  /** As when it was killed while it wrote this. */
  cutShort(text: string): void {
    appendFileSync(join(this.directory, 'projects.jsonl'), text);
  }

  /** Waits until it follows what happens, and has said so: killed in between, it would not count a load. */
  async follows(): Promise<void> {
    await until(() => this.cursor !== undefined && this.loads > 0, 20_000);
  }

  private get loadSizes(): number[] {
    return [...this.stdout.matchAll(/^(\d+) projects loaded from /gm)].map(([, size]) =>
      Number(size),
    );
  }

  private get loadedCount(): number {
    return this.loadSizes.at(-1) ?? 0;
  }

  private get stdoutNow(): string {
    return this.run?.stdout ?? '';
  }

  private read(name: string): string {
    try {
      return readFileSync(join(this.directory, name), 'utf8');
    } catch {
      return '';
    }
  }
}
