import { defineEntity, p } from '@mikro-orm/core';
import { exactDecimal } from '../../db/exact-decimal.ts';
import { rowId } from '../../db/row-id.ts';
import { searchable } from '../../search/searchable.ts';
import { Evidence } from '../source/source.entity.ts';

export const regionKinds = ['CITY', 'DISTRICT', 'COUNTY', 'FUNCTIONAL_ZONE', 'SUB_ZONE'] as const;
export type RegionKind = (typeof regionKinds)[number];
export const regionAliasSchemes = ['NAME', 'GB_T_2260_OLD', 'STATISTICAL'] as const;
export const placeKinds = ['CITY', 'COUNTRY', 'SPECIAL_ADMINISTRATIVE_REGION', 'SITE'] as const;

const RegionSchema = defineEntity({
  name: 'Region',
  tableName: 'region',
  properties: {
    id: rowId(),
    version: p.integer().default(0),
    code: p.text().unique(),
    kind: p.enum(regionKinds),
    gbCode: p.text().nullable(),
    name: p.text(),
    nameEn: p.text().nullable(),
    nameHant: p.text().nullable(),
    parent: () => p.manyToOne(Region).ref().nullable(),
    reportingUnit: () => p.manyToOne(Region).ref().nullable(),
    administrative: () => p.manyToOne(Region).ref().nullable(),
    validFrom: p.date().nullable(),
    validTo: p.date().nullable(),
    evidence: () => p.manyToOne(Evidence).ref(),
  },
});

/** The city, or a part of it: district (区), county (县), functional zone (功能区), sub-zone (片区). */
export class Region extends RegionSchema.class {}
RegionSchema.setClass(Region);

const RegionAliasSchema = defineEntity({
  name: 'RegionAlias',
  tableName: 'region_alias',
  properties: {
    id: rowId(),
    region: () => p.manyToOne(Region).ref(),
    scheme: p.enum(regionAliasSchemes),
    value: p.text(),
    validFrom: p.date().nullable(),
    validTo: p.date().nullable(),
    evidence: () => p.manyToOne(Evidence).ref(),
  },
});

/** Another name or an older code of a region (别名). */
export class RegionAlias extends RegionAliasSchema.class {}
RegionAliasSchema.setClass(RegionAlias);

const RegionOverlapSchema = defineEntity({
  name: 'RegionOverlap',
  tableName: 'region_overlap',
  properties: {
    id: rowId(),
    zone: () => p.manyToOne(Region).ref(),
    district: () => p.manyToOne(Region).ref(),
    share: exactDecimal(5, 4).nullable(),
    evidence: () => p.manyToOne(Evidence).ref(),
  },
});

/** A functional zone that lies in part in a district. */
export class RegionOverlap extends RegionOverlapSchema.class {}
RegionOverlapSchema.setClass(RegionOverlap);

const PlaceSchema = defineEntity({
  name: 'Place',
  tableName: 'place',
  properties: {
    id: rowId(),
    version: p.integer().default(0),
    code: p.text().unique(),
    kind: p.enum(placeKinds),
    name: p.text(),
    nameEn: p.text().nullable(),
    nameHant: p.text().nullable(),
    countryCode: p.text().nullable(),
    evidence: () => p.manyToOne(Evidence).ref(),
  },
});

/** Somewhere outside the city's own regions (地点). */
export class Place extends PlaceSchema.class {}
PlaceSchema.setClass(Place);

searchable({
  table: 'region',
  type: 'REGION',
  name: 'name',
  english: 'name_en',
  code: 'code',
  writings: ['name_hant'],
  aliases: { table: 'region_alias', owner: 'region_id', text: 'value' },
});

searchable({
  table: 'place',
  type: 'PLACE',
  name: 'name',
  english: 'name_en',
  code: 'code',
  writings: ['name_hant'],
});
