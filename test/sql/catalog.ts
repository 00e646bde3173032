import type { Client } from 'pg';

/** Those of the migrations; what is not in `public` is called by its schema too. */
const SCHEMAS = `array(select oid from pg_namespace where nspname in ('public', 'scoped', 'scoped_to_one'))`;
const named = (schema: string, name: string) =>
  `case when ${schema} <> 'public'::regnamespace then ${schema}::regnamespace || '.' else '' end || ${name}`;

/** A part of the catalog: one text a thing, under the thing that it belongs to. */
const parts: readonly string[] = [
  // Every row: whose it is, in which order its parts come, and the line.
  `select class.relname as owner, 1 as part, attribute.attnum as place,
          format('  %s %s%s%s%s%s', attribute.attname, format_type(attribute.atttypid, attribute.atttypmod),
            case when attribute.attcollation <> type.typcollation
                 then ' collate ' || attribute.attcollation::regcollation end,
            case when attribute.attnotnull then ' not null' end,
            case when attribute.attgenerated = 's'
                 then ' generated as ' || pg_get_expr(value.adbin, value.adrelid) end,
            case when attribute.attgenerated = ''
                 then ' default ' || pg_get_expr(value.adbin, value.adrelid) end) as line
     from class
     join pg_attribute attribute on attribute.attrelid = class.oid
     join pg_type type on type.oid = attribute.atttypid
     left join pg_attrdef value
       on value.adrelid = class.oid and value.adnum = attribute.attnum
    where attribute.attnum > 0 and not attribute.attisdropped and class.relkind in ('r', 'p', 'v')`,
  // Since 18 every NOT NULL is a constraint too; the columns tell it already.
  `select class.relname, 2, 0, format('  constraint %s %s', conname, pg_get_constraintdef(pg_constraint.oid))
     from class join pg_constraint on conrelid = class.oid
    where contype <> 'n' and contype <> 't'`,
  `select class.relname, 3, 0, '  ' || pg_get_indexdef(indexrelid)
     from class join pg_index on indrelid = class.oid
    where not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u'))`,
  `select class.relname, 4, 0, '  ' || pg_get_triggerdef(pg_trigger.oid)
     from class join pg_trigger on tgrelid = class.oid
    where not tgisinternal`,
  `select class.relname, 0, 0,
          case class.relkind when 'S' then 'sequence ' when 'v' then 'view ' else 'table ' end || class.relname
          || case class.relkind when 'p' then ' partition by ' || pg_get_partkeydef(class.oid) else '' end
          || coalesce(' with (' || array_to_string(class.reloptions, ', ') || ')', '')
     from class`,
  `select 'domain ' || typname, 0, 0,
          format('domain %s as %s collate %s', typname, format_type(typbasetype, typtypmod), typcollation::regcollation)
     from pg_type where typtype = 'd' and typnamespace = 'public'::regnamespace`,
  `select 'domain ' || typname, 2, 0, format('  constraint %s %s', conname, pg_get_constraintdef(pg_constraint.oid))
     from pg_constraint join pg_type on pg_type.oid = contypid
    where contype <> 'n' and typnamespace = 'public'::regnamespace`,
  `select 'function ' || ${named('pronamespace', 'proname')}, 0, 0,
          format('function %s(%s)%s language %s%s%s', ${named('pronamespace', 'proname')}, pg_get_function_arguments(pg_proc.oid),
            coalesce(' returns ' || pg_get_function_result(pg_proc.oid), ''), lanname,
            case provolatile when 'i' then ' immutable' when 's' then ' stable' else '' end,
            coalesce(' set ' || array_to_string(proconfig, ', '), ''))
     from pg_proc join pg_language on pg_language.oid = prolang
    where pronamespace = any (${SCHEMAS})`,
];

/**
 * What the migrations made, as a text that is the same on every server and on every day: tables and
 * views with columns, constraints, indexes and triggers; sequences, domains, and the functions'
 * signatures. The partitions of the months and the migrator's own table are left out.
 */
export async function catalogOf(client: Client): Promise<string> {
  const { rows } = await client.query<{ line: string }>(`
    with class as (
      select oid, ${named('relnamespace', 'relname')} as relname, relkind, reloptions
        from pg_class
       where relnamespace = any (${SCHEMAS})
         and relkind in ('r', 'p', 'v', 'S')
         and (not relispartition or relname = 'event_default')
         and relname not in ('migration', 'migration_id_seq'))
    select line from (${parts.join(' union all ')}) described
     order by owner collate "C", part, place, line collate "C"`);
  return (
    rows
      .map(({ line }) => (line.startsWith(' ') ? line : `\n${line}`))
      .join('\n')
      .trim() + '\n'
  );
}
