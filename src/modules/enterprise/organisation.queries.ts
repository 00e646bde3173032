import { sql } from 'kysely';
import { type Columns, select } from '../../kit/columns.ts';
import { Row } from '../../kit/filter/filter.ts';
import type { Order } from '../../kit/relay/list.ts';
import { allOfEach, oneByKey, pagedList } from '../../request/loaders.ts';
import { keyColumn, namedFields, type SourcedRow } from '../source/source.queries.ts';
import { valueSources } from '../source/value-source.queries.ts';
import { enterpriseFilter, enterpriseKindList, isEnterprise } from './organisation.filter.ts';

export interface OrganisationRow extends SourcedRow {
  readonly code: string;
  readonly kind: string;
  readonly name: string;
  readonly districtId: string | null;
}

/** A row of `table`, which is `organisation` or stands for it in a join. */
export const organisationColumnsOf = (table: string): Columns => {
  const column = (name: string) => sql.ref(`${table}.${name}`);
  const prefix = sql`case when ${column('kind')} in (${enterpriseKindList}) then 'ent_' else 'ins_' end`;
  return {
    always: { ...keyColumn(table), kind: column('kind') },
    byField: {
      ...namedFields(table, prefix),
      version: { version: column('version') },
      creditCode: { creditCode: column('credit_code') },
      district: { districtId: column('district_id') },
    },
  };
};

export const organisationColumns = (table = 'organisation') => select(organisationColumnsOf(table));

const anEnterprise = isEnterprise(new Row('organisation'));

const orders: Record<string, Order> = {
  NAME: { by: sql`organisation.name`, type: 'text' },
  NAME_DESC: { by: sql`organisation.name`, type: 'text', isDescending: true },
  CODE: { by: sql`organisation.code`, type: 'text' },
  CODE_DESC: { by: sql`organisation.code`, type: 'text', isDescending: true },
};

const everyEnterprise = {
  parent: {},
  from: sql`organisation`,
  columns: organisationColumnsOf('organisation'),
  key: sql`organisation.id`,
  orders,
  filter: enterpriseFilter,
  row: 'organisation',
  tie: anEnterprise,
};

export const enterprises = pagedList<OrganisationRow>({ ...everyEnterprise, name: 'enterprises' });

export const enterprisesOfDistrict = pagedList<OrganisationRow>({
  ...everyEnterprise,
  name: 'enterprisesOfDistrict',
  parent: { district_id: 'uuid' },
  tie: sql`organisation.district_id = wanted.district_id and ${anEnterprise}`,
});

export const enterprisesOfAdministrativeDistrict = pagedList<OrganisationRow>({
  ...everyEnterprise,
  name: 'enterprisesOfAdministrativeDistrict',
  parent: { district_id: 'uuid' },
  tie: sql`organisation.administrative_district_id = wanted.district_id and ${anEnterprise}`,
});

export const organisationById = oneByKey<OrganisationRow>(
  (ids) => sql`
    select ${organisationColumns()} from organisation where organisation.id = any (${[...ids]})`,
);

/** The same by the id that it has, or had before it was merged into another. */
export const organisationByAnyId = oneByKey<OrganisationRow>(
  (ids) => sql`
    select ${organisationColumns()}, null as "soughtBy"
      from organisation where organisation.id = any (${[...ids]})
     union all
    select ${organisationColumns()}, merged_organisation.id
      from merged_organisation
      join organisation on organisation.id = merged_organisation.kept_id
     where merged_organisation.id = any (${[...ids]})`,
);

/** By the graph's own code, by the credit code, or by the code that it had before it was merged. */
export const enterpriseByCode = oneByKey<OrganisationRow>(
  (codes) => sql`
    select ${organisationColumns()}, wanted.code as "soughtBy"
      from unnest(${[...codes]}::text[]) as wanted (code)
      join organisation on (organisation.code = wanted.code or organisation.credit_code = wanted.code)
       and ${anEnterprise}
     union all
    select ${organisationColumns()}, merged_organisation.code
      from merged_organisation
      join organisation on organisation.id = merged_organisation.kept_id
     where merged_organisation.code = any (${[...codes]})`,
);

export const organisationAliasesOfEach = allOfEach<{ name: string }>(
  (ids) => sql`
    select organisation_id as parent, name from organisation_alias
     where organisation_id = any (${[...ids]}) order by name collate "zh-x-icu"`,
);

export const enterpriseClassesOfEach = allOfEach<{ class: string; evidenceId: string }>(
  (ids) => sql`
    select organisation_id as parent, class, valid_from as "validFrom", valid_to as "validTo",
           evidence_id as "evidenceId"
      from organisation_class where organisation_id = any (${[...ids]})
     order by class, valid_from nulls first`,
);

/** The fields of an organisation that have sources. */
export const sourcedFields = ['kind', 'name', 'creditCode', 'district'];

export const sourcesOfOrganisations = allOfEach((ids) => valueSources('organisation', ids));

export interface OfficeRow extends SourcedRow {
  readonly organisationId: string | null;
  readonly regionId: string | null;
}

export const officeColumns = sql`office.id as key, 'off_' || office.id as id, office.code, office.title,
  office.title_en as "titleEn", office.level, office.organisation_id as "organisationId",
  office.region_id as "regionId", office.evidence_id as "evidenceId"`;

export const officeById = oneByKey<OfficeRow>(
  (ids) => sql`select ${officeColumns} from office where office.id = any (${[...ids]})`,
);
