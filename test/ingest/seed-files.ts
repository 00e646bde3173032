import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A copy of the documents' files that a test may spoil. */
export class SeedFiles {
  private constructor(readonly directory: string) {}

  static async copy(): Promise<SeedFiles> {
    const directory = await mkdtemp(join(tmpdir(), 'quanmai-seeds-'));
    await cp('seeds/documents', directory, { recursive: true });
    return new SeedFiles(directory);
  }

  path(file: string): string {
    return join(this.directory, file);
  }

  /** Replaces what stands in a file; it has to stand there. */
  async edit(file: string, from: string, to: string): Promise<void> {
    const text = await readFile(this.path(file), 'utf8');
    if (!text.includes(from)) throw new Error(`${file} does not hold ${from}.`);
    await writeFile(this.path(file), text.replace(from, to));
  }

  /** Leaves of each file its header and the rows that begin so; of a file not named, its header. */
  async trim(kept: Readonly<Record<string, RegExp>>): Promise<void> {
    for (const file of await readdir(this.directory)) {
      const [header, ...rows] = (await readFile(this.path(file), 'utf8')).split('\n');
      const left = rows.filter((row) => kept[file]?.test(row));
      await writeFile(this.path(file), [header, ...left, ''].join('\n'));
    }
  }

  async append(file: string, row: string): Promise<void> {
    const text = await readFile(this.path(file), 'utf8');
    await writeFile(this.path(file), `${text}${row}\n`);
  }

  remove(): Promise<void> {
    return rm(this.directory, { recursive: true });
  }
}
