import { Field, InputType } from 'type-graphql';
import { DateScalar, DecimalScalar } from './scalars.ts';

@InputType('CodeFilter', { description: '代码条件 · Matches readable codes exactly.' })
export class CodeFilter {
  @Field(() => String, { nullable: true, description: '等于 · This very code.' })
  eq?: string | null;

  @Field(() => [String], { nullable: true, description: '属于 · Any of these codes.' })
  in?: string[] | null;
}

@InputType('DatedFilter', {
  description:
    '日期条件 · Matches dates that lie wholly within the bounds; unknown dates match none.',
})
export class DatedFilter {
  @Field(() => DateScalar, { nullable: true, description: '不早于 · On this day or later.' })
  gte?: string | null;

  @Field(() => DateScalar, { nullable: true, description: '不晚于 · On this day or earlier.' })
  lte?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: '确切到日 · Only where the day is known, or only where it is not.',
  })
  isSingleDay?: boolean | null;
}

@InputType('DecimalFilter', { description: '数值条件 · Matches known numbers within the bounds.' })
export class DecimalFilter {
  @Field(() => DecimalScalar, { nullable: true, description: '不小于 · This or more.' })
  gte?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: '不大于 · This or less.' })
  lte?: string | null;
}

/** A filter on an enum: one value, or any of several. */
export function enumFilter<Value extends string>(
  values: Record<Value, Value>,
  name: string,
  term: string,
) {
  @InputType(`${name}Filter`, { description: `${term}条件 · Matches values of ${name}.` })
  class EnumFilter {
    @Field(() => values, { nullable: true, description: '等于 · This very value.' })
    eq?: Value | null;

    @Field(() => [values], { nullable: true, description: '属于 · Any of these values.' })
    in?: Value[] | null;
  }
  return EnumFilter;
}
