import type { Header } from './header.ts';
import type { FileLimits } from './limits.ts';
import { columnLetters, type RawRow } from './raw-table.ts';
import type { Fault } from './refusal.ts';
import type { RowFaults } from './row-faults.ts';
import type { TableRow } from './table.ts';
import { textProblem, told } from './text-problem.ts';

/** Makes rows of a table out of its file's lines. */
export class RowReader {
  constructor(
    private readonly header: Header,
    private readonly limits: FileLimits,
    private readonly isRagged: boolean,
    private readonly faults: RowFaults,
  ) {}

  /** @returns undefined where nothing stands in the line, or it is at fault. */
  read(line: RawRow): TableRow | undefined {
    const cells = line.cells.map((cell) => cell.trim());
    if (!line.faults && cells.every((cell) => cell === '')) return undefined;
    const faults = this.lengthFault(line) ?? this.cellFaults(line, cells);
    if (faults.length > 0) {
      this.faults.add(...faults);
      return undefined;
    }
    const { names, first } = this.header;
    const kept = names.map((_, place) => cells[first + place] ?? '');
    if (kept.every((cell) => cell === '')) return undefined;
    const numbers = this.places(line.numbers);
    const formulas = this.places(line.formulas);
    return {
      row: line.row,
      cells: kept,
      ...(numbers && { numbers }),
      ...(formulas && { formulas }),
    };
  }

  private lengthFault({ row, cells: { length } }: RawRow): Fault[] | undefined {
    const { width, names } = this.header;
    if (this.isRagged || length === width || length === names.length) return undefined;
    const problem =
      `the row has ${length} cells and the header ${names.length}; ` +
      'a comma inside a cell needs quotes around the cell.';
    return [{ row, problem }];
  }

  private cellFaults({ row, faults = [] }: RawRow, cells: readonly string[]): Fault[] {
    const { first, names } = this.header;
    const found: Fault[] = faults.map(({ place, ...fault }) => ({
      ...{ row, ...this.column(place), ...fault },
    }));
    cells.forEach((cell, place) => {
      if (cell === '') return;
      const problem = textProblem(cell, this.limits);
      if (problem) found.push({ row, ...this.column(place), value: told(cell), problem });
      else if (place < first || place >= first + names.length) {
        found.push(nameless(row, place, cell));
      }
    });
    return found;
  }

  private column(place: number): { column?: string } {
    const column = this.header.names[place - this.header.first];
    return column === undefined ? {} : { column };
  }

  private places(places: readonly number[] | undefined): ReadonlySet<number> | undefined {
    return places && new Set(places.map((place) => place - this.header.first));
  }
}

function nameless(row: number, place: number, cell: string): Fault {
  const problem =
    `“${told(cell)}” stands in column ${place + 1} (${columnLetters(place)}), ` +
    'which has no name in the header; name the column, or clear it.';
  return { row, value: told(cell), problem };
}
