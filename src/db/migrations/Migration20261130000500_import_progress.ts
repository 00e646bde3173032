import { Migration } from '@mikro-orm/migrations';

/**
 * Runs of imports are told of by the log, so that whoever follows one misses nothing; they can be
 * cancelled; and their rows are paged by their places.
 */
export class Migration20261130000500_import_progress extends Migration {
  override up(): void {
    this.addSql(`
      alter table import_run
        add column version int not null default 0,
        add column is_pull boolean not null default false`);
    this.addSql(
      `comment on column import_run.is_pull is 'its file is pulled from the source, and comes in no upload'`,
    );
    this.states(
      'WAITING',
      'RUNNING',
      'DONE',
      'REFUSED',
      'FAILED',
      'INTERRUPTED',
      'CANCELLED',
      'UNDONE',
    );
    this.addSql('create index import_run_asked on import_run (asked_at, id)');
    this.addSql('create index import_run_actor on import_run (actor, asked_at, id)');
    this.addSql('create index import_run_source_asked on import_run (source, asked_at, id)');
    // One number, by which a page of rows is an index range.
    this.addSql(`
      create index import_row_place on import_row (run_id, ((table_no::bigint << 32) + row_no))`);
  }

  override down(): void {
    this.addSql('drop index import_row_place');
    this.addSql('drop index import_run_asked, import_run_actor, import_run_source_asked');
    this.addSql(`update import_run set state = 'FAILED' where state = 'CANCELLED'`);
    this.states('WAITING', 'RUNNING', 'DONE', 'REFUSED', 'FAILED', 'INTERRUPTED', 'UNDONE');
    this.addSql('alter table import_run drop column version, drop column is_pull');
  }

  private states(...states: readonly string[]): void {
    this.addSql('alter table import_run drop constraint import_run_state_check');
    this.addSql(`
      alter table import_run add constraint import_run_state_check
        check (state in (${states.map((state) => `'${state}'`).join(', ')}))`);
  }
}
