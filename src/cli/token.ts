import { StartFault } from '../kit/errors.ts';
import {
  changeKey,
  createKey,
  type KeyRights,
  type ListedKey,
  listKeys,
  revokeKey,
} from '../request/credentials/keys.ts';
import { asOperator, inColumns } from './operator.ts';

interface Where {
  readonly city?: boolean;
}

interface Districts {
  readonly district?: readonly string[];
  readonly allDistricts?: boolean;
}

export interface NewToken extends Where, Districts {
  readonly name: string;
  readonly role: string;
  readonly expires?: Date;
}

export interface TokenChange extends Where, Districts {
  readonly role?: string;
}

/** The token alone goes to stdout, so that a script can take it; what a person wants to read to stderr. */
export async function createToken(options: NewToken): Promise<void> {
  const { name, role, expires: expiresAt } = options;
  const key = await asOperator(options, async ({ kysely }, operator) => {
    const districts = districtsOf(options);
    if (!districts) throw new StartFault(WHICH_DISTRICTS);
    return createKey(kysely, { name, role, districts, expiresAt }, operator);
  });
  const until = expiresAt ? `until ${expiresAt.toISOString()}` : 'until it is revoked';
  process.stderr.write(
    `Key ${key.id} of ${name}, good ${until}. Its token is shown this once, and kept nowhere:\n`,
  );
  process.stdout.write(`${key.token}\n`);
}

export async function listTokens(where: Where): Promise<void> {
  const keys = await asOperator(where, ({ kysely }) => listKeys(kysely));
  if (keys.length === 0) {
    process.stderr.write('There are no keys yet; "quanmai token create" makes one.\n');
  }
  const headings = ['id', 'name', 'role', 'districts', 'made', 'ends', 'last used', 'state'];
  process.stdout.write(inColumns([headings, ...keys.map(rowOf)]));
}

export async function changeToken(id: string, options: TokenChange): Promise<void> {
  const { role } = options;
  await asOperator(options, ({ kysely }, operator) => {
    const districts = districtsOf(options);
    if (role === undefined && !districts) {
      throw new StartFault('Say what changes: --role, --district or --all-districts.');
    }
    const rights: Partial<KeyRights> = {
      ...(role !== undefined && { role }),
      ...(districts && { districts }),
    };
    return changeKey(kysely, id, rights, operator);
  });
  process.stdout.write(
    `Key ${id} is changed; streams that it holds open are told to come again.\n`,
  );
}

export async function revokeToken(id: string, where: Where): Promise<void> {
  await asOperator(where, ({ kysely }, operator) => revokeKey(kysely, id, operator));
  process.stdout.write(
    `Key ${id} is revoked; streams that it holds open end within two seconds.\n`,
  );
}

const WHICH_DISTRICTS =
  'Say which districts the key is good for: --district 370113, repeated for several, or --all-districts.';

function districtsOf({
  district,
  allDistricts = false,
}: Districts): KeyRights['districts'] | undefined {
  if (district && allDistricts) {
    throw new StartFault('Give --district or --all-districts, not both.');
  }
  return allDistricts ? 'ALL' : district;
}

function rowOf(key: ListedKey): string[] {
  const { id, name, role, districts, createdAt, expiresAt, revokedAt, usedAt } = key;
  return [
    ...[id, name, role, districts?.join(',') ?? 'all'],
    ...[shown(createdAt), shown(expiresAt), shown(usedAt)],
    revokedAt ? `revoked ${shown(revokedAt)}` : isOver(expiresAt) ? 'expired' : 'good',
  ];
}

const shown = (moment: string | null) =>
  moment ? new Date(moment).toISOString().slice(0, 16) : '-';

const isOver = (moment: string | null) => moment !== null && Date.parse(moment) <= Date.now();
