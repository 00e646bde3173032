import { aliasRegion, definePlace, defineRegion } from '../../modules/region/region.commands.ts';
import { placeKinds, regionAliasSchemes, regionKinds } from '../../modules/region/region.entity.ts';
import { names, oneOf, optional, text, validity } from '../columns.ts';
import { type Sheet, sheet } from '../sheet.ts';

export const regionSheets: readonly Sheet[] = [
  sheet('regions.csv', defineRegion, ['code'], {
    code: text,
    kind: oneOf(regionKinds),
    ...names,
    parent: optional(text),
    ...validity,
    evidence: text,
  }),
  sheet('region-aliases.csv', aliasRegion, ['region', 'scheme', 'value'], {
    region: text,
    scheme: oneOf(regionAliasSchemes),
    value: text,
    ...validity,
    evidence: text,
  }),
  sheet('places.csv', definePlace, ['code'], {
    code: text,
    kind: oneOf(placeKinds),
    ...names,
    countryCode: optional(text),
    evidence: text,
  }),
];
