import { GraphQLError, Lexer, Source, type Token, TokenKind } from 'graphql';

export interface DocumentSize {
  readonly tokens: number;
  /** How deep the deepest field lies, through fragments too; 0 when there are too many tokens. */
  readonly depth: number;
  /** The most brackets of any kind that are open at once. */
  readonly openBrackets: number;
}

/**
 * Measures a document in one pass over its tokens, without parsing it: linear in its length, and
 * without recursion over what it nests. Past `maxTokens` it only counts on. It stops at a lexical
 * error; the parser will meet the same error at the same place.
 */
export function sizeOf(text: string, maxTokens: number): DocumentSize {
  const lexer = new Lexer(new Source(text));
  const outline = new Outline();
  let tokens = 0;
  for (let token = advance(lexer); token; token = advance(lexer)) {
    tokens += 1;
    if (tokens <= maxTokens) outline.add(token, lexer);
  }
  return {
    tokens,
    depth: tokens > maxTokens ? 0 : deepest(outline.definitions),
    openBrackets: outline.openBrackets,
  };
}

/** What one operation or fragment nests, and where it spreads others. */
interface Definition {
  /** Its name, when it is a fragment. */
  readonly fragment: string | undefined;
  depth: number;
  readonly spreads: { readonly fragment: string; readonly depth: number }[];
}

type Bracket = 'fields' | 'inline fragment' | 'value';

class Outline {
  readonly definitions: Definition[] = [];
  openBrackets = 0;
  private readonly open: Bracket[] = [];
  /** How many of the open brackets are levels of fields, and how many belong to a value. */
  private depth = 0;
  private values = 0;
  private current: Definition | undefined;
  private opensInlineFragment = false;

  add(token: Token, lexer: Lexer): void {
    this.current ??= this.begin(token, lexer);
    switch (token.kind) {
      case TokenKind.SPREAD:
        return this.spread(lexer);
      case TokenKind.BRACE_L:
        return this.push(this.braceOpens());
      case TokenKind.PAREN_L:
      case TokenKind.BRACKET_L:
        return this.push('value');
      case TokenKind.BRACE_R:
      case TokenKind.PAREN_R:
      case TokenKind.BRACKET_R:
        return this.pop(token);
      default:
    }
  }

  private begin(token: Token, lexer: Lexer): Definition {
    const isFragment = token.kind === TokenKind.NAME && token.value === 'fragment';
    const definition = {
      fragment: isFragment ? lookahead(lexer)?.value : undefined,
      depth: 0,
      spreads: [],
    };
    this.definitions.push(definition);
    return definition;
  }

  private spread(lexer: Lexer): void {
    const name = lookahead(lexer);
    if (name?.kind === TokenKind.NAME && name.value !== 'on') {
      this.current?.spreads.push({ fragment: name.value, depth: this.depth });
    } else {
      this.opensInlineFragment = true;
    }
  }

  /** A selection's brace, or that of an input object, which stands only inside parentheses. */
  private braceOpens(): Bracket {
    if (this.values > 0) return 'value';
    const bracket = this.opensInlineFragment ? 'inline fragment' : 'fields';
    this.opensInlineFragment = false;
    return bracket;
  }

  private push(bracket: Bracket): void {
    this.open.push(bracket);
    this.openBrackets = Math.max(this.openBrackets, this.open.length);
    if (bracket === 'value') this.values += 1;
    if (bracket === 'fields') this.depth += 1;
    if (this.current) this.current.depth = Math.max(this.current.depth, this.depth);
  }

  private pop({ kind }: Token): void {
    const bracket = this.open.pop();
    if (bracket === 'value') this.values -= 1;
    if (bracket === 'fields') this.depth -= 1;
    if (this.open.length === 0 && kind === TokenKind.BRACE_R) this.current = undefined;
  }
}

/** Each fragment is worked out once, so that fragments which double each other cost no more. */
function deepest(definitions: readonly Definition[]): number {
  const fragments = new Map(definitions.map((definition) => [definition.fragment, definition]));
  const known = new Map<Definition, number>();
  const depthOf = (definition: Definition): number => {
    const before = known.get(definition);
    if (before !== undefined) return before;
    // Met again on the way down, it is a cycle, which validation refuses.
    known.set(definition, 0);
    let depth = definition.depth;
    for (const spread of definition.spreads) {
      const fragment = fragments.get(spread.fragment);
      if (fragment) depth = Math.max(depth, spread.depth - 1 + depthOf(fragment));
    }
    known.set(definition, depth);
    return depth;
  };
  return definitions.reduce((most, definition) => Math.max(most, depthOf(definition)), 0);
}

/** The next token, or undefined at the end or at a lexical error. */
function advance(lexer: Lexer): Token | undefined {
  return unlessSyntaxError(() => lexer.advance());
}

function lookahead(lexer: Lexer): Token | undefined {
  return unlessSyntaxError(() => lexer.lookahead());
}

function unlessSyntaxError(read: () => Token): Token | undefined {
  try {
    const token = read();
    return token.kind === TokenKind.EOF ? undefined : token;
  } catch (error) {
    if (error instanceof GraphQLError) return undefined;
    throw error;
  }
}
