import { Migration } from '@mikro-orm/migrations';

/**
 * What was held against what, and what came of it as a reader judged it. The facts of a side are
 * named by their codes, for they are of two tables; what the rules make of them is worked out when it
 * is asked for, and stored nowhere.
 */
export class Migration20261129000200_discrepancies extends Migration {
  override up(): void {
    this.addSql(`
      create table discrepancy (
        id uuid primary key,
        version int not null default 0,
        code text not null unique check (code ~ '^[A-Za-z0-9][A-Za-z0-9-]*$'),
        kind text not null check (kind in (${list(KINDS)})),
        topic text not null check (btrim(topic) <> ''),
        topic_en text,
        side_a text[] not null check (cardinality(side_a) > 0 and array_position(side_a, null) is null),
        side_b text[] not null check (cardinality(side_b) > 0 and array_position(side_b, null) is null),
        verdict text not null check (verdict in (${list(VERDICTS)})),
        explanation text not null check (btrim(explanation) <> ''),
        explanation_en text)`);
    this.addSql(`select track_aggregate('discrepancy')`);
    // Its explanation tells of its facts: whoever must not see one of them does not see it either.
    const hidden = (table: string) => `
      exists (select from public.${table} as fact
               where fact.code = any (side_a || side_b)
                 and not exists (select from scoped.${table} as seen where seen.id = fact.id))`;
    this.addSql(`select scoped.narrow('public.discrepancy', $$
      not ${hidden('observation')} and not ${hidden('statement')}$$)`);
  }

  override down(): void {
    this.addSql('drop view scoped.discrepancy');
    this.addSql('drop table discrepancy');
  }
}

const KINDS = [
  ...['SAME_FIGURE', 'SAME_FACT_VARIANT', 'SAME_TERM', 'NAME_VARIANT', 'SCHEMA_DIFFERENCE'],
  ...['TEMPORAL_SEQUENCE', 'ARITHMETIC', 'SUBSET', 'RECONCILIATION_GAP', 'DIFFERENT_SCOPE'],
  ...['DIFFERENT_UNIT', 'NUMBER_TRAP', 'NAME_TRAP', 'ENTITY_TRAP', 'ENTITY_LINK'],
  ...['UNSUPPORTED_LINK', 'INTERNAL_TENSION'],
];
const VERDICTS = [
  ...['AGREE', 'CONSISTENT', 'COMPLEMENT', 'DERIVED', 'SUBSET', 'NOT_COMPARABLE'],
  ...['UNRESOLVED', 'DISAGREE'],
];

const list = (values: readonly string[]) => values.map((value) => `'${value}'`).join(', ');
