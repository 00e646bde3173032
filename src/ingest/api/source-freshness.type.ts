import { Field, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../kit/scalars.ts';

@ObjectType('DeliveryFreshness', {
  description: '报送时效 · How fresh what a source has delivered is, and how its pulls fare.',
  simpleResolvers: true,
})
export class DeliveryFreshnessType {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '最近报送时刻 · When its last delivery was in the graph; null where none is.',
  })
  lastDeliveredAt!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: '是否逾期 · Whether the next delivery is overdue; null where none ever came.',
  })
  isLate!: boolean | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '应报时刻 · When the next delivery is due, by the rhythm agreed on.',
  })
  dueAt!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '最近拉取时刻 · When it last answered whole, be it that nothing had changed.',
  })
  pulledAt!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '最近变化时刻 · When a pull last brought something new.',
  })
  changedAt!: string | null;

  @Field(() => Int, { description: '连续失败次数 · How many pulls have failed in a row.' })
  failures!: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '暂停拉取至 · Until when it is left alone, having failed.',
  })
  pausedUntil!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '最近错误 · Why the last pull failed; null without the permission import:run.',
  })
  lastError!: string | null;
}
