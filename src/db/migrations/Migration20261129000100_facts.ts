import { Migration } from '@mikro-orm/migrations';

/**
 * What sources say beyond the core: a register of metrics, which tell when numbers may be added and
 * compared; one of subjects that have no table of their own; and statements, which are no numbers.
 */
export class Migration20261129000100_facts extends Migration {
  override up(): void {
    // What was there before has no event of its own: the registers are made from it.
    this.addSql(`select set_config('quanmai.bulk', 'on', true)`);
    this.bounds();
    this.metrics();
    this.subjects();
    this.statements();
    for (const table of ['metric', 'attribute', 'named_subject', 'statement']) {
      this.addSql(`select track_aggregate('${table}')`);
    }
    this.addSql(`select scoped.narrow('public.statement', $$subject_type <> 'project'
      or exists (select from scoped.project where project.id = statement.subject_id)$$)`);
  }

  /** Numbers that the tables could not hold before go, and bounds that they could not are widened. */
  override down(): void {
    this.addSql(`select set_config('quanmai.bulk', 'on', true)`);
    this.addSql(`
      delete from observation
       where subject_type = 'named_subject' or unit not in (${list(FORMER_UNITS)})`);
    this.addSql('alter table observation drop constraint observation_metric_unit_fkey');
    this.addSql('drop view scoped.statement');
    this.addSql('drop table statement, named_subject, attribute, metric');
    for (const [table, column] of BOUNDED) {
      this.addSql(`update ${table} set ${column} = 'LTE' where ${column} = 'LT'`);
      this.addSql(checkOf(table, column, FORMER_QUALIFIERS));
    }
    this.addSql(checkOf('observation', 'unit', FORMER_UNITS));
    this.addSql(checkOf('observation', 'subject_type', FORMER_SUBJECT_TYPES));
  }

  /** What is less than a bound is said seldom, and worked out often: 26600 less what is over 24000. */
  private bounds(): void {
    for (const [table, column] of BOUNDED) this.addSql(checkOf(table, column, QUALIFIERS));
    this.addSql(checkOf('observation', 'unit', UNITS));
    this.addSql(checkOf('observation', 'subject_type', SUBJECT_TYPES));
  }

  /** A metric has one unit: of those that were reported in two, each gets a metric of its own. */
  private metrics(): void {
    this.addSql(`
      create table metric (
        id uuid primary key,
        version int not null default 0,
        code text not null unique check (code ~ '^[A-Z][A-Z0-9_]*$'),
        name display_name not null,
        name_en text,
        unit text not null check (unit in (${list(UNITS)})),
        is_additive boolean not null,
        is_growth boolean not null default false,
        planned_by_nature boolean not null default false,
        comparable_group text not null check (comparable_group ~ '^[A-Z][A-Z0-9_]*$'),
        definition text not null check (btrim(definition) <> ''),
        definition_en text,
        unique (code, unit),
        check (not is_additive or unit in ('COUNT', 'CNY_100M', 'KM2', 'VIAL')),
        check (not is_growth or unit = 'PERCENT'))`);
    this.addSql(`
      update observation set metric = metric || '_IN_' || unit
       where metric in (select metric from observation group by metric having count(distinct unit) > 1)`);
    this.addSql(`
      insert into metric (id, version, code, name, unit, is_additive, comparable_group, definition)
      select gen_random_uuid(), 1, metric, metric, min(unit), false, metric, '口径未登记'
        from observation group by metric`);
    this.addSql(`
      alter table observation add constraint observation_metric_unit_fkey
        foreign key (metric, unit) references metric (code, unit)`);
  }

