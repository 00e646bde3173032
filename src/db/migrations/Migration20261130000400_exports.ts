import { Migration } from '@mikro-orm/migrations';

/**
 * Who may take a whole list out, and the secret by which a gateway knows a link to such a file that
 * another one gave. It is sealed by the secret, so no row is kept of a link, and none has to be swept.
 */
export class Migration20261130000400_exports extends Migration {
  override up(): void {
    this.addSql(`
      update role
         set permissions = permissions || '{graph:export}'
       where code in ('ANALYST', 'PARTNER', 'DISTRICT_OFFICER', 'CITY_OFFICER', 'ADMINISTRATOR')
         and not 'graph:export' = any (permissions)`);

    this.addSql(`create table export_secret (secret bytea not null check (length(secret) = 32))`);
    this.addSql(`create unique index export_secret_one on export_secret ((true))`);
    // PostgreSQL has no other strong random bytes without an extension: 244 bits of them.
    this.addSql(`
      insert into export_secret
      values (sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())))`);
  }

  override down(): void {
    this.addSql('drop table export_secret');
    this.addSql(`update role set permissions = array_remove(permissions, 'graph:export')`);
  }
}
