import { Command, InvalidArgumentError, Option } from 'commander';
import { CITY_LEAST, CITY_MOST } from '../ingest/city/bounds.ts';
import { addAccessCommands } from './access-commands.ts';
import type { ExportOptions } from './export.ts';
import { addImportCommands } from './import-commands.ts';
import { addLogCommands } from './log-commands.ts';

/** Runs one command line. Each command is imported when it is asked for: `--help` answers at once. */
export async function run(argv: readonly string[]): Promise<void> {
  await program().parseAsync(argv);
}

function program(): Command {
  const quanmai = new Command('quanmai')
    .description('泉脉 · One typed GraphQL graph of a city’s investment projects.')
    .helpCommand(false)
    .addHelpText('after', EXAMPLES);

  quanmai
    .command('serve')
    .description('serve the graph over HTTP until it is stopped')
    .option('--city', 'serve a synthetic city, made at the first start, instead of the documents')
    .action(async ({ city = false }: { city?: boolean }) => {
      const { serve } = await import('./serve.ts');
      await serve({ city });
    });

  quanmai
    .command('migrate')
    .description('bring the schema of the database at DATABASE_URL up to date, then end')
    .action(async () => {
      const { runMigrate } = await import('./migrate.ts');
      await runMigrate();
    });

  quanmai
    .command('generate')
    .description('fill an empty database with a synthetic city: DATABASE_URL, or the demo’s own')
    .requiredOption(
      '--projects <n>',
      `how many projects, up to ${CITY_MOST.projects}`,
      between('projects'),
    )
    .requiredOption(
      '--enterprises <n>',
      `how many enterprises, up to ${CITY_MOST.enterprises}`,
      between('enterprises'),
    )
    .addOption(
      new Option('--seed <n>', 'the same seed makes the same city')
        .argParser(between('seed'))
        .default(1),
    )
    .action(async (size: { projects: number; enterprises: number; seed: number }) => {
      const { runGenerate } = await import('./generate.ts');
      await runGenerate(size);
    });

  quanmai
    .command('cost')
    .description('tell what operations cost, and which a gateway would refuse')
    .argument('<files...>', 'GraphQL documents; they may use each other’s fragments')
    .option('--variables <file>', 'JSON: the values of their variables, by name')
    .action(async (files: string[], { variables }: { variables?: string }) => {
      const { runCost } = await import('./cost.ts');
      await runCost(files, variables);
    });

  quanmai
    .command('export')
    .description('write a whole list of the graph to a file: CSV, XLSX or JSON lines')
    .argument('<query>', 'a GraphQL document, or the name of a saved operation')
    .option('--variables <file>', 'JSON: the values of its variables, by name')
    .option('--operation <name>', 'which operation of the document, where it has several')
    .option('--format <format>', 'csv, xlsx or jsonl; what --out ends with unless told, else csv')
    .option('--out <file>', 'where to write it; stdout unless told')
    .option('--city', 'of the synthetic city instead of the documents')
    .action(async (query: string, options: ExportOptions) => {
      const { runExport } = await import('./export.ts');
      await runExport(query, options);
    });

  quanmai
    .command('facts')
    .description('tell of every fact of the documents where it went in the graph')
    .option('--document <code>', 'of this document alone: 000')
    .option('--city', 'of the synthetic city instead of the documents')
    .action(async (asked: { document?: string; city?: boolean }) => {
      const { showFacts } = await import('./facts.ts');
      await showFacts(asked);
    });

  addImportCommands(quanmai);
  addAccessCommands(quanmai);
  addLogCommands(quanmai);
  pointToHelp(quanmai, quanmai.name());
  return quanmai;
}

/** After a slip, the help of the very command that it is about. */
function pointToHelp(command: Command, path: string): void {
  command.helpCommand(false).showHelpAfterError(`(${path} --help tells more)`);
  for (const part of command.commands) pointToHelp(part, `${path} ${part.name()}`);
}

const EXAMPLES = `
Examples:
  $ quanmai serve                                the documents' facts, on http://localhost:4000/graphql
  $ PORT=4001 quanmai serve --city               the synthetic city beside it
  $ DATABASE_URL=postgresql://quanmai@db/quanmai quanmai migrate
  $ quanmai generate --projects 100000 --enterprises 200000
  $ quanmai cost schema/operations/*.graphql     what each costs, of how much
  $ quanmai export projects.graphql --out 项目.xlsx
  $ quanmai facts --document 000                 where each of its facts went
  $ quanmai import 重点项目.xlsx --source jinan-drc --dry-run
  $ quanmai token create --name 某平台 --role partner --district 370113 --expires 365d

Everything else is set by the environment (PORT, HOST, DATA_DIR, DATABASE_URL, LOG_LEVEL, …);
docs/operations.md lists it.`;

function between(bound: keyof typeof CITY_MOST) {
  const [least, most] = [CITY_LEAST[bound], CITY_MOST[bound]];
  return (text: string): number => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`It is a whole number from ${least} to ${most}.`);
  };
}
