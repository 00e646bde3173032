import { COLLECTIVE_BATCHES, collectiveBatch } from './batches.ts';
import {
  dateColumns,
  FIRST_OF_CITY,
  LAST_OF_CITY,
  sourceDate,
  stated,
  UNKNOWN_DATE,
} from './calendar.ts';
import type { City, CityTable, Row } from './city.ts';
import { marked } from './names.ts';
import { anyEnterprise, bureauOf, enterpriseId } from './organisations.ts';
import { regionId, regionNamed, UNITS } from './regions.ts';
import { evidenceOf } from './sources.ts';

type TopicKind = 'TOPIC' | 'AGREEMENT_AREA' | 'ISSUE';

const FORMS = [
  { kind: 'CONFERENCE', zh: '项目推进大会', en: 'project conference', topic: 'TOPIC' },
  { kind: 'VISIT', zh: '企业来访洽谈', en: 'visit of enterprises', topic: 'TOPIC' },
  { kind: 'ROUNDTABLE', zh: '企业家圆桌会', en: 'roundtable of enterprises', topic: 'ISSUE' },
  { kind: 'OBSERVATION', zh: '项目观摩', en: 'project observation', topic: 'TOPIC' },
  { kind: 'AGREEMENT', zh: '战略合作签约', en: 'cooperation agreement', topic: 'AGREEMENT_AREA' },
  { kind: 'PROMOTION', zh: '产业推介会', en: 'industry promotion', topic: 'TOPIC' },
  { kind: 'DEPARTURE', zh: '招商出征仪式', en: 'departure of promotion teams', topic: 'TOPIC' },
] as const satisfies readonly { topic: TopicKind; [key: string]: string }[];

/** The rounds of forms, so that trips can find the departures among the events. */
export const DEPARTURE = 6;
export const EVENT_FORMS = FORMS.length;

const TOPICS = [
  { zh: '产业链协同', en: 'Supply chain cooperation', issue: 'POLICY' },
  { zh: '人才引进', en: 'Attracting talent', issue: 'TALENT' },
  { zh: '园区配套', en: 'Services of the park', issue: 'PARK' },
  { zh: '融资支持', en: 'Finance', issue: 'OTHER' },
  { zh: '绿色制造', en: 'Green manufacturing', issue: 'POLICY' },
  { zh: '科技成果转化', en: 'From research to product', issue: 'OTHER' },
] as const;

/** Parties and topics of one event, at the most. */
const NUMBERS = 16;

/** Every collective batch has its event, of the same number; the others follow. */
const otherEvents = (city: City) => Math.max(70, Math.min(5_000, Math.floor(city.projects / 40)));
export const eventCount = (city: City) => COLLECTIVE_BATCHES + otherEvents(city);
export const eventId = (city: City, number: number) => city.id('promotion_event', number);

const formOf = (number: number) =>
  number < COLLECTIVE_BATCHES ? undefined : FORMS[(number - COLLECTIVE_BATCHES) % FORMS.length];

function collectiveRow(city: City, number: number): Row {
  const { kind, region, parent, day } = collectiveBatch(city, number);
  const { zh, en } = region === null ? { zh: '全省', en: 'Province-wide' } : regionNamed(region);
  const isConference = region === null || region === 0;
  return {
    code: `syn-event-batch-${number}`,
    kinds: isConference ? `{CONFERENCE,${kind.kind}}` : `{${kind.kind}}`,
    ...marked(`${zh}重点项目${kind.zh}活动`, `${en} ${kind.en} of key projects`),
    region_id: regionId(city, region),
    parent_id: parent === null ? null : eventId(city, parent),
    edition: null,
    theme: null,
    ...dateColumns('held', stated(day)),
  };
}

const eventRegion = (city: City, number: number) =>
  city.dice('promotion_event', number).int(0, UNITS.length);

