import { code, enumeration, filterOn, int, one, text } from '../../kit/filter/filter.ts';
import { documentFilter } from './source.filter.ts';

export const dataSourceFilter = filterOn('DataSource', 'data_source', {
  code: code('code'),
  kind: enumeration('DataSourceKind', 'kind'),
  name: text('name'),
  nameEn: text('name_en'),
  office: text('office'),
  trust: int('trust'),
  licence: text('licence'),
  publication: enumeration('PublicationLevel', 'publication'),
  rhythm: text('rhythm'),
  document: one(() => documentFilter, 'document_id'),
});
