import { GraphQLError } from 'graphql';
import { sizeOf } from './document-size.ts';

export interface DocumentLimits {
  readonly maxTokens: number;
  readonly maxDepth: number;
}

/**
 * Brackets of any kind open at once, in a document or in its variables. graphql-js parses and
 * coerces by recursion, which overflows at some thousands; nobody writes a tenth of this by hand.
 */
const MAX_OPEN_BRACKETS = 200;

/** Refuses a document that is too long or too deep, before it is parsed. */
export function checkDocument(text: string, { maxTokens, maxDepth }: DocumentLimits): void {
  const { tokens, depth, openBrackets } = sizeOf(text, maxTokens);
  if (tokens > maxTokens) {
    throw new OverLimit(
      'TOO_MANY_TOKENS',
      tokens,
      maxTokens,
      'tokens in the document',
      'Ask in several requests.',
    );
  }
  checkBrackets(openBrackets, 'document');
  if (depth > maxDepth) {
    throw new OverLimit(
      'TOO_DEEP',
      depth,
      maxDepth,
      'levels of fields, fragments included',
      'Ask for the inner levels in a request of their own.',
    );
  }
}

/** Refuses variables nested so deep that coercing them could overflow the stack. */
export function checkVariables(variables: unknown): void {
  let open = 0;
  for (let level = inside([parsed(variables)]); level; level = inside(level)) open += 1;
  checkBrackets(open, 'variables');
}

/** In a URL the variables are still a text; one that is no JSON is refused where it is read. */
function parsed(variables: unknown): unknown {
  if (typeof variables !== 'string') return variables;
  try {
    return JSON.parse(variables) as unknown;
  } catch {
    return undefined;
  }
}

/** All values one level further in; undefined when there is no such level. */
function inside(level: readonly unknown[]): unknown[] | undefined {
  const nested = level.filter((value) => typeof value === 'object' && value !== null);
  return nested.length > 0 ? nested.flatMap((value): unknown[] => Object.values(value)) : undefined;
}

function checkBrackets(open: number, where: string): void {
  if (open <= MAX_OPEN_BRACKETS) return;
  throw new OverLimit(
    'TOO_DEEP',
    open,
    MAX_OPEN_BRACKETS,
    `open brackets in the ${where}`,
    'Nest less.',
  );
}

class OverLimit extends GraphQLError {
  constructor(code: string, asked: number, allowed: number, what: string, wayOut: string) {
    super(`${asked} ${what} are asked for; ${allowed} are allowed. ${wayOut}`, {
      extensions: { code, asked, allowed, http: { status: 400 } },
    });
  }
}