function otherRow(city: City, number: number): Row {
  const form = formOf(number) ?? FORMS[0];
  const region = eventRegion(city, number);
  const dice = city.dice('promotion_event', number, 1);
  const { zh, en } = regionNamed(region);
  const date = dice.chance(0.06)
    ? UNKNOWN_DATE
    : sourceDate(dice, dice.int(FIRST_OF_CITY, LAST_OF_CITY));
  return {
    code: `syn-event-${form.kind.toLowerCase()}-${number}`,
    kinds: `{${form.kind}}`,
    ...marked(zh + form.zh, `${en} ${form.en}`),
    region_id: regionId(city, region),
    parent_id: null,
    edition:
      form.kind === 'ROUNDTABLE'
        ? 1 + Math.floor((number - COLLECTIVE_BATCHES) / FORMS.length)
        : null,
    theme: marked(dice.pick(TOPICS).zh, '').name,
    ...dateColumns('held', date),
  };
}

function partyRows(city: City, number: number): Row[] {
  const form = formOf(number);
  const dice = city.dice('promotion_event_party', number);
  const region = form ? eventRegion(city, number) : (collectiveBatch(city, number).region ?? 0);
  const organisation = (id: string): Row => ({ organisation_id: id });
  const guests = form ? dice.int(1, 4) : 0;
  const enterprises = new Set(
    Array.from({ length: guests }, () => anyEnterprise(city, dice.fraction())),
  );
  const guestRole = form?.kind === 'AGREEMENT' ? 'COUNTERPARTY' : 'GUEST';
  const parties = [
    { role: 'HOST', who: { region_id: regionId(city, region) } },
    { role: 'ORGANISER', who: organisation(bureauOf(city, region)) },
    ...[...enterprises].map((each) => ({
      role: guestRole,
      who: organisation(enterpriseId(city, each)),
    })),
    ...(dice.chance(0.4) ? [{ role: 'GUEST', who: { office_id: city.id('office', region) } }] : []),
  ];
  return parties.map(({ role, who }, place) => ({
    id: city.id('promotion_event_party', number * NUMBERS + place),
    event_id: eventId(city, number),
    role,
    position: 1 + parties.slice(0, place).filter((earlier) => earlier.role === role).length,
    ...{ organisation_id: null, region_id: null, office_id: null },
    ...who,
    evidence_id: evidenceOf(city, 'promotion_event_party'),
  }));
}

function topicRows(city: City, number: number): Row[] {
  const form = formOf(number);
  if (!form) return [];
  const dice = city.dice('promotion_event_topic', number);
  return dice.several(dice.int(1, 4), TOPICS.length).map((topic, place) => {
    const { zh, en, issue } = TOPICS[topic] ?? TOPICS[0];
    return {
      id: city.id('promotion_event_topic', number * NUMBERS + place),
      event_id: eventId(city, number),
      ...{ kind: form.topic, position: place + 1, ...marked(zh, en) },
      issue_kind: form.topic === 'ISSUE' ? issue : null,
      evidence_id: evidenceOf(city, 'promotion_event_topic'),
    };
  });
}

export function eventTables(city: City): CityTable[] {
  const count = eventCount(city);
  return [
    {
      name: 'promotion_event',
      count,
      rowsOf: (number) => [
        {
          ...{ id: eventId(city, number), version: 1 },
          ...(number < COLLECTIVE_BATCHES ? collectiveRow(city, number) : otherRow(city, number)),
          evidence_id: evidenceOf(city, 'promotion_event'),
        },
      ],
    },
    { name: 'promotion_event_party', count, rowsOf: (number) => partyRows(city, number) },
    { name: 'promotion_event_topic', count, rowsOf: (number) => topicRows(city, number) },
    {
      name: 'promotion_event_batch',
      count: COLLECTIVE_BATCHES,
      rowsOf: (number) => [
        {
          id: city.id('promotion_event_batch', number),
          event_id: eventId(city, number),
          batch_id: city.id('project_batch', number),
          evidence_id: evidenceOf(city, 'promotion_event_batch'),
        },
      ],
    },
  ];
}
