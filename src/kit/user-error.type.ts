import { Field, Int, InterfaceType, ObjectType } from 'type-graphql';
import { DateTimeScalar } from './scalars.ts';

@InterfaceType('UserError', {
  description: '用户错误 · What the caller of a mutation can fix; nothing was done.',
  resolveType: (error: object) => ('conflicts' in error ? 'VersionConflict' : 'InputError'),
})
export abstract class UserError {
  @Field(() => String, { description: '错误码 · Stable: programs go by it.' })
  code!: string;

  @Field(() => String, {
    description: '错误说明 · What is wrong, in what state it is, and the way out.',
  })
  message!: string;

  @Field(() => [String], {
    nullable: true,
    description: '错误字段 · The way to the field at fault, from the argument on.',
  })
  field!: string[] | null;
}

@ObjectType('InputError', {
  description: '输入错误 · A value that cannot be used, or a state that forbids what is asked.',
  implements: UserError,
  simpleResolvers: true,
})
class InputErrorType {}

@ObjectType('FieldConflict', {
  description: '字段冲突 · One field on which the two sides differ.',
  simpleResolvers: true,
})
class FieldConflictType {
  @Field(() => String, { description: '字段 · Its name in the input.' })
  field!: string;

  @Field(() => String, {
    nullable: true,
    description: '己方取值 · What the input says, as text; null where it clears the field.',
  })
  yours!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '当前取值 · What there is now, as text; null where there is nothing.',
  })
  current!: string | null;
}

@ObjectType('VersionConflict', {
  description: '版本冲突 · The change was made on a version that has passed; both sides are told.',
  implements: UserError,
  simpleResolvers: true,
})
class VersionConflictType {
  @Field(() => Int, { description: '版本 · The version that the input was made on.' })
  version!: number;

  @Field(() => Int, { description: '当前版本 · The version that there is now.' })
  currentVersion!: number;

  @Field(() => [FieldConflictType], {
    description: '字段冲突 · The fields of the input in which the two sides differ.',
  })
  conflicts!: FieldConflictType[];

  @Field(() => String, {
    nullable: true,
    description: '变更者 · Who made the last change; told to those who may read actors.',
  })
  changedBy!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '变更时刻 · When that was; told together with who it was.',
  })
  changedAt!: string | null;
}

/** Found through the interface alone, so the schema has to be told of them. */
export const userErrorTypes = [InputErrorType, VersionConflictType];
