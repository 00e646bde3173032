import { command } from '../../request/command.ts';
import { put } from '../../request/put.ts';
import { Metric, type units } from './source.entity.ts';

export interface NewMetric {
  readonly code: string;
  readonly name: string;
  readonly nameEn?: string | null;
  readonly unit: (typeof units)[number];
  /** Whether its numbers may be added up. */
  readonly isAdditive: boolean;
  readonly isGrowth: boolean;
  /** Whether what is told of it is a plan by nature: 总投资. */
  readonly plannedByNature: boolean;
  readonly comparableGroup: string;
  readonly definition: string;
  readonly definitionEn?: string | null;
}

/** Takes a metric (指标) into the register, so that numbers can be reported of it. */
export const defineMetric = command(async ({ em, record }, input: NewMetric) => {
  const { code, ...values } = input;
  const metric = await put(em, Metric, { code }, values);
  record('METRIC_DEFINED', metric);
  return metric;
});
