import { GraphQLError, type Source } from 'graphql';

/** What one request may ask for; docs/limits.md has an example of each. */
export interface Limits {
  readonly maxTokens: number;
  readonly maxDepth: number;
  readonly maxAliases: number;
  readonly maxRootFields: number;
  readonly maxDirectives: number;
  /** In UTF-16 units, of any one text in the document or its variables. */
  readonly maxTextLength: number;
  readonly maxCost: number;
  /** Operations in one array of them. */
  readonly batchLimit: number;
  /** Whether anybody may read the schema through the graph. */
  readonly introspection: 'on' | 'off';
}

/**
 * Brackets of any kind open at once, in a document or in its variables. graphql-js parses and
 * coerces by recursion, which overflows at some thousands; nobody writes a tenth of this by hand.
 */
export const MAX_OPEN_BRACKETS = 200;

/** Values in the variables, those of lists counted each: the largest filter stays below a tenth. */
export const MAX_VARIABLE_VALUES = 10_000;

/** Where in the document a limit is passed. */
export interface Place {
  readonly source: Source;
  readonly offset: number;
}

/** A request that asks for more than is allowed: it tells how much, of what, and how to ask for less. */
export class OverLimit extends GraphQLError {
  constructor(
    code: string,
    asked: number,
    allowed: number,
    message: string,
    {
      place,
      ...more
    }: { readonly place?: Place | undefined; readonly [more: string]: unknown } = {},
  ) {
    super(message, {
      ...(place && { source: place.source, positions: [place.offset] }),
      extensions: { code, asked, allowed, ...more, http: { status: 400 } },
    });
  }
}
