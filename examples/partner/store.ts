import { type FileHandle, mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeptProjectFragment, UpdateFragment } from './generated.ts';

type Project = KeptProjectFragment;

/** What is known of a project, and by which of its changes. Without a project it is gone, or out of sight. */
interface Entry {
  readonly id: string;
  readonly version: number;
  readonly project: Project | null;
}

/** How far all is kept, and for whose eyes: with another sight, other projects are there. */
export interface Place {
  readonly cursor: string;
  readonly sight: string;
}

/**
 * Two files: `projects.jsonl` holds a line for each project of the first load, and then one for each
 * update; of the lines of a project the last one counts. `cursor` holds the place.
 *
 * An update is on the disk before the place behind it is. Killed in between, the next run is told
 * the update once more, and knows it by its version. A database would do both in one transaction.
 */
export class Store {
  private readonly directory: string;
  private readonly entries = new Map<string, Entry>();
  private journal: FileHandle;
  place: Place | undefined;

  private constructor(directory: string, journal: FileHandle) {
    this.directory = directory;
    this.journal = journal;
  }

  static async open(directory: string): Promise<Store> {
    await mkdir(directory, { recursive: true });
    const store = new Store(directory, await open(join(directory, 'projects.jsonl'), 'a+'));
    await store.readJournal();
    const place = await readFile(store.path('cursor'), 'utf8').catch(() => undefined);
    if (place !== undefined) store.place = JSON.parse(place) as Place;
    return store;
  }

  /** From here on as if nothing were kept; until there is something else, what is on the disk stays. */
  forget(): void {
    this.place = undefined;
  }

  /** Puts a first load in the place of all that was kept. */
  async replace(projects: readonly Project[], place: Place): Promise<void> {
    const lines = projects.map((project) => {
      const { id, version } = project;
      return lineOf({ id, version, project });
    });
    await this.writeWhole('projects.jsonl', lines.join(''));
    await this.journal.close();
    this.journal = await open(this.path('projects.jsonl'), 'a+');
    await this.readJournal();
    await this.keep(place);
  }

  /** Keeps an update; false if it was kept before. */
  async apply({ projectId: id, version, project }: UpdateFragment): Promise<boolean> {
    if (version <= (this.entries.get(id)?.version ?? 0)) return false;
    const entry: Entry = { id, version, project };
    await this.journal.appendFile(lineOf(entry));
    await this.journal.sync();
    this.entries.set(id, entry);
    return true;
  }

  /** Says that everything up to a place is kept. */
  async keep(place: Place): Promise<void> {
    await this.writeWhole('cursor', JSON.stringify(place));
    this.place = place;
  }

  private path(name: string): string {
    return join(this.directory, name);
  }

  private async readJournal(): Promise<void> {
    const bytes = await this.journal.readFile();
    const end = bytes.lastIndexOf('\n') + 1;
    // A line that a kill cut short was never counted on.
    await this.journal.truncate(end);
    this.entries.clear();
    for (const line of bytes.toString('utf8', 0, end).split('\n').filter(Boolean)) {
      const entry = JSON.parse(line) as Entry;
      this.entries.set(entry.id, entry);
    }
  }

  /** The new content or the old one, whatever happens meanwhile: never a part, and never nothing. */
  private async writeWhole(name: string, content: string): Promise<void> {
    const file = await open(this.path(`${name}.new`), 'w');
    await file.writeFile(content);
    await file.sync();
    await file.close();
    await rename(this.path(`${name}.new`), this.path(name));
    const directory = await open(this.directory);
    await directory.sync();
    await directory.close();
  }
}

const lineOf = (entry: Entry) => `${JSON.stringify(entry)}\n`;
