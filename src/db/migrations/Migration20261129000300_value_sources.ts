import { Migration } from '@mikro-orm/migrations';

/**
 * Who says what of each value of a project and of an organisation. A value that only ever one source
 * told has no rows here: it rests on the evidence of its own row. As soon as there is a second one,
 * triggers and commands keep the first, and all that follow, for good. ADR 0020.
 *
 * The triggers are deferred, and compare what a row was with what it is when its transaction ends:
 * writers set a value and its evidence in one flush or in two.
 */
export class Migration20261129000300_value_sources extends Migration {
  override up(): void {
    this.submissions();
    this.addSql(`
      create function value_source_stays() returns trigger language plpgsql as $$
      begin
        raise exception 'what % says of "%" is history', old.evidence_id, old.field
          using errcode = 'integrity_constraint_violation';
      end $$`);
    for (const owner of OWNERS) this.sources(owner);
    for (const relation of ['project_value', 'project_value_source']) {
      this.addSql(`select scoped.narrow('public.${relation}',
        $$exists (select from scoped.project where project.id = ${relation}.project_id)$$)`);
    }
  }

  override down(): void {
    this.addSql('drop view scoped.project_value_source, scoped.project_value');
    for (const { table } of OWNERS) {
      this.addSql(`drop trigger ${table}_keeps_its_sources on ${table}`);
      this.addSql(`drop function ${table}_keeps_its_sources()`);
      this.addSql(`drop table ${table}_value_source`);
      this.addSql(`drop view ${table}_value`);
      this.addSql(`drop function ${table}_values(${table})`);
    }
    this.addSql('drop function value_source_stays(), value_origin(uuid)');
    this.addSql('alter table evidence drop column submitted_at');
  }

  /** What an office says through the graph counts for more than what documents say. */
  private submissions(): void {
    this.addSql('alter table evidence add column submitted_at timestamptz');
    // Those there are have a code that ends in their id, whose first 48 bits are the time.
    this.addSql(`
      update evidence
         set submitted_at = to_timestamp(
               ('x' || left(replace(evidence.id::text, '-', ''), 12))::bit(48)::bigint / 1000.0)
        from source_document
       where source_document.id = document_id
         and evidence.code = source_document.code || '/' || evidence.id`);
    this.addSql(`
      create function value_origin(evidence_id uuid) returns text language sql stable
      return (select case when submitted_at is null then 'STATED' else 'SUBMITTED' end
                from public.evidence where evidence.id = value_origin.evidence_id)`);
  }

