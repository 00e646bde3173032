import { BadInput, DomainError } from '../errors.ts';
import type { Given } from './condition.ts';
import type { Filter, FilterField } from './filter.ts';
import type { ValueType } from './values.ts';

/** How many relations may be nested in one another in one filter. */
const DEEPEST_FILTER = 6;
/** How many operators one filter may have, `some`, `every`, `none`, `and`, `or` and `not` among them. */
const LARGEST_FILTER = 100;
/** How many values an `in` may list. */
const LONGEST_LIST = 200;

/** A filter that asks for more than one statement should be made to answer. */
class FilterTooComplex extends DomainError {
  readonly code = 'FILTER_TOO_COMPLEX';

  constructor(message: string, field: readonly string[], asked: number, allowed: number) {
    super(message, field, { asked, allowed });
  }
}

/**
 * A filter as it is worked with: nulls left out, as if they had not been given, and keys in order,
 * so that two ways to write a filter are one list, and one cursor's scope. Null where nothing is
 * asked.
 *
 * @throws FilterTooComplex, BadInput: with the path of the field at fault.
 */
export function readFilter(
  filter: Filter,
  given: unknown,
  path: readonly string[] = ['filter'],
): Given | null {
  if (given == null) return null;
  const operators = countOperators(given);
  if (operators > LARGEST_FILTER) {
    throw new FilterTooComplex(
      `The filter has ${operators} operators; ${LARGEST_FILTER} are allowed, "and", "or" and "not" among them. List the values of one field in one "in", or ask in several questions.`,
      path,
      operators,
      LARGEST_FILTER,
    );
  }
  const read = readObject(filter, given as Given, path, 0);
  return Object.keys(read).length === 0 ? null : read;
}

/** Without recursion: it is what bounds the recursion of all that follows. */
function countOperators(given: unknown): number {
  let operators = 0;
  const found: unknown[] = [given];
  for (let at = found.pop(); at !== undefined; at = found.pop()) {
    for (const [name, value] of Object.entries(at as Given)) {
      if (value == null) continue;
      const isObject = typeof value === 'object' && !Array.isArray(value);
      if (!isObject || JOINING.has(name) || isEmpty(value)) operators += 1;
      if (isObject) found.push(value);
      else if (name === 'and' || name === 'or') {
        for (const each of value as object[]) {
          if (isEmpty(each)) operators += 1;
          else found.push(each);
        }
      }
    }
  }
  return operators;
}

const JOINING = new Set(['and', 'or', 'not', 'some', 'every', 'none']);

const isEmpty = (object: object) => Object.values(object).every((value) => value == null);

/** What is given and not null, by name. */
const givenIn = (object: Given) =>
  Object.entries(object)
    .filter(([, value]) => value != null)
    .sort(([one], [other]) => (one < other ? -1 : 1));

const fromEntries = (object: Given, read: (name: string, value: never) => unknown): Given =>
  Object.fromEntries(givenIn(object).map(([name, value]) => [name, read(name, value as never)]));

function readObject(
  filter: Filter,
  given: Given,
  path: readonly string[],
  relations: number,
): Given {
  return fromEntries(given, (name, value: Given) => {
    const here = [...path, name];
    if (name === 'and' || name === 'or') {
      return (value as unknown as Given[]).map((each, index) =>
        readObject(filter, each, [...here, String(index)], relations),
      );
    }
    if (name === 'not') return readObject(filter, value, here, relations);
    const field = filter.fields[name];
    if (!field) throw new Error(`${filter.type}Filter has no ${name}`);
    return readField(field, value, here, relations);
  });
}

function readField(
  field: FilterField,
  given: Given,
  path: readonly string[],
  relations: number,
): Given {
  switch (field.kind) {
    case 'value':
    case 'dated':
      return readOperators(field.type, given, path);
    case 'part':
      return readObject(field.filter(), given, path, relations);
    case 'values':
      return fromEntries(given, (name, value: Given) =>
        readOperators(field.type, value, [...path, name]),
      );
    case 'one':
      return readObject(field.filter(), given, path, deeper(path, relations));
    case 'many':
      return fromEntries(given, (name, value: Given) =>
        readObject(field.filter(), value, [...path, name], deeper(path, relations)),
      );
  }
}

function deeper(path: readonly string[], relations: number): number {
  const asked = relations + 1;
  if (asked > DEEPEST_FILTER) {
    throw new FilterTooComplex(
      `The filter nests ${asked} relations in one another; ${DEEPEST_FILTER} are allowed. Begin at a type that lies nearer, or filter a list within the answer.`,
      path,
      asked,
      DEEPEST_FILTER,
    );
  }
  return asked;
}

function readOperators(type: ValueType<never>, given: Given, path: readonly string[]): Given {
  return fromEntries(given, (name, value: unknown) => {
    const takes = type.operators[name]?.takes;
    const here = [...path, name];
    if (typeof takes === 'object') return readOperators(takes, value as Given, here);
    if (takes === 'values') return readList(value as readonly unknown[], here);
    return value;
  });
}

function readList(values: readonly unknown[], path: readonly string[]): readonly unknown[] {
  if (values.length <= LONGEST_LIST) return values;
  throw new BadInput(
    `"${path.join('.')}" lists ${values.length} values; ${LONGEST_LIST} are allowed. Ask in several questions, or by what the values have in common.`,
    path,
    { asked: values.length, allowed: LONGEST_LIST },
  );
}
