import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { payloadOf } from '../../kit/payload.type.ts';
import { DateTimeScalar } from '../../kit/scalars.ts';
import { OfProjectInput } from './project-moves.type.ts';
import { shownProject } from './project-writes.type.ts';
import type { Restoration, Withdrawal } from './withdraw-project.commands.ts';

@ObjectType('ProjectWithdrawal', {
  description: '项目退库 · A project that has left the library, and why.',
  simpleResolvers: true,
})
export class ProjectWithdrawalType {
  @Field(() => String, { description: '代码 · Its code, which nobody else gets.' })
  code!: string;

  @Field(() => String, { description: '名称 · The name that it had.' })
  name!: string;

  @Field(() => Int, { description: '版本 · Its last version; restoring it names this one.' })
  version!: number;

  @Field(() => String, { description: '原因 · Why it was withdrawn.' })
  reason!: string;

  @Field(() => DateTimeScalar, { description: '退库时刻 · When it was withdrawn.' })
  withdrawnAt!: string;
}

@InputType('WithdrawProjectInput', {
  description: '项目退库输入 · The project that leaves the library, and why.',
})
export class WithdrawProjectInput extends OfProjectInput implements Withdrawal {
  @Field(() => String, { description: '原因 · Why, in at most 500 characters.' })
  reason!: string;
}

@InputType('RestoreProjectInput', {
  description: '恢复项目输入 · The project that comes back into the library.',
})
export class RestoreProjectInput extends OfProjectInput implements Restoration {}

export const WithdrawProjectPayload = payloadOf('WithdrawProject', '项目退库', {
  withdrawal: { type: () => ProjectWithdrawalType, term: '项目退库' },
});
export const RestoreProjectPayload = payloadOf('RestoreProject', '恢复项目', shownProject);
