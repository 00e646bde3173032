import type { Bilingual } from '../questions/saved-question.ts';
import type { AnswerField, AnswerFields } from './answer-fields.ts';
import { inOrder, NAMES } from './column-order.ts';
import { asList, type Fields, isFields } from './unwrap.ts';

export type Scalar = string | number | boolean | null;

/** What a cell holds; of a list inside a row, what its items are called. */
export type Value = Scalar | readonly string[];

export interface Column {
  /** From a row on: `district.name`. */
  readonly path: readonly string[];
  /** What the schema says of each step of the path, as far as it is known. */
  readonly said: readonly (AnswerField | undefined)[];
}

/** A list of the answer that can be the rows. */
export interface RowChoice {
  readonly path: readonly string[];
  readonly says?: Bilingual;
}

/** An answer as rows and columns. */
export interface Table {
  /** The lists of the answer, outer ones first. */
  readonly choices: readonly RowChoice[];
  /** Which of them the rows are. */
  readonly chosen: RowChoice;
  readonly columns: readonly Column[];
  /** Which of them a row is called by. */
  readonly heading: number;
  readonly rows: readonly (readonly Value[])[];
  /** How many there are in all, where the answer says so. */
  readonly total?: number;
  /** Whether the answer holds one page of more. */
  readonly more: boolean;
}

/** About paging, not about a row. */
const NOT_SHOWN = new Set(['pageInfo', 'cursor']);

/**
 * The answer's first list as a table, or the list that `path` names. Objects become columns; a list
 * inside a row becomes its items' names; when an inner list is chosen, each of its items is a row that
 * repeats what stands around it, and who has none keeps one row. Undefined where there is no list.
 */
export function toTable(
  data: unknown,
  fields: AnswerFields = new Map(),
  path?: string,
): Table | undefined {
  const lists = listsIn(data, fields);
  const [first] = lists;
  if (!first) return undefined;
  const chosen = lists.find((list) => list.path.join('.') === path) ?? first;
  const outer = lists.find(({ path: [...keys] }) => startsWith(chosen.path, keys)) ?? first;
  const sheet = new Sheet(fieldsAt(fields, outer.path));
  const list = asList(valueAt(data, outer.path));
  const towards = chosen.path.slice(outer.path.length);
  for (const item of list?.items ?? []) sheet.unfold(item, [], towards, new Map());
  const { columns, heading, rows } = sheet.done(towards);
  const total = chosen === outer ? list?.total : undefined;
  return {
    ...{ choices: lists, chosen, columns, heading, rows },
    ...(total !== undefined && { total }),
    more: sheet.more || (list?.more ?? false),
  };
}

/** Every list of objects, each once, in the order of the answer. */
function listsIn(data: unknown, fields: AnswerFields): RowChoice[] {
  const found = new Map<string, RowChoice>();
  const look = (value: unknown, path: readonly string[]): void => {
    const list = asList(value);
    if (list) {
      const isOfObjects = list.items.length === 0 || list.items.some(isFields);
      if (!isOfObjects) return;
      const says = fieldAt(fields, path)?.says;
      if (!found.has(path.join('.'))) found.set(path.join('.'), { path, ...(says && { says }) });
      for (const item of list.items) look(item, path);
    } else if (isFields(value)) {
      for (const [key, inside] of Object.entries(value)) {
        if (!NOT_SHOWN.has(key)) look(inside, [...path, key]);
      }
    }
  };
  look(data, []);
  return [...found.values()];
}

type Row = Map<string, Value>;

/** Grows rows, and a column for whatever is met in any of them, where the answer has it. */
class Sheet {
  more = false;
  private readonly rows: Row[] = [];
  private readonly root: Step = { inside: new Map() };

  constructor(private readonly fields: AnswerFields) {}

  /** Writes an item's fields into a row, and a row for each item of the list that `towards` leads to. */
  unfold(value: unknown, at: readonly string[], towards: readonly string[], row: Row): void {
    const [next, ...rest] = towards;
    if (next === undefined) {
      this.write(value, at, row);
      this.rows.push(row);
      return;
    }
    if (!isFields(value)) {
      this.rows.push(row);
      return;
    }
    const { [next]: inner, ...others } = value;
    this.write(others, at, row);
    const path = [...at, next];
    const list = asList(inner);
    if (!list) return this.unfold(inner, path, rest, row);
    if (list.more) this.more = true;
    if (isFields(inner)) this.writeCount(inner, path, row);
    if (list.items.length === 0) this.rows.push(row);
    for (const item of list.items) this.unfold(item, path, rest, new Map(row));
  }

