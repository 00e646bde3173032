import { builtInFormat, formatOf, type NumberFormat } from './number-format.ts';
import { readXml } from './xml-reader.ts';

/** For each style that cells refer to by number: how it shows numbers, where not as they are. */
export async function readNumberFormats(
  part: string,
  pieces: AsyncIterable<Buffer>,
): Promise<(NumberFormat | undefined)[]> {
  const codes = new Map<number, NumberFormat | undefined>();
  const styles: (NumberFormat | undefined)[] = [];
  let isIn = false;
  await readXml(part, pieces, {
    open(name, attributes) {
      if (name === 'cellXfs') isIn = true;
      else if (name === 'numFmt') {
        const { numFmtId, formatCode = '' } = attributes();
        codes.set(Number(numFmtId), formatOf(formatCode));
      } else if (name === 'xf' && isIn) {
        const id = Number(attributes().numFmtId ?? 0);
        styles.push(codes.has(id) ? codes.get(id) : builtInFormat(id));
      }
    },
    close(name) {
      if (name === 'cellXfs') isIn = false;
    },
  });
  return styles;
}
