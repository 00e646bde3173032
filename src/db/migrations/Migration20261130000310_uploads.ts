import { Migration } from '@mikro-orm/migrations';

/**
 * Files that were sent in, for a week. They lie in the database and not on a gateway's disk, so that
 * any gateway can import them; in parts of 1 MB, so that none holds one whole in memory. Files are
 * mostly compressed already, hence `external`.
 */
export class Migration20261130000310_uploads extends Migration {
  override up(): void {
    this.addSql(`
      create table upload (
        id uuid primary key,
        name text not null check (name <> ''),
        bytes bigint not null default 0 check (bytes >= 0),
        sha256 bytea check (length(sha256) = 32),
        actor text not null,
        created_at timestamptz not null default now(),
        complete boolean not null default false,
        check (not complete or sha256 is not null))`);
    this.addSql('create index upload_created_at on upload (created_at)');
    this.addSql(`
      create table upload_part (
        upload_id uuid not null references upload on delete cascade,
        part int not null check (part >= 0),
        bytes bytea not null,
        primary key (upload_id, part))`);
    this.addSql('alter table upload_part alter column bytes set storage external');
    this.addSql(`
      update role set permissions = permissions || '{import:run}'
       where code in ('DISTRICT_OFFICER', 'CITY_OFFICER', 'ADMINISTRATOR')
         and not 'import:run' = any (permissions)`);
  }

  override down(): void {
    this.addSql(`update role set permissions = array_remove(permissions, 'import:run')`);
    this.addSql('drop table upload_part, upload');
  }
}