  done(towards: readonly string[]): { columns: Column[]; heading: number; rows: Value[][] } {
    const { columns: paths, heading } = inOrder([...leaves(this.root, [])], towards);
    const columns = paths.map((path) => ({
      path,
      said: path.map((_, depth) => fieldAt(this.fields, path.slice(0, depth + 1))),
    }));
    const keys = columns.map(({ path }) => path.join('.'));
    const rows = this.rows.map((row) => keys.map((key) => row.get(key) ?? null));
    return { columns, heading, rows };
  }

  private write(value: unknown, at: readonly string[], row: Row): void {
    const list = asList(value);
    if (list) {
      if (isFields(value)) this.writeCount(value, at, row);
      this.put(at, namesOf(list.items), row);
    } else if (isFields(value)) {
      for (const [key, inside] of Object.entries(value)) {
        if (!NOT_SHOWN.has(key)) this.write(inside, [...at, key], row);
      }
    } else {
      this.put(at, toValue(value), row);
    }
  }

  private writeCount({ totalCount }: Fields, at: readonly string[], row: Row): void {
    if (typeof totalCount === 'number') this.put([...at, 'totalCount'], totalCount, row);
  }

  private put(path: readonly string[], value: Value, row: Row): void {
    stepTo(this.root, path).isLeaf = true;
    row.set(path.join('.'), value);
  }
}

interface Step {
  isLeaf?: boolean;
  readonly inside: Map<string, Step>;
}

function stepTo(root: Step, path: readonly string[]): Step {
  return path.reduce((step, key) => {
    const next = step.inside.get(key) ?? { inside: new Map<string, Step>() };
    step.inside.set(key, next);
    return next;
  }, root);
}

/** An object that is null in one row and has fields in another is its fields; a list beside its count stays. */
function* leaves({ isLeaf, inside }: Step, path: readonly string[]): Generator<readonly string[]> {
  const below = [...inside].flatMap(([key, step]) => [...leaves(step, [...path, key])]);
  const isCounted = below.length === 1 && inside.has('totalCount');
  if (isLeaf && (below.length === 0 || isCounted)) yield path;
  yield* below;
}

function namesOf(items: readonly unknown[]): string[] {
  return items.map((item) => String(nameOf(item) ?? '?'));
}

/** What a reader would call it: its name, or that of what it is about. */
function nameOf(item: unknown): Scalar | undefined {
  if (!isFields(item)) return toValue(item);
  const key = NAMES.find((name) => typeof item[name] === 'string');
  if (key) return item[key] as string;
  const inside = Object.values(item).filter((value) => isFields(value) && !asList(value));
  for (const value of inside) {
    const name = nameOf(value);
    if (name != null) return name;
  }
  return Object.values(item).find(
    (value) => typeof value === 'string' || typeof value === 'number',
  );
}

function toValue(value: unknown): Scalar {
  if (value == null) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return value;
  return JSON.stringify(value);
}

function startsWith(path: readonly string[], keys: readonly string[]): boolean {
  return keys.every((key, index) => path[index] === key);
}

function valueAt(data: unknown, path: readonly string[]): unknown {
  return path.reduce((value, key) => (isFields(value) ? value[key] : undefined), data);
}

/** What is said of a field, through the connections on the way. */
function fieldAt(fields: AnswerFields, path: readonly string[]): AnswerField | undefined {
  const [key, ...rest] = path;
  const field = key === undefined ? undefined : fields.get(key);
  return rest.length === 0 ? field : field && fieldAt(itemFields(field), rest);
}

function fieldsAt(fields: AnswerFields, path: readonly string[]): AnswerFields {
  const field = fieldAt(fields, path);
  return field ? itemFields(field) : fields;
}

function itemFields({ within }: AnswerField): AnswerFields {
  const nodes = within.get('nodes');
  if (nodes) return new Map([...within, ...nodes.within]);
  const edges = within.get('edges')?.within;
  return edges ? new Map([...within, ...edges, ...(edges.get('node')?.within ?? [])]) : within;
}
