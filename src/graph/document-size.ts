import { GraphQLError, Lexer, Source, type Token, TokenKind } from 'graphql';
import { type Definition, deepest, mostRootFields } from './definitions.ts';
import { unfitness } from './text.ts';

/** What a document holds. Past `maxTokens` only they are counted, and all else is left out. */
export interface DocumentSize {
  readonly source: Source;
  readonly tokens: number;
  /** How deep the deepest field lies, through fragments too. */
  readonly depth: number;
  /** The most fields that one operation asks of the root, through fragments too, as written. */
  readonly rootFields: number;
  /** The most brackets of any kind that are open at once. */
  readonly openBrackets: number;
  /** Where each alias and each directive begins. */
  readonly aliases: readonly number[];
  readonly directives: readonly number[];
  /** Every name, number and text that is longer than `maxText`, or that no column can hold. */
  readonly texts: readonly { readonly value: string; readonly start: number }[];
}

/**
 * Measures a document in one pass over its tokens, without parsing it: linear in its length, and
 * without recursion over what it nests. Past `maxTokens` it only counts on. It stops at a lexical
 * error; the parser will meet the same error at the same place.
 */
export function sizeOf(text: string, maxTokens: number, maxText: number): DocumentSize {
  const source = new Source(text);
  const lexer = new Lexer(source);
  const outline = new Outline(maxText);
  let tokens = 0;
  for (let token = advance(lexer); token; token = advance(lexer)) {
    tokens += 1;
    if (tokens <= maxTokens) outline.add(token, lexer);
  }
  const counted = tokens > maxTokens ? [] : outline.definitions;
  const { openBrackets, aliases, directives, texts } = outline;
  return {
    ...{ source, tokens, openBrackets, aliases, directives, texts },
    depth: deepest(counted),
    rootFields: mostRootFields(counted),
  };
}

type Bracket = 'fields' | 'inline fragment' | 'value';

class Outline {
  readonly definitions: Definition[] = [];
  readonly aliases: number[] = [];
  readonly directives: number[] = [];
  readonly texts: { value: string; start: number }[] = [];
  openBrackets = 0;
  private readonly open: Bracket[] = [];
  /** How many of the open brackets are levels of fields, and how many belong to a value. */
  private depth = 0;
  private values = 0;
  private current: Definition | undefined;
  private opensInlineFragment = false;
  /** The two tokens before this one; comments are none. */
  private before: readonly (Token | undefined)[] = [];

  constructor(private readonly maxText: number) {}

  add(token: Token, lexer: Lexer): void {
    this.current ??= this.begin(token, lexer);
    this.measure(token);
    switch (token.kind) {
      case TokenKind.SPREAD:
        this.spread(lexer);
        break;
      case TokenKind.AT:
        this.directives.push(token.start);
        break;
      case TokenKind.NAME:
        if (this.depth === 1 && this.isField()) this.current.outermost += 1;
        break;
      case TokenKind.COLON:
        if (this.isAmongFields()) this.aliases.push(this.before[0]?.start ?? token.start);
        break;
      case TokenKind.BRACE_L:
        this.push(this.braceOpens());
        break;
      case TokenKind.PAREN_L:
      case TokenKind.BRACKET_L:
        this.push('value');
        break;
      case TokenKind.BRACE_R:
      case TokenKind.PAREN_R:
      case TokenKind.BRACKET_R:
        this.pop(token);
        break;
      default:
    }
    this.before = [token, this.before[0]];
  }

  private begin(token: Token, lexer: Lexer): Definition {
    const isFragment = token.kind === TokenKind.NAME && token.value === 'fragment';
    const definition = {
      fragment: isFragment ? lookahead(lexer)?.value : undefined,
      depth: 0,
      outermost: 0,
      spreads: [],
    };
    this.definitions.push(definition);
    return definition;
  }

  private measure({ value, start }: Token): void {
    if (value && (value.length > this.maxText || unfitness(value)))
      this.texts.push({ value, start });
  }

  private spread(lexer: Lexer): void {
    const name = lookahead(lexer);
    if (name?.kind === TokenKind.NAME && name.value !== 'on') {
      this.current?.spreads.push({ fragment: name.value, depth: this.depth });
    } else {
      this.opensInlineFragment = true;
    }
  }

  private isAmongFields(): boolean {
    return this.open.length > 0 && this.open.at(-1) !== 'value';
  }

  /** A name that is neither a fragment's, a type's, a directive's nor what an alias stands for. */
  private isField(): boolean {
    const [previous, earlier] = this.before;
    if (!this.isAmongFields() || !previous) return false;
    if (NO_FIELD_AFTER.has(previous.kind)) return false;
    return !(previous.value === 'on' && earlier?.kind === TokenKind.SPREAD);
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

const NO_FIELD_AFTER = new Set<TokenKind>([TokenKind.SPREAD, TokenKind.AT, TokenKind.COLON]);

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
