import { Migration } from '@mikro-orm/migrations';

/**
 * Who may what: roles, which are rows so that an operator can change them; the API keys of offices
 * and systems; and the audit, to which lines are only ever added.
 *
 * Of a key there is the SHA-256 alone. A slow hash would guard against guessing, and nobody guesses
 * 256 random bits; it would cost each request a tenth of a second, which is a way to attack.
 *
 * `access_version` rises with every change that a gateway has to hear of, so that each asks for one
 * row three times a second, however many keys it watches. A NOTIFY may be lost with its session, so the
 * question would be needed all the same.
 */
export class Migration20261122001000_access extends Migration {
  override up(): void {
    this.addSql(`
      create table role (
        code text primary key check (code ~ '^[A-Z][A-Z0-9_]{0,39}$'),
        name text not null check (name <> ''),
        permissions text[] not null)`);
    for (const [code, name, permissions] of ROLES) {
      this.addSql(`insert into role values ('${code}', '${name}', '{${permissions}}')`);
    }

    this.addSql(`
      create table api_key (
        id text primary key check (id ~ '^[a-z0-9]{12}$'),
        name text not null check (name <> ''),
        hash bytea not null check (length(hash) = 32),
        role_code text not null references role,
        district_ids uuid[],
        created_at timestamptz not null default now(),
        expires_at timestamptz,
        revoked_at timestamptz,
        used_at timestamptz)`);
    this.addSql(`comment on column api_key.district_ids is 'reporting units; null is all of them'`);

    this.addSql(`create table access_version (version bigint not null)`);
    this.addSql(`create unique index access_version_one on access_version ((true))`);
    this.addSql(`insert into access_version values (1)`);
    this.addSql(`
      create function access_has_changed() returns trigger language plpgsql as $$
      begin
        update access_version set version = version + 1;
        return null;
      end $$`);
    // A new key is nobody's yet, and use is no change.
    this.addSql(`
      create trigger api_key_has_changed
        after delete or update of hash, name, role_code, district_ids, expires_at, revoked_at on api_key
        for each statement execute function access_has_changed()`);
    this.addSql(`
      create trigger role_has_changed after insert or delete or update on role
        for each statement execute function access_has_changed()`);

    this.addSql(`
      create table audit_entry (
        id uuid primary key default gen_random_uuid(),
        at timestamptz(3) not null default clock_timestamp(),
        actor text not null,
        credential text,
        operation text not null,
        outcome text not null check (outcome in ('DONE', 'REFUSED', 'FAILED')),
        permission text,
        code text,
        request_id text,
        entity_type text,
        entity_code text,
        details jsonb)`);
    this.addSql(`create index audit_entry_at on audit_entry (at desc, id desc)`);
    this.addSql(`create index audit_entry_actor on audit_entry (actor, at desc, id desc)`);
    this.addSql(`
      create function audit_is_kept() returns trigger language plpgsql as $$
      begin
        raise exception 'the audit is only ever added to' using errcode = 'restrict_violation';
      end $$`);
    this.addSql(`
      create trigger audit_is_kept before update or delete or truncate on audit_entry
        for each statement execute function audit_is_kept()`);
  }

  override down(): void {
    this.addSql('drop table audit_entry, access_version, api_key, role');
    this.addSql('drop function access_has_changed, audit_is_kept');
  }
}

const OFFICER =
  'graph:read,project:follow,project:write,investment:read,investment:report,enterprise:write,actor:read';
const CITY_OFFICER = `${OFFICER},project:withdraw,chain:write,trip:write`;

const ROLES = [
  ['PUBLIC', '公众', 'graph:read,project:follow'],
  ['ANALYST', '分析人员', 'graph:read,project:follow,investment:read'],
  ['PARTNER', '合作系统', 'graph:read,project:follow'],
  ['DISTRICT_OFFICER', '区县经办', OFFICER],
  ['CITY_OFFICER', '市级经办', CITY_OFFICER],
  ['ADMINISTRATOR', '管理员', `${CITY_OFFICER},audit:read`],
] as const;
