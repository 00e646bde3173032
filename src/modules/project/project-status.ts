import type { EntityManager } from '@mikro-orm/core';
import {
  type Project,
  type ProjectStage,
  ProjectStageRecord,
  type ProjectStatus,
} from './project.entity.ts';

/**
 * The stage (阶段) that a status implies. 2023's 投产 is 2024's 建成达效. What is signed, advancing or
 * has its line commissioned may be in more than one stage, and the sources do not say which.
 */
export const stageOf: Record<ProjectStatus, ProjectStage | null> = {
  PLANNED: 'PLANNING',
  SIGNED: null,
  LANDED: 'LANDING',
  STARTED: 'CONSTRUCTION',
  UNDER_CONSTRUCTION: 'CONSTRUCTION',
  ADVANCING: null,
  LINE_COMMISSIONED: null,
  FIRST_PRODUCT: null,
  IN_PRODUCTION: 'COMPLETION_EFFECT',
  OPEN: 'COMPLETION_EFFECT',
  IN_SERVICE: 'SERVICE',
};

/** The latest that is known of a project's stage: it decides in which one it is. */
export async function latestRecord(
  em: EntityManager,
  project: Project,
): Promise<ProjectStageRecord | undefined> {
  const [latest] = await em.find(
    ProjectStageRecord,
    { project, stage: { $ne: null } },
    { orderBy: { asOf: { latest: 'desc nulls last' }, id: 'desc' }, limit: 1 },
  );
  return latest;
}
