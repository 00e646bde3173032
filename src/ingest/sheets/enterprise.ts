import {
  aliasOrganisation,
  defineOffice,
  registerOrganisation,
} from '../../modules/enterprise/organisation.commands.ts';
import { adminLevels, organisationKinds } from '../../modules/enterprise/organisation.entity.ts';
import { names, oneOf, optional, text } from '../columns.ts';
import { type Sheet, sheet } from '../sheet.ts';

export const enterpriseSheets: readonly Sheet[] = [
  sheet('organisations.csv', registerOrganisation, ['code'], {
    code: text,
    kind: oneOf(organisationKinds),
    creditCode: optional(text),
    ...names,
    district: optional(text),
    administrativeDistrict: optional(text),
    evidence: text,
  }),
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
