import { p } from '@mikro-orm/core';
import { Dated } from './dated.entity.ts';
import { Evidence, qualifiers } from './source.entity.ts';

/** How what is said of a value came into the graph. */
const valueOrigins = ['STATED', 'SUBMITTED', 'REPLACED'] as const;

/**
 * What a source says of one value (来源值): the columns behind the one that says of whose. Each kind
 * of subject keeps its own, in a table that is only ever added to.
 */
export const valueSourceColumns = () => ({
  field: p.text(),
  value: p.text().nullable(),
  qualifier: p.enum(qualifiers).nullable(),
  origin: p.enum(valueOrigins),
  asOf: () => p.embedded(Dated).prefix('as_of_'),
  evidence: () => p.manyToOne(Evidence).ref(),
});
