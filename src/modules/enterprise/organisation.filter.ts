import { type RawBuilder, sql } from 'kysely';
import {
  code,
  date,
  described,
  enumeration,
  type Filter,
  filterOn,
  type Join,
  many,
  manyBy,
  one,
  oneBy,
  type Row,
  text,
  tied,
  valuesIn,
} from '../../kit/filter/filter.ts';
import { TEXT } from '../../kit/filter/values.ts';
import { lyingIn, regionFilter } from '../region/region.filter.ts';
import { reported } from '../source/reported.filter.ts';
import { named, sourced } from '../source/source.filter.ts';
import { enterpriseKinds } from './organisation.entity.ts';

export const enterpriseKindList: RawBuilder<unknown> = sql.join(
  enterpriseKinds.map((kind) => sql.lit(kind)),
);

/** 企业: what GraphQL calls an enterprise. */
export const isEnterprise = (row: Row) => sql`${row.column('kind')} in (${enterpriseKindList})`;

const district = one(() => regionFilter, 'district_id');

/** What any organisation can be asked. */
const ofAny = {
  ...named,
  ...sourced,
  ...reported,
  kind: enumeration('OrganisationKind', 'kind'),
  aliases: valuesIn(TEXT, { table: 'organisation_alias', mine: 'organisation_id', value: 'name' }),
  administrativeDistrict: described(
    '行政区划 · By the district or county that it lies in, a zone’s too where it is known.',
    one(() => regionFilter, 'administrative_district_id'),
  ),
};

const classFilter = filterOn('EnterpriseClass', 'organisation_class', {
  class: enumeration('EnterpriseClassKind', 'class'),
  validFrom: date('valid_from'),
  validTo: date('valid_to'),
  ...sourced,
});

export const enterpriseFilter: Filter = filterOn('Enterprise', 'organisation', {
  ...ofAny,
  district,
  creditCode: code('credit_code'),
  classes: many(() => classFilter, 'organisation_id'),
});

export const institutionFilter: Filter = filterOn('Institution', 'organisation', {
  ...ofAny,
  district,
});

/** The same row, if it is of the one type of organisation or the other; or what a column refers to. */
export const asEnterprise = (column = 'id'): Join =>
  tied(
    (mine, theirs) =>
      sql`${theirs.column('id')} = ${mine.column(column)} and ${isEnterprise(theirs)}`,
  );

export const asInstitution = (column = 'id'): Join =>
  tied(
    (mine, theirs) =>
      sql`${theirs.column('id')} = ${mine.column(column)} and not ${isEnterprise(theirs)}`,
  );

export const organisationFilter: Filter = filterOn('Organisation', 'organisation', {
  ...ofAny,
  district: described('所在地 · By where it is registered, or is.', district),
  enterprise: described(
    '企业 · Only an enterprise, and such a one.',
    oneBy(() => enterpriseFilter, asEnterprise()),
  ),
  institution: described(
    '机构 · Only an institution, and such a one.',
    oneBy(() => institutionFilter, asInstitution()),
  ),
});

export const officeFilter = filterOn('Office', 'office', {
  code: code('code'),
  title: text('title'),
  titleEn: text('title_en'),
  level: enumeration('AdminLevel', 'level'),
  organisation: one(() => organisationFilter, 'organisation_id'),
  region: one(() => regionFilter, 'region_id'),
  ...sourced,
});

/** The three kinds of filter that the fields of every organisation are added to. */
export const organisationFilters = [organisationFilter, enterpriseFilter, institutionFilter];

const here = lyingIn({ district: 'district_id' });

regionFilter.add({
  enterprises: manyBy(
    () => enterpriseFilter,
    (mine, theirs, table) => {
      const { from, tie } = here(mine, theirs, table);
      return { from, tie: sql`${tie} and ${isEnterprise(theirs)}` };
    },
  ),
});
