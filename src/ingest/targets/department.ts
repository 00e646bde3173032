import { recordSupply } from '../../modules/chain/chain.commands.ts';
import { classifyEnterprise } from '../../modules/enterprise/organisation.commands.ts';
import { enterpriseClasses, Organisation } from '../../modules/enterprise/organisation.entity.ts';
import { oneOf, optional, text, validity, whole } from '../columns.ts';
import { sheet } from '../sheet.ts';

/** What departments tell and no source document does. */
export const departmentSheets = [
  sheet(
    'enterprise-classes.csv',
    classifyEnterprise,
    ['organisation', 'class', 'validFrom'],
    {
      organisation: text,
      class: oneOf(enterpriseClasses),
      ...validity,
      evidence: text,
    },
    { foresees: { organisation: Organisation } },
  ),
  sheet(
    'chain-supplies.csv',
    recordSupply,
    ['chain', 'node', 'supplier', 'customer', 'product'],
    {
      chain: text,
      node: text,
      supplier: text,
      customer: optional(text),
      product: text,
      productEn: optional(text),
      tier: whole,
      site: optional(text),
      evidence: text,
    },
    { foresees: { supplier: Organisation, customer: Organisation } },
  ),
];
