import { sql } from 'kysely';
import { select } from '../../kit/columns.ts';
import type { List, Order } from '../../kit/relay/list.ts';
import { allOfEach, oneByKey, pagedList } from '../../request/loaders.ts';
import { datedColumn, namedColumns, type SourcedRow } from '../source/source.queries.ts';
import { batchFilter, memberFilter } from './batch.filter.ts';

export interface BatchRow extends SourcedRow {
  readonly code: string;
  readonly regionId: string | null;
  readonly parentId: string | null;
}

const columnsOfBatch = namedColumns('project_batch', 'bat_', {
  kind: { kind: sql`project_batch.kind` },
  region: { regionId: sql`project_batch.region_id` },
  locationText: { locationText: sql`project_batch.location_text` },
  parent: { parentId: sql`project_batch.parent_id` },
  sectorsComplete: { sectorsComplete: sql`project_batch.sectors_complete` },
  membersComplete: { membersComplete: sql`project_batch.members_complete` },
  heldOn: { heldOn: datedColumn('project_batch', 'held') },
});
export const batchColumns = select(columnsOfBatch);

const orders: Record<string, Order> = {
  HELD_ON: { by: sql`project_batch.held_order`, type: 'date' },
  HELD_ON_DESC: {
    by: sql`coalesce(project_batch.held_earliest, '0001-01-01')`,
    type: 'date',
    isDescending: true,
  },
  NAME: { by: sql`project_batch.name`, type: 'text' },
  NAME_DESC: { by: sql`project_batch.name`, type: 'text', isDescending: true },
};

/** What every list of batches has in common; `from` may join what ties them to a parent. */
export const everyBatch = {
  parent: {},
  from: sql`project_batch`,
  columns: columnsOfBatch,
  key: sql`project_batch.id`,
  orders,
  filter: batchFilter,
  row: 'project_batch',
};

export const batches = pagedList<BatchRow>({ ...everyBatch, name: 'batches' });

export const batchesOfRegion = pagedList<BatchRow>({
  ...everyBatch,
  name: 'batchesOfRegion',
  parent: { region_id: 'uuid' },
  tie: sql`project_batch.region_id = wanted.region_id`,
});

export const batchesWithin = pagedList<BatchRow>({
  ...everyBatch,
  name: 'batchesWithin',
  parent: { parent_id: 'uuid' },
  tie: sql`project_batch.parent_id = wanted.parent_id`,
});

export const batchById = oneByKey<BatchRow>(
  (ids) =>
    sql`select ${batchColumns} from project_batch where project_batch.id = any (${[...ids]})`,
);

export const sectorsOfEach = allOfEach<{ name: string; evidenceId: string }>(
  (batchIds) => sql`
    select batch_id as parent, position, name, name_en as "nameEn", evidence_id as "evidenceId"
      from project_batch_sector where batch_id = any (${[...batchIds]})
     order by position, id`,
);

export interface MemberRow {
  readonly role: string;
  readonly batchId: string;
  readonly projectId: string;
  readonly evidenceId: string;
}

const everyMember = {
  from: sql`project_batch_member
    join project on project.id = project_batch_member.project_id
    join project_batch on project_batch.id = project_batch_member.batch_id`,
  columns: {
    always: { role: sql`project_batch_member.role` },
    byField: {
      batch: { batchId: sql`project_batch_member.batch_id` },
      project: { projectId: sql`project_batch_member.project_id` },
      evidence: { evidenceId: sql`project_batch_member.evidence_id` },
    },
  },
  key: sql`project_batch_member.id`,
  filter: memberFilter,
  row: 'project_batch_member',
  orders: {
    PROJECT_NAME: { by: sql`project.name`, type: 'text' },
    PROJECT_NAME_DESC: { by: sql`project.name`, type: 'text', isDescending: true },
    HELD_ON: { by: sql`project_batch.held_order`, type: 'date' },
    HELD_ON_DESC: {
      by: sql`coalesce(project_batch.held_earliest, '0001-01-01')`,
      type: 'date',
      isDescending: true,
    },
  },
} satisfies Partial<List>;

/** The projects of a batch that are known, by name. */
export const membersOfBatch = pagedList<MemberRow>({
  ...everyMember,
  name: 'membersOfBatch',
  parent: { batch_id: 'uuid' },
  tie: sql`project_batch_member.batch_id = wanted.batch_id`,
  byDefault: 'PROJECT_NAME',
});

/** The batches that a project is counted in, by date. */
export const batchesOfProject = pagedList<MemberRow>({
  ...everyMember,
  name: 'batchesOfProject',
  parent: { project_id: 'uuid' },
  tie: sql`project_batch_member.project_id = wanted.project_id`,
  byDefault: 'HELD_ON',
});
