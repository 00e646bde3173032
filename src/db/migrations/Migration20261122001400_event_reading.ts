import { Migration } from '@mikro-orm/migrations';

/**
 * What those who follow the log need of it: what an event concerns, so that filters need no other
 * table; and a stated end, so that retention is no silent gap.
 *
 * Partitions are of weeks instead of months: the log is dropped by whole partitions, and a month
 * would be kept up to a month longer than was asked for. Days would be nearer still, but whoever
 * reads by position looks into every partition. A month that holds events stays as it is.
 */
export class Migration20261122001400_event_reading extends Migration {
  override up(): void {
    this.columns();
    this.floor();
    this.weeks();
    this.dropping();
  }

  override down(): void {
    this.addSql('drop function event_drop_before(timestamptz)');
    this.addSql('drop function event_drop_empty_partitions()');
    this.addSql(`
      create or replace function event_renew_epoch() returns uuid language sql as $$
        update event_head set epoch = gen_random_uuid() returning epoch
      $$`);
    this.addSql('alter table event_head drop column floor, drop column floor_event_id');
    this.addSql('drop trigger event_stays on event');
    this.addSql('alter table event drop column about, drop column stages, drop column entity_code');
    this.addSql(eventStays(WRITTEN_BEFORE));
    this.months();
  }

  private columns(): void {
    this.addSql(`
      alter table event
        add column about uuid[] not null default '{}',
        add column stages text[] not null default '{}',
        add column entity_code text`);
    this.addSql('drop trigger event_stays on event');
    this.addSql(eventStays(`${WRITTEN_BEFORE}, about, stages, entity_code`));
  }

  private floor(): void {
    // Everything up to the floor may be gone, everything behind it is there.
    this.addSql(`
      alter table event_head
        add column floor bigint not null default 0,
        add column floor_event_id bigint not null default 0`);
    // Whoever follows the log hears at once that its history is another one.
    this.addSql(`
      create or replace function event_renew_epoch() returns uuid language sql as $$
        select pg_notify('quanmai_events', '');
        update event_head set epoch = gen_random_uuid() returning epoch
      $$`);
  }

  private weeks(): void {
    this.addSql(`
      create view event_partition as
        select partition.relname as name,
               (regexp_match(bounds.text, 'FROM \\(''(.*?)''\\)'))[1]::timestamptz as begins,
               (regexp_match(bounds.text, 'TO \\(''(.*?)''\\)'))[1]::timestamptz as ends
          from pg_inherits
          join pg_class partition on partition.oid = inhrelid
         cross join lateral (select pg_get_expr(partition.relpartbound, partition.oid) as text) bounds
         where inhparent = 'event'::regclass
           and bounds.text <> 'DEFAULT'`);
    this.addSql(`
      create function event_drop_empty_partitions() returns void language plpgsql as $$
      declare
        partition record;
        is_empty boolean;
      begin
        for partition in select * from event_partition order by ends loop
          execute format('select not exists (select from %I)', partition.name) into is_empty;
          if is_empty then
            execute format('drop table %I', partition.name);
          end if;
        end loop;
      end $$`);
    // Each begins where the last one ends, and ends with its week: so they follow on the months. What
    // strayed into the default while nobody made partitions gets its own weeks too.
    this.addSql('drop function event_make_partitions(int)');
    this.addSql(`
      create function event_make_partitions(weeks_ahead int) returns int language plpgsql
      set lock_timeout = '100ms' set timezone = 'UTC' as $$
      declare
        at timestamptz := greatest(
          (select max(ends) from event_partition),
          (select date_trunc('week', least(now(), min(occurred_at))) from event_default));
        final timestamptz := date_trunc('week', now()) + make_interval(weeks => weeks_ahead + 1);
        next timestamptz;
        name text;
        made int := 0;
      begin
        while at < final loop
          next := date_trunc('week', at) + interval '1 week';
          name := to_char(at, '"event_"YYYY"_"MM"_"DD');
          lock table event_default in access exclusive mode;
          execute format('create table %I (like event including defaults including constraints)', name);
          execute format(
            'with strayed as (
               delete from event_default where occurred_at >= %L and occurred_at < %L returning *)
             insert into %I select * from strayed', at, next, name);
          perform event_index_partition(name);
          execute format(
            'alter table event attach partition %I for values from (%L) to (%L)', name, at, next);
          at := next;
          made := made + 1;
        end loop;
        return made;
      end $$`);
    this.addSql('select event_drop_empty_partitions()');
    this.addSql('select event_make_partitions(2)');
  }

