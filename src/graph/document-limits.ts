import { GraphQLError } from 'graphql';
import { type DocumentSize, sizeOf } from './document-size.ts';
import { type Limits, OverLimit } from './limits.ts';
import { unfitness } from './text.ts';
import { checkBrackets } from './variable-limits.ts';

/**
 * Refuses a document that would be dear to parse, to validate or to answer, before it is parsed.
 *
 * @throws GraphQLError
 */
export function checkDocument(text: string, limits: Limits): void {
  const { maxTokens, maxTextLength } = limits;
  const size = sizeOf(text, maxTokens, maxTextLength);
  if (size.tokens > maxTokens) {
    throw new OverLimit(
      'TOO_MANY_TOKENS',
      size.tokens,
      maxTokens,
      `The document has ${size.tokens} tokens; ${maxTokens} are allowed. Put values into variables, or ask in several requests.`,
    );
  }
  checkBrackets(size.openBrackets, 'The document opens');
  checkTexts(size, maxTextLength);
  checkSpread(size, limits);
}

function checkSpread(size: DocumentSize, limits: Limits): void {
  const { source, depth, rootFields, aliases, directives } = size;
  const { maxDepth, maxRootFields, maxAliases, maxDirectives } = limits;
  const place = (offset: number | undefined) =>
    offset === undefined ? {} : { place: { source, offset } };
  if (depth > maxDepth) {
    throw new OverLimit(
      'TOO_DEEP',
      depth,
      maxDepth,
      `Fields are nested ${depth} levels deep, fragments included; ${maxDepth} are allowed. Ask for the inner levels in a request of their own.`,
    );
  }
  if (rootFields > maxRootFields) {
    throw new OverLimit(
      'TOO_MANY_FIELDS',
      rootFields,
      maxRootFields,
      `One operation asks the root for ${rootFields} fields; ${maxRootFields} are allowed. Ask in several requests, or for several codes at once by a filter.`,
    );
  }
  if (aliases.length > maxAliases) {
    throw new OverLimit(
      'TOO_MANY_ALIASES',
      aliases.length,
      maxAliases,
      `The document has ${aliases.length} aliases; ${maxAliases} are allowed. Ask for several at once by a filter, or in several requests.`,
      place(aliases[maxAliases]),
    );
  }
  if (directives.length > maxDirectives) {
    throw new OverLimit(
      'TOO_MANY_DIRECTIVES',
      directives.length,
      maxDirectives,
      `The document has ${directives.length} directives; ${maxDirectives} are allowed. Put fields that come and go together into one fragment.`,
      place(directives[maxDirectives]),
    );
  }
}

function checkTexts({ source, texts: [text] }: DocumentSize, allowed: number): void {
  if (!text) return;
  const { value, start } = text;
  if (value.length > allowed) {
    throw new OverLimit(
      'TEXT_TOO_LONG',
      value.length,
      allowed,
      `A text of ${value.length} characters stands in the document; ${allowed} are allowed. Shorten it.`,
      { place: { source, offset: start } },
    );
  }
  throw new GraphQLError(
    `A text in the document holds ${unfitness(value)}: take it out and ask again.`,
    { source, positions: [start], extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } },
  );
}
