import type { City, CityTable } from './city.ts';
import { evidenceOf } from './sources.ts';
import { marked } from './names.ts';
import type { Dice } from './random.ts';

type Kind = 'CITY' | 'DISTRICT' | 'COUNTY' | 'FUNCTIONAL_ZONE' | 'SUB_ZONE';

interface CityRegion {
  readonly number: number;
  readonly code: string;
  readonly kind: Kind;
  readonly zh: string;
  readonly en: string;
  /** How much happens here. One district has far more than the others, as in a real city. */
  readonly weight: number;
  /** The code of the district that a sub-zone is part of. */
  readonly within?: string;
}

const region = (
  number: number,
  code: string,
  kind: Kind,
  zh: string,
  en: string,
  weight = 0,
  within?: string,
) => ({
  ...{ number, code, kind, zh, en, weight },
  ...(within && { within }),
});

export const WHOLE_CITY: CityRegion = region(0, '370100', 'CITY', '济南市', 'Jinan');

/** The reporting units: districts, counties and functional zones. Their number is their place here, from 1. */
export const UNITS: readonly [CityRegion, ...CityRegion[]] = [
  region(1, '370102', 'DISTRICT', '历下区', 'Lixia', 8),
  region(2, '370103', 'DISTRICT', '市中区', 'Shizhong', 6),
  region(3, '370104', 'DISTRICT', '槐荫区', 'Huaiyin', 5),
  region(4, '370105', 'DISTRICT', '天桥区', 'Tianqiao', 5),
  region(5, '370112', 'DISTRICT', '历城区', 'Licheng', 22),
  region(6, '370113', 'DISTRICT', '长清区', 'Changqing', 5),
  region(7, '370114', 'DISTRICT', '章丘区', 'Zhangqiu', 9),
  region(8, '370115', 'DISTRICT', '济阳区', 'Jiyang', 6),
  region(9, '370116', 'DISTRICT', '莱芜区', 'Laiwu', 6),
  region(10, '370117', 'DISTRICT', '钢城区', 'Gangcheng', 4),
  region(11, '370124', 'COUNTY', '平阴县', 'Pingyin', 4),
  region(12, '370126', 'COUNTY', '商河县', 'Shanghe', 4),
  region(13, 'JNZ-HT', 'FUNCTIONAL_ZONE', '济南高新区', 'High-tech Zone', 10),
  region(14, 'JNZ-SU', 'FUNCTIONAL_ZONE', '济南新旧动能转换起步区', 'Start-up Area', 6),
  region(15, 'JNZ-SM', 'FUNCTIONAL_ZONE', '南部山区', 'Southern Mountain Area', 3),
];

const SUB_ZONES: readonly CityRegion[] = [
  region(16, 'JNZ-CQ-UC', 'SUB_ZONE', '长清大学城', 'Changqing University City', 2, '370113'),
  region(17, 'JNZ-CQ-IV', 'SUB_ZONE', '创新谷', 'Innovation Valley', 1, '370113'),
  region(18, 'JNZ-SZ-CAD', 'SUB_ZONE', '中央活力区', 'Central Activities Zone', 2, '370103'),
];

/** Which districts a zone lies over, and how much of it in each: invented, as all else here. */
const OVERLAPS = [
  { zone: 'JNZ-HT', district: '370112', weight: 0.5 },
  { zone: 'JNZ-HT', district: '370102', weight: 0.3 },
  { zone: 'JNZ-HT', district: '370114', weight: 0.2 },
  { zone: 'JNZ-SU', district: '370105', weight: 0.45 },
  { zone: 'JNZ-SU', district: '370115', weight: 0.4 },
  { zone: 'JNZ-SU', district: '370112', weight: 0.15 },
  { zone: 'JNZ-SM', district: '370112', weight: 0.7 },
  { zone: 'JNZ-SM', district: '370103', weight: 0.2 },
  { zone: 'JNZ-SM', district: '370113', weight: 0.1 },
] as const;

const ALIASES = [
  { region: 'JNZ-SU', scheme: 'NAME', value: marked('起步区', '').name },
  { region: 'JNZ-SU', scheme: 'NAME', value: marked('济南起步区', '').name },
  { region: 'JNZ-HT', scheme: 'NAME', value: marked('高新区', '').name },
  { region: '370114', scheme: 'GB_T_2260_OLD', value: '370181' },
  { region: '370115', scheme: 'GB_T_2260_OLD', value: '370125' },
] as const;

