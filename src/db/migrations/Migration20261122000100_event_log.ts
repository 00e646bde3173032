import { Migration } from '@mikro-orm/migrations';

/**
 * The durable log: every change of an aggregate leaves an event, appended by the transaction that
 * makes it, and numbered after its commit by one leader (the next migration). Everybody reads by
 * position, so every snapshot shows a prefix. ADR 0002 tells why, and what was tried instead.
 *
 * Partitioned by time, so that retention drops a table instead of deleting rows. A unique index
 * cannot span partitions without their key: positions and versions are unique within each
 * partition, and across them by the head row's lock, the fence, the guard and the check below.
 */
export class Migration20261122000100_event_log extends Migration {
  override up(): void {
    this.tables();
    this.partitions();
    this.guard();
    this.aggregates();
  }

  override down(): void {
    this.addSql('drop table event');
    this.addSql('drop sequence event_id');
    for (const name of [
      'track_aggregate(regclass)',
      'event_has_its_row()',
      'event_of_change()',
      'event_stays()',
      'event_written_here(xid)',
      'event_make_partitions(int)',
      'event_index_partition(text)',
    ]) {
      this.addSql(`drop function ${name}`);
    }
  }

  private tables(): void {
    // `cache 1`: a cache of 20 gave 3,665 inversions in 4,995 pairs of events.
    this.addSql('create sequence event_id cache 1');
    // No default for the id: a default is taken before the guard has seen the row lock held.
    this.addSql(`
      create table event (
        id bigint not null,
        position bigint,
        epoch uuid,
        occurred_at timestamptz not null default now(),
        kind text not null,
        entity_type text not null,
        entity_id uuid not null,
        version int not null check (version > 0),
        changes jsonb not null,
        scope_before uuid[] not null,
        scope_after uuid[] not null,
        actor text not null,
        source text,
        idempotency_key text,
        constraint event_is_numbered_whole check ((position is null) = (epoch is null))
      ) partition by range (occurred_at)`);
    this.addSql('create index event_pending on event (id) where position is null');
  }

  private partitions(): void {
    this.addSql(`
      create function event_index_partition(name text) returns void language plpgsql as $$
      begin
        execute format('alter table %I add primary key (id)', name);
        execute format('create unique index %I on %I (position)', name || '_position', name);
        execute format('create unique index %I on %I (entity_id, version)', name || '_entity', name);
      end $$`);
    // Attached, not created in place: that would lock the whole log against every open writer.
    // The default partition is locked all the same, so the wait is short and the leader tries again.
    this.addSql(`
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
      end $$`);
    // So that nothing is ever refused for want of a month.
    this.addSql('create table event_default partition of event default');
    this.addSql(`select event_index_partition('event_default')`);
    this.addSql('select event_make_partitions(3)');
  }

  private guard(): void {
    // A row that we see and whose writer is still in progress was written by ourselves. The first
    // comparison is the usual case; the second knows the transaction's savepoints.
    this.addSql(`
      create function event_written_here(writer xid) returns boolean language plpgsql as $$
      declare
        own bigint := pg_current_xact_id()::text::bigint;
        distance bigint;
      begin
        if writer = pg_current_xact_id()::xid then
          return true;
        end if;
        if writer::text::bigint < 3 then
          return false;
        end if;
        distance := writer::text::bigint - (own & 4294967295);
        distance := case
          when distance > 2147483647 then distance - 4294967296
          when distance < -2147483648 then distance + 4294967296
          else distance end;
        return own + distance >= 3
           and pg_xact_status((own + distance)::text::xid8) is not distinct from 'in progress';
      end $$`);
    // Ids are in the order of changes only if the id is taken after the row's lock: 1,876 of 5,850
    // pairs stood the wrong way round without it.
    this.addSql(`
      create function event_has_its_row() returns trigger language plpgsql as $$
      declare
        raised int;
        writer xid;
      begin
        execute format('select version, xmin from %I where id = $1', new.entity_type)
           into raised, writer using new.entity_id;
        if raised is null or raised < new.version or not event_written_here(writer) then
          raise exception 'event % of % %: this transaction did not raise that row to version %',
            new.kind, new.entity_type, new.entity_id, new.version
            using errcode = 'integrity_constraint_violation',
                  hint = 'Raise the version first; the last event of a row comes before its delete.';
        end if;
        if new.occurred_at <> now() or new.position is not null or new.epoch is not null then
          raise exception 'event %: time, position and epoch are not the writer''s to give', new.kind
            using errcode = 'integrity_constraint_violation';
        end if;
        new.id := nextval('event_id');
        return new;
      end $$`);
    this.addSql(`
      create trigger event_has_its_row before insert on event
        for each row execute function event_has_its_row()`);
    this.addSql(`
      create function event_stays() returns trigger language plpgsql as $$
      begin
        raise exception 'event % is history: only its position may still be given', old.id
          using errcode = 'integrity_constraint_violation';
      end $$`);
    this.addSql(`
      create trigger event_stays before update of id, occurred_at, kind, entity_type, entity_id, version,
          changes, scope_before, scope_after, actor, source, idempotency_key on event
        for each row execute function event_stays()`);
  }

  private aggregates(): void {
    // Looks at the row as its transaction leaves it, so content may be written before or after the
    // version. Events of one transaction share its time, which leaves one partition to look at.
    this.addSql(`
      create function event_of_change() returns trigger language plpgsql as $$
      declare
        entity uuid := case tg_op when 'DELETE' then old.id else new.id end;
        former int := case tg_op when 'INSERT' then 0 else old.version end;
        final int;
        appended int;
        has_final boolean;
      begin
        execute format('select version from %I where id = $1', tg_table_name) into final using entity;
        if final is null then
          if tg_op <> 'DELETE' then
            return null;
          end if;
          final := old.version;
        end if;
        select count(*) filter (where event.version > former), coalesce(bool_or(event.version = final), false)
          into appended, has_final
          from event
         where event.occurred_at = now()
           and event.entity_id = entity
           and event.version <= final
           and event_written_here(event.xmin);
        if not has_final or appended <> final - former then
          raise exception '% of % %: version % has no event of this transaction',
            lower(tg_op), tg_table_name, entity, final
            using errcode = 'integrity_constraint_violation',
                  hint = 'Writes go through runCommand, which appends what it changes to the log.';
        end if;
        return null;
      end $$`);
    // Bulk loading into an empty database says so, has no events, and renews the epoch at its end.
    this.addSql(`
      create function track_aggregate(aggregate regclass) returns void language plpgsql as $$
      begin
        execute format(
          'create constraint trigger has_event after insert or update or delete on %s
             deferrable initially deferred for each row
             when (current_setting(''quanmai.bulk'', true) is distinct from ''on'')
             execute function event_of_change()', aggregate);
      end $$`);
  }
}
