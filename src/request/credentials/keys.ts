import { type Kysely, sql } from 'kysely';
import { BadInput } from '../../kit/errors.ts';
import { auditEntry } from '../audit.ts';
import { mintKey } from './api-key.ts';
import { roleCalled } from './roles.ts';

/** What a key is good for. */
export interface KeyRights {
  readonly role: string;
  /** Codes of reporting units; `ALL` for all there are. */
  readonly districts: 'ALL' | readonly string[];
}

export interface NewKey extends KeyRights {
  /** The office or system that will hold it; no person, who would have to be asked first. */
  readonly name: string;
  readonly expiresAt?: Date | undefined;
}

/** One key as an operator sees it. */
export interface ListedKey {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly districts: readonly string[] | null;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
  readonly usedAt: string | null;
}

type Db = Kysely<unknown>;

/** Makes a key. Its token is answered once, and cannot be had again. */
export async function createKey(
  db: Db,
  { name, role, districts, expiresAt }: NewKey,
  actor: string,
): Promise<{ id: string; token: string }> {
  if (name.trim() === '')
    throw new BadInput('A key is named after the office or system that holds it.');
  const { id, token, hash } = mintKey();
  await db.transaction().execute(async (writing) => {
    const ids = await districtIds(writing, districts);
    const { code } = await roleCalled(writing, role);
    await sql`
      insert into api_key (id, name, hash, role_code, district_ids, expires_at)
      values (${id}, ${name.trim()}, ${hash}, ${code}, ${ids}, ${expiresAt ?? null})`.execute(
      writing,
    );
    const details = { name: name.trim(), role: code, districts, expiresAt };
    await auditEntry(writing, { ...act('token create', id, actor), details });
  });
  return { id, token };
}

/** Gives a key other rights; streams that it holds open are told within two seconds. */
export async function changeKey(
  db: Db,
  id: string,
  { role, districts }: Partial<KeyRights>,
  actor: string,
): Promise<void> {
  await db.transaction().execute(async (writing) => {
    const before = await liveKey(writing, id);
    const after = {
      role: role === undefined ? before.role : (await roleCalled(writing, role)).code,
      districts: districts ?? before.districts ?? 'ALL',
    };
    await sql`
      update api_key
         set role_code = ${after.role}, district_ids = ${await districtIds(writing, after.districts)}
       where id = ${id}`.execute(writing);
    const details = { before: { role: before.role, districts: before.districts ?? 'ALL' }, after };
    await auditEntry(writing, { ...act('token change', id, actor), details });
  });
}

/** Takes a key away for good; streams that it holds open end within two seconds. */
export async function revokeKey(db: Db, id: string, actor: string): Promise<void> {
  await db.transaction().execute(async (writing) => {
    const { name } = await liveKey(writing, id);
    await sql`update api_key set revoked_at = now() where id = ${id}`.execute(writing);
    await auditEntry(writing, { ...act('token revoke', id, actor), details: { name } });
  });
}

/** All keys, those that are good first, each as it was made. */
export async function listKeys(db: Db): Promise<ListedKey[]> {
  const { rows } = await sql<ListedKey>`
    ${selectKeys}
     order by api_key.revoked_at is not null, api_key.created_at, api_key.id`.execute(db);
  return rows;
}

/** The key of this id, held against changes until the transaction ends. */
async function liveKey(db: Db, id: string): Promise<ListedKey> {
  const { rows } = await sql<ListedKey>`
    ${selectKeys} where api_key.id = ${id} for update`.execute(db);
  const [key] = rows;
  if (!key) throw new BadInput(`There is no key ${id}; "quanmai token list" shows them all.`);
  if (key.revokedAt === null) return key;
  throw new BadInput(`Key ${id} was revoked at ${key.revokedAt}; make another.`);
}

const selectKeys = sql`
  select api_key.id, api_key.name, api_key.role_code as role, api_key.created_at as "createdAt",
         api_key.expires_at as "expiresAt", api_key.revoked_at as "revokedAt", api_key.used_at as "usedAt",
         (select case when api_key.district_ids is not null
                 then coalesce(array_agg(region.code order by region.code), '{}') end
            from region
           where region.id = any (api_key.district_ids)) as districts
    from api_key`;

async function districtIds(db: Db, districts: KeyRights['districts']): Promise<string[] | null> {
  if (districts === 'ALL') return null;
  const { rows } = await sql<{ id: string; code: string; name: string }>`
    select id, code, name from region where reporting_unit_id = id order by code`.execute(db);
  const ids = new Map(rows.map(({ code, id }) => [code, id]));
  return districts.map((code) => {
    const id = ids.get(code);
    if (id !== undefined) return id;
    const known = rows.map((unit) => `${unit.code} ${unit.name}`).join(', ') || 'none yet';
    throw new BadInput(`There is no reporting unit with the code "${code}"; there are ${known}.`);
  });
}

function act(operation: string, id: string, actor: string) {
  return { actor, operation, outcome: 'DONE', entityType: 'ApiKey', entityCode: id } as const;
}
