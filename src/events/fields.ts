import { type EntityMetadata, type EntityProperty, JsonType, type Platform } from '@mikro-orm/core';
import { ReferenceKind } from '@mikro-orm/core';

/** An entity class, as the ORM describes it. */
export type Meta = EntityMetadata<object>;

/** An entity as the ORM would store it, by property. */
export type StoredRow = Readonly<Record<string, unknown>>;

/** One property of an entity, and how the log shows it. */
export interface Field {
  readonly name: string;
  readable(row: StoredRow): unknown;
}

export function propertiesOf(meta: Meta): EntityProperty[] {
  return meta.props as EntityProperty[];
}

export function isToOne({ kind, owner }: EntityProperty): boolean {
  return kind === ReferenceKind.MANY_TO_ONE || (kind === ReferenceKind.ONE_TO_ONE && owner);
}

/** What the log shows of an entity, `id` and `version` aside: its columns, an embedded value as one. */
export function fieldsOf(meta: Meta, platform: Platform): Field[] {
  return propertiesOf(meta).flatMap((property) => {
    const { name, kind, embedded, embeddedProps, persist, generated } = property;
    const isColumn = kind === ReferenceKind.SCALAR || isToOne(property) || property.object === true;
    if (kind === ReferenceKind.EMBEDDED && property.object !== true) {
      const parts = Object.entries(embeddedProps);
      return [{ name, readable: (row) => readableParts(parts, row, platform) }];
    }
    if (!isColumn || embedded || persist === false || generated) return [];
    if (name === 'id' || name === 'version') return [];
    return [{ name, readable: (row) => readable(property, row[name], platform) }];
  });
}

function readableParts(
  parts: readonly (readonly [string, EntityProperty])[],
  row: StoredRow,
  platform: Platform,
): unknown {
  const values = parts
    .map(([name, property]) => [name, readable(property, row[property.name], platform)] as const)
    .filter(([, value]) => value !== null);
  return values.length === 0 ? null : Object.fromEntries(values);
}

/** A stored value as JSON: dates in ISO, numerics exact and as short as can be. */
function readable(
  { customType, columnTypes }: Partial<EntityProperty>,
  stored: unknown,
  platform: Platform,
): unknown {
  if (stored === null || stored === undefined) return null;
  if (customType instanceof JsonType) {
    return typeof stored === 'string' ? (JSON.parse(stored) as unknown) : stored;
  }
  const value: unknown = customType ? customType.convertToJSValue(stored, platform) : stored;
  if (value instanceof Date) return value.toISOString();
  if (columnTypes?.some((type) => /^(numeric|decimal)/.test(type))) return shortest(String(value));
  return typeof value === 'bigint' ? String(value) : value;
}

/** What a program writes as 10 comes back from a numeric(12, 4) as 10.0000. */
function shortest(numeric: string): string {
  return numeric.includes('.') ? numeric.replace(/\.?0+$/, '') : numeric;
}
