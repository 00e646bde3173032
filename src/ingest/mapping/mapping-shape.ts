import { z } from 'zod';
import { feedSchema } from '../feeds/feed.ts';
import { type ReaderName, readerNames } from '../reading/readers.ts';

const filled = z.string().trim().min(1);
/** YAML knows numbers and booleans; what they stand for here is a cell. */
const cell = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const source = z.strictObject({
  code: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/, 'is no code: lower-case letters, digits and hyphens.'),
  name: filled,
  nameEn: filled,
  kind: z.enum(['DEPARTMENT', 'SYSTEM']),
  /** The office that answers for it. */
  office: filled,
  /** From 1, hearsay, to 5, the register itself. */
  trust: z.int().min(1).max(5),
  licence: filled,
  publication: z.enum(['PUBLIC', 'INTERNAL']),
  /** How often it delivers. */
  rhythm: z
    .string()
    .regex(
      /^P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?)?$/,
      'is no duration; P1M is one month.',
    ),
});

const column = z.strictObject({
  header: filled,
  synonyms: z.array(filled).default([]),
  as: z.enum(readerNames.filter((name) => name !== 'verbatim') as [ReaderName]).optional(),
  unit: filled.optional(),
  qualifier: filled.optional(),
  labels: z.record(filled, cell).optional(),
  isOptional: z.boolean().default(false),
});

const table = z.strictObject({
  target: filled,
  sheet: filled.optional(),
  headerRow: z.int().min(1).optional(),
  isComplete: z.boolean().default(false),
  columns: z.record(filled, column),
  constants: z.record(filled, cell).default({}),
  ignored: z.array(filled).default([]),
  rowsWith: z.array(filled).default([]),
  blanks: z.array(filled).default([]),
  totals: z.array(z.enum(['合计', '总计', '小计', '共计', '累计'])).default([]),
});

/** What a mapping file holds. */
export const mappingShape = z.strictObject({
  source,
  feed: feedSchema.optional(),
  tables: z.array(table).min(1),
});

export type MappingShape = z.output<typeof mappingShape>;
export type TableShape = MappingShape['tables'][number];
export type ColumnShape = TableShape['columns'][string];
