import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { type FileLimits, megabytes } from '../limits.ts';
import { Refusal, refused } from '../refusal.ts';
import { damaged } from './xml-reader.ts';

const MOST_PARTS = 10_000;

/** The parts that a workbook is made of: files in a ZIP archive. */
export class Package {
  private readonly zip: ZipFile;
  private readonly entries: ReadonlyMap<string, Entry>;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.zip = zip;
    this.entries = entries;
  }

  /** @throws Refusal where it is damaged, or larger than it may be once unpacked: that is told beforehand. */
  static async open(path: string, limits: FileLimits): Promise<Package> {
    const zip = await openPromise(path, { autoClose: false }).catch(asDamaged);
    return new Package(zip, await entriesOf(zip, limits).catch(asDamaged));
  }

  has(part: string): boolean {
    return this.entries.has(keyOf(part));
  }

  /** A part's bytes, unpacked as they are asked for; no more of them than its entry told. */
  async *read(part: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(keyOf(part));
    if (!entry) throw damaged(`${part} is missing`);
    try {
      const stream = await this.zip.openReadStreamPromise(entry);
      for await (const bytes of stream) yield bytes as Buffer;
    } catch (error) {
      asDamaged(error);
    }
  }
}

async function entriesOf(zip: ZipFile, limits: FileLimits): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    const { fileName, uncompressedSize } = entry;
    if (entry.isEncrypted()) {
      throw refused('it is protected by a password; remove the password, and save it again.');
    }
    if (entries.has(keyOf(fileName))) throw damaged(`${fileName} is there twice`);
    unpacked += uncompressedSize;
    if (uncompressedSize > limits.partBytes)
      throw tooLarge(fileName, uncompressedSize, limits.partBytes);
    if (unpacked > limits.unpackedBytes)
      throw tooLarge('all of it', unpacked, limits.unpackedBytes);
    entries.set(keyOf(fileName), entry);
    if (entries.size > MOST_PARTS)
      throw refused(`it has more than ${MOST_PARTS} parts, as no workbook has.`);
  }
  return entries;
}

function tooLarge(what: string, size: number, limit: number): Refusal {
  return refused(
    `unpacked, ${what} has ${megabytes(size)} or more, and ${megabytes(limit)} is the most; ` +
      'clear the rows and columns that are not needed, or split the workbook.',
  );
}

/** Part names are the same whatever their case, and whether or not 表 is written `%E8%A1%A8`. */
function keyOf(part: string): string {
  return part
    .replaceAll(/(%[0-9a-f]{2})+/gi, (encoded) =>
      Buffer.from(encoded.replaceAll('%', ''), 'hex').toString(),
    )
    .toLowerCase();
}

function asDamaged(error: unknown): never {
  throw error instanceof Refusal ? error : damaged((error as Error).message, error);
}
