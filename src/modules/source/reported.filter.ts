import { many } from '../../kit/filter/filter.ts';
import { observationFilter } from './source.filter.ts';
import { statementFilter } from './statement.filter.ts';

/** What everything that sources report numbers of, and state more of, can be asked. */
export const reported = {
  observations: many(() => observationFilter, 'subject_id'),
  statements: many(() => statementFilter, 'subject_id'),
};
