import { Migration } from '@mikro-orm/migrations';

/** A source that reports again and again keeps what it said before: one status for each day. */
export class Migration20261130000800_status_history extends Migration {
  override up(): void {
    this.addSql(`
      alter table project_stage_record
        drop constraint project_stage_record_project_id_evidence_id_key,
        add constraint project_stage_record_said_once
            unique nulls not distinct (project_id, evidence_id, as_of_latest)`);
  }

  override down(): void {
    this.addSql(`
      alter table project_stage_record
        drop constraint project_stage_record_said_once,
        add constraint project_stage_record_project_id_evidence_id_key
            unique (project_id, evidence_id)`);
  }
}
