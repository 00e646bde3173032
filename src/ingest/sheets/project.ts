import { addToBatch, defineBatch, nameBatchSector } from '../../modules/project/batch.commands.ts';
import { batchKinds, batchRoles } from '../../modules/project/batch.entity.ts';
import {
  addParticipant,
  aliasProject,
  recordStatus,
  registerProject,
} from '../../modules/project/project.commands.ts';
import {
  participantRoles,
  Project,
  projectClasses,
  projectLevels,
  projectStatuses,
} from '../../modules/project/project.entity.ts';
import { Organisation } from '../../modules/enterprise/organisation.entity.ts';
import { Region } from '../../modules/region/region.entity.ts';
import { qualifiers } from '../../modules/source/source.entity.ts';
import { date, decimal, flag, names, oneOf, optional, text, whole } from '../columns.ts';
import { type Sheet, sheet } from '../sheet.ts';

export const projectSheets: readonly Sheet[] = [
  sheet(
    'projects.csv',
    registerProject,
    ['code'],
    {
      code: text,
      ...names,
      site: optional(text),
      administrativeDistrict: optional(text),
      domain: optional(text),
      class: optional(oneOf(projectClasses)),
      level: optional(oneOf(projectLevels)),
      phase: optional(whole),
      predecessor: optional(text),
      procurement: optional(oneOf(['PPP'])),
      totalInvestment: optional(decimal),
      totalInvestmentQualifier: optional(oneOf(qualifiers)),
      annualPlan: optional(decimal),
      started: date,
      evidence: text,
    },
    { foresees: { code: Project, site: Region } },
  ),
  sheet('project-aliases.csv', aliasProject, ['project', 'name'], {
    project: text,
    name: text,
    evidence: text,
  }),
  sheet(
    'project-participants.csv',
    addParticipant,
    ['project', 'organisation', 'role'],
    {
      project: text,
      organisation: text,
      role: oneOf(participantRoles),
      evidence: text,
    },
    { foresees: { project: Project, organisation: Organisation } },
  ),
  sheet(
    'project-statuses.csv',
    recordStatus,
    ['project', 'evidence'],
    {
      project: text,
      status: oneOf(projectStatuses),
      asOf: date,
      evidence: text,
    },
    { readsSiblings: true, foresees: { project: Project } },
  ),
  sheet('batches.csv', defineBatch, ['code'], {
    code: text,
    kind: oneOf(batchKinds),
    ...names,
    region: optional(text),
    locationText: optional(text),
    parent: optional(text),
    held: date,
    sectorsComplete: flag,
    membersComplete: flag,
    evidence: text,
  }),
  sheet('batch-sectors.csv', nameBatchSector, ['batch', 'name'], {
    batch: text,
    position: whole,
    name: text,
    nameEn: optional(text),
    evidence: text,
  }),
  sheet('batch-members.csv', addToBatch, ['batch', 'project'], {
    batch: text,
    project: text,
    role: oneOf(batchRoles),
    evidence: text,
  }),
];
