import { useState } from 'react';
import { language, useWords } from '../words.ts';
import { toCsv } from './csv.ts';
import type { Table } from './to-table.ts';

interface Props {
  readonly table: Table;
  readonly name: string;
}

/** The table as it stands, in the order and the language that it is shown in. */
export function Downloads({ table, name }: Props) {
  const say = useWords();
  const current = language.use();
  const [fault, setFault] = useState<string>();
  const save = (ending: string, make: () => Promise<Blob>) => {
    setFault(undefined);
    make()
      .then((blob) => download(blob, `${name} ${today()}.${ending}`))
      .catch((error: unknown) => setFault(error instanceof Error ? error.message : String(error)));
  };
  return (
    <div className="quanmai-downloads">
      {fault !== undefined && <span role="alert">{say('downloadFailed', { fault })}</span>}
      <button
        type="button"
        title={say('xlsxHint')}
        aria-label={`${say('download')} XLSX`}
        onClick={() =>
          save('xlsx', async () => {
            const { toXlsx } = await import('./xlsx.ts');
            return toXlsx(table, current, name);
          })
        }
      >
        ↓ XLSX
      </button>
      <button
        type="button"
        title={say('csvHint')}
        aria-label={`${say('download')} CSV`}
        onClick={() =>
          save(
            'csv',
            async () => new Blob([toCsv(table, current)], { type: 'text/csv;charset=utf-8' }),
          )
        }
      >
        ↓ CSV
      </button>
    </div>
  );
}

function download(blob: Blob, fileName: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  link.click();
  // The browser has read the address by then, or will not.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The day where the reader is: 2023-02-06. */
function today(): string {
  return new Intl.DateTimeFormat('sv-SE').format(new Date());
}