  private subjects(): void {
    this.addSql(`
      create table named_subject (
        id uuid primary key,
        version int not null default 0,
        code text not null unique check (code ~ '^[a-z0-9][a-z0-9-]*$'),
        kind text not null check (kind in ('PROGRAMME', 'MECHANISM', 'INDUSTRY', 'EXHIBITION', 'AREA',
          'TARGET', 'MILESTONE', 'PROJECT_GROUP')),
        name display_name not null,
        name_en text,
        name_hant text,
        region_id uuid references region,
        parent_id uuid references named_subject,
        evidence_id uuid not null references evidence,
        check (parent_id <> id))`);
    this.addSql('create index named_subject_name on named_subject (name, id)');
    this.addSql('create index named_subject_region on named_subject (region_id, name, id)');
    this.addSql('create index named_subject_parent on named_subject (parent_id, name, id)');
  }

  private statements(): void {
    this.addSql(`
      create table attribute (
        id uuid primary key,
        version int not null default 0,
        code text not null unique check (code ~ '^[A-Z][A-Z0-9_]*$'),
        name display_name not null,
        name_en text)`);
    this.addSql(`
      create table statement (
        id uuid primary key,
        version int not null default 0,
        code text not null unique,
        subject_type text not null check (subject_type in (${list(SUBJECT_TYPES)})),
        subject_id uuid not null,
        attribute text not null references attribute (code),
        value_type text not null check (value_type in ('TEXT', 'ENUM', 'REF', 'OFFICE', 'PLACE', 'DATE',
          'PERIOD', 'BOOLEAN', 'YEAR')),
        value text not null check (btrim(value) <> '' and char_length(value) <= 300),
        value_en text,
        position int check (position > 0),
        list_complete boolean,
        kind text not null check (kind in (${list(KINDS)})),
        period_from date,
        period_to date,
        period_label text,
        as_of_earliest date,
        as_of_latest date,
        as_of_certainty text not null,
        as_of_derivation text,
        evidence_id uuid not null references evidence,
        check (value_type <> 'DATE' or value::date is not null),
        check (value_type <> 'YEAR' or value ~ '^[12][0-9]{3}$'),
        check (value_type <> 'BOOLEAN' or value in ('true', 'false')),
        check (period_from <= period_to),
        check (as_of_certainty in ('STATED', 'YEAR_INFERRED', 'INFERRED', 'UNKNOWN')),
        check ((as_of_certainty = 'UNKNOWN') = (as_of_earliest is null)),
        check (as_of_earliest <= as_of_latest))`);
    this.addSql('create index statement_subject on statement (subject_id, attribute, code, id)');
    this.addSql('create index statement_evidence on statement (evidence_id)');
  }
}

const FORMER_SUBJECT_TYPES = [
  ...['region', 'organisation', 'project', 'project_batch', 'industry_chain', 'promotion_trip'],
  'promotion_event',
];
const SUBJECT_TYPES = [...FORMER_SUBJECT_TYPES, 'named_subject'];
const FORMER_UNITS = ['COUNT', 'CNY_100M', 'PERCENT', 'YEARS'];
const UNITS = [...FORMER_UNITS, 'KM2', 'VIAL', 'RANK', 'ORDINAL', 'FLOOR'];
const KINDS = ['ACTUAL', 'PLAN', 'TARGET', 'FORECAST', 'ASPIRATION', 'CLAIM'];
const FORMER_QUALIFIERS = ['EXACT', 'GT', 'GTE', 'LTE', 'APPROX', 'ORDER_OF_MAGNITUDE'];
const QUALIFIERS = [...FORMER_QUALIFIERS, 'LT'];

/** The columns that say how exactly a number is said. */
const BOUNDED = [
  ['observation', 'qualifier'],
  ['project', 'total_investment_qualifier'],
  ['investment_report', 'qualifier'],
] as const;

const list = (values: readonly string[]) => values.map((value) => `'${value}'`).join(', ');

const checkOf = (table: string, column: string, values: readonly string[]) => `
  alter table ${table} drop constraint ${table}_${column}_check,
    add constraint ${table}_${column}_check check (${column} in (${list(values)}))`;
