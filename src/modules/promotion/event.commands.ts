import { BadInput } from '../../kit/errors.ts';
import { command } from '../../request/command.ts';
import { formerOwner, named, namedIfAny, put } from '../../request/put.ts';
import { Office, Organisation } from '../enterprise/organisation.entity.ts';
import { ProjectBatch } from '../project/batch.entity.ts';
import { Region } from '../region/region.entity.ts';
import { dated, type DatedInput } from '../source/dated.entity.ts';
import { Evidence } from '../source/source.entity.ts';
import {
  EventBatch,
  type eventKinds,
  EventParty,
  EventTopic,
  type issueKinds,
  type partyRoles,
  PromotionEvent,
  type topicKinds,
} from './event.entity.ts';

export interface NewEvent {
  readonly code: string;
  /** One event may be several things: a promotion that is also a signing. */
  readonly kinds: readonly (typeof eventKinds)[number][];
  readonly name: string;
  readonly nameEn?: string | null;
  readonly nameHant?: string | null;
  readonly region?: string | null;
  readonly parent?: string | null;
  readonly edition?: number | null;
  readonly theme?: string | null;
  readonly venue?: string | null;
  readonly held: DatedInput;
  readonly partiesComplete: boolean;
  readonly topicsComplete: boolean;
  readonly evidence: string;
}

/** Takes a promotion event into the graph. */
export const defineEvent = command(async ({ em, record }, input: NewEvent) => {
  const { code, kinds, held, evidence, ...rest } = input;
  const event = await put(
    em,
    PromotionEvent,
    { code },
    {
      ...rest,
      kinds: [...kinds],
      region: await namedIfAny(em, Region, input.region, 'region'),
      parent: await namedIfAny(em, PromotionEvent, input.parent, 'parent'),
      held: dated(held),
      evidence: await named(em, Evidence, evidence, 'evidence'),
    },
  );
  record('EVENT_DEFINED', event);
  return event;
});

export interface NewParty {
  readonly event: string;
  readonly role: (typeof partyRoles)[number];
  readonly position: number;
  readonly organisation?: string | null;
  readonly region?: string | null;
  readonly office?: string | null;
  readonly evidence: string;
}

/** Notes who took part in an event, and as what. */
export const addParty = command(async ({ em, record }, input: NewParty) => {
  const given = [input.organisation, input.region, input.office].filter((code) => code != null);
  if (given.length !== 1) {
    throw new BadInput('A party is one organisation, region or office: name exactly one.', [
      'organisation',
    ]);
  }
  const { role, position } = input;
  const event = await named(em, PromotionEvent, input.event, 'event');
  const organisation = await namedIfAny(em, Organisation, input.organisation, 'organisation');
  const region = await namedIfAny(em, Region, input.region, 'region');
  const office = await namedIfAny(em, Office, input.office, 'office');
  const evidence = await named(em, Evidence, input.evidence, 'evidence');
  const party = await put(
    em,
    EventParty,
    { event, role, organisation, region, office },
    { position, evidence },
  );
  record('EVENT_PARTY_ADDED', event);
  return party;
});

export interface NewTopic {
  readonly event: string;
  readonly kind: (typeof topicKinds)[number];
  readonly position: number;
  readonly name: string;
  readonly nameEn?: string | null;
  /** Of an issue, and of nothing else. */
  readonly issueKind?: (typeof issueKinds)[number] | null;
  readonly evidence: string;
}

/** Notes what was talked about, agreed on or raised at an event. */
export const addTopic = command(async ({ em, record }, input: NewTopic) => {
  const { kind, name, nameEn = null, position, issueKind = null } = input;
  const event = await named(em, PromotionEvent, input.event, 'event');
  const evidence = await named(em, Evidence, input.evidence, 'evidence');
  const topic = await put(
    em,
    EventTopic,
    { event, kind, name },
    { nameEn, position, issueKind, evidence },
  );
  record('EVENT_TOPIC_ADDED', event);
  return topic;
});

export interface NewEventBatch {
  readonly event: string;
  readonly batch: string;
  readonly evidence: string;
}

/** Notes that a batch was signed, started or promoted at an event. */
export const attachBatch = command(async ({ em, record }, input: NewEventBatch) => {
  const event = await named(em, PromotionEvent, input.event, 'event');
  const batch = await named(em, ProjectBatch, input.batch, 'batch');
  const evidence = await named(em, Evidence, input.evidence, 'evidence');
  const former = await formerOwner(em, EventBatch, { batch }, 'event', event);
  const attached = await put(em, EventBatch, { batch }, { event, evidence });
  record('EVENT_BATCH_ATTACHED', event);
  if (former) record('EVENT_BATCH_DETACHED', former);
  return attached;
});
