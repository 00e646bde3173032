import { Dice, hashOf } from './random.ts';

/** Every table that the generator fills by COPY, in the order of their references. */
export const CITY_TABLES = [
  'source_document',
  'evidence',
  'region',
  'region_alias',
  'region_overlap',
  'place',
  'organisation',
  'organisation_alias',
  'organisation_class',
  'office',
  'project',
  'project_alias',
  'project_participant',
  'project_stage_record',
  'project_batch',
  'project_batch_sector',
  'project_batch_member',
  'industry_chain',
  'chain_node',
  'chain_place',
  'chain_supply',
  'chain_gap',
  'chain_batch',
  'promotion_event',
  'promotion_event_party',
  'promotion_event_topic',
  'promotion_event_batch',
  'promotion_trip',
  'promotion_trip_unit',
  'promotion_trip_destination',
  'promotion_lead',
  'observation',
  // Behind what refers to it: a table's place is in the dice of its rows.
  'metric',
] as const;
export type TableName = (typeof CITY_TABLES)[number];

const TAGS = Object.fromEntries(CITY_TABLES.map((name, tag) => [name, tag])) as Readonly<
  Record<TableName, number>
>;

export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;

/**
 * A table is a count and a function from a number to that number's rows: none, one or several. So it
 * is written without ever being held, and any part of it can be made again where another table needs it.
 */
export interface CityTable {
  readonly name: TableName;
  readonly count: number;
  rowsOf(number: number): readonly Row[];
}

export interface CitySize {
  readonly projects: number;
  readonly enterprises: number;
  readonly seed: number;
}

/** Ids begin with a time, as in UUIDv7, so that rows stand in their index in the order they are written. */
const FIRST_INSTANT = Date.UTC(2024, 0, 1);

/** Every 16 bits as text, once: half of the time for a row went into the digits of its ids. */
const HEX = Array.from({ length: 2 ** 16 }, (_, bits) => bits.toString(16).padStart(4, '0'));

const hex16 = (value: number) => HEX[value & 0xffff] ?? '';

/** What all parts of a synthetic city share: its size, its dice, and the ids of its rows. */
export class City implements CitySize {
  readonly projects: number;
  readonly enterprises: number;
  readonly seed: number;
  private readonly shared = new Map<number, string>();

  constructor({ projects, enterprises, seed }: CitySize) {
    this.projects = projects;
    this.enterprises = enterprises;
    this.seed = seed;
  }

  /** The dice of one row. Another `purpose` gives the same row other dice. */
  dice(table: TableName, number: number, purpose = 0): Dice {
    return new Dice(this.seed, TAGS[table], number, purpose);
  }

  /** The id of a table's row: a UUIDv7 whose time is the number, and whose chance is the seed. */
  id(table: TableName, number: number): string {
    const tag = TAGS[table];
    const time = FIRST_INSTANT + number;
    const upper = Math.floor(time / 2 ** 16);
    const high = hashOf(this.seed, tag, number);
    const low = hashOf(number, tag, this.seed);
    return (
      `${hex16(upper / 2 ** 16)}${hex16(upper)}-${hex16(time % 2 ** 16)}-${hex16(0x7000 | tag)}-` +
      `${hex16(0x8000 | (high & 0x3fff))}-${hex16(high >>> 16)}${hex16(low >>> 16)}${hex16(low)}`
    );
  }

  /** The id of a row that many others refer to, and of which there are few: made once, and kept. */
  sharedId(table: 'region' | 'evidence', number: number): string {
    const key = number * CITY_TABLES.length + TAGS[table];
    const known = this.shared.get(key) ?? this.id(table, number);
    this.shared.set(key, known);
    return known;
  }
}
