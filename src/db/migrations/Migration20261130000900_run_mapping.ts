import { Migration } from '@mikro-orm/migrations';

/** By which mapping file a run was begun: behind its last row it goes on by no other. */
export class Migration20261130000900_run_mapping extends Migration {
  override up(): void {
    this.addSql('alter table import_run add column mapping text');
  }

  override down(): void {
    this.addSql('alter table import_run drop column mapping');
  }
}
