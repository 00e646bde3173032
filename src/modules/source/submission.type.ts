import { Field, InputType, Int } from 'type-graphql';
import type { Resubmitted, Submitted } from './submission.commands.ts';

/** What the input of every mutation has. */
@InputType()
export abstract class SubmittedInput implements Submitted {
  @Field(() => String, {
    nullable: true,
    description:
      '幂等键 · A key of your own, new for each mutation: sent again with the same input, it is done once.',
  })
  idempotencyKey?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '来源文件 · The code of the document that says so; else you are the source.',
  })
  document?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '定位文字 · At most 12 characters of that document, as printed.',
  })
  anchor?: string | null;
}

/** What the input of every mutation has that changes what is there. */
@InputType()
export abstract class ResubmittedInput extends SubmittedInput implements Resubmitted {
  @Field(() => Int, {
    description: '版本 · The version that you have seen; another one now is a conflict.',
  })
  version!: number;
}
