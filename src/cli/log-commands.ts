import { type Command, Option } from 'commander';

/** `quanmai log …`: the log of changes that partners follow. */
export function addLogCommands(quanmai: Command): void {
  const log = quanmai
    .command('log')
    .description('show the log of changes, and begin a new history after a restore');
  const city = () => new Option('--city', 'of the synthetic city instead of the documents');

  log
    .command('status')
    .description('show how far the log goes, what it keeps, and what it takes')
    .addOption(city())
    .action(async (options: { city?: boolean }) => (await import('./log.ts')).showLog(options));

  log
    .command('renew-epoch')
    .description(
      'after a disk or a backup was put back: tell everybody who follows to take a snapshot again',
    )
    .addOption(city())
    .action(async (options: { city?: boolean }) => (await import('./log.ts')).beginEpoch(options));
}
