import {
  aliasOrganisation,
  defineOffice,
  registerOrganisation,
} from '../../modules/enterprise/organisation.commands.ts';
import {
  adminLevels,
  Organisation,
  organisationKinds,
} from '../../modules/enterprise/organisation.entity.ts';
import { Region } from '../../modules/region/region.entity.ts';
import { names, oneOf, optional, text } from '../columns.ts';
import { type Sheet, sheet } from '../sheet.ts';

export const enterpriseSheets: readonly Sheet[] = [
  sheet(
    'organisations.csv',
    registerOrganisation,
    ['code'],
    {
      code: text,
      kind: oneOf(organisationKinds),
      creditCode: optional(text),
      ...names,
      district: optional(text),
      administrativeDistrict: optional(text),
      evidence: text,
    },
    { foresees: { code: Organisation, district: Region } },
  ),
  sheet('organisation-aliases.csv', aliasOrganisation, ['organisation', 'name'], {
    organisation: text,
    name: text,
    evidence: text,
  }),
  sheet('offices.csv', defineOffice, ['code'], {
    code: text,
    title: text,
    titleEn: optional(text),
    level: optional(oneOf(adminLevels)),
    organisation: optional(text),
    region: optional(text),
    evidence: text,
  }),
];
