import { sql } from 'kysely';
import { type Columns, select } from '../../kit/columns.ts';
import type { Order } from '../../kit/relay/list.ts';
import { oneByKey, pagedList } from '../../request/loaders.ts';
import { documentFilter } from './source.filter.ts';
import { datedColumn, type DocumentRow } from './source.queries.ts';

const documentColumns: Columns = {
  always: { key: sql`source_document.id` },
  byField: {
    id: { id: sql`'doc_' || source_document.id` },
    code: { code: sql`source_document.code` },
    kind: { kind: sql`source_document.kind` },
    title: { title: sql`source_document.title` },
    titleEn: { titleEn: sql`source_document.title_en` },
    fileName: { fileName: sql`source_document.file_name` },
    sha256: { sha256: sql`source_document.sha256` },
    script: { script: sql`source_document.script` },
    publishedOn: { publishedOn: datedColumn('source_document', 'published') },
    // How old it is goes by the same.
    freshness: { publishedOn: datedColumn('source_document', 'published') },
  },
};

/** All that is known of a document. */
const everyColumn = select(documentColumns);

const orders: Record<string, Order> = {
  CODE: { by: sql`source_document.code`, type: 'text' },
  CODE_DESC: { by: sql`source_document.code`, type: 'text', isDescending: true },
  PUBLISHED_ON: {
    by: sql`coalesce(source_document.published_earliest, '9999-12-31')`,
    type: 'date',
  },
  PUBLISHED_ON_DESC: {
    by: sql`coalesce(source_document.published_earliest, '0001-01-01')`,
    type: 'date',
    isDescending: true,
  },
};

export const documents = pagedList<DocumentRow>({
  name: 'sourceDocuments',
  parent: {},
  from: sql`source_document`,
  columns: documentColumns,
  key: sql`source_document.id`,
  orders,
  filter: documentFilter,
  row: 'source_document',
});

export const documentById = oneByKey<DocumentRow>(
  (ids) => sql`
    select ${everyColumn} from source_document where source_document.id = any (${[...ids]})`,
);

export const documentByCode = oneByKey<DocumentRow>(
  (codes) => sql`
    select ${everyColumn}, source_document.code as "soughtBy"
      from source_document where source_document.code = any (${[...codes]})`,
);
