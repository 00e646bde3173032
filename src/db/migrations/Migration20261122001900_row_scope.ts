import { Migration } from '@mikro-orm/migrations';

/**
 * What a viewer sees who is given some districts (区县) only. The schema `scoped` holds, under the
 * same name, a view of every table that tells of projects; a scoped viewer's statements run where
 * `scoped` comes first in the `search_path`. So every query is written once, and none can forget
 * the scope. ADR 0013 tells why views, and what was tried instead.
 *
 * The scope is the session's setting `quanmai.scope`, an array of region ids as text. Where it is
 * not set, nothing is visible. A project with no known district lies in no scope.
 *
 * A view has its table's columns as they were when it was made: who adds a column makes it anew by
 * `scoped.narrow`, and a test fails until he does.
 */
export class Migration20261122001900_row_scope extends Migration {
  override up(): void {
    this.addSql('create schema scoped');
    // Stable, not immutable: what is planned for one viewer must not be run for another.
    this.addSql(`
      create function scoped.regions() returns uuid[] language sql stable parallel safe
      return nullif(current_setting('quanmai.scope', true), '')::uuid[]`);
    // No barrier: callers write no SQL, and a view with one would be worked out before its filter.
    this.addSql(`
      create function scoped.narrow(narrowed regclass, condition text) returns void language plpgsql as $$
      declare
        name text := (select relname from pg_class where oid = narrowed);
      begin
        execute format('create or replace view scoped.%I as select %1$I.* from public.%1$I where %2$s',
                       name, condition);
      end $$`);
    for (const [table, condition] of Object.entries(NARROWED)) {
      this.addSql(`select scoped.narrow('public.${table}', $$${condition}$$)`);
    }
    this.suppliers();
    this.oneRegion();
  }

  override down(): void {
    this.addSql('drop schema scoped_to_one, scoped cascade');
  }

  /**
   * Whoever has one region (a district's officer) goes by equality: then the lists of projects are
   * read from the indexes that begin with the district, in order. By `any` they are walked in the
   * order of all projects, and names begin with the district's: the last one's came after 73,000 of
   * 100,000 others, in 130 ms instead of 3.
   */
  private oneRegion(): void {
    this.addSql('create schema scoped_to_one');
    this.addSql(`
      create function scoped_to_one.region() returns uuid language sql stable parallel safe
      return (scoped.regions())[1]`);
    this.addSql(`
      create view scoped_to_one.project as
      select project.* from public.project where district_id = scoped_to_one.region()`);
  }

  /**
   * A supplier as if the hidden projects did not exist: it stays where it supplies from, or owns a
   * visible project. What a hidden project alone tells (that it is one, or that it stands there by
   * a project's site) is taken back; `chain_supplier` itself is kept for all by triggers.
   */
  private suppliers(): void {
    const ownsProject = `
      exists (
        select from public.project_participant owner
          join scoped.project on project.id = owner.project_id
          join public.chain_place on chain_place.project_id = project.id
          join public.chain_node on chain_node.id = chain_place.node_id
           and chain_node.position = 'SUPPORTING'
          join public.organisation on organisation.id = owner.organisation_id
         where owner.organisation_id = kept.organisation_id and owner.role = 'OWNER'
           and chain_place.chain_id = kept.chain_id
           and district_in_partition(kept.partition, project.district_id,
                 project.administrative_district_id, organisation.district_id,
                 organisation.administrative_district_id)
               is not distinct from kept.district_id)`;
    this.addSql(`
      create view scoped.chain_supplier as
      select kept.chain_id, kept.partition, kept.district_id, kept.organisation_id, kept.name,
             case when kept.basis = 'PROJECT_SITE' and not ${ownsProject}
               then 'REGISTERED_OFFICE' else kept.basis end as basis,
             kept.district_key, kept.id, kept.by_supply
        from public.chain_supplier kept
       where kept.by_supply or ${ownsProject}`);
    this.addSql(`
      create view scoped.chain_supplier_now as
      select chain_id, partition, district_id, organisation_id, name, basis, by_supply
        from scoped.chain_supplier`);
  }
}

const ofVisibleProject = (table: string) =>
  `exists (select from scoped.project where project.id = ${table}.project_id)`;

/** What of each table is visible; later ones go by earlier ones. */
const NARROWED: Readonly<Record<string, string>> = {
  project: 'district_id = any ((select scoped.regions())::uuid[])',
  project_alias: ofVisibleProject('project_alias'),
  project_participant: ofVisibleProject('project_participant'),
  project_stage_record: ofVisibleProject('project_stage_record'),
  project_batch_member: ofVisibleProject('project_batch_member'),
  investment_report: ofVisibleProject('investment_report'),
  withdrawn_project: 'district_id = any ((select scoped.regions())::uuid[])',
  chain_place: `project_id is null or ${ofVisibleProject('chain_place')}`,
  promotion_lead: `project_id is null or ${ofVisibleProject('promotion_lead')}`,
  observation: `subject_type <> 'project'
    or exists (select from scoped.project where project.id = observation.subject_id)`,
  search_name: `type not in ('PROJECT', 'LEAD')
    or exists (select from scoped.project where project.id = search_name.owner_id)
    or exists (select from scoped.promotion_lead where promotion_lead.id = search_name.owner_id)`,
  // Told by those who know the viewer's scope before and after, or not at all; nothing reads round them.
  event: 'false',
  audit_entry: 'false',
  idempotent_write: 'false',
};
