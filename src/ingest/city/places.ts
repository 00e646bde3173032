import type { City, CityTable } from './city.ts';
import { marked } from './names.ts';
import { evidenceOf } from './sources.ts';

const place = (code: string, kind: string, country: string, zh: string, en: string) => ({
  code,
  kind,
  country,
  zh,
  en,
});

const DOMESTIC = [
  place('beijing', 'CITY', 'CN', '北京', 'Beijing'),
  place('shanghai', 'CITY', 'CN', '上海', 'Shanghai'),
  place('shenzhen', 'CITY', 'CN', '深圳', 'Shenzhen'),
  place('guangzhou', 'CITY', 'CN', '广州', 'Guangzhou'),
  place('suzhou', 'CITY', 'CN', '苏州', 'Suzhou'),
  place('hangzhou', 'CITY', 'CN', '杭州', 'Hangzhou'),
  place('hefei', 'CITY', 'CN', '合肥', 'Hefei'),
  place('chengdu', 'CITY', 'CN', '成都', 'Chengdu'),
] as const;

/** 境外: what lies outside the mainland's border, Hong Kong and Macao with it. */
const OVERSEAS = [
  place('hong-kong', 'SPECIAL_ADMINISTRATIVE_REGION', 'HK', '香港', 'Hong Kong'),
  place('macao', 'SPECIAL_ADMINISTRATIVE_REGION', 'MO', '澳门', 'Macao'),
  place('japan', 'COUNTRY', 'JP', '日本', 'Japan'),
  place('korea', 'COUNTRY', 'KR', '韩国', 'Korea'),
  place('singapore', 'COUNTRY', 'SG', '新加坡', 'Singapore'),
  place('germany', 'COUNTRY', 'DE', '德国', 'Germany'),
  place('france', 'COUNTRY', 'FR', '法国', 'France'),
] as const;

const PLACES = [...DOMESTIC, ...OVERSEAS];

/** Where trips of a kind can go: the numbers of the places, from the first on. */
export const DESTINATIONS = {
  DOMESTIC: { first: 0, count: DOMESTIC.length },
  OVERSEAS: { first: DOMESTIC.length, count: OVERSEAS.length },
} as const;

export const placeTables = (city: City): CityTable[] => [
  {
    name: 'place',
    count: PLACES.length,
    rowsOf: (number) =>
      PLACES.slice(number, number + 1).map(({ code, kind, country, zh, en }) => ({
        ...{
          id: city.id('place', number),
          version: 1,
          code: `syn-${code}`,
          kind,
          ...marked(zh, en),
        },
        country_code: country,
        evidence_id: evidenceOf(city, 'place'),
      })),
  },
];
