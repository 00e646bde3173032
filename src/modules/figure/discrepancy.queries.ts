import { sql } from 'kysely';
import { type Columns, select } from '../../kit/columns.ts';
import type { Order } from '../../kit/relay/list.ts';
import { oneByKey, pagedList } from '../../request/loaders.ts';
import type { DiscrepancyKind } from './discrepancy.entity.ts';
import { discrepancyFilter } from './discrepancy.filter.ts';
import type { CrossVerdict } from './figure-value.ts';

export interface DiscrepancyRow {
  readonly key: string;
  readonly id: string;
  readonly kind: DiscrepancyKind;
  /** The codes of the facts of each side. */
  readonly codesA: readonly string[];
  readonly codesB: readonly string[];
  readonly judgedVerdict: CrossVerdict;
}

const discrepancyColumns: Columns = {
  always: {
    key: sql`discrepancy.id`,
    kind: sql`discrepancy.kind`,
    codesA: sql`discrepancy.side_a`,
    codesB: sql`discrepancy.side_b`,
    judgedVerdict: sql`discrepancy.verdict`,
  },
  byField: {
    id: { id: sql`'dis_' || discrepancy.id` },
    code: { code: sql`discrepancy.code` },
    topic: { topic: sql`discrepancy.topic` },
    topicEn: { topicEn: sql`discrepancy.topic_en` },
    explanation: { explanation: sql`discrepancy.explanation` },
    explanationEn: { explanationEn: sql`discrepancy.explanation_en` },
  },
};

const orders: Record<string, Order> = {
  CODE: { by: sql`discrepancy.code`, type: 'text' },
  CODE_DESC: { by: sql`discrepancy.code`, type: 'text', isDescending: true },
};

export const discrepancies = pagedList<DiscrepancyRow>({
  name: 'discrepancies',
  parent: {},
  from: sql`discrepancy`,
  columns: discrepancyColumns,
  key: sql`discrepancy.id`,
  orders,
  filter: discrepancyFilter,
  row: 'discrepancy',
});

export const discrepancyById = oneByKey<DiscrepancyRow>(
  (ids) => sql`
    select ${select(discrepancyColumns)} from discrepancy where discrepancy.id = any (${[...ids]})`,
);

export const discrepancyByCode = oneByKey<DiscrepancyRow>(
  (codes) => sql`
    select ${select(discrepancyColumns)}, discrepancy.code as "soughtBy"
      from discrepancy where discrepancy.code = any (${[...codes]})`,
);
