import { type Kysely, sql } from 'kysely';
import { type Permission, permissions } from '../../access/permission.ts';
import { BadInput } from '../../kit/errors.ts';
import { auditEntry } from '../audit.ts';

export interface Role {
  readonly code: string;
  readonly name: string;
  readonly permissions: readonly Permission[];
}

type Db = Kysely<unknown>;

/** What whoever does not say who he is may have at most: a write has to have somebody who did it. */
const FOR_ANYBODY: readonly Permission[] = ['graph:read', 'project:follow', 'investment:read'];

/** All roles, those with the fewest permissions first. */
export async function listRoles(db: Db): Promise<Role[]> {
  const { rows } = await sql<Role>`
    select code, name, permissions from role order by cardinality(permissions), code`.execute(db);
  return rows;
}

/** The role that is called so, in any case and with either dash: `city-officer` is CITY_OFFICER. */
export async function roleCalled(db: Db, called: string): Promise<Role> {
  const code = codeOf(called);
  const roles = await listRoles(db);
  const role = roles.find((other) => other.code === code);
  if (role) return role;
  throw new BadInput(
    `There is no role "${called}"; there are ${roles.map((other) => other.code).join(', ')}.`,
  );
}

/**
 * Gives a role these permissions and no others, or makes a new role of them. All who hold it have
 * them within two seconds, and streams of those who lose some are told.
 */
export async function setRole(
  db: Db,
  {
    code: called,
    name,
    permissions: wanted,
  }: { code: string; name?: string | undefined; permissions: readonly string[] },
  actor: string,
): Promise<Role> {
  const code = codeOf(called);
  if (!/^[A-Z][A-Z0-9_]{0,39}$/.test(code)) {
    throw new BadInput(
      `"${called}" is no name for a role: letters, digits and dashes, at most 40.`,
    );
  }
  const unknown = wanted.filter((permission) => !permissions.includes(permission as Permission));
  if (unknown.length > 0) {
    throw new BadInput(
      `There is no permission "${unknown.join('", "')}"; there are ${permissions.join(', ')}.`,
    );
  }
  const given = permissions.filter((permission) => wanted.includes(permission));
  const named = given.filter((permission) => !FOR_ANYBODY.includes(permission));
  if (code === 'PUBLIC' && named.length > 0) {
    throw new BadInput(
      `PUBLIC is everybody who does not say who he is, and may have ${FOR_ANYBODY.join(', ')} at most, not ${named.join(', ')}: give those a role of their own, and keys.`,
    );
  }
  return db.transaction().execute(async (writing) => {
    const before = (await listRoles(writing)).find((role) => role.code === code);
    const role = { code, name: name ?? before?.name ?? code, permissions: given };
    await sql`
      insert into role (code, name, permissions) values (${code}, ${role.name}, ${given})
          on conflict (code) do update set name = excluded.name, permissions = excluded.permissions`.execute(
      writing,
    );
    await auditEntry(writing, {
      ...{ actor, operation: 'role set', outcome: 'DONE', entityType: 'Role', entityCode: code },
      details: { before: before?.permissions ?? null, after: given },
    });
    return role;
  });
}

function codeOf(called: string): string {
  return called.trim().toUpperCase().replaceAll('-', '_');
}
