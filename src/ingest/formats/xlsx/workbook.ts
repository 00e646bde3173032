import { posix } from 'node:path';
import type { FileLimits } from '../limits.ts';
import { refused } from '../refusal.ts';
import type { NumberFormat } from './number-format.ts';
import type { Package } from './package.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readNumberFormats } from './styles.ts';
import { damaged, readXml } from './xml-reader.ts';

export interface SheetPart {
  readonly name: string;
  readonly isHidden: boolean;
  /** Absent where it is no sheet of cells: a chart, say. */
  readonly part?: string;
}

/** What is known of a workbook before its sheets are read. */
export interface Workbook {
  readonly sheets: readonly SheetPart[];
  /** Whether its days are counted from 1904, as old workbooks of the Mac are. */
  readonly is1904: boolean;
  /** Whether its formulas are to be computed once it is opened: what they have now may be nothing. */
  readonly computesOnLoad: boolean;
  readonly formats: readonly (NumberFormat | undefined)[];
  readonly sharedStrings: readonly string[];
}

interface Relationship {
  /** The last word of its type: `worksheet`, `styles`. */
  readonly type: string;
  readonly part: string;
}

/** @throws Refusal where this is another archive, by name. */
export async function readWorkbook(from: Package, limits: FileLimits): Promise<Workbook> {
  const main = await mainPart(from);
  const relationships = await readRelationships(from, main);
  const named = [...relationships.values()];
  const part = (type: string) => named.find((each) => each.type === type)?.part;
  const { sheets, ...properties } = await readMain(from, main);
  const styles = part('styles');
  const shared = part('sharedStrings');
  return {
    ...properties,
    sheets: sheets.map(({ name, isHidden, id }) => {
      const target = relationships.get(id);
      return { name, isHidden, ...(target?.type === 'worksheet' && { part: target.part }) };
    }),
    formats: styles ? await readNumberFormats(styles, from.read(styles)) : [],
    sharedStrings: shared ? await readSharedStrings(shared, from.read(shared), limits) : [],
  };
}

async function mainPart(from: Package): Promise<string> {
  const relationships = from.has('_rels/.rels') ? await readRelationships(from, '') : undefined;
  const main = [...(relationships?.values() ?? [])].find(({ type }) => type === 'officeDocument');
  const part = main?.part ?? 'xl/workbook.xml';
  if (part.endsWith('.bin')) throw refused('this is a binary workbook (.xlsb); save it as .xlsx.');
  if (/(^|\/)word\//.test(part))
    throw refused('this is a document of Word (.docx); save its table as .xlsx.');
  if (/(^|\/)ppt\//.test(part))
    throw refused('these are slides (.pptx); save their table as .xlsx.');
  if (from.has(part)) return part;
  if (from.has('content.xml'))
    throw refused('this is an OpenDocument file (.ods); save it as .xlsx.');
  if (from.has('Index/Document.iwa'))
    throw refused('this is a file of Numbers; export it as .xlsx.');
  throw refused('this is a ZIP archive and no workbook; unpack it, and send the files in it.');
}

async function readRelationships(from: Package, of: string): Promise<Map<string, Relationship>> {
  const { dir, base } = posix.parse(of);
  const part = posix.join(dir, '_rels', `${base}.rels`);
  const found = new Map<string, Relationship>();
  await readXml(part, from.read(part), {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const { Id = '', Type = '', Target = '', TargetMode } = attributes();
      if (TargetMode === 'External') return;
      const target = posix.resolve('/', dir, Target.replaceAll('\\', '/'));
      found.set(Id, { type: posix.basename(Type), part: target.slice(1) });
    },
  });
  return found;
}

async function readMain(from: Package, part: string) {
  const sheets: { name: string; isHidden: boolean; id: string }[] = [];
  let is1904 = false;
  let computesOnLoad = false;
  await readXml(part, from.read(part), {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = isTrue(attributes().date1904);
      if (name === 'calcPr') computesOnLoad = isTrue(attributes().fullCalcOnLoad);
      if (name !== 'sheet') return;
      const given = attributes();
      const [, id = ''] = Object.entries(given).find(([key]) => key.endsWith(':id')) ?? [];
      const isHidden = /hidden/i.test(given.state ?? '');
      sheets.push({ name: given.name ?? '', isHidden, id });
    },
  });
  if (sheets.length === 0) throw damaged('it has no sheets');
  return { is1904, computesOnLoad, sheets };
}

const isTrue = (flag = '') => /^(1|true)$/.test(flag);
