import type { Command } from 'commander';
import type { ImportOptions } from './import.ts';

/** What a steward does with deliveries at the command line. */
export function addImportCommands(quanmai: Command): void {
  quanmai
    .command('import')
    .description('take in the file of a source: CSV, TSV, XLSX, JSON or JSONL')
    .argument('<file>', 'the file as it was delivered')
    .requiredOption('--source <code>', 'whose it is: the name of its mapping file')
    .option('--dry-run', 'only tell what would be refused, new, changed and gone')
    .option('--row-by-row', 'write the rows that are in order; else all rows, or none')
    .option('--as-of <day>', 'the day that the file tells of; today unless told')
    .option('--errors <file>', 'write a copy with what is wrong, to send back: .xlsx, or .csv')
    .option('--mappings <directory>', 'where the mapping files are')
    .option('--city', 'into the synthetic city instead of the documents')
    .action(async (file: string, options: ImportOptions) => {
      const { runImportCommand } = await import('./import.ts');
      await runImportCommand(file, options);
    });

  quanmai
    .command('imports')
    .description('list the latest imports')
    .option('--city', 'of the synthetic city instead of the documents')
    .action(async (options: { city?: boolean }) => {
      const { showImports } = await import('./import.ts');
      await showImports(options);
    });

  quanmai
    .command('undo-import')
    .description('take back all that an import wrote, unless others have changed it since')
    .argument('<run>', 'the run, as "imports" lists it')
    .option('--city', 'in the synthetic city instead of the documents')
    .action(async (run: string, options: { city?: boolean }) => {
      const { undoImportCommand } = await import('./import.ts');
      await undoImportCommand(run, options);
    });
}
