import { Field, InputType } from 'type-graphql';
import { DateScalar } from '../../kit/scalars.ts';
import type { Certainty, DatedInput } from './dated.entity.ts';
import { DateCertainty } from './source.type.ts';

@InputType('DatedInput', {
  description: '日期输入 · A date as it is known: the span that it lies in, how sure, and why.',
})
export class DatedInputType implements DatedInput {
  @Field(() => DateScalar, {
    nullable: true,
    description: '最早 · The first day that it can be; left out where it is unknown.',
  })
  earliest?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: '最晚 · The last day that it can be; that very day unless told.',
  })
  latest?: string | null;

  @Field(() => DateCertainty, {
    defaultValue: 'STATED',
    description: '确定性 · How sure the date is.',
  })
  certainty!: Certainty;

  @Field(() => String, {
    nullable: true,
    description: '推定依据 · How an inferred date was worked out.',
  })
  derivation?: string | null;
}
