import { GraphQLError } from 'graphql';
import { type Limits, MAX_OPEN_BRACKETS, MAX_VARIABLE_VALUES, OverLimit } from './limits.ts';
import { unfitness } from './text.ts';

/** A value among the variables, and the way to it. */
interface Found {
  readonly value: unknown;
  readonly key: string;
  readonly within: Found | undefined;
  readonly depth: number;
}

/**
 * Refuses what could overflow the stack when it is coerced, what is absurdly long, and text that no
 * column can hold. Without recursion, and in one pass.
 *
 * @throws GraphQLError that names the path.
 */
export function checkVariables(
  { variables, operationName }: { readonly variables?: unknown; readonly operationName?: unknown },
  { maxTextLength }: Pick<Limits, 'maxTextLength'>,
): void {
  const root = { within: undefined, depth: 0 };
  const open: Found[] = [
    { ...root, key: 'operationName', value: operationName },
    { ...root, key: 'variables', value: variables },
  ];
  let deepest = 0;
  let values = 0;
  for (let found = open.pop(); found; found = open.pop()) {
    const { value, depth } = found;
    if (found.within) values += 1;
    if (typeof value === 'string') checkText(value, found, maxTextLength);
    if (typeof value !== 'object' || value === null) continue;
    deepest = Math.max(deepest, depth + 1);
    for (const key of Object.keys(value)) {
      open.push({
        value: (value as Record<string, unknown>)[key],
        key,
        within: found,
        depth: depth + 1,
      });
    }
  }
  checkBrackets(deepest, 'The variables open');
  if (values > MAX_VARIABLE_VALUES) {
    throw new OverLimit(
      'VARIABLES_TOO_LARGE',
      values,
      MAX_VARIABLE_VALUES,
      `The variables hold ${values} values; ${MAX_VARIABLE_VALUES} are allowed. Ask for fewer at once.`,
    );
  }
}

function checkText(text: string, found: Found, allowed: number): void {
  if (text.length > allowed) {
    throw new OverLimit(
      'TEXT_TOO_LONG',
      text.length,
      allowed,
      `A text of ${text.length} characters stands at ${pathOf(found).join('.')}; ${allowed} are allowed. Shorten it.`,
      { field: pathOf(found) },
    );
  }
  const fault = unfitness(text);
  if (fault === undefined) return;
  const field = pathOf(found);
  throw new GraphQLError(
    `The text at ${field.join('.')} holds ${fault}: take it out and ask again.`,
    {
      extensions: { code: 'BAD_USER_INPUT', field, http: { status: 400 } },
    },
  );
}

function pathOf(found: Found): string[] {
  const path: string[] = [];
  for (let at: Found | undefined = found; at; at = at.within) path.unshift(at.key);
  return path;
}

/** @throws OverLimit */
export function checkBrackets(
  open: number,
  whatOpens: 'The document opens' | 'The variables open',
): void {
  if (open <= MAX_OPEN_BRACKETS) return;
  throw new OverLimit(
    'TOO_DEEP',
    open,
    MAX_OPEN_BRACKETS,
    `${whatOpens} ${open} brackets within each other; ${MAX_OPEN_BRACKETS} are allowed. Nest less.`,
  );
}
