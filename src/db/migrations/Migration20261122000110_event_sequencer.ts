import { Migration } from '@mikro-orm/migrations';

/**
 * The log's head, and how events get their positions: one session leads, by an advisory lock and a
 * fence, and numbers what is committed, in id order. `event_try_lead` and `event_step` are all that
 * the sequencer calls; ADR 0002 tells what broke before they had this shape.
 */
export class Migration20261122000110_event_sequencer extends Migration {
  override up(): void {
    this.head();
    this.leader();
    this.step();
  }

  override down(): void {
    for (const name of [
      'event_step(bigint, int)',
      'event_try_lead()',
      'event_leads()',
      'event_renew_epoch()',
      'event_fingerprint()',
    ]) {
      this.addSql(`drop function ${name}`);
    }
    this.addSql('drop table event_head');
  }

  private head(): void {
    // The fill factor keeps the head's many versions on one page.
    this.addSql(`
      create table event_head (
        only_row boolean primary key default true check (only_row),
        epoch uuid not null default gen_random_uuid(),
        position bigint not null default 0,
        event_id bigint not null default 0,
        fence bigint not null default 0,
        fingerprint jsonb
      ) with (fillfactor = 10)`);
    this.addSql('insert into event_head default values');
  }

  private leader(): void {
    // Tells this history from any other that could give the same positions to other events. The
    // timeline is read from the WAL file's name: pg_control_checkpoint() lags after a promotion.
    // What a managed server withholds is null, and the rest must do.
    this.addSql(`
      create function event_fingerprint() returns jsonb language plpgsql as $$
      declare
        system text;
        timeline text;
      begin
        if has_function_privilege('pg_control_system()', 'execute') then
          select system_identifier::text into system from pg_control_system();
        end if;
        if has_function_privilege('pg_walfile_name(pg_lsn)', 'execute') then
          timeline := left(pg_walfile_name(pg_current_wal_lsn()), 8);
        end if;
        return jsonb_build_object('system', system, 'timeline', timeline, 'table', 'event'::regclass::oid,
          'database', (select oid from pg_database where datname = current_database()));
      end $$`);
    // Also the operator's command after a volume was rolled back, which SQL cannot see.
    this.addSql(`
      create function event_renew_epoch() returns uuid language sql as $$
        update event_head set epoch = gen_random_uuid() returning epoch
      $$`);
    // "qmev". The lock is the session's, and the row in pg_locks its proof.
    this.addSql(`
      create function event_leads() returns boolean language sql as $$
        select exists (
          select from pg_locks
           where locktype = 'advisory' and granted and pid = pg_backend_pid()
             and database = (select oid from pg_database where datname = current_database())
             and classid = 1902994806 and objid = 0 and objsubid = 2)
      $$`);
    // Never waits: a session that waits for the lock would hold back the whole cluster's horizon.
    this.addSql(`
      create function event_try_lead(
        out fence bigint, out epoch uuid, out "position" bigint, out event_id bigint, out renewed boolean)
      language plpgsql as $$
      #variable_conflict use_column
      declare
        current_print jsonb;
        head event_head;
      begin
        renewed := false;
        if event_leads() or pg_try_advisory_lock(1902994806, 0) then
          perform set_config('synchronous_commit', 'on', true);
          current_print := event_fingerprint();
          select * into strict head from event_head for update;
          renewed := head.fingerprint is not null and head.fingerprint <> current_print;
          update event_head
             set fence = fence + 1,
                 fingerprint = current_print,
                 epoch = case when renewed then gen_random_uuid() else head.epoch end
          returning * into head;
          fence := head.fence;
        else
          select * into strict head from event_head;
        end if;
        epoch := head.epoch;
        position := head.position;
        event_id := head.event_id;
      end $$`);
  }

  private step(): void {
    // synchronous_commit is set inside the transaction: as a clause of the function it would be
    // taken back before the commit. The ids are collected first: joined to themselves, 5,000 pending
    // rows took 11.8 s, and 35 ms this way. The planner's other ways to join are closed for the
    // same reason: a plan made while the log was empty would be kept while it grows.
    this.addSql(`
      create function event_step(
        leader bigint, batch int,
        out numbered int, out epoch uuid, out "position" bigint, out event_id bigint)
      language plpgsql as $$
      #variable_conflict use_column
      declare
        head event_head;
        ids bigint[];
        times timestamptz[];
      begin
        perform set_config('synchronous_commit', 'on', true),
                set_config('enable_seqscan', 'off', true),
                set_config('enable_hashjoin', 'off', true),
                set_config('enable_mergejoin', 'off', true);
        if not event_leads() then
          raise exception 'this session does not lead the log'
            using errcode = 'object_not_in_prerequisite_state';
        end if;
        numbered := 0;
        select * into strict head from event_head;
        if exists (select from event where position is null) then
          select * into strict head from event_head for update;
        end if;
        if head.fence <> leader then
          raise exception 'the log is led under fence %, not %', head.fence, leader
            using errcode = 'object_not_in_prerequisite_state';
        end if;
        select array_agg(id order by id), array_agg(occurred_at order by id)
          into ids, times
          from (select id, occurred_at from event where position is null order by id limit batch) pending;
        if ids is not null then
          select * into strict head from event_head for update;
          update event
             set position = head.position + numbering.place, epoch = head.epoch
            from unnest(ids, times) with ordinality as numbering (id, at, place)
           where event.id = numbering.id and event.occurred_at = numbering.at;
          get diagnostics numbered = row_count;
          if numbered <> cardinality(ids) then
            raise exception 'the log numbered % of % events', numbered, cardinality(ids);
          end if;
          update event_head
             set position = head.position + numbered, event_id = ids[numbered]
          returning * into head;
          perform pg_notify('quanmai_events', '');
        end if;
        epoch := head.epoch;
        position := head.position;
        event_id := head.event_id;
      end $$`);
  }
}
