import type { FileLimits } from '../limits.ts';
import { type CellFault, columnPlace, type RawRow } from '../raw-table.ts';
import { refused } from '../refusal.ts';
import { cellValue } from './cell-value.ts';
import { TextCollector } from './text-collector.ts';
import type { Workbook } from './workbook.ts';
import { damaged, type XmlHandler, XmlReader } from './xml-reader.ts';

/** The rows of a sheet that have something in them, as its bytes come. */
export async function* sheetRows(
  part: string,
  pieces: AsyncIterable<Buffer>,
  workbook: Workbook,
  limits: FileLimits,
): AsyncGenerator<RawRow[]> {
  const rows = new SheetRows(workbook, limits);
  const reader = new XmlReader(part, rows);
  for await (const bytes of pieces) {
    reader.write(bytes);
    const some = rows.takeAll();
    if (some.length > 0) yield some;
  }
  reader.end();
}

/** Elements within a cell whose text is taken. */
const VALUE = 'v';

class SheetRows implements XmlHandler {
  private readonly workbook: Workbook;
  private readonly limits: FileLimits;
  private readonly inlineText: TextCollector;
  private complete: RawRow[] = [];
  private isIn = false;

  private row = 0;
  private cells: string[] = [];
  private numbers: number[] = [];
  private formulas: number[] = [];
  private faults: CellFault[] = [];

  private place = -1;
  private type = '';
  private style = 0;
  private hasFormula = false;
  private isValue = false;
  private value: string | undefined;

  constructor(workbook: Workbook, limits: FileLimits) {
    this.workbook = workbook;
    this.limits = limits;
    this.inlineText = new TextCollector(limits);
  }

  takeAll(): RawRow[] {
    const rows = this.complete;
    this.complete = [];
    return rows;
  }

  open(name: string, attributes: () => Record<string, string>): void {
    if (name === 'sheetData') this.isIn = true;
    else if (!this.isIn) return;
    else if (name === 'row') this.startRow(attributes());
    else if (name === 'c') this.startCell(attributes());
    else if (name === 'f') this.hasFormula = true;
    else if (name === VALUE) {
      this.isValue = true;
      this.value = '';
    } else this.inlineText.open(name);
  }

  text(text: string): void {
    if (!this.isIn) return;
    if (!this.isValue) this.inlineText.add(text);
    else if (this.value !== undefined && this.value.length <= this.limits.cellCharacters) {
      this.value += text;
    }
  }

  close(name: string): void {
    if (!this.isIn) return;
    if (name === 'c') this.endCell();
    else if (name === 'row') this.endRow();
    else if (name === VALUE) this.isValue = false;
    else if (name === 'sheetData') this.isIn = false;
    else this.inlineText.close(name);
  }

  private startRow({ r }: Record<string, string>): void {
    const row = r === undefined ? this.row + 1 : Number(r);
    if (!(row > this.row)) throw damaged(`row ${r} comes after row ${this.row}`);
    this.row = row;
    this.place = -1;
    this.cells = [];
    this.numbers = [];
    this.formulas = [];
    this.faults = [];
  }

  private startCell({ r, t = 'n', s = '0' }: Record<string, string>): void {
    const place = r === undefined ? this.place + 1 : columnPlace(r.replace(/\d+$/, ''));
    if (place === undefined || place <= this.place) {
      throw damaged(`cell ${r} is out of its order in row ${this.row}`);
    }
    this.place = place;
    this.type = t;
    this.style = Number(s);
    this.hasFormula = false;
    this.value = undefined;
    this.inlineText.clear();
  }

  private endCell(): void {
    const { place, style, hasFormula } = this;
    const { type, written } = this.content();
    const { text, isNumber, problem } = cellValue(
      { type, style, written, hasFormula },
      this.workbook,
    );
    if (problem !== undefined) {
      this.faults.push({ place, ...(text !== '' && { value: text }), problem });
    }
    if (text === '') return;
    if (place >= this.limits.columns) throw this.tooManyColumns();
    while (this.cells.length < place) this.cells.push('');
    this.cells.push(text);
    if (isNumber) this.numbers.push(place);
    if (hasFormula) this.formulas.push(place);
  }

  /** Some write a text of the cell's own as a value, and others without saying that it is one. */
  private content(): { type: string; written: string | undefined } {
    const { type, value, inlineText } = this;
    if (inlineText.text !== '' && value === undefined) {
      return { type: 'inlineStr', written: inlineText.text };
    }
    return { type: type === 'inlineStr' ? 'str' : type, written: value };
  }

  private tooManyColumns() {
    return refused(
      `something stands in column ${this.place + 1}, and ${this.limits.columns} columns are the most; ` +
        'leave out those that are not needed.',
      { row: this.row },
    );
  }

  private endRow(): void {
    const { row, cells, numbers, formulas, faults } = this;
    if (faults.length === 0 && cells.every((cell) => cell.trim() === '')) return;
    this.complete.push({
      ...{ row, cells },
      ...(numbers.length > 0 && { numbers }),
      ...(formulas.length > 0 && { formulas }),
      ...(faults.length > 0 && { faults }),
    });
  }
}
