import type { FileLimits } from '../limits.ts';
import { refused } from '../refusal.ts';
import { TextCollector } from './text-collector.ts';
import { readXml } from './xml-reader.ts';

/** The texts that cells refer to by number. */
export async function readSharedStrings(
  part: string,
  pieces: AsyncIterable<Buffer>,
  limits: FileLimits,
): Promise<string[]> {
  const strings: string[] = [];
  const collector = new TextCollector(limits);
  let characters = 0;
  await readXml(part, pieces, {
    open(name) {
      if (name === 'si') collector.clear();
      else collector.open(name);
    },
    text: (text) => collector.add(text),
    close(name) {
      collector.close(name);
      if (name !== 'si') return;
      strings.push(collector.text);
      characters += collector.text.length;
      if (characters <= limits.sharedCharacters) return;
      throw refused(
        `its cells hold more than ${limits.sharedCharacters} characters of different texts; split the workbook.`,
      );
    },
  });
  return strings;
}
