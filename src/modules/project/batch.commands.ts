import { command } from '../../request/command.ts';
import { named, namedIfAny, put } from '../../request/put.ts';
import { Region } from '../region/region.entity.ts';
import { dated, type DatedInput } from '../source/dated.entity.ts';
import { Evidence } from '../source/source.entity.ts';
import {
  type batchKinds,
  BatchMember,
  type batchRoles,
  BatchSector,
  ProjectBatch,
} from './batch.entity.ts';
import { Project } from './project.entity.ts';

export interface NewBatch {
  readonly code: string;
  readonly kind: (typeof batchKinds)[number];
  readonly name: string;
  readonly nameEn?: string | null;
  readonly nameHant?: string | null;
  readonly region?: string | null;
  /** Where the source says it is, when it names no region of ours: 周边区县. */
  readonly locationText?: string | null;
  readonly parent?: string | null;
  readonly held: DatedInput;
  /** Whether the source lists all sectors: not when its list ends in 等. */
  readonly sectorsComplete: boolean;
  readonly membersComplete: boolean;
  readonly evidence: string;
}

/** Takes a batch of projects into the graph; its counts and totals are observations. */
export const defineBatch = command(async ({ em, record }, input: NewBatch) => {
  const { code, held, evidence, ...rest } = input;
  const batch = await put(
    em,
    ProjectBatch,
    { code },
    {
      ...rest,
      region: await namedIfAny(em, Region, input.region, 'region'),
      parent: await namedIfAny(em, ProjectBatch, input.parent, 'parent'),
      held: dated(held),
      evidence: await named(em, Evidence, evidence, 'evidence'),
    },
  );
  record('BATCH_DEFINED', batch);
  return batch;
});

export interface NewBatchSector {
  readonly batch: string;
  readonly position: number;
  readonly name: string;
  readonly nameEn?: string | null;
  readonly evidence: string;
}

/** Notes a sector that a batch is said to cover. */
export const nameBatchSector = command(async ({ em, record }, input: NewBatchSector) => {
  const { name, nameEn = null, position } = input;
  const batch = await named(em, ProjectBatch, input.batch, 'batch');
  const evidence = await named(em, Evidence, input.evidence, 'evidence');
  const sector = await put(em, BatchSector, { batch, name }, { nameEn, position, evidence });
  record('BATCH_SECTOR_NAMED', batch);
  return sector;
});

export interface NewBatchMember {
  readonly batch: string;
  readonly project: string;
  readonly role: (typeof batchRoles)[number];
  readonly evidence: string;
}

/** Counts a project to a batch. */
export const addToBatch = command(async ({ em, record }, input: NewBatchMember) => {
  const batch = await named(em, ProjectBatch, input.batch, 'batch');
  const project = await named(em, Project, input.project, 'project');
  const evidence = await named(em, Evidence, input.evidence, 'evidence');
  const member = await put(em, BatchMember, { batch, project }, { role: input.role, evidence });
  record('PROJECT_ADDED_TO_BATCH', batch);
  record('PROJECT_ADDED_TO_BATCH', project, { member });
  return member;
});
