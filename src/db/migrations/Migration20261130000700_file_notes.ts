import { Migration } from '@mikro-orm/migrations';

/**
 * What stewards read of a run: what was noticed of its file and refused nothing, and whom it asked
 * about first, of whose questions the index serves a page.
 */
export class Migration20261130000700_file_notes extends Migration {
  override up(): void {
    this.addSql(`alter table import_run add column notes jsonb not null default '[]'`);
    this.addSql(`create index identity_question_run on identity_question (run, asked_at, id)`);
  }

  override down(): void {
    this.addSql('drop index identity_question_run');
    this.addSql('alter table import_run drop column notes');
  }
}
