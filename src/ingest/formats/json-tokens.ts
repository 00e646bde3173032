import { getManyValues, isMany, none } from 'stream-chain/core';
import { jsonParser, type Token } from 'stream-json/parser.js';

/** Small enough that what is wrong is found in the record it stands in, or the next few. */
const SLICE = 1_024;

/** Turns JSON into tokens as it comes. Texts and numbers come in pieces, so that none need be kept whole. */
export class JsonTokens {
  private readonly parser = jsonParser({ packValues: false, streamValues: true }) as (
    piece: string | typeof none,
  ) => unknown;

  /** @throws Error where this is no JSON. */
  *read(piece: string): Generator<readonly Token[]> {
    for (let at = 0; at < piece.length; at += SLICE) {
      yield tokensOf(this.parser(piece.slice(at, at + SLICE)));
    }
  }

  /** @throws Error where something is still open. */
  *end(): Generator<readonly Token[]> {
    yield tokensOf(this.parser(none));
  }
}

function tokensOf(answer: unknown): readonly Token[] {
  return isMany(answer) ? (getManyValues(answer) as Token[]) : [];
}
