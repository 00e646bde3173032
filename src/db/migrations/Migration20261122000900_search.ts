import { Migration } from '@mikro-orm/migrations';

/**
 * Everything that has a name, by all that it may be sought by: a row for each name, written by the
 * code that also reads what is sought (src/search), since no SQL knows pinyin.
 *
 * Every index begins with the shelf (the name's length and whether there are many of its kind), so
 * that the best match comes first and a search ends with its page. `grams` hold pairs of characters,
 * syllables and initials, each with its shelf in the upper bits; a trigram index could not serve two
 * characters. Without `fastupdate`, for a pending list would be read by every search.
 */
export class Migration20261122000900_search extends Migration {
  override up(): void {
    this.addSql(`
      create table search_name (
        id bigint generated always as identity primary key,
        owner_id uuid not null,
        type text not null,
        shelf smallint not null,
        name text not null,
        alias text,
        key text collate "C",
        pinyin text collate "C",
        initials text collate "C",
        english text collate "C",
        code text collate "C",
        credit_code text collate "C",
        grams int[] not null)`);
    this.addSql(`create index search_name_owner on search_name (owner_id)`);
    for (const column of ['key', 'initials', 'english', 'code', 'credit_code']) {
      this.addSql(`
        create index search_name_${column} on search_name (shelf, ${column}, owner_id)
         where ${column} is not null`);
    }
    // Kept in syllables, so that a match midway begins where one does; sought without the spaces.
    this.addSql(`
      create index search_name_pinyin on search_name (shelf, replace(pinyin, ' ', ''), owner_id)
       where pinyin is not null`);
    this.addSql(
      `create index search_name_grams on search_name using gin (grams) with (fastupdate = off)`,
    );
    // Which edition of the rows is there: whoever brings a newer one writes them all anew.
    this.addSql(`create table search_edition (edition int not null)`);
    this.addSql(`create unique index search_edition_one on search_edition ((true))`);
    this.addSql(`insert into search_edition values (0)`);
  }

  override down(): void {
    this.addSql('drop table search_edition, search_name');
  }
}
