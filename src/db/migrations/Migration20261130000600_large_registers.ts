import { Migration } from '@mikro-orm/migrations';

/**
 * What made a register of a million enterprises slow to take in.
 *
 * Who comes with a credit code that nobody has is held against those alone of whom none is known. They
 * are few, and have an index of their own, without shelves: a look-up for each pair of a name, not for
 * each pair and length. Aliases of others stand in it as well, and are told apart by their owner.
 */
export class Migration20261130000600_large_registers extends Migration {
  override up(): void {
    this.addSql(`
      create function bare_grams(grams int[]) returns int[]
      language sql immutable strict parallel safe
      return array(select gram & 16777215 from unnest(grams) as gram)`);
    this.addSql(`
      create index search_name_codeless on search_name using gin (bare_grams(grams))
        with (fastupdate = off)
       where type = 'ENTERPRISE' and credit_code is null and key is not null`);
    // As enterprise_names_like, a function for its settings.
    this.addSql(`
      create function codeless_names_like(bare int[], near int, most int)
      returns table (owner_id uuid, called text)
      language sql stable parallel safe
      set enable_seqscan = off set enable_indexscan = off
      as $$
        select owner_id, coalesce(alias, name)
          from public.search_name
         where public.bare_grams(grams) && bare
           and type = 'ENTERPRISE' and credit_code is null and key is not null
           and exists (select from public.organisation
                        where organisation.id = owner_id and organisation.credit_code is null)
         order by abs(shelf - near), id
         limit most $$`);
    // Nothing points at an organisation that has just come: it is no supplier yet.
    this.addSql('drop function organisation_insert_moves_chain_suppliers() cascade');
  }

  override down(): void {
    this.addSql(`
      create function organisation_insert_moves_chain_suppliers() returns trigger language plpgsql as $$
      begin
        perform refresh_chain_suppliers(array(select id from new_rows));
        return null;
      end $$`);
    this.addSql(`
      create trigger organisation_insert_moves_chain_suppliers after insert on organisation
        referencing new table as new_rows for each statement
        when (current_setting('quanmai.bulk', true) is distinct from 'on')
        execute function organisation_insert_moves_chain_suppliers()`);
    this.addSql('drop function codeless_names_like(int[], int, int)');
    this.addSql('drop index search_name_codeless');
    this.addSql('drop function bare_grams(int[])');
  }
}
