import { readXml } from './xml-reader.ts';

/** How a number that stands for a time is shown: as a date, as a time of day, or as hours that passed. */
export type DateKind = 'DATE' | 'TIME' | 'ELAPSED';

/** The formats that have numbers and no code in the file; 27 to 36 and 50 to 58 are East Asia's. */
const BUILT_IN: readonly (readonly [from: number, to: number, kind: DateKind])[] = [
  [14, 17, 'DATE'],
  [18, 21, 'TIME'],
  [22, 22, 'DATE'],
  [27, 31, 'DATE'],
  [32, 35, 'TIME'],
  [36, 36, 'DATE'],
  [45, 45, 'TIME'],
  [46, 46, 'ELAPSED'],
  [47, 47, 'TIME'],
  [50, 54, 'DATE'],
  [55, 56, 'TIME'],
  [57, 58, 'DATE'],
];

/** For each style that cells refer to by number: whether it shows a date. */
export async function readDateKinds(
  part: string,
  pieces: AsyncIterable<Buffer>,
): Promise<(DateKind | undefined)[]> {
  const codes = new Map<number, DateKind | undefined>();
  const styles: (DateKind | undefined)[] = [];
  let isIn = false;
  await readXml(part, pieces, {
    open(name, attributes) {
      if (name === 'cellXfs') isIn = true;
      else if (name === 'numFmt') {
        const { numFmtId, formatCode = '' } = attributes();
        codes.set(Number(numFmtId), kindOfCode(formatCode));
      } else if (name === 'xf' && isIn) {
        const id = Number(attributes().numFmtId ?? 0);
        styles.push(codes.has(id) ? codes.get(id) : builtIn(id));
      }
    },
    close(name) {
      if (name === 'cellXfs') isIn = false;
    },
  });
  return styles;
}

function builtIn(id: number): DateKind | undefined {
  return BUILT_IN.find(([from, to]) => id >= from && id <= to)?.[2];
}

/** What a code shows as it stands: in quotes, behind `\`, `_` and `*`; colours, conditions, languages. */
const LITERAL = /"[^"]*("|$)|[\\_*].|\[(?![hms]+\])[^\]]*\]/gi;

/** By the letters of its code for positive numbers; the one package that parses them is not published whole. */
function kindOfCode(code: string): DateKind | undefined {
  const [letters = ''] = code.replaceAll(LITERAL, '').split(';');
  if (/\[[hms]+\]/i.test(letters)) return 'ELAPSED';
  if (/[yd]|m{3}|aaa/i.test(letters)) return 'DATE';
  if (/[hs]/i.test(letters)) return 'TIME';
  return /m/i.test(letters) ? 'DATE' : undefined;
}
