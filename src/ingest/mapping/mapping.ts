import type { Feed } from '../feeds/feed.ts';
import type { ReaderName } from '../reading/readers.ts';
import type { Labels } from '../reading/label.ts';
import type { MappingShape } from './mapping-shape.ts';

/** One source (数据来源): who it is, how it delivers, and what its tables become. */
export interface Mapping {
  /** The file that says so. */
  readonly file: string;
  /** Of the file's text: another one is another mapping. */
  readonly digest: string;
  readonly source: MappingShape['source'];
  /** How it is pulled, where it is a live source. */
  readonly feed?: Feed;
  readonly tables: readonly TableMapping[];
}

/** How a table of a source becomes rows of a target. */
export interface TableMapping {
  readonly target: string;
  /** Which sheets of a workbook it is, `*` for any characters; all of them where it is absent. */
  readonly sheet?: string;
  readonly headerRow?: number;
  /** Whether each delivery holds all rows there are: one that is missing is gone. */
  readonly isComplete: boolean;
  /** Whether headers have to be exactly these columns: our own files. */
  readonly isStrict: boolean;
  readonly columns: readonly ColumnMapping[];
  /** Canonical cells that every row has. */
  readonly constants: ReadonlyMap<string, string>;
  /** Columns that may be there, and are not taken. */
  readonly ignored: readonly string[];
  /** Fields without which a row is none of the target: 建设单位, in a table of projects. */
  readonly rowsWith: readonly string[];
  /** What stands in cells that say nothing: /, —. */
  readonly blanks: readonly string[];
  /** What begins rows that add up those above, and are passed over: 合计. */
  readonly totals: readonly string[];
}

/** How a column of a table fills a field of the target. */
export interface ColumnMapping {
  readonly field: string;
  readonly header: string;
  readonly synonyms: readonly string[];
  readonly as: ReaderName;
  readonly unit?: string;
  /** The column that takes 约, 超过 … */
  readonly qualifier?: string;
  /** The column that says EXACT of every amount, where the mapping names no `qualifier`. */
  readonly exactly?: string;
  readonly labels?: Labels;
  /** Whether a table may come without it. */
  readonly isOptional: boolean;
}

/** Whether a table is one of these sheets. */
export function isOfSheet({ sheet: pattern }: TableMapping, name: string | undefined): boolean {
  if (pattern === undefined || name === undefined) return true;
  const literals = pattern.split('*').map((part) => part.replaceAll(/[\\^$.+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${literals.join('.*')}$`, 's').test(name);
}
