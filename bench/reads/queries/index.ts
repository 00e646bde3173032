import { type ReadQuery, repeated } from '../query.ts';
import { q1 } from './q1.ts';
import { q2 } from './q2.ts';
import { q3 } from './q3.ts';
import { q4 } from './q4.ts';
import { q5 } from './q5.ts';
import { q6 } from './q6.ts';
import { q7 } from './q7.ts';

/** All queries, in the order in which they are measured. */
export const QUERIES: readonly ReadQuery[] = [
  q1,
  q2,
  q3,
  q4,
  q5,
  q6,
  q7,
  repeated(q1, 'Q8a'),
  repeated(q2, 'Q8b'),
] as readonly ReadQuery[];
