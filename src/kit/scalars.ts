import { Decimal as Exact } from 'decimal.js';
import {
  GraphQLError,
  GraphQLScalarType,
  Kind,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql';

interface StringScalar {
  readonly example: string;
  readonly description: string;
  /** The text as it is kept; throws a GraphQLError that says what is wrong with it. */
  readonly read: (text: string) => string;
}

/** A scalar that travels as a string in both directions, checked on the way in. */
function stringScalar(name: string, { example, description, read }: StringScalar) {
  const parse = (value: unknown) => {
    if (typeof value === 'string') return read(value);
    throw new GraphQLError(`${name} is a string: write it in quotes, as "${example}".`);
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize: (value) => value as string,
    parseValue: parse,
    parseLiteral: (node: ValueNode) => {
      try {
        return parse(node.kind === Kind.STRING ? node.value : undefined);
      } catch (fault) {
        // Validation passes a GraphQLError on as it is, and would not say where it stands.
        throw new GraphQLError((fault as Error).message, { nodes: node });
      }
    },
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

export const DecimalScalar = stringScalar('Decimal', {
  example: '98.8',
  description:
    '精确小数 · An exact decimal number, as a string; money is in 亿元 (100 million CNY).',
  read: readDecimal,
});

export const DateScalar = stringScalar('Date', {
  example: '2023-02-06',
  description: '日历日 · A calendar day, ISO 8601, as "2023-02-06".',
  read: readDate,
});

/**
 * Reads a moment of ISO 8601 with its offset, "2023-02-06T08:00:00Z"; kept in UTC.
 *
 * @throws GraphQLError for a moment that does not exist, and for anything else.
 */
function readDateTime(text: string): string {
  const form =
    /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;
  const [, day] = form.exec(text) ?? [];
  if (day && isDate(day) && !Number.isNaN(Date.parse(text))) return new Date(text).toISOString();
  throw new GraphQLError(
    `"${text.slice(0, 40)}" is no moment: write it with its offset, as "2023-02-06T08:00:00Z".`,
  );
}

export const DateTimeScalar = stringScalar('DateTime', {
  example: '2023-02-06T08:00:00Z',
  description: '时刻 · A moment, ISO 8601 in UTC, as "2023-02-06T08:00:00.000Z".',
  read: readDateTime,
});

/** What is shown as it was kept, and taken as it was sent: whoever takes it looks at it himself. */
export const JsonScalar = new GraphQLScalarType<unknown>({
  name: 'JSON',
  description: '任意值 · Any JSON value: a text, a number, a list or an object.',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
});
