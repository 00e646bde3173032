import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Feed } from './feed.ts';
import { tooLarge } from './feed-fault.ts';

/** Written at once, when so much has gathered. */
const BLOCK = 256 * 1_024;

/** A file of JSON lines that grows batch by batch, within the bounds of its feed. */
export class RowsFile {
  rows = 0;
  private bytes = 0;
  private block: string[] = [];
  private gathered = 0;

  private constructor(
    readonly path: string,
    private readonly file: FileHandle,
    private readonly bounds: Pick<Feed, 'maxBytes' | 'maxRows'>,
  ) {}

  static async create(directory: string, bounds: Pick<Feed, 'maxBytes' | 'maxRows'>) {
    const path = join(directory, `${randomUUID()}.jsonl`);
    return new RowsFile(path, await open(path, 'wx'), bounds);
  }

  /** @throws FeedFault when there are more than the feed allows. */
  async add(rows: readonly object[]): Promise<void> {
    this.rows += rows.length;
    if (this.rows > this.bounds.maxRows) throw tooLarge('rows', 'maxRows', this.bounds.maxRows);
    for (const row of rows) {
      const line = `${JSON.stringify(row)}\n`;
      this.block.push(line);
      this.gathered += line.length;
      if (this.gathered >= BLOCK) await this.flush();
    }
  }

  /** Ends it, with all rows on the disk. */
  async end(): Promise<void> {
    await this.flush();
    await this.file.close();
  }

  /** Ends it, and leaves nothing behind. */
  async discard(): Promise<void> {
    await this.file.close().catch(() => {});
    await rm(this.path, { force: true });
  }

  private async flush(): Promise<void> {
    const lines = Buffer.from(this.block.join(''));
    this.block = [];
    this.gathered = 0;
    this.bytes += lines.length;
    if (this.bytes > this.bounds.maxBytes)
      throw tooLarge('bytes', 'maxBytes', this.bounds.maxBytes);
    await this.file.appendFile(lines);
  }
}
