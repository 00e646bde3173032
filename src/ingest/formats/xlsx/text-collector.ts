import type { FileLimits } from '../limits.ts';

/** Joins the runs of a rich text, and leaves out how it is pronounced (`rPh`). */
export class TextCollector {
  private readonly most: number;
  private joined = '';
  private isIn = false;
  private isPhonetic = false;

  constructor({ cellCharacters }: Pick<FileLimits, 'cellCharacters'>) {
    // One too many is enough for the cell to be refused.
    this.most = cellCharacters + 1;
  }

  get text(): string {
    return withoutEscapes(this.joined);
  }

  clear(): void {
    this.joined = '';
    this.isIn = false;
    this.isPhonetic = false;
  }

  open(name: string): void {
    if (name === 'rPh') this.isPhonetic = true;
    else if (name === 't') this.isIn = !this.isPhonetic;
  }

  close(name: string): void {
    if (name === 'rPh') this.isPhonetic = false;
    else if (name === 't') this.isIn = false;
  }

  add(text: string): void {
    if (this.isIn && this.joined.length < this.most) this.joined += text;
  }
}

/** Characters that XML cannot hold are written `_x000D_`. */
export function withoutEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
}
