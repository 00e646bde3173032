import type { Token } from 'stream-json/parser.js';
import { type JsonRecord, RecordBuilder } from './json-record.ts';
import type { FileLimits } from './limits.ts';
import { refused } from './refusal.ts';

const NOT_AN_OBJECT = 'a record is an object, and this is none.';

/** Finds the one list of a JSON text, and builds the records that stand in it. */
export class RecordList {
  /** Of each object or list that is open: the key that is being read in it. */
  private readonly open: (string | undefined)[] = [];
  private key = '';
  private found: string | undefined;
  private isIn = false;
  private builder: RecordBuilder | undefined;
  private count = 0;

  constructor(
    private readonly path: string | undefined,
    private readonly limits: FileLimits,
  ) {}

  /** @returns the record that the token completes. */
  take(token: Token): JsonRecord | undefined {
    if (this.builder) return this.build(this.builder, token);
    if (this.isIn) return this.takeItem(token);
    this.seek(token);
    return undefined;
  }

  /** Of the record that is being read, or comes next. */
  get row(): number {
    return this.builder?.row ?? this.count + 1;
  }

  /** @throws Refusal where no list was found. */
  end(): void {
    if (this.found !== undefined) return;
    throw refused(
      this.path === undefined
        ? 'there is no list of records in it: it is to be an array of objects, or an object that holds one.'
        : `there is no list at “${this.path}” in it.`,
    );
  }

  private build(builder: RecordBuilder, token: Token): JsonRecord | undefined {
    if (!builder.take(token)) return undefined;
    this.builder = undefined;
    return builder.record;
  }

  private takeItem(token: Token): JsonRecord | undefined {
    if (token.name === 'endArray') {
      this.isIn = false;
      return undefined;
    }
    if (token.name === 'startObject') {
      this.count += 1;
      this.builder = new RecordBuilder(this.count, this.limits);
      return this.build(this.builder, token);
    }
    throw refused(NOT_AN_OBJECT, { row: this.count + 1 });
  }

  private seek(token: Token): void {
    switch (token.name) {
      case 'startKey':
        this.key = '';
        break;
      case 'stringChunk':
        if (this.key.length <= this.limits.cellCharacters) this.key += token.value;
        break;
      case 'endKey':
        this.open[this.open.length - 1] = this.key;
        break;
      case 'startObject':
        this.open.push('');
        break;
      case 'startArray':
        if (this.isWanted()) this.enter();
        else this.open.push(undefined);
        break;
      case 'endObject':
      case 'endArray':
        this.open.pop();
        break;
      default:
    }
  }

  private isWanted(): boolean {
    if (this.open.includes(undefined)) return false;
    return this.path === undefined ? this.open.length <= 1 : this.open.join('.') === this.path;
  }

  private enter(): void {
    const name = this.open.join('.');
    if (this.found !== undefined) {
      throw refused(`there are two lists in it, “${this.found}” and “${name}”; say which to read.`);
    }
    this.found = name;
    this.isIn = true;
  }
}

/** The record that a line holds. */
export function onlyRecord(tokens: readonly Token[], row: number, limits: FileLimits): JsonRecord {
  if (tokens[0]?.name !== 'startObject') throw refused(NOT_AN_OBJECT, { row });
  const builder = new RecordBuilder(row, limits);
  for (const token of tokens) builder.take(token);
  return builder.record;
}
