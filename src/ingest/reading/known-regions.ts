import { type Kysely, sql } from 'kysely';
import { type Directory, directoryOf, type RegionWriting } from './region-directory.ts';

/** The regions that the graph knows, by all their codes and names, lapsed ones too: one statement. */
export async function knownRegions(db: Kysely<unknown>): Promise<Directory> {
  const { rows } = await sql<RegionWriting>`
    select written.text,
           region.code,
           region.valid_from::text as "validFrom",
           region.valid_to::text as "validTo",
           false as "isFormer"
      from region
     cross join lateral (
           values (region.code), (region.name), (region.name_hant)) as written (text)
     where written.text is not null
     union all
    select alias.value,
           region.code,
           alias.valid_from::text,
           alias.valid_to::text,
           alias.scheme = 'GB_T_2260_OLD'
      from region_alias as alias
      join region on region.id = alias.region_id`.execute(db);
  return directoryOf(rows);
}
