import type { City, CityTable, Row } from './city.ts';
import { creditCode } from './credit-code.ts';
import { enterpriseName, firmWord, marked, type Named } from './names.ts';
import {
  anySite,
  divisionOf,
  regionId,
  regionNamed,
  type Site,
  siteIn,
  UNITS,
  WHOLE_CITY,
} from './regions.ts';
import { evidenceOf } from './sources.ts';

/**
 * The first enterprises anchor the chains, one each; the anchor of BYD's chain is number 0. They
 * supply nobody and own no project, so that no chain's anchor is by chance its own supplier.
 */
export const ANCHORS = 9;

interface Institution {
  readonly code: string;
  readonly kind: string;
  readonly named: Named;
  readonly registrar: string;
  /** The region's number, in the city's own order. */
  readonly region: number;
}

const BUREAUS = [
  ['promotion', '投资促进局', 'Investment Promotion Bureau'],
  ['reform', '发展和改革局', 'Development and Reform Bureau'],
  ['industry', '工业和信息化局', 'Industry and Information Technology Bureau'],
] as const;

const OTHERS = [
  ['UNIVERSITY', 'university', '大学', 'University', '12'],
  ['HOSPITAL', 'hospital', '医院', 'Hospital', '12'],
  ['RESEARCH_INSTITUTE', 'institute', '研究院', 'Research Institute', '12'],
] as const;

/** Bureaus of the city and of every unit first, in their order: see `bureauOf`. */
const bureaus: readonly Institution[] = [WHOLE_CITY, ...UNITS].flatMap(({ number, zh, en }) =>
  BUREAUS.map(([code, bureauZh, bureauEn]) => ({
    code: `syn-bureau-${code}-${number}`,
    kind: 'BUREAU',
    named: marked(zh + bureauZh, `${en} ${bureauEn}`),
    registrar: '11',
    region: number,
  })),
);

const committees: readonly Institution[] = UNITS.filter(
  ({ kind }) => kind === 'FUNCTIONAL_ZONE',
).map(({ number, zh, en }) => ({
  code: `syn-committee-${number}`,
  kind: 'ZONE_COMMITTEE',
  named: marked(`${zh}管理委员会`, `${en} Management Committee`),
  registrar: '11',
  region: number,
}));

/** Universities, hospitals and institutes: one of each in every unit. */
const INSTITUTES = UNITS.length * OTHERS.length;
const INSTITUTIONS = bureaus.length + committees.length + INSTITUTES;

function institution(city: City, number: number): Institution {
  const known = [...bureaus, ...committees][number];
  if (known) return known;
  const place = number - bureaus.length - committees.length;
  const region = 1 + (place % UNITS.length);
  const [kind, code, zh, en, registrar] = OTHERS[Math.floor(place / UNITS.length)] ?? OTHERS[0];
  const [word, wordEn] = firmWord(city.dice('organisation', city.enterprises + number, 1));
  return {
    code: `syn-${code}-${region}`,
    kind,
    named: marked(word + zh, `${wordEn} ${en}`),
    registrar,
    region,
  };
}

/** The organisation that promotes investment in a region, the city (0) among them. */
export const bureauOf = (city: City, region: number) =>
  city.id('organisation', city.enterprises + region * BUREAUS.length);

/** Where an enterprise is registered; for one of ten nobody knows. */
export const enterpriseSite = (city: City, number: number): Site =>
  anySite(city.dice('organisation', number), 0.1);

/** Any enterprise that is no anchor, by its number. */
export const anyEnterprise = (city: City, fraction: number) =>
  ANCHORS + Math.floor(fraction * (city.enterprises - ANCHORS));

export const enterpriseId = (city: City, number: number) => city.id('organisation', number);

function organisationRow(city: City, number: number, fields: Row, site: Site): Row {
  return {
    id: city.id('organisation', number),
    version: 1,
    ...fields,
    district_id: regionId(city, site.unit),
    administrative_district_id: regionId(city, site.administrative),
    evidence_id: evidenceOf(city, 'organisation'),
  };
}

function enterpriseRow(city: City, number: number): Row {
  const site = enterpriseSite(city, number);
  if (number === 0) {
    // The one code of a real chain: its anchor has no name of its own and no credit code.
    const named = marked('比亚迪链链主企业', "Anchor of BYD's chain");
    return organisationRow(
      city,
      number,
      { code: 'byd', kind: 'ENTERPRISE', credit_code: null, ...named },
      site,
    );
  }
  const dice = city.dice('organisation', number, 1);
  const { name, name_en } = enterpriseName(dice);
  const kind = dice.chance(0.96) ? 'ENTERPRISE' : dice.pick(['PLATFORM_COMPANY', 'FINANCIAL']);
  const credit_code = dice.chance(0.92) ? creditCode('91', divisionOf(site), number) : null;
  const code = `syn-e-${String(number).padStart(7, '0')}`;
  return organisationRow(city, number, { code, kind, credit_code, name, name_en }, site);
}

function institutionRow(city: City, number: number): Row {
  const { code, kind, named, registrar, region } = institution(city, number - city.enterprises);
  const dice = city.dice('organisation', number);
  const site =
    region === 0 ? { site: null, unit: null, administrative: null } : siteIn(dice, region);
  const credit_code = creditCode(registrar, divisionOf(site), number);
  return organisationRow(city, number, { code, kind, credit_code, ...named }, site);
}

const CLASSES = [
  { name: 'SPECIALISED', weight: 70 },
  { name: 'GAZELLE', weight: 20 },
  { name: 'SINGLE_CHAMPION', weight: 8 },
  { name: 'UNICORN', weight: 2 },
] as const;

export function organisationTables(city: City): CityTable[] {
  return [
    {
      name: 'organisation',
      count: city.enterprises + INSTITUTIONS,
      rowsOf: (number) => [
        number < city.enterprises ? enterpriseRow(city, number) : institutionRow(city, number),
      ],
    },
    {
      name: 'organisation_alias',
      count: city.enterprises,
      rowsOf(number) {
        if (number === 0 || !city.dice('organisation_alias', number).chance(0.06)) return [];
        return [
          {
            id: city.id('organisation_alias', number),
            organisation_id: enterpriseId(city, number),
            name: enterpriseName(city.dice('organisation', number, 1)).short,
            evidence_id: evidenceOf(city, 'organisation_alias'),
          },
        ];
      },
    },
    {
      name: 'organisation_class',
      count: city.enterprises,
      rowsOf(number) {
        const dice = city.dice('organisation_class', number);
        if (!dice.chance(0.08)) return [];
        return [
          {
            id: city.id('organisation_class', number),
            organisation_id: enterpriseId(city, number),
            class: dice.weighted(CLASSES).name,
            valid_from: dice.chance(0.8) ? `${dice.int(2019, 2024)}-01-01` : null,
            evidence_id: evidenceOf(city, 'organisation_class'),
          },
        ];
      },
    },
    {
      name: 'office',
      count: UNITS.length + 1,
      rowsOf(number) {
        const { zh, en } = regionNamed(number);
        const { name: title, name_en: title_en } = marked(
          `${zh}投资促进局局长`,
          `Head of the ${en} Investment Promotion Bureau`,
        );
        return [
          {
            ...{
              id: city.id('office', number),
              version: 1,
              code: `syn-office-promotion-${number}`,
            },
            ...{ title, title_en, level: number === 0 ? 'CITY' : 'DISTRICT' },
            organisation_id: bureauOf(city, number),
            region_id: regionId(city, number),
            evidence_id: evidenceOf(city, 'office'),
          },
        ];
      },
    },
  ];
}
