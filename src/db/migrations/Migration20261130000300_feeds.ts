import { Migration } from '@mikro-orm/migrations';

/**
 * How far each live source was read, and how it fares: in the database, so that a source that is down
 * is left alone by every gateway, and after a restart too. What a source once sent stays in the graph
 * whatever happens here.
 */
export class Migration20261130000300_feeds extends Migration {
  override up(): void {
    this.addSql(`
      create table feed_state (
        source text primary key check (source <> ''),
        feed_digest text,
        etag text,
        last_modified text,
        failures int not null default 0 check (failures >= 0),
        paused_until timestamptz,
        tried_at timestamptz,
        pulled_at timestamptz,
        changed_at timestamptz,
        last_error_code text,
        last_error text,
        check ((last_error_code is null) = (last_error is null)))`);
    this.addSql(
      `comment on column feed_state.feed_digest is 'of the settings that etag and last_modified were got by'`,
    );
    this.addSql(
      `comment on column feed_state.pulled_at is 'when the source last answered whole, be it that nothing changed'`,
    );
  }

  override down(): void {
    this.addSql('drop table feed_state');
  }
}