  /** Back to months: everything strays into the default, and is taken over from there. */
  private months(): void {
    this.addSql('alter table event_default disable trigger user');
    this.addSql(`
      do $$
      declare
        partition record;
      begin
        for partition in select * from event_partition order by ends loop
          execute format('alter table event detach partition %I', partition.name);
          execute format('insert into event_default select * from %I', partition.name);
          execute format('drop table %I', partition.name);
        end loop;
      end $$`);
    this.addSql('alter table event_default enable trigger user');
    this.addSql('drop view event_partition');
    this.addSql('drop function event_make_partitions(int)');
    this.addSql(MAKE_MONTHS);
    this.addSql('select event_make_partitions(3)');
  }

  private dropping(): void {
    // The whole log is locked for a moment, so the wait for it is short, and the leader tries again.
    // A reader that was in the middle sees the new floor in its next statement: it commits with the
    // drop, and the drop's lock is held until then.
    this.addSql(`
      create function event_drop_before(moment timestamptz) returns int language plpgsql
      set lock_timeout = '100ms' as $$
      declare
        partition record;
        pending boolean;
        last record;
        dropped int := 0;
      begin
        for partition in select * from event_partition where ends <= moment order by ends loop
          execute format('select exists (select from %I where position is null)', partition.name)
             into pending;
          exit when pending;
          lock table only event in access exclusive mode;
          execute format('select exists (select from %I where position is null)', partition.name)
             into pending;
          exit when pending;
          execute format('select position, id from %I order by position desc limit 1', partition.name)
             into last;
          update event_head
             set floor = last.position, floor_event_id = last.id
           where floor < last.position;
          execute format('drop table %I', partition.name);
          dropped := dropped + 1;
        end loop;
        return dropped;
      end $$`);
  }
}

const WRITTEN_BEFORE = `id, occurred_at, kind, entity_type, entity_id, version, changes, scope_before, scope_after,
          actor, source, idempotency_key`;

function eventStays(columns: string): string {
  return `
      create trigger event_stays before update of ${columns} on event
        for each row execute function event_stays()`;
}

const MAKE_MONTHS = `
      create function event_make_partitions(months_ahead int) returns int language plpgsql
      set lock_timeout = '100ms' as $$
      declare
        first_day timestamp;
        bounds text[];
        name text;
        made int := 0;
      begin
        for ahead in 0..months_ahead loop
          first_day := date_trunc('month', now() at time zone 'UTC') + make_interval(months => ahead);
          name := to_char(first_day, '"event_"YYYY"_"MM');
          continue when to_regclass(quote_ident(name)) is not null;
          bounds := array[first_day at time zone 'UTC', (first_day + interval '1 month') at time zone 'UTC'];
          lock table event_default in access exclusive mode;
          execute format('create table %I (like event including defaults including constraints)', name);
          execute format(
            'with strayed as (
               delete from event_default where occurred_at >= %L and occurred_at < %L returning *)
             insert into %I select * from strayed', bounds[1], bounds[2], name);
          perform event_index_partition(name);
          execute format(
            'alter table event attach partition %I for values from (%L) to (%L)', name, bounds[1], bounds[2]);
          made := made + 1;
        end loop;
        return made;
      end $$`;
