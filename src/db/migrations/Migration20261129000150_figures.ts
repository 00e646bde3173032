import { Migration } from '@mikro-orm/migrations';

/**
 * A figure is a subject's number of one metric, kind and period, whoever reports it. Its row holds
 * nothing but that identity; triggers make it with its first observation and take it away with its
 * last, so that whoever writes observations, by COPY too, need not know of figures. ADR 0019.
 */
export class Migration20261129000150_figures extends Migration {
  override up(): void {
    // The figures of what was there before are derived: no event tells of them.
    this.addSql(`select set_config('quanmai.bulk', 'on', true)`);
    this.figures();
    this.contradictions();
    for (const table of ['observation', 'figure']) this.addSql(narrowed(table));
  }

  override down(): void {
    this.addSql('drop view scoped.figure, scoped.observation');
    const triggers = [
      ...RULES,
      'observation_has_its_figure',
      'figure_goes_with_its_last_observation',
    ];
    for (const trigger of triggers) this.addSql(`drop trigger ${trigger} on observation`);
    this.addSql('alter table observation drop column figure_id');
    this.addSql('drop table figure');
    for (const trigger of triggers) this.addSql(`drop function ${trigger}()`);
    this.addSql(
      'drop function known_on(uuid, date), document_of(uuid), is_within(numeric, text, numeric), subject_code(text, uuid)',
    );
    this.addSql(narrowed('observation'));
  }

  private figures(): void {
    this.addSql(`
      create table figure (
        id uuid primary key,
        code text not null unique,
        subject_type text not null,
        subject_id uuid not null,
        metric text not null references metric (code) on update cascade,
        kind text not null,
        period_from date,
        period_to date,
        period_label text,
        unique nulls not distinct (subject_id, metric, kind, period_from, period_to, period_label))`);
    this.addSql('create index figure_subject on figure (subject_id, code, id)');
    this.addSql('create index figure_metric on figure (metric, code, id)');
    this.addSql('alter table observation add column figure_id uuid references figure');
    // A document is known from the day it was published; what is not published, from the day it tells of.
    this.addSql(`
      create function known_on(evidence_id uuid, told_as_of date) returns date language sql stable
      return coalesce((select published_latest from public.evidence
                         join public.source_document on source_document.id = evidence.document_id
                        where evidence.id = known_on.evidence_id), told_as_of)`);
    this.addSql(`
      create function subject_code(subject_type text, subject_id uuid) returns text language plpgsql stable as $$
      declare
        found text;
      begin
        execute format('select code from public.%I where id = $1', subject_type) into found using subject_id;
        return found;
      end $$`);
    // Its id follows from its code, so that a figure is the same in every database of the same facts.
    // Two at once make one figure: the second waits for the first one's row, and then finds it.
    this.addSql(`
      create function observation_has_its_figure() returns trigger language plpgsql as $$
      declare
        figure_code text := concat_ws('/', new.subject_type,
          public.subject_code(new.subject_type, new.subject_id), new.metric, new.kind,
          coalesce(new.period_label, new.period_from || '/' || new.period_to));
      begin
        insert into public.figure (id, code, subject_type, subject_id, metric, kind, period_from, period_to, period_label)
        values (md5(figure_code)::uuid, figure_code, new.subject_type, new.subject_id, new.metric, new.kind,
                new.period_from, new.period_to, new.period_label)
        on conflict (subject_id, metric, kind, period_from, period_to, period_label)
        do update set subject_type = excluded.subject_type
        returning id into new.figure_id;
        return new;
      end $$`);
    this.addSql(`
      create trigger observation_has_its_figure
        before insert or update of subject_type, subject_id, metric, kind, period_from, period_to, period_label
        on observation for each row execute function observation_has_its_figure()`);
    this.addSql(`
      create function figure_goes_with_its_last_observation() returns trigger language plpgsql as $$
      begin
        delete from public.figure
         where id = old.figure_id and not exists (select from public.observation where figure_id = old.figure_id);
        return null;
      end $$`);
    this.addSql('create index observation_figure on observation (figure_id, code)');
    this.addSql('update observation set metric = metric');
    this.addSql('alter table observation alter column figure_id set not null');
    this.addSql(`
      create trigger figure_goes_with_its_last_observation
        after delete or update of figure_id, subject_id, metric, kind, period_from, period_to, period_label
        on observation for each row execute function figure_goes_with_its_last_observation()`);
  }

