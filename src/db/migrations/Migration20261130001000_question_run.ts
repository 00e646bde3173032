import { Migration } from '@mikro-orm/migrations';

/** A question names the run that asked it first as the graph calls it, so that one leads to the other. */
export class Migration20261130001000_question_run extends Migration {
  override up(): void {
    this.addSql(`select set_config('quanmai.bulk', 'on', true)`);
    this.addSql(`update identity_question set run = 'imp_' || run where run is not null`);
  }

  override down(): void {
    this.addSql(`select set_config('quanmai.bulk', 'on', true)`);
    this.addSql(`update identity_question set run = substr(run, 5) where run is not null`);
  }
}
