import { sql } from 'kysely';
import { type Columns, select } from '../../kit/columns.ts';
import { oneByKey, pagedList } from '../../request/loaders.ts';
import { dataSourceFilter } from './data-source.filter.ts';

export interface DataSourceRow {
  readonly key: string;
  readonly source: string;
  readonly documentId: string;
}

const dataSourceColumns: Columns = {
  always: {
    key: sql`data_source.id`,
    source: sql`data_source.code`,
    documentId: sql`data_source.document_id`,
  },
  byField: {
    id: { id: sql`'dsr_' || data_source.id` },
    code: { code: sql`data_source.code` },
    kind: { kind: sql`data_source.kind` },
    name: { name: sql`data_source.name` },
    nameEn: { nameEn: sql`data_source.name_en` },
    office: { office: sql`data_source.office` },
    trust: { trust: sql`data_source.trust` },
    licence: { licence: sql`data_source.licence` },
    publication: { publication: sql`data_source.publication` },
    rhythm: { rhythm: sql`data_source.rhythm` },
  },
};

const everyColumn = select(dataSourceColumns);

export const dataSources = pagedList<DataSourceRow>({
  name: 'dataSources',
  parent: {},
  from: sql`data_source`,
  columns: dataSourceColumns,
  key: sql`data_source.id`,
  orders: {
    CODE: { by: sql`data_source.code`, type: 'text' },
    CODE_DESC: { by: sql`data_source.code`, type: 'text', isDescending: true },
    NAME: { by: sql`data_source.name`, type: 'text' },
    NAME_DESC: { by: sql`data_source.name`, type: 'text', isDescending: true },
  },
  filter: dataSourceFilter,
  row: 'data_source',
});

export const dataSourceById = oneByKey<DataSourceRow>(
  (ids) => sql`select ${everyColumn} from data_source where data_source.id = any (${[...ids]})`,
);

export const dataSourceByCode = oneByKey<DataSourceRow>(
  (codes) => sql`
    select ${everyColumn}, data_source.code as "soughtBy"
      from data_source where data_source.code = any (${[...codes]})`,
);
