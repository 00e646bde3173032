import { Decimal } from 'decimal.js';
import type { Pool } from 'pg';
import { type Kind, type Table, tables } from './tables.ts';

type Value = string | number | boolean | null;
interface Dated {
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly certainty: string;
}
export type Filter = Readonly<Record<string, any>>;

/** One row, by the fields that the graph has of it. */
export interface Held {
  readonly id: string;
  readonly values: Readonly<Record<string, Value | Dated>>;
  readonly one: Readonly<Record<string, string>>;
  readonly many: Readonly<Record<string, readonly string[]>>;
  readonly several: Readonly<Record<string, readonly Value[]>>;
}

/** All rows of a database, read once, and what a filter says of one, worked out by hand. */
export class Reference {
  private constructor(private readonly held: ReadonlyMap<string, ReadonlyMap<string, Held>>) {}

  static async read(pool: Pool): Promise<Reference> {
    const held = new Map<string, Map<string, Held>>();
    for (const [type, table] of Object.entries(tables)) held.set(type, await rowsOf(pool, table));
    return new Reference(held);
  }

  rows(type: string): Held[] {
    return [...(this.held.get(type)?.values() ?? [])];
  }

  /** Whether a row matches. */
  matches(type: string, row: Held, filter: Filter): boolean {
    return given(filter).every(([name, asked]) => {
      if (name === 'and') return asked.every((each: Filter) => this.matches(type, row, each));
      if (name === 'or') return asked.some((each: Filter) => this.matches(type, row, each));
      if (name === 'not') return !this.matches(type, row, asked);
      const { values, one = {}, many = {}, several = {} } = tables[type]!;
      if (values[name]) return holds(values[name][0], row.values[name]!, asked);
      if (one[name]) {
        const other = this.held.get(one[name][0])!.get(row.one[name] ?? '');
        return other !== undefined && this.matches(one[name][0], other, asked);
      }
      if (many[name]) {
        const others = this.held.get(many[name][0])!;
        const found = (row.many[name] ?? []).map((id) => others.get(id)!);
        return quantified(found, asked, (other, of) => this.matches(many[name]![0], other, of));
      }
      const [kind] = several[name]!;
      return quantified(row.several[name] ?? [], asked, (value, of) => holds(kind, value, of));
    });
  }
}

const given = (filter: Filter) => Object.entries(filter).filter(([, value]) => value != null);

function quantified<Item>(
  items: readonly Item[],
  asked: Filter,
  isSo: (item: Item, of: Filter) => boolean,
): boolean {
  return given(asked).every(([name, of]) => {
    if (name === 'every') return items.every((item) => isSo(item, of));
    return items.some((item) => isSo(item, of)) === (name === 'some');
  });
}

/** Whether the operators hold of a value: of what is unknown none does but `isNull`. */
function holds(kind: Kind, value: Value | Dated, asked: Filter): boolean {
  return given(asked).every(([operator, operand]) => {
    if (kind === 'dated') return holdsOfDate(value as Dated, operator, operand);
    if (operator === 'isNull') return (value === null) === operand;
    if (value === null) return false;
    const compared = (other: Value) => compare(kind, value as Value, other);
    switch (operator) {
      case 'eq':
        return compared(operand) === 0;
      case 'in':
        return operand.some((each: Value) => compared(each) === 0);
      case 'gt':
        return compared(operand) > 0;
      case 'gte':
        return compared(operand) >= 0;
      case 'lt':
        return compared(operand) < 0;
      case 'lte':
        return compared(operand) <= 0;
      case 'startsWith':
        return folded(kind, value).startsWith(folded(kind, operand));
      case 'contains':
        return folded(kind, value).includes(folded(kind, operand));
      default:
        throw new Error(`The reference does not know ${operator}`);
    }
  });
}

const folded = (kind: Kind, value: unknown) =>
  kind === 'text' ? String(value).toLowerCase() : String(value);

function compare(kind: Kind, one: Value, other: Value): number {
  if (kind === 'decimal') return new Decimal(one as string).cmp(other as string);
  return one === other ? 0 : one! < other! ? -1 : 1;
}

function holdsOfDate({ earliest, latest, certainty }: Dated, operator: string, operand: any) {
  switch (operator) {
    case 'gte':
      return earliest !== null && earliest >= operand;
    case 'lte':
      return latest !== null && latest <= operand;
    case 'isSingleDay':
      return (earliest !== null && earliest === latest) === operand;
    case 'isNull':
      return (earliest === null) === operand;
    default:
      return holds('enum', certainty, operand);
  }
}

/** Every row with all that it has and leads to: a statement for the rows, and one for each relation. */
async function rowsOf(pool: Pool, table: Table): Promise<Map<string, Held>> {
  const columns = Object.entries(table.values).map(([field, [kind, column]]) => {
    if (kind !== 'dated')
      return `(${column})${kind === 'int' || kind === 'boolean' ? '' : '::text'} as "${field}"`;
    return `jsonb_build_object('earliest', ${column}_earliest::text, 'latest', ${column}_latest::text,
      'certainty', ${column}_certainty) as "${field}"`;
  });
  // The table goes by its own name: expressions refer to it.
  const { rows } = await pool.query(
    `select ${['id::text as "#"', ...columns].join(', ')} from ${table.rows}${table.rows.startsWith('(') ? ' as rows' : ''}`,
  );
  const pairs = async (sql: string): Promise<Map<string, Value[]>> => {
    const { rows: found } = await pool.query<[string | null, Value]>({
      text: sql,
      rowMode: 'array',
    });
    const by = Map.groupBy(found, ([mine]) => mine ?? '');
    return new Map([...by].map(([mine, each]) => [mine, each.map(([, theirs]) => theirs)]));
  };
  const read = async (relations: Table['many']) =>
    Promise.all(
      Object.entries(relations ?? {}).map(
        async ([field, [, sql]]) => [field, await pairs(sql)] as const,
      ),
    );
  const [one, many, several] = [
    await read(table.one),
    await read(table.many),
    await read(table.several),
  ];
  return new Map(
    rows.map(({ '#': id, ...values }) => [
      id,
      {
        id,
        values,
        one: Object.fromEntries(one.map(([field, found]) => [field, found.get(id)?.[0] as string])),
        many: Object.fromEntries(
          many.map(([field, found]) => [field, (found.get(id) ?? []) as string[]]),
        ),
        several: Object.fromEntries(several.map(([field, found]) => [field, found.get(id) ?? []])),
      },
    ]),
  );
}
