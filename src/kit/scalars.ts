import { Decimal as Exact } from 'decimal.js';
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

/** A scalar that travels as a string in both directions, checked on the way in. */
function stringScalar(name: string, description: string, read: (text: string) => string) {
  const parse = (value: unknown) => {
    if (typeof value !== 'string')
      throw new GraphQLError(`${name} is a string, not ${typeof value}.`);
    return read(value);
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize: (value) => value as string,
    parseValue: parse,
    parseLiteral: (node: ValueNode) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });
}

/** The largest amount that columns hold: NUMERIC(18,4). */
const LARGEST = new Exact('1e14');

/**
 * Reads an exact decimal of at most 4 places, within ±1e14; full-width digits mean the same digits.
 *
 * @throws GraphQLError that says what is wrong.
 */
export function readDecimal(text: string): string {
  const plain = text.normalize('NFKC').trim();
  if (!/^[+-]?\d{1,30}(\.\d{1,30})?$/.test(plain)) {
    throw new GraphQLError(`"${text.slice(0, 40)}" is no decimal: write digits, as in "98.8".`);
  }
  const value = new Exact(plain);
  if (value.abs().gte(LARGEST) || value.decimalPlaces() > 4) {
    throw new GraphQLError(`"${text}" is out of range: below 1e14, with at most 4 decimal places.`);
  }
  return value.toFixed();
}

/** Whether this is a calendar day that exists, "2023-02-06"; there is no year 0. */
export function isDate(text: string): boolean {
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text);
}

/**
 * Reads a calendar day, "2023-02-06".
 *
 * @throws GraphQLError for a day that does not exist, and for anything else.
 */
export function readDate(text: string): string {
  if (isDate(text)) return text;
  throw new GraphQLError(
    `"${text.slice(0, 40)}" is no day: write a date that exists, as "2023-02-06".`,
  );
}

export const DecimalScalar = stringScalar(
  'Decimal',
  '精确小数 · An exact decimal number, as a string; money is in 亿元 (100 million CNY).',
  readDecimal,
);

export const DateScalar = stringScalar(
  'Date',
  '日历日 · A calendar day, ISO 8601, as "2023-02-06".',
  readDate,
);
