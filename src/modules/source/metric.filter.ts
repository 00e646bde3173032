import { boolean, code, enumeration, filterOn, text } from '../../kit/filter/filter.ts';

export const metricFilter = filterOn('Metric', 'metric', {
  code: code('code'),
  name: text('name'),
  nameEn: text('name_en'),
  unit: enumeration('Unit', 'unit'),
  isAdditive: boolean('is_additive'),
  isGrowth: boolean('is_growth'),
  plannedByNature: boolean('planned_by_nature'),
  comparableGroup: code('comparable_group'),
  definition: text('definition'),
  definitionEn: text('definition_en'),
});
