import type { Token } from 'stream-json/parser.js';
import type { FileLimits } from './limits.ts';
import { type Fault, refused } from './refusal.ts';
import { told } from './text-problem.ts';

/** One object of a file, its members by name: that of a member of an object within is `district.code`. */
export interface JsonRecord {
  /** The line in JSONL; in JSON the first record is 1. */
  readonly row: number;
  readonly values: ReadonlyMap<string, string>;
  /** Names of those that are numbers. */
  readonly numbers: ReadonlySet<string>;
  readonly faults: readonly Fault[];
}

const DEEPEST = 16;

/** Builds a record from its tokens, the first of which starts an object. Numbers stay as they are written. */
export class RecordBuilder {
  private readonly values = new Map<string, string>();
  private readonly numbers = new Set<string>();
  private readonly faults: Fault[] = [];
  private readonly names = new Set<string>();
  private readonly path: string[] = [];
  private key = '';
  private text = '';
  private depth = 0;
  /** Lists that are open: what stands in them is passed over. */
  private lists = 0;

  constructor(
    readonly row: number,
    private readonly limits: FileLimits,
  ) {}

  /** @returns whether the record is complete. */
  take(token: Token): boolean {
    if (token.name === 'startArray') this.startList();
    else if (this.lists > 0) this.passOver(token);
    else if (token.name === 'startObject') this.startObject();
    else if (token.name === 'endObject') return this.endObject();
    else this.takeMember(token);
    return false;
  }

  get record(): JsonRecord {
    const { row, values, numbers, faults } = this;
    return { row, values, numbers, faults };
  }

  private startList(): void {
    if (this.lists === 0) {
      this.fault(
        this.name,
        'a list stands here, and a cell holds one value; give each its own key.',
      );
    }
    this.lists += 1;
  }

  private passOver(token: Token): void {
    if (token.name === 'endArray') this.lists -= 1;
  }

  private startObject(): void {
    this.depth += 1;
    if (this.depth === 1) return;
    this.claim(this.name);
    this.path.push(this.key);
    if (this.path.length < DEEPEST) return;
    throw refused(`objects stand in objects, more than ${DEEPEST} deep.`, { row: this.row });
  }

  private endObject(): boolean {
    this.depth -= 1;
    this.path.pop();
    return this.depth === 0;
  }

  private takeMember(token: Token): void {
    switch (token.name) {
      case 'startKey':
      case 'startString':
      case 'startNumber':
        this.text = '';
        break;
      case 'stringChunk':
      case 'numberChunk':
        // One character too many is enough to be refused.
        if (this.text.length <= this.limits.cellCharacters) this.text += token.value;
        break;
      case 'endKey':
        this.key = this.text;
        break;
      case 'endString':
        this.put(this.text);
        break;
      case 'endNumber':
        this.numbers.add(this.name);
        this.put(this.text);
        break;
      case 'nullValue':
        this.put('');
        break;
      case 'trueValue':
      case 'falseValue':
        this.put(String(token.value));
        break;
      default:
    }
  }

  private put(value: string): void {
    const { name } = this;
    if (!this.claim(name)) return;
    this.values.set(name, value);
    const { columns } = this.limits;
    if (this.values.size <= columns) return;
    throw refused(`the record has more than ${columns} keys, the most that it may have.`, {
      row: this.row,
    });
  }

  private claim(name: string): boolean {
    if (!this.names.has(name)) {
      this.names.add(name);
      return true;
    }
    this.fault(name, 'the key stands twice in the record; which of the two holds is not known.');
    return false;
  }

  private get name(): string {
    return [...this.path, this.key].join('.');
  }

  private fault(column: string, problem: string): void {
    this.faults.push({ row: this.row, column: told(column), problem });
  }
}