  private sources({ table, reference, values, watched }: Owner): void {
    this.addSql(`
      create function ${table}_values(item ${table}) returns table (field text, value text, qualifier text)
      language sql stable
      begin atomic
        select * from (values ${values.join(', ')}) held (field, value, qualifier);
      end`);
    this.addSql(`
      create view ${table}_value as
      select ${table}.id as ${table}_id, held.field, held.value, held.qualifier, ${table}.evidence_id
        from ${table} cross join lateral ${table}_values(${table}) held
       where held.value is not null`);
    this.addSql(`
      create table ${table}_value_source (
        id uuid primary key default gen_random_uuid(),
        ${table}_id uuid not null ${reference},
        field text not null,
        value text,
        qualifier text,
        origin text not null check (origin in ('STATED', 'SUBMITTED', 'REPLACED')),
        as_of_earliest date,
        as_of_latest date,
        as_of_certainty text not null default 'UNKNOWN',
        as_of_derivation text,
        evidence_id uuid not null references evidence,
        recorded_at timestamptz default now(),
        sequence bigint not null generated always as identity,
        check (value is not null or qualifier is null),
        check (as_of_certainty in ('STATED', 'YEAR_INFERRED', 'INFERRED', 'UNKNOWN')),
        check ((as_of_certainty = 'UNKNOWN') = (as_of_earliest is null)),
        check (as_of_earliest <= as_of_latest))`);
    this.addSql(
      `create index ${table}_value_source_field on ${table}_value_source (${table}_id, field, sequence)`,
    );
    this.addSql(`
      create trigger value_source_stays before update or delete on ${table}_value_source
        for each row execute function value_source_stays()`);
    // First what each value rested on until now, then what has taken its place: by an office, by the
    // choice among what is known (then it stands there already), or by a load.
    this.addSql(`
      create function ${table}_keeps_its_sources() returns trigger language plpgsql as $$
      declare
        final public.${table};
      begin
        select * into final from public.${table} where id = new.id;
        if not found then
          return null;
        end if;
        insert into public.${table}_value_source
               (${table}_id, field, value, qualifier, origin, evidence_id, recorded_at)
        select old.id, former.field, former.value, former.qualifier,
               public.value_origin(old.evidence_id), old.evidence_id, null
          from public.${table}_values(old) former
          join public.${table}_values(final) held using (field)
         where former.value is not null
           and (former.value, former.qualifier, old.evidence_id)
               is distinct from (held.value, held.qualifier, final.evidence_id)
           and not exists (
               select from public.${table}_value_source known
                where known.${table}_id = old.id and known.field = former.field);
        insert into public.${table}_value_source
               (${table}_id, field, value, qualifier, origin, evidence_id)
        select final.id, held.field, held.value, held.qualifier, taken.origin, final.evidence_id
          from public.${table}_values(final) held
          join public.${table}_values(old) former using (field)
         cross join lateral (
               select count(*) = 0 as is_new, bool_or(known.origin <> 'STATED') as is_decided,
                      bool_or((known.value, known.qualifier)
                        is not distinct from (held.value, held.qualifier)) as is_told
                 from public.${table}_value_source known
                where known.${table}_id = final.id and known.field = held.field) past
         cross join lateral (
               select case
                 when final.evidence_id <> old.evidence_id
                  and public.value_origin(final.evidence_id) = 'SUBMITTED' then 'SUBMITTED'
                 when past.is_new then 'STATED'
                 when past.is_decided or not past.is_told then 'REPLACED' end as origin) taken
          left join lateral (
               select value, qualifier, evidence_id from public.${table}_value_source known
                where known.${table}_id = final.id and known.field = held.field
                order by sequence desc limit 1) last on true
         where (former.value, former.qualifier) is distinct from (held.value, held.qualifier)
           and taken.origin is not null
           and (last.value, last.qualifier, last.evidence_id)
               is distinct from (held.value, held.qualifier, final.evidence_id);
        return null;
      end $$`);
    const columns = [...watched, 'evidence_id'];
    const row = (version: string) => columns.map((column) => `${version}.${column}`).join(', ');
    this.addSql(`
      create constraint trigger ${table}_keeps_its_sources
        after update on ${table} deferrable initially deferred for each row
        when ((${row('old')}) is distinct from (${row('new')}))
        execute function ${table}_keeps_its_sources()`);
  }
}

interface Owner {
  readonly table: string;
  /** By which its sources go with it; a project that is withdrawn leaves them behind. */
  readonly reference: '' | 'references organisation';
  /** The fields of the graph, each with its value as text, and how exactly that is said. */
  readonly values: readonly string[];
  /** The columns that they are made of. */
  readonly watched: readonly string[];
}

const plain = (field: string, column = field) => `('${field}', item.${column}::text, null::text)`;
const name = `('name', item.name::text collate "default", null)`;
const codeOf = (field: string) =>
  `('${field}', (select code from public.region where region.id = item.${field}_id), null)`;

const OWNERS: readonly Owner[] = [
  {
    table: 'project',
    reference: '',
    values: [
      plain('domain'),
      name,
      plain('class'),
      plain('level'),
      plain('phase'),
      plain('procurement'),
      `('totalInvestment', trim_scale(item.total_investment)::text, item.total_investment_qualifier)`,
      `('annualPlan', trim_scale(item.annual_plan)::text, null)`,
      `('startedOn', to_char(item.started_earliest, 'YYYY-MM-DD')
          || coalesce('/' || to_char(nullif(item.started_latest, item.started_earliest), 'YYYY-MM-DD'), ''), null)`,
      codeOf('site'),
      codeOf('district'),
    ],
    watched: [
      ...['name', 'domain', 'class', 'level', 'phase', 'procurement', 'total_investment'],
      ...['total_investment_qualifier', 'annual_plan', 'started_earliest', 'started_latest'],
      ...['site_id', 'district_id'],
    ],
  },
  {
    table: 'organisation',
    reference: 'references organisation',
    values: [plain('kind'), name, plain('creditCode', 'credit_code'), codeOf('district')],
    watched: ['kind', 'name', 'credit_code', 'district_id'],
  },
];
