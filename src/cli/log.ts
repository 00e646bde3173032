import { logStatus, renewEpoch } from '../events/status.ts';
import { auditEntry } from '../request/audit.ts';
import { asOperator, inColumns } from './operator.ts';

interface Where {
  readonly city?: boolean;
}

export async function showLog(where: Where): Promise<void> {
  const { epoch, position, floor, oldest, newest, pending, partitions, size } = await asOperator(
    where,
    ({ kysely }) => logStatus(kysely),
  );
  const lines = [
    ['epoch', epoch],
    ['events', `${position - floor}, from ${floor + 1} to ${position}`],
    ['oldest', oldest ?? '-'],
    ['newest', newest ?? '-'],
    ['without position', String(pending)],
    ['partitions', String(partitions)],
    ['size', size],
  ];
  process.stdout.write(inColumns(position === floor ? lines.with(1, ['events', '0']) : lines));
}

export async function beginEpoch(where: Where): Promise<void> {
  const epoch = await asOperator(where, ({ kysely }, actor) =>
    kysely.transaction().execute(async (writing) => {
      await auditEntry(writing, { actor, operation: 'log renew-epoch', outcome: 'DONE' });
      return renewEpoch(writing);
    }),
  );
  process.stdout.write(
    `The log is in epoch ${epoch} from now on; whoever follows it is told to take a snapshot again.\n`,
  );
}
