import { Migration } from '@mikro-orm/migrations';

/**
 * A supplier of a chain (供应商) is an enterprise with a supply on one of the chain's nodes, or that
 * owns a project with a SUPPORTING place in it. Its district is the site of that supply or project,
 * else where the enterprise is registered; `basis` says which.
 *
 * The triggers recompute whole suppliers, and only for what can move them: an update that leaves
 * alone what a supplier is made of (a raised version, say) costs one comparison and locks nobody.
 * They first lock what the answer depends on (nodes, projects, organisations, each by id): two
 * transactions that change the same supplier would otherwise each work from a snapshot without the
 * other's change. Rows are locked, not advisory locks taken: a load of any size then fits into the
 * server's lock table.
 */
export class Migration20261122000610_chain_supplier extends Migration {
  override up(): void {
    // A site in a zone whose district nobody knows is a known site: where the enterprise is
    // registered must not stand in for it.
    this.addSql(`
      create function district_in_partition(partition text, site uuid, administrative_site uuid,
                                            registered uuid, administrative_registered uuid)
      returns uuid language sql immutable parallel safe
      return case
        when partition = 'REPORTING_UNIT' then coalesce(site, registered)
        when site is null then administrative_registered
        else administrative_site end`);

    this.addSql(`
      create view chain_supplier_now as
      with claim as (
        select chain_supply.chain_id, chain_supply.supplier_id as organisation_id,
               chain_supply.district_id, chain_supply.administrative_district_id,
               'SUPPLY_SITE' as basis
          from chain_supply
         union all
        select chain_place.chain_id, owner.organisation_id,
               project.district_id, project.administrative_district_id,
               'PROJECT_SITE'
          from chain_place
          join chain_node on chain_node.id = chain_place.node_id and chain_node.position = 'SUPPORTING'
          join project on project.id = chain_place.project_id
          join project_participant owner on owner.project_id = project.id and owner.role = 'OWNER')
      select distinct on (claim.chain_id, partition.name, claim.organisation_id, placed.district_id)
             claim.chain_id, partition.name as partition, placed.district_id, claim.organisation_id,
             organisation.name, known.basis
        from claim
        join organisation on organisation.id = claim.organisation_id
         and organisation.kind in ('ENTERPRISE', 'PLATFORM_COMPANY', 'FINANCIAL')
       cross join (values ('REPORTING_UNIT'), ('ADMINISTRATIVE')) as partition (name)
       cross join lateral (
             select district_in_partition(partition.name, claim.district_id,
               claim.administrative_district_id, organisation.district_id,
               organisation.administrative_district_id) as district_id) placed
       cross join lateral (
             select case when placed.district_id is null then 'UNKNOWN'
                    when claim.district_id is not null then claim.basis
                    else 'REGISTERED_OFFICE' end as basis) known
       order by claim.chain_id, partition.name, claim.organisation_id, placed.district_id,
             array_position(array['SUPPLY_SITE', 'PROJECT_SITE', 'REGISTERED_OFFICE', 'UNKNOWN'], known.basis)`);

    this.addSql(`
      create function refresh_chain_suppliers(organisations uuid[]) returns void language plpgsql as $$
      begin
        perform from organisation where id = any (organisations) order by id for no key update;
        delete from chain_supplier
         where organisation_id = any (organisations)
           and not exists (
               select from chain_supplier_now as now
                where now.organisation_id = chain_supplier.organisation_id
                  and now.chain_id = chain_supplier.chain_id
                  and now.partition = chain_supplier.partition
                  and now.district_id is not distinct from chain_supplier.district_id);
        insert into chain_supplier (chain_id, partition, district_id, organisation_id, name, basis)
        select chain_id, partition, district_id, organisation_id, name, basis
          from chain_supplier_now
         where organisation_id = any (organisations)
            on conflict (chain_id, partition, organisation_id, district_key)
            do update set name = excluded.name, basis = excluded.basis
                where (chain_supplier.name, chain_supplier.basis) is distinct from (excluded.name, excluded.basis);
      end $$`);

    for (const [table, { columns, affected, locks = [] }] of Object.entries(MOVES)) {
      const changed: Record<string, string> = {
        INSERT: `select ${columns} from new_rows`,
        DELETE: `select ${columns} from old_rows`,
        UPDATE: `(select ${columns} from old_rows except select ${columns} from new_rows)
                 union (select ${columns} from new_rows except select ${columns} from old_rows)`,
      };
      for (const [event, rows] of Object.entries(changed)) {
        const name = `${table}_${event.toLowerCase()}_moves_chain_suppliers`;
        const lock = (of: string) =>
          `perform from ${of.replace('changed', `(${rows}) changed`)} order by id for no key update;`;
        this.addSql(`
          create function ${name}() returns trigger language plpgsql as $$
          begin
            if exists (${rows}) then
              ${locks.map(lock).join('\n              ')}
              perform refresh_chain_suppliers(array(with changed as (${rows}) ${affected}));
            end if;
            return null;
          end $$`);
        const tables = [
          event === 'INSERT' ? '' : 'old table as old_rows',
          event === 'DELETE' ? '' : 'new table as new_rows',
        ].join(' ');
        this.addSql(`
          create trigger ${name} after ${event} on ${table} referencing ${tables} for each statement
            when (current_setting('quanmai.bulk', true) is distinct from 'on')
            execute function ${name}()`);
      }
    }
  }

  override down(): void {
    for (const table of Object.keys(MOVES)) {
      for (const event of ['insert', 'update', 'delete']) {
        this.addSql(`drop function ${table}_${event}_moves_chain_suppliers() cascade`);
      }
    }
    this.addSql('drop function refresh_chain_suppliers(uuid[])');
    this.addSql('drop view chain_supplier_now');
    this.addSql('drop function district_in_partition(text, uuid, uuid, uuid, uuid)');
  }
}

/** What of a table can move a supplier, whose, and the rows that hold still while it is worked out. */
interface Move {
  readonly columns: string;
  readonly affected: string;
  readonly locks?: readonly string[];
}

const MOVES: Readonly<Record<string, Move>> = {
  chain_supply: {
    columns: 'id, chain_id, supplier_id, district_id, administrative_district_id',
    affected: 'select supplier_id from changed',
  },
  chain_place: {
    columns: 'id, chain_id, node_id, project_id',
    locks: [
      'chain_node where id in (select node_id from changed)',
      'project where id in (select project_id from changed)',
    ],
    affected: `select organisation_id from project_participant
                where role = 'OWNER' and project_id in (select project_id from changed)`,
  },
  chain_node: {
    columns: 'id, position',
    locks: [
      `project where id in (
         select project_id from chain_place where node_id in (select id from changed))`,
    ],
    affected: `select project_participant.organisation_id
                 from chain_place join project_participant using (project_id)
                where role = 'OWNER' and node_id in (select id from changed)`,
  },
  project: {
    columns: 'id, district_id, administrative_district_id',
    affected: `select project_participant.organisation_id
                 from chain_place join project_participant using (project_id)
                where role = 'OWNER' and project_id in (select id from changed)`,
  },
  project_participant: {
    columns: 'id, project_id, organisation_id, role',
    locks: ['project where id in (select project_id from changed)'],
    affected: `select changed.organisation_id from changed
                where exists (select from chain_place where chain_place.project_id = changed.project_id)`,
  },
  // Also those that are no suppliers yet: what kind of organisation it is may have changed.
  organisation: {
    columns: 'id, name, kind, district_id, administrative_district_id',
    affected: 'select id from changed',
  },
};
