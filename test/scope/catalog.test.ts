import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { createDatabase, type TestDatabase } from '../support/databases.ts';

/**
 * Tables that hold references of whatever kind, and tell nothing of a project to who must not know
 * of it: each with the reason. What is not named here has a view in `scoped`.
 */
const reviewed: Readonly<Record<string, string>> = {
  api_key: 'holds districts, and is read by no query of the graph but the viewer’s own',
  event_head: 'how far the log is, in numbers that name nothing',
  import_change: 'what a run wrote, read by the run itself and by what takes it back',
  import_row: 'shown through its run alone',
  import_run: 'of runs, who answers for some districts reads his own alone',
  merged_organisation: 'what it moved is read by the command that splits alone',
  organisation_value: 'columns of organisations, which everybody may know of',
  organisation_value_source: 'of organisations, also of those that were merged into others',
};

/**
 * Everything in `public` that may tell of a project: what refers to it, also by way of others; what
 * holds a uuid that refers to nothing declared, or JSON, and so may hold anything; views of such.
 * The partitions of the log are named by no query.
 */
const SUSPECTS = `
  with recursive relation as (
    select oid, relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')
       and not relispartition and relname <> 'migration'),
  leads as (
    select conrelid as here, confrelid as there from pg_constraint where contype = 'f'
     union
    select ev_class, refobjid from pg_depend join pg_rewrite on pg_rewrite.oid = pg_depend.objid),
  telling as (
    select oid, name from relation where name = 'project'
     union
    select relation.oid, relation.name
      from telling join leads on there = telling.oid join relation on relation.oid = here),
  loose as (
    select relation.oid, relation.name
      from relation
      join pg_attribute on attrelid = relation.oid and attnum > 0 and not attisdropped
     where atttypid in ('uuid'::regtype, 'uuid[]'::regtype, 'jsonb'::regtype)
       and not exists (
           select from pg_constraint
            where conrelid = relation.oid and attnum = any (conkey)
              and (contype = 'f' or contype = 'p' and cardinality(conkey) = 1)))
  select name from telling union select name from loose order by name`;

const COLUMNS = `
  select table_schema as schema, table_name as name,
         array_agg(column_name::text order by column_name) as columns
    from information_schema.columns
   where table_schema in ('public', 'scoped', 'scoped_to_one')
   group by 1, 2`;

describe('a table that tells of projects', () => {
  let cloned: TestDatabase;
  let client: Client;
  const columns = new Map<string, readonly string[]>();
  beforeAll(async () => {
    cloned = await createDatabase();
    client = new Client(cloned.connection);
    await client.connect();
    const { rows } = await client.query<{ schema: string; name: string; columns: string[] }>(
      COLUMNS,
    );
    for (const row of rows) columns.set(`${row.schema}.${row.name}`, row.columns);
  });
  afterAll(async () => {
    await client.end();
    await cloned.drop();
  });

  const suspects = async () =>
    (await client.query<{ name: string }>(SUSPECTS)).rows.map(({ name }) => name);

  it('has a view for those who see some projects, or a reason to need none', async () => {
    const open = (await suspects()).filter((name) => !columns.has(`scoped.${name}`));
    expect(open.sort()).toEqual(Object.keys(reviewed).sort());
  });

  it('is found by the question above also where it is new', async () => {
    await client.query(`
      begin;
      create table project_visit (id uuid primary key, project_id uuid references project);
      create table visit_note (id uuid primary key, visit_id uuid references project_visit);
      create table loose_note (id uuid primary key, about_id uuid);
      create view visits as select * from project_visit;`);
    const found = await suspects();
    await client.query('rollback');
    expect(found).toEqual(
      expect.arrayContaining(['project_visit', 'visit_note', 'loose_note', 'visits']),
    );
  });

  it('has all its columns in its view, by the same names', () => {
    const views = [...columns.keys()].filter((name) => !name.startsWith('public.'));
    expect(views.length).toBeGreaterThan(10);
    for (const view of views) {
      expect([view, columns.get(view)]).toEqual([
        view,
        columns.get(view.replace(/^\w+\./, 'public.')),
      ]);
    }
  });

  it('is seen through views that are planned with the statement around them', async () => {
    const { rows } = await client.query<{ name: string }>(`
      select relname as name from pg_class
       where relnamespace in ('scoped'::regnamespace, 'scoped_to_one'::regnamespace)
         and 'security_barrier=true' = any (reloptions)`);
    expect(rows).toEqual([]);
  });
});
