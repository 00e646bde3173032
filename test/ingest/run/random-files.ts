import fc from 'fast-check';

/** A file of 重点项目, and what it is saved as. */
export interface RandomFile {
  readonly rows: readonly (readonly string[])[];
  readonly encoding: Encoding;
  readonly separator: string;
  readonly end: string;
}

const encodings = ['UTF-8', 'UTF-8 with its mark', 'UTF-16LE', 'UTF-16BE', 'GB18030'] as const;
type Encoding = (typeof encodings)[number];

const HEADER = [
  ...['项目代码', '项目名称', '建设地点', '项目类别', '项目级别', '总投资（万元）'],
  ...['本年度计划投资', '开工时间', '建设单位'],
];

/** What stands in the cells of a column, and the troubles that it may have. */
const cellOf = (good: readonly string[], bad: readonly string[]) =>
  fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...good) },
    { weight: 1, arbitrary: fc.constantFrom(...bad) },
  );

const codes = Array.from({ length: 9 }, (_, at) => `2401-370112-04-01-10000${at}`);

const row = fc
  .tuple(
    cellOf(codes, [
      '',
      '2413-370112-04-01-100000',
      '2.40137E+17',
      '２４０１３７０１１２０４０１１００００１',
    ]),
    cellOf(['一号项目', '二号项目', '三号项目'], ['', '换\n行项目', '"引号", 逗号; 分号']),
    cellOf(['历城区', '370113', '起步区', ''], ['历城县', '370181', '济南高新']),
    cellOf(['产业', '民生', '基础设施类'], ['产 业', '工业', '—']),
    cellOf(['省级重点', '市级重点', ''], ['国家级', '区级']),
    cellOf(
      ['10000', '25,000', '一点二亿', '约3亿元', '/'],
      ['1.2345', '12,00', '3万美元', '三万五'],
    ),
    cellOf(['3000', '4500', ''], ['超过3000', '1e4', '０']),
    cellOf(['2024年3月5日', '正月初六', '2024-02', '—'], ['3月32日', '24.3.5', '45359']),
    cellOf(
      ['华为技术有限公司', '辰安科技', '', '無'],
      ['从未听说有限公司', '山东国辰实业', '91370112XX7CHFQY10'],
    ),
  )
  .map((cells): readonly string[] => cells);

/** Lines that are no rows of the table, or not of its form. */
const line = fc.oneof(
  { weight: 30, arbitrary: row },
  { weight: 1, arbitrary: fc.constant(HEADER.map(() => '')) },
  { weight: 1, arbitrary: fc.constant(['合计', '', '', '', '', '38000', '', '', '']) },
  { weight: 1, arbitrary: fc.constant(['小计', '', '', '', '', '38000', '', '', '']) },
  { weight: 1, arbitrary: row.map((cells) => cells.slice(0, 4)) },
);

const header = fc.oneof(
  { weight: 30, arbitrary: fc.constant(HEADER) },
  {
    weight: 1,
    arbitrary: fc.constant(HEADER.map((name) => (name === '建设地点' ? '地点' : name))),
  },
);

export const randomFile: fc.Arbitrary<RandomFile> = fc
  .record({
    header,
    lines: fc.array(line, { minLength: 0, maxLength: 8 }),
    encoding: fc.constantFrom(...encodings),
    separator: fc.constantFrom(',', '\t', ';'),
    end: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ header: names, lines, ...as }) => ({ rows: [names, ...lines], ...as }));

/** The bytes of a file. */
export function bytesOf({ rows, encoding, separator, end }: RandomFile): Uint8Array {
  const quoted = (cell: string) =>
    /["\n]/.test(cell) || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const text = rows.map((cells) => `${cells.map(quoted).join(separator)}${end}`).join('');
  switch (encoding) {
    case 'UTF-8':
      return Buffer.from(text);
    case 'UTF-8 with its mark':
      return Buffer.from(`\uFEFF${text}`);
    case 'UTF-16LE':
      return Buffer.from(`\uFEFF${text}`, 'utf16le');
    case 'UTF-16BE':
      return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
    case 'GB18030':
      return inGb18030(text);
  }
}

let pairs: ReadonlyMap<string, readonly number[]> | undefined;

/** Node reads GB18030 and does not write it. */
function inGb18030(text: string): Uint8Array {
  pairs ??= readPairs();
  return Uint8Array.from(
    Array.from(text).flatMap((character) => pairs?.get(character) ?? [character.charCodeAt(0)]),
  );
}

function readPairs(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030');
  const found = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && !found.has(character)) found.set(character, [lead, trail]);
    }
  }
  return found;
}
