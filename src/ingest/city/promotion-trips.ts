import { COLLECTIVE_BATCHES } from './batches.ts';
import { dateColumns, FIRST_OF_CITY, LAST_OF_CITY, sourceDate, UNKNOWN_DATE } from './calendar.ts';
import type { City, CityTable, Row } from './city.ts';
import { firmWord, marked } from './names.ts';
import { anyEnterprise, bureauOf, enterpriseId } from './organisations.ts';
import { DESTINATIONS } from './places.ts';
import { projectId } from './projects.ts';
import { DEPARTURE, EVENT_FORMS, eventCount, eventId } from './promotion-events.ts';
import { regionId, UNITS } from './regions.ts';
import { evidenceOf } from './sources.ts';

/** Units, destinations and leads of one trip, at the most. */
const NUMBERS = 8;

const tripCount = (city: City) => Math.max(30, Math.min(3_000, Math.floor(city.projects / 50)));
const tripId = (city: City, number: number) => city.id('promotion_trip', number);

const isOverseas = (city: City, number: number) => city.dice('promotion_trip', number).chance(0.35);

/** One of the departures (出征) among the events, if this trip left with one. */
function departureOf(city: City, number: number): string | null {
  const dice = city.dice('promotion_trip', number, 1);
  if (!dice.chance(0.5)) return null;
  const departures =
    Math.floor((eventCount(city) - COLLECTIVE_BATCHES - DEPARTURE - 1) / EVENT_FORMS) + 1;
  return eventId(city, COLLECTIVE_BATCHES + DEPARTURE + EVENT_FORMS * dice.int(0, departures - 1));
}

function tripRow(city: City, number: number): Row {
  const dice = city.dice('promotion_trip', number, 2);
  const overseas = isOverseas(city, number);
  const date = dice.chance(0.1)
    ? UNKNOWN_DATE
    : sourceDate(dice, dice.int(FIRST_OF_CITY, LAST_OF_CITY));
  const [zh, en] = overseas
    ? ['境外招商团组', 'Overseas promotion trip']
    : ['外出招商小分队', 'Domestic promotion trip'];
  return {
    ...{ id: tripId(city, number), version: 1, code: `syn-trip-${number}` },
    kind: overseas ? 'OVERSEAS' : 'DOMESTIC',
    ...marked(`${zh}第${number + 1}批`, `${en} ${number + 1}`),
    organiser_id: bureauOf(city, dice.int(0, UNITS.length)),
    event_id: departureOf(city, number),
    ...dateColumns('departed', date),
    units_complete: dice.chance(0.7),
    destinations_complete: dice.chance(0.7),
    evidence_id: evidenceOf(city, 'promotion_trip'),
  };
}

function unitRows(city: City, number: number): Row[] {
  const dice = city.dice('promotion_trip_unit', number);
  return dice.several(dice.int(1, 4), UNITS.length).map((unit, place) => ({
    id: city.id('promotion_trip_unit', number * NUMBERS + place),
    trip_id: tripId(city, number),
    region_id: regionId(city, unit + 1),
    evidence_id: evidenceOf(city, 'promotion_trip_unit'),
  }));
}

function destinationRows(city: City, number: number): Row[] {
  const dice = city.dice('promotion_trip_destination', number);
  const { first, count } = DESTINATIONS[isOverseas(city, number) ? 'OVERSEAS' : 'DOMESTIC'];
  return dice.several(dice.int(1, 3), count).map((destination, place) => ({
    id: city.id('promotion_trip_destination', number * NUMBERS + place),
    trip_id: tripId(city, number),
    place_id: city.id('place', first + destination),
    evidence_id: evidenceOf(city, 'promotion_trip_destination'),
  }));
}

function leadRows(city: City, number: number): Row[] {
  const dice = city.dice('promotion_lead', number);
  return Array.from({ length: dice.int(0, 4) }, (_, place) => {
    const [word, wordEn] = firmWord(dice);
    const date = dice.chance(0.3)
      ? UNKNOWN_DATE
      : sourceDate(dice, dice.int(FIRST_OF_CITY, LAST_OF_CITY));
    return {
      ...{ id: city.id('promotion_lead', number * NUMBERS + place), trip_id: tripId(city, number) },
      code: `syn-lead-${number}-${place + 1}`,
      ...marked(`${word}意向线索`, `Lead: ${wordEn}`),
      organisation_id: dice.chance(0.6)
        ? enterpriseId(city, anyEnterprise(city, dice.fraction()))
        : null,
      project_id: dice.chance(0.3) ? projectId(city, dice.int(0, city.projects - 1)) : null,
      ...dateColumns('noted', date),
      evidence_id: evidenceOf(city, 'promotion_lead'),
    };
  });
}

export function tripTables(city: City): CityTable[] {
  const count = tripCount(city);
  return [
    { name: 'promotion_trip', count, rowsOf: (number) => [tripRow(city, number)] },
    { name: 'promotion_trip_unit', count, rowsOf: (number) => unitRows(city, number) },
    {
      name: 'promotion_trip_destination',
      count,
      rowsOf: (number) => destinationRows(city, number),
    },
    { name: 'promotion_lead', count, rowsOf: (number) => leadRows(city, number) },
  ];
}
