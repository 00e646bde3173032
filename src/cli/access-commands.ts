import { type Command, InvalidArgumentError, Option } from 'commander';
import type { NewToken, TokenChange } from './token.ts';
import type { NewRole } from './role.ts';

/** `quanmai token …` and `quanmai role …`: who may ask, and what. */
export function addAccessCommands(quanmai: Command): void {
  const token = quanmai
    .command('token')
    .description('make, list, change and revoke the API keys of offices and systems')
    .addHelpText('after', BESIDE);
  const city = () => new Option('--city', 'of the synthetic city instead of the documents');
  const districts = () =>
    new Option(
      '--district <code…>',
      'a reporting unit that it is good for; may be repeated',
    ).argParser((code: string, before?: string[]) => [...(before ?? []), code]);

  token
    .command('create')
    .description('make a key; its token goes to stdout, once')
    .requiredOption('--name <name>', 'the office or system that will hold it')
    .requiredOption('--role <role>', 'partner, analyst, district-officer, … ("quanmai role list")')
    .addOption(districts())
    .option('--all-districts', 'good for every reporting unit')
    .addOption(new Option('--expires <when>', '90d, 12h, or a day: 2027-01-31').argParser(moment))
    .addOption(city())
    .action(async (options: NewToken) => (await import('./token.ts')).createToken(options));

  token
    .command('list')
    .description('show all keys, without their secrets')
    .addOption(city())
    .action(async (options: { city?: boolean }) =>
      (await import('./token.ts')).listTokens(options),
    );

  token
    .command('change')
    .description('give a key another role, or other districts')
    .argument('<id>', 'as "token list" shows it')
    .option('--role <role>', 'the role that it has from now on')
    .addOption(districts())
    .option('--all-districts', 'good for every reporting unit')
    .addOption(city())
    .action(async (id: string, options: TokenChange) =>
      (await import('./token.ts')).changeToken(id, options),
    );

  token
    .command('revoke')
    .description('take a key away for good; streams that it holds open end within two seconds')
    .argument('<id>', 'as "token list" shows it')
    .addOption(city())
    .action(async (id: string, options: { city?: boolean }) =>
      (await import('./token.ts')).revokeToken(id, options),
    );

  const role = quanmai
    .command('role')
    .description('show and change what roles may do')
    .addHelpText('after', BESIDE);
  role
    .command('list')
    .description('show all roles with their permissions')
    .addOption(city())
    .action(async (options: { city?: boolean }) =>
      (await import('./role.ts')).listAllRoles(options),
    );

  role
    .command('set')
    .description('give a role these permissions and no others, or make a new role of them')
    .argument('<role>', 'its code: analyst, or a new one')
    .argument('[permissions...]', 'as "role list" shows them; none takes all away')
    .option('--name <name>', 'what it is called')
    .addOption(city())
    .action(async (code: string, permissions: string[], options: NewRole) =>
      (await import('./role.ts')).changeRole(code, permissions, options),
    );
}

const BESIDE = `
All of this may be done while gateways serve the database, and holds for them within two seconds.
It stands in the audit.`;

const UNITS: Readonly<Record<string, number>> = { h: 3_600_000, d: 86_400_000 };

function moment(text: string): Date {
  const [, count, unit = ''] = /^(\d{1,4})([hd])$/.exec(text) ?? [];
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const when = count
    ? new Date(Date.now() + Number(count) * (UNITS[unit] ?? 0))
    : new Date(isDay ? `${text}T00:00:00Z` : NaN);
  if (when.getTime() > Date.now() && (!isDay || when.toISOString().startsWith(text))) return when;
  throw new InvalidArgumentError('It is a time from now as 90d or 12h, or a day to come.');
}
