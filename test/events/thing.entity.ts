import { defineEntity, p } from '@mikro-orm/core';

const ZoneSchema = defineEntity({
  name: 'Zone',
  tableName: 'zone',
  properties: {
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    version: p.integer().default(0),
    name: p.text(),
  },
});

/** An aggregate that others lie in. */
export class Zone extends ZoneSchema.class {}
ZoneSchema.setClass(Zone);

const SpanSchema = defineEntity({
  name: 'Span',
  embeddable: true,
  properties: { earliest: p.date().nullable(), latest: p.date().nullable() },
});

export class Span extends SpanSchema.class {}
SpanSchema.setClass(Span);

const ThingSchema = defineEntity({
  name: 'Thing',
  tableName: 'thing',
  properties: {
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    version: p.integer().default(0),
    name: p.text(),
    amount: p.decimal().precision(18).scale(4).nullable(),
    seenAt: p.datetime().nullable(),
    labels: p.array().nullable(),
    detail: p.json<object>().nullable(),
    span: () => p.embedded(Span).prefix('span_').nullable(),
    district: () => p.manyToOne(Zone).ref().nullable(),
  },
});

/** An aggregate with a property of every kind. */
export class Thing extends ThingSchema.class {}
ThingSchema.setClass(Thing);

const PartSchema = defineEntity({
  name: 'Part',
  tableName: 'thing_part',
  properties: {
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    thing: () => p.manyToOne(Thing).ref(),
    madeIn: () => p.manyToOne(Zone).ref().nullable(),
    label: p.text(),
  },
});

/** A row that belongs to a thing. */
export class Part extends PartSchema.class {}
PartSchema.setClass(Part);

export const entities = [Zone, Span, Thing, Part];

export const TABLES = `
  create table zone (
    id uuid primary key default gen_random_uuid(), version int not null default 0, name text not null);
  create table thing (
    id uuid primary key default gen_random_uuid(), version int not null default 0, name text not null,
    amount numeric(18, 4), seen_at timestamptz, labels text[], detail jsonb,
    span_earliest date, span_latest date, district_id uuid references zone);
  create table thing_part (
    id uuid primary key default gen_random_uuid(), thing_id uuid not null references thing,
    made_in_id uuid references zone, label text not null);
  select track_aggregate('zone'), track_aggregate('thing');`;
