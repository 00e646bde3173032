import { listRoles, type Role, setRole } from '../request/credentials/roles.ts';
import { asOperator, inColumns } from './operator.ts';

interface Where {
  readonly city?: boolean;
}

export interface NewRole extends Where {
  readonly name?: string;
}

export async function listAllRoles(where: Where): Promise<void> {
  const roles = await asOperator(where, ({ kysely }) => listRoles(kysely));
  process.stdout.write(inColumns([['role', 'name', 'permissions'], ...roles.map(rowOf)]));
}

export async function changeRole(
  code: string,
  permissions: readonly string[],
  options: NewRole,
): Promise<void> {
  const { name } = options;
  const role = await asOperator(options, ({ kysely }, operator) =>
    setRole(kysely, { code, permissions, name }, operator),
  );
  process.stdout.write(inColumns([['role', 'name', 'permissions'], rowOf(role)]));
}

function rowOf({ code, name, permissions }: Role): string[] {
  return [code, name, permissions.join(' ')];
}
