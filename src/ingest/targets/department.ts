import { recordSupply } from '../../modules/chain/chain.commands.ts';
import { classifyEnterprise } from '../../modules/enterprise/organisation.commands.ts';
import { enterpriseClasses, Organisation } from '../../modules/enterprise/organisation.entity.ts';
import { Project, projectStatuses } from '../../modules/project/project.entity.ts';
import { reportStatus } from '../../modules/project/project.commands.ts';
import { date, oneOf, optional, text, validity, whole } from '../columns.ts';
import { sheet } from '../sheet.ts';

/** What departments tell otherwise than source documents, or alone. */
export const departmentSheets = [
  sheet(
    'project-statuses.csv',
    reportStatus,
    ['project', 'asOfLatest'],
    {
      project: text,
      status: oneOf(projectStatuses),
      asOf: date,
      evidence: text,
    },
    { readsSiblings: true, foresees: { project: Project }, historyOf: ['project'] },
  ),
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
