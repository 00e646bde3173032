import { defineEntity, p } from '@mikro-orm/core';
import { rowId } from '../../db/row-id.ts';
import { SourceDocument } from './source.entity.ts';

export const dataSourceKinds = ['DEPARTMENT', 'SYSTEM'] as const;
export const publicationLevels = ['PUBLIC', 'INTERNAL'] as const;

const DataSourceSchema = defineEntity({
  name: 'DataSource',
  tableName: 'data_source',
  properties: {
    id: rowId(),
    version: p.integer().default(0),
    code: p.text().unique(),
    kind: p.enum(dataSourceKinds),
    name: p.text(),
    nameEn: p.text().nullable(),
    office: p.text(),
    trust: p.integer(),
    licence: p.text(),
    publication: p.enum(publicationLevels),
    rhythm: p.text(),
    document: () => p.manyToOne(SourceDocument).ref(),
  },
});

/** A department or system whose data comes in (数据来源), and the register that it keeps. */
export class DataSource extends DataSourceSchema.class {}
DataSourceSchema.setClass(DataSource);
