import { sql } from 'kysely';
import { asObject } from '../../kit/as-object.ts';
import { type Columns, select } from '../../kit/columns.ts';
import type { Order } from '../../kit/relay/list.ts';
import { oneByKey, pagedList } from '../../request/loaders.ts';
import { metricFilter } from './metric.filter.ts';

export interface MetricRow {
  readonly key: string;
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly isAdditive: boolean;
  readonly isGrowth: boolean;
  readonly plannedByNature: boolean;
  readonly comparableGroup: string;
}

const metricColumns: Columns = {
  always: { key: sql`metric.id` },
  byField: {
    id: { id: sql`'met_' || metric.id` },
    code: { code: sql`metric.code` },
    name: { name: sql`metric.name` },
    nameEn: { nameEn: sql`metric.name_en` },
    unit: { unit: sql`metric.unit` },
    isAdditive: { isAdditive: sql`metric.is_additive` },
    isGrowth: { isGrowth: sql`metric.is_growth` },
    plannedByNature: { plannedByNature: sql`metric.planned_by_nature` },
    comparableGroup: { comparableGroup: sql`metric.comparable_group` },
    definition: { definition: sql`metric.definition` },
    definitionEn: { definitionEn: sql`metric.definition_en` },
  },
};

/** The metric of a joined row: a number is little without it, and it costs no statement. */
export const metricObject = asObject(select(metricColumns));

const orders: Record<string, Order> = {
  CODE: { by: sql`metric.code`, type: 'text' },
  CODE_DESC: { by: sql`metric.code`, type: 'text', isDescending: true },
  NAME: { by: sql`metric.name`, type: 'text' },
  NAME_DESC: { by: sql`metric.name`, type: 'text', isDescending: true },
};

export const metrics = pagedList<MetricRow>({
  name: 'metrics',
  parent: {},
  from: sql`metric`,
  columns: metricColumns,
  key: sql`metric.id`,
  orders,
  filter: metricFilter,
  row: 'metric',
});

export const metricById = oneByKey<MetricRow>(
  (ids) => sql`select ${select(metricColumns)} from metric where metric.id = any (${[...ids]})`,
);

export const metricByCode = oneByKey<MetricRow>(
  (codes) => sql`
    select ${select(metricColumns)}, metric.code as "soughtBy"
      from metric where metric.code = any (${[...codes]})`,
);
