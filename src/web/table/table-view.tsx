import type { CellKind } from '../../kit/table/cell-rules.ts';
import { language, useWords } from '../words.ts';
import { fieldOf, kindOf, shown, titleOf } from './cells.ts';
import { valuesOf } from './csv.ts';
import type { Sorting } from './sort.ts';
import type { Column, Table, Value } from './to-table.ts';

/** More rows than this make the page slow, and nobody reads them here. */
const MOST_ROWS = 500;
/** A list inside a row is told by so many of its names; a file has room for all. */
const MOST_NAMES = 10;

interface Props {
  readonly table: Table;
  readonly sorting: Sorting | undefined;
  readonly onSort: (sorting: Sorting | undefined) => void;
}

export function TableView({ table, sorting, onSort }: Props) {
  const say = useWords();
  const { columns, heading, rows } = table;
  if (rows.length === 0) return <p className="quanmai-empty">{say('noRows')}</p>;
  const kinds = columns.map((column, at) => kindOf(column, valuesOf(rows, at)));
  return (
    <div className="quanmai-table" tabIndex={0} role="region" aria-label={say('viewTable')}>
      <table>
        <thead>
          <tr>
            {columns.map((column, at) => (
              <Head
                key={column.path.join('.')}
                column={column}
                kind={kinds[at]}
                isHeading={at === heading}
                direction={sorting?.column === at ? directionOf(sorting) : 'none'}
                onClick={() => onSort(nextSorting(sorting, at))}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_ROWS).map((row, index) => (
            // A row has no name of its own; its place is one, for a table is drawn anew when it changes.
            <tr key={index}>
              {columns.map((column, at) => {
                const cell = <Cell value={row[at] ?? null} column={column} />;
                const [key, kind] = [column.path.join('.'), kinds[at]];
                return at === heading ? (
                  <th key={key} scope="row" data-kind={kind} data-heading>
                    {cell}
                  </th>
                ) : (
                  <td key={key} data-kind={kind}>
                    {cell}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > MOST_ROWS && (
        <p className="quanmai-empty">{say('firstShown', { rows: MOST_ROWS })}</p>
      )}
    </div>
  );
}

interface HeadProps {
  readonly column: Column;
  readonly kind: CellKind | undefined;
  readonly isHeading: boolean;
  readonly direction: 'ascending' | 'descending' | 'none';
  readonly onClick: () => void;
}

function Head({ column, kind, isHeading, direction, onClick }: HeadProps) {
  const current = language.use();
  const steps = titleOf(column, current).split(current === 'zh' ? ' · ' : '.');
  const says = fieldOf(column)?.says;
  const hint = [column.path.join('.'), says && `${says.zh} · ${says.en}`]
    .filter(Boolean)
    .join('\n');
  return (
    <th
      scope="col"
      data-kind={kind}
      data-heading={isHeading || undefined}
      aria-sort={direction}
      title={hint}
    >
      <button type="button" onClick={onClick}>
        {steps.length > 1 && <small>{steps.slice(0, -1).join(' · ')}</small>}
        <span>{steps.at(-1)}</span>
      </button>
    </th>
  );
}

function Cell({ value, column }: { readonly value: Value; readonly column: Column }) {
  const say = useWords();
  const current = language.use();
  if (value === null) return <i title={say('unknown')}>–</i>;
  const read = (most?: number) =>
    typeof value === 'boolean'
      ? say(value ? 'yes' : 'no')
      : String(shown(value, column, current, most));
  const whole = read();
  const answered = String(shown(value, column, 'en'));
  const hint = whole === answered ? whole : `${whole} (${answered})`;
  return <div title={hint}>{read(MOST_NAMES)}</div>;
}

function directionOf({ descending }: Sorting) {
  return descending ? 'descending' : 'ascending';
}

/** Up, then down, then as the server gave it. */
function nextSorting(sorting: Sorting | undefined, column: number): Sorting | undefined {
  if (sorting?.column !== column) return { column, descending: false };
  return sorting.descending ? undefined : { column, descending: true };
}
