import { defineEntity, p } from '@mikro-orm/core';
import { rowId } from '../../db/row-id.ts';
import { rowScoped } from '../../request/reach.ts';
import { searchable } from '../../search/searchable.ts';
import { Region } from '../region/region.entity.ts';
import { Evidence } from '../source/source.entity.ts';
import { valueSourceColumns } from '../source/value-source.entity.ts';

export const enterpriseKinds = ['ENTERPRISE', 'PLATFORM_COMPANY', 'FINANCIAL'] as const;
export const organisationKinds = [
  ...enterpriseKinds,
  'UNIVERSITY',
  'HOSPITAL',
  'RESEARCH_INSTITUTE',
  'BUREAU',
  'ZONE_COMMITTEE',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];
/** 企业, among the kinds of organisations. */
export const isEnterpriseKind = (kind: OrganisationKind): boolean =>
  (enterpriseKinds as readonly OrganisationKind[]).includes(kind);
export const enterpriseClasses = ['SPECIALISED', 'GAZELLE', 'SINGLE_CHAMPION', 'UNICORN'] as const;
export const adminLevels = ['PROVINCE', 'CITY', 'DISTRICT', 'DIVISION'] as const;

const OrganisationSchema = defineEntity({
  name: 'Organisation',
  tableName: 'organisation',
  properties: {
    id: rowId(),
    version: p.integer().default(0),
    code: p.text().unique(),
    kind: p.enum(organisationKinds),
    creditCode: p.text().nullable(),
    name: p.text(),
    nameEn: p.text().nullable(),
    nameHant: p.text().nullable(),
    district: () => p.manyToOne(Region).ref().nullable(),
    administrativeDistrict: () => p.manyToOne(Region).ref().nullable(),
    evidence: () => p.manyToOne(Evidence).ref(),
  },
});

/** An enterprise (企业), university, hospital, institute or public body. */
export class Organisation extends OrganisationSchema.class {}
OrganisationSchema.setClass(Organisation);

const OrganisationAliasSchema = defineEntity({
  name: 'OrganisationAlias',
  tableName: 'organisation_alias',
  properties: {
    id: rowId(),
    organisation: () => p.manyToOne(Organisation).ref(),
    name: p.text(),
    evidence: () => p.manyToOne(Evidence).ref(),
  },
});

/** Another name that sources use for an organisation (别名). */
export class OrganisationAlias extends OrganisationAliasSchema.class {}
OrganisationAliasSchema.setClass(OrganisationAlias);

const OrganisationClassSchema = defineEntity({
  name: 'OrganisationClass',
  tableName: 'organisation_class',
  properties: {
    id: rowId(),
    organisation: () => p.manyToOne(Organisation).ref(),
    class: p.enum(enterpriseClasses),
    validFrom: p.date().nullable(),
    validTo: p.date().nullable(),
    evidence: () => p.manyToOne(Evidence).ref(),
  },
});

/** A class that an enterprise is certified in (专精特新, 瞪羚 …), for a time. */
export class OrganisationClass extends OrganisationClassSchema.class {}
OrganisationClassSchema.setClass(OrganisationClass);

const OrganisationValueSourceSchema = defineEntity({
  name: 'OrganisationValueSource',
  tableName: 'organisation_value_source',
  properties: {
    id: rowId(),
    organisation: () => p.manyToOne(Organisation).ref(),
    ...valueSourceColumns(),
  },
});

/** What a source says of one value of an organisation (来源值). */
export class OrganisationValueSource extends OrganisationValueSourceSchema.class {}
OrganisationValueSourceSchema.setClass(OrganisationValueSource);

const OfficeSchema = defineEntity({
  name: 'Office',
  tableName: 'office',
  properties: {
    id: rowId(),
    version: p.integer().default(0),
    code: p.text().unique(),
    title: p.text(),
    titleEn: p.text().nullable(),
    level: p.enum(adminLevels).nullable(),
    organisation: () => p.manyToOne(Organisation).ref().nullable(),
    region: () => p.manyToOne(Region).ref().nullable(),
    evidence: () => p.manyToOne(Evidence).ref(),
  },
});

/** A post (职务), which stands wherever a source names the person who holds it. */
export class Office extends OfficeSchema.class {}
OfficeSchema.setClass(Office);

searchable({
  table: 'organisation',
  type: {
    sql: `case when owner.kind in ('${enterpriseKinds.join(`', '`)}') then 'ENTERPRISE' else 'INSTITUTION' end`,
    columns: ['kind'],
  },
  name: 'name',
  english: 'name_en',
  code: 'code',
  creditCode: 'credit_code',
  writings: ['name_hant'],
  aliases: { table: 'organisation_alias', owner: 'organisation_id', text: 'name' },
});

searchable({
  table: 'office',
  type: 'OFFICE',
  name: 'title',
  english: 'title_en',
  code: 'code',
});

// Everybody may know of an organisation; its own office changes it.
rowScoped({ table: 'organisation', kind: 'organisation', isHidden: false, placedBy: 'district' });