const REGIONS: readonly CityRegion[] = [WHOLE_CITY, ...UNITS, ...SUB_ZONES];
const byCode = new Map(REGIONS.map((each) => [each.code, each]));

function regionNumber(code: string): number {
  const found = byCode.get(code);
  if (!found) throw new TypeError(`There is no region ${code}.`);
  return found.number;
}

/** Where something is: the most exact region known, and its place in the two partitions; by number. */
export interface Site {
  readonly site: number | null;
  readonly unit: number | null;
  readonly administrative: number | null;
}

export const UNKNOWN_SITE: Site = { site: null, unit: null, administrative: null };

/** A site somewhere in the city, unknown in `unknownShare` of all cases. */
export function anySite(dice: Dice, unknownShare: number): Site {
  return dice.chance(unknownShare) ? UNKNOWN_SITE : siteIn(dice, dice.weighted(UNITS).number);
}

/** A site in one reporting unit. For a zone the district is known in seven cases of ten. */
export function siteIn(dice: Dice, unit: number): Site {
  const { code, kind } = REGIONS[unit] ?? WHOLE_CITY;
  if (kind === 'FUNCTIONAL_ZONE') {
    const [first, ...others] = OVERLAPS.filter(({ zone }) => zone === code);
    const isKnown = first !== undefined && dice.chance(0.7);
    const administrative = isKnown
      ? regionNumber(dice.weighted([first, ...others]).district)
      : null;
    return { site: unit, unit, administrative };
  }
  const [first, ...others] = SUB_ZONES.filter(({ within }) => within === code);
  const site = first && dice.chance(0.2) ? dice.weighted([first, ...others]).number : unit;
  return { site, unit, administrative: unit };
}

/** The division (GB/T 2260) whose registrar is in charge: the city's own where no district is known. */
export const divisionOf = ({ administrative }: Site) =>
  REGIONS[administrative ?? 0]?.code ?? WHOLE_CITY.code;

/** What a region is called, unmarked: other names are made of it. */
export const regionNamed = (number: number) => REGIONS[number] ?? WHOLE_CITY;

export const regionId = (city: City, number: number | null) =>
  number === null ? null : city.sharedId('region', number);

/** A site as the columns of a row that has a most exact region. */
export const siteColumns = (city: City, { site, unit, administrative }: Site) => ({
  site_id: regionId(city, site),
  district_id: regionId(city, unit),
  administrative_district_id: regionId(city, administrative),
});

export function regionTables(city: City): CityTable[] {
  const codeId = (code: string) => city.id('region', regionNumber(code));
  return [
    {
      name: 'region',
      count: REGIONS.length,
      rowsOf(number) {
        const { code, kind, zh, en, within } = regionNamed(number);
        const hasGbCode = /^\d/.test(code);
        const district = within === undefined ? number : regionNumber(within);
        return [
          {
            ...{
              id: city.id('region', number),
              version: 1,
              code,
              kind,
              gb_code: hasGbCode ? code : null,
            },
            ...marked(zh, en),
            parent_id: kind === 'CITY' ? null : codeId(within ?? WHOLE_CITY.code),
            reporting_unit_id: kind === 'CITY' ? null : city.id('region', district),
            administrative_id:
              kind === 'CITY' || kind === 'FUNCTIONAL_ZONE' ? null : city.id('region', district),
            evidence_id: evidenceOf(city, 'region'),
          },
        ];
      },
    },
    {
      name: 'region_alias',
      count: ALIASES.length,
      rowsOf: (number) =>
        ALIASES.slice(number, number + 1).map(({ region: code, scheme, value }) => ({
          id: city.id('region_alias', number),
          region_id: codeId(code),
          ...{ scheme, value },
          evidence_id: evidenceOf(city, 'region_alias'),
        })),
    },
    {
      name: 'region_overlap',
      count: OVERLAPS.length,
      rowsOf: (number) =>
        OVERLAPS.slice(number, number + 1).map(({ zone, district, weight }) => ({
          id: city.id('region_overlap', number),
          zone_id: codeId(zone),
          district_id: codeId(district),
          share: weight,
          evidence_id: evidenceOf(city, 'region_overlap'),
        })),
    },
  ];
}