  /**
   * Documents may contradict each other: both are kept, and the figure is disputed. One that seems to
   * contradict itself was misread, and its row is refused.
   */
  private contradictions(): void {
    this.addSql(`
      create function is_within(value numeric, qualifier text, bound numeric) returns boolean
      language sql immutable
      return case qualifier when 'EXACT' then value = bound when 'GT' then value > bound
        when 'GTE' then value >= bound when 'LT' then value < bound when 'LTE' then value <= bound
        else true end`);
    this.addSql(`
      create function document_of(evidence_id uuid) returns uuid language sql stable
      return (select document_id from public.evidence where evidence.id = document_of.evidence_id)`);
    this.rule(
      'bound_holds_within_its_document',
      `select format('%s %s is not what %s of the same document says: %s %s', new.qualifier,
                trim_scale(new.value), other.code, other.qualifier, trim_scale(other.value))
         from public.observation other
        where other.figure_id = new.figure_id and other.id <> new.id
          and public.document_of(other.evidence_id) = public.document_of(new.evidence_id)
          and (other.qualifier = 'EXACT' and not public.is_within(other.value, new.qualifier, new.value)
               or new.qualifier = 'EXACT' and not public.is_within(new.value, other.qualifier, other.value)
               or new.qualifier in ('GT', 'GTE') and other.qualifier in ('LT', 'LTE') and new.value > other.value
               or new.qualifier in ('LT', 'LTE') and other.qualifier in ('GT', 'GTE') and new.value < other.value)`,
    );
    this.rule(
      'parts_make_the_whole_within_a_document',
      `select format('%s continued and %s new projects are not the %s that the same document says',
                trim_scale(continued), trim_scale(fresh), trim_scale(whole))
         from (select min(value) filter (where metric = 'CONTINUING_PROJECTS') as continued,
                      min(value) filter (where metric = 'NEW_PROJECTS') as fresh,
                      min(value) filter (where metric = 'PROJECT_COUNT') as whole
                 from public.observation
                where subject_id = new.subject_id and qualifier = 'EXACT'
                  and period_label is not distinct from new.period_label
                  and public.document_of(evidence_id) = public.document_of(new.evidence_id)) told
        where new.metric in ('CONTINUING_PROJECTS', 'NEW_PROJECTS', 'PROJECT_COUNT')
          and continued + fresh <> whole`,
    );
    this.rule(
      'part_is_within_its_whole_within_a_document',
      `select format('%s is more than the %s of the batch that it is a part of, as %s of the same document says',
                trim_scale(part.value), trim_scale(whole.value), whole.code)
         from public.project_batch child
         join public.observation part on part.subject_id = child.id
         join public.observation whole on whole.subject_id = child.parent_id and whole.metric = part.metric
        where new.metric in ('PROJECT_COUNT', 'TOTAL_INVESTMENT') and part.metric = new.metric
          and new.id in (part.id, whole.id) and new.subject_id in (child.id, child.parent_id)
          and part.qualifier in ('EXACT', 'GT', 'GTE') and whole.qualifier in ('EXACT', 'LT', 'LTE')
          and part.value > whole.value
          and public.document_of(part.evidence_id) = public.document_of(whole.evidence_id)`,
    );
  }

  /** What an observation must not break, given what it would break: one sentence for each breach. */
  private rule(name: string, breaches: string): void {
    this.addSql(`
      create function ${name}() returns trigger language plpgsql as $$
      declare
        breach text;
      begin
        for breach in ${breaches} loop
          raise exception 'observation %: %', new.code, breach
            using errcode = 'check_violation', constraint = '${name}';
        end loop;
        return null;
      end $$`);
    this.addSql(`
      create constraint trigger ${name}
        after insert or update on observation
        deferrable initially immediate for each row
        when (current_setting('quanmai.bulk', true) is distinct from 'on')
        execute function ${name}()`);
  }
}

/** What no one document can say at once. */
const RULES = [
  'bound_holds_within_its_document',
  'parts_make_the_whole_within_a_document',
  'part_is_within_its_whole_within_a_document',
];

const narrowed = (table: string) => `
  select scoped.narrow('public.${table}', $$subject_type <> 'project'
    or exists (select from scoped.project where project.id = ${table}.subject_id)$$)`;
