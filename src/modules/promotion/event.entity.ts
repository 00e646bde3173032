import { defineEntity, p } from '@mikro-orm/core';
import { rowId } from '../../db/row-id.ts';
import { searchable } from '../../search/searchable.ts';
import { Office, Organisation } from '../enterprise/organisation.entity.ts';
import { ProjectBatch } from '../project/batch.entity.ts';
import { Region } from '../region/region.entity.ts';
import { Dated } from '../source/dated.entity.ts';
import { Evidence } from '../source/source.entity.ts';

export const eventKinds = [
  'CONFERENCE',
  'SIGNING',
  'START',
  'PROMOTION',
  'VISIT',
  'ROUNDTABLE',
  'OBSERVATION',
  'AGREEMENT',
  'DEPARTURE',
] as const;
export const partyRoles = ['HOST', 'ORGANISER', 'GUEST', 'COUNTERPARTY'] as const;
export const topicKinds = ['TOPIC', 'AGREEMENT_AREA', 'ISSUE'] as const;
export const issueKinds = ['POLICY', 'PARK', 'TALENT', 'OTHER'] as const;

const PromotionEventSchema = defineEntity({
  name: 'PromotionEvent',
  tableName: 'promotion_event',
  properties: {
    id: rowId(),
    version: p.integer().default(0),
    code: p.text().unique(),
    kinds: p.array().$type<(typeof eventKinds)[number][]>(),
    name: p.text(),
    nameEn: p.text().nullable(),
    nameHant: p.text().nullable(),
    region: () => p.manyToOne(Region).ref().nullable(),
    parent: () => p.manyToOne(PromotionEvent).ref().nullable(),
    edition: p.integer().nullable(),
    theme: p.text().nullable(),
    venue: p.text().nullable(),
    held: () => p.embedded(Dated).prefix('held_'),
    partiesComplete: p.boolean(),
    topicsComplete: p.boolean(),
    evidence: () => p.manyToOne(Evidence).ref(),
  },
});

/** A promotion event (招商活动): conference, signing, start, visit, roundtable, agreement … */
export class PromotionEvent extends PromotionEventSchema.class {}
PromotionEventSchema.setClass(PromotionEvent);

const EventPartySchema = defineEntity({
  name: 'EventParty',
  tableName: 'promotion_event_party',
  properties: {
    id: rowId(),
    event: () => p.manyToOne(PromotionEvent).ref(),
    role: p.enum(partyRoles),
    position: p.integer(),
    organisation: () => p.manyToOne(Organisation).ref().nullable(),
    region: () => p.manyToOne(Region).ref().nullable(),
    office: () => p.manyToOne(Office).ref().nullable(),
    evidence: () => p.manyToOne(Evidence).ref(),
  },
});

/** Who takes part in an event, and as what: an organisation, a region, or an office; never a person. */
export class EventParty extends EventPartySchema.class {}
EventPartySchema.setClass(EventParty);

const EventTopicSchema = defineEntity({
  name: 'EventTopic',
  tableName: 'promotion_event_topic',
  properties: {
    id: rowId(),
    event: () => p.manyToOne(PromotionEvent).ref(),
    kind: p.enum(topicKinds),
    position: p.integer(),
    name: p.text(),
    nameEn: p.text().nullable(),
    issueKind: p.enum(issueKinds).nullable(),
    evidence: () => p.manyToOne(Evidence).ref(),
  },
});

/** What was talked about, agreed on (合作领域) or raised as an issue (问题) at an event. */
export class EventTopic extends EventTopicSchema.class {}
EventTopicSchema.setClass(EventTopic);

const EventBatchSchema = defineEntity({
  name: 'EventBatch',
  tableName: 'promotion_event_batch',
  properties: {
    id: rowId(),
    event: () => p.manyToOne(PromotionEvent).ref(),
    batch: () => p.manyToOne(ProjectBatch).ref(),
    evidence: () => p.manyToOne(Evidence).ref(),
  },
});

/** A batch that was signed, started or promoted at an event. */
export class EventBatch extends EventBatchSchema.class {}
EventBatchSchema.setClass(EventBatch);

searchable({
  table: 'promotion_event',
  type: 'PROMOTION_EVENT',
  name: 'name',
  english: 'name_en',
  code: 'code',
  writings: ['name_hant'],
});
