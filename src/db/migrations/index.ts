import type { Constructor } from '@mikro-orm/core';
import type { Migration } from '@mikro-orm/migrations';
import { Migration20261122000100_event_log } from './Migration20261122000100_event_log.ts';
import { Migration20261122000110_event_sequencer } from './Migration20261122000110_event_sequencer.ts';
import { Migration20261122000200_source } from './Migration20261122000200_source.ts';
import { Migration20261122000300_region } from './Migration20261122000300_region.ts';
import { Migration20261122000400_enterprise } from './Migration20261122000400_enterprise.ts';
import { Migration20261122000500_project } from './Migration20261122000500_project.ts';
import { Migration20261122000600_chain } from './Migration20261122000600_chain.ts';
import { Migration20261122000610_chain_supplier } from './Migration20261122000610_chain_supplier.ts';
import { Migration20261122000700_promotion } from './Migration20261122000700_promotion.ts';
import { Migration20261122000800_list_orders } from './Migration20261122000800_list_orders.ts';
import { Migration20261122000900_search } from './Migration20261122000900_search.ts';
import { Migration20261122001000_access } from './Migration20261122001000_access.ts';
import { Migration20261122001200_project_writes } from './Migration20261122001200_project_writes.ts';
import { Migration20261122001300_revisions } from './Migration20261122001300_revisions.ts';
import { Migration20261122001400_event_reading } from './Migration20261122001400_event_reading.ts';
import { Migration20261122001800_supplies_from_here } from './Migration20261122001800_supplies_from_here.ts';
import { Migration20261122001900_row_scope } from './Migration20261122001900_row_scope.ts';
import { Migration20261122002000_project_sums } from './Migration20261122002000_project_sums.ts';
import { Migration20261129000100_facts } from './Migration20261129000100_facts.ts';
import { Migration20261129000150_figures } from './Migration20261129000150_figures.ts';
import { Migration20261129000200_discrepancies } from './Migration20261129000200_discrepancies.ts';
import { Migration20261129000300_value_sources } from './Migration20261129000300_value_sources.ts';
import { Migration20261130000100_imports } from './Migration20261130000100_imports.ts';
import { Migration20261130000200_matching } from './Migration20261130000200_matching.ts';
import { Migration20261130000300_feeds } from './Migration20261130000300_feeds.ts';
import { Migration20261130000310_uploads } from './Migration20261130000310_uploads.ts';
import { Migration20261130000400_exports } from './Migration20261130000400_exports.ts';
import { Migration20261130000500_import_progress } from './Migration20261130000500_import_progress.ts';
import { Migration20261130000600_large_registers } from './Migration20261130000600_large_registers.ts';
import { Migration20261130000700_file_notes } from './Migration20261130000700_file_notes.ts';
import { Migration20261130000800_status_history } from './Migration20261130000800_status_history.ts';
import { Migration20261130000900_run_mapping } from './Migration20261130000900_run_mapping.ts';
import { Migration20261130001000_question_run } from './Migration20261130001000_question_run.ts';

/** Every migration, oldest first. A new one goes at the end; none is edited after it landed. */
export const migrations: Constructor<Migration>[] = [
  Migration20261122000100_event_log,
  Migration20261122000110_event_sequencer,
  Migration20261122000200_source,
  Migration20261122000300_region,
  Migration20261122000400_enterprise,
  Migration20261122000500_project,
  Migration20261122000600_chain,
  Migration20261122000610_chain_supplier,
  Migration20261122000700_promotion,
  Migration20261122000800_list_orders,
  Migration20261122000900_search,
  Migration20261122001000_access,
  Migration20261122001200_project_writes,
  Migration20261122001300_revisions,
  Migration20261122001400_event_reading,
  Migration20261122001800_supplies_from_here,
  Migration20261122001900_row_scope,
  Migration20261122002000_project_sums,
  Migration20261129000100_facts,
  Migration20261129000150_figures,
  Migration20261129000200_discrepancies,
  Migration20261129000300_value_sources,
  Migration20261130000100_imports,
  Migration20261130000200_matching,
  Migration20261130000300_feeds,
  Migration20261130000310_uploads,
  Migration20261130000400_exports,
  Migration20261130000500_import_progress,
  Migration20261130000600_large_registers,
  Migration20261130000700_file_notes,
  Migration20261130000800_status_history,
  Migration20261130000900_run_mapping,
  Migration20261130001000_question_run,
];
